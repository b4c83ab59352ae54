import{createRequire as o}from"node:module";import{fileURLToPath as i}from"node:url";var a=o(import.meta.url),e=i(import.meta.url);var r=process.env;var u=async t=>{console.log(`Tidying up the ${r.STAGE} stage at ${t.time}`)};export{u as handler};
//# sourceMappingURL=index.mjs.map
