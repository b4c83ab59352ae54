import{createRequire as r}from"node:module";import{fileURLToPath as t}from"node:url";var m=r(import.meta.url),o=t(import.meta.url);var c=async e=>(console.log(`${e.userName} signed in${e.request.newDeviceUsed?" on a new device":""}`),e);export{c as handler};
//# sourceMappingURL=index.mjs.map
