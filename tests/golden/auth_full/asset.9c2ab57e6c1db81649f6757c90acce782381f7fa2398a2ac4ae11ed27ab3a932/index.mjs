import{createRequire as e}from"node:module";import{fileURLToPath as o}from"node:url";var a=e(import.meta.url),t=o(import.meta.url);var s=async r=>{throw new Error(`No account ${r.userName} elsewhere`)};export{s as handler};
//# sourceMappingURL=index.mjs.map
