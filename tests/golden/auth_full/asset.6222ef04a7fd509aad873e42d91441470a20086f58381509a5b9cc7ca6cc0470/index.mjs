import{createRequire as o}from"node:module";import{fileURLToPath as t}from"node:url";var p=o(import.meta.url),r=t(import.meta.url);var e=process.env;var f=async()=>({userPool:e.AMPLIFY_AUTH_USERPOOL_ID});export{f as handler};
//# sourceMappingURL=index.mjs.map
