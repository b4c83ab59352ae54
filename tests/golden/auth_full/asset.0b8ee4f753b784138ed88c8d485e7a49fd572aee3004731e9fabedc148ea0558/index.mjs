import{createRequire as t}from"node:module";import{fileURLToPath as a}from"node:url";var p=t(import.meta.url),o=a(import.meta.url);import{randomInt as n}from"node:crypto";var u=async r=>{let e=String(n(1e5,1e6));return r.response.publicChallengeParameters={kind:"number"},r.response.privateChallengeParameters={answer:e},r};export{u as handler};
//# sourceMappingURL=index.mjs.map
