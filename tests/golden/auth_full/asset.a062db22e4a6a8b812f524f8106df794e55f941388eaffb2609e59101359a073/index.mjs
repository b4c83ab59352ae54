import{createRequire as t}from"node:module";import{fileURLToPath as o}from"node:url";var m=t(import.meta.url),n=o(import.meta.url);var c=async e=>{let r=e.request.userAttributes["custom:tenant"]??"none";return e.response.claimsOverrideDetails={claimsToAddOrOverride:{tenant:r}},e};export{c as handler};
//# sourceMappingURL=index.mjs.map
