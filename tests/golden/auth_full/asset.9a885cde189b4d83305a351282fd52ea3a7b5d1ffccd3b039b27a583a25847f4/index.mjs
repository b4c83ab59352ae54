import{createRequire as t}from"node:module";import{fileURLToPath as e}from"node:url";var n=t(import.meta.url),o=e(import.meta.url);var p=async r=>{if(r.request.userAttributes["custom:vip"]==="blocked")throw new Error("This account is blocked");return r};export{p as handler};
//# sourceMappingURL=index.mjs.map
