import{createRequire as t}from"node:module";import{fileURLToPath as o}from"node:url";var s=t(import.meta.url),i=o(import.meta.url);var n=new Set(["mailinator.com"]),u=async r=>{let e=r.request.userAttributes.email?.split("@").at(-1)??"";if(n.has(e))throw new Error(`Addresses at ${e} can't sign up`);return r};export{u as handler};
//# sourceMappingURL=index.mjs.map
