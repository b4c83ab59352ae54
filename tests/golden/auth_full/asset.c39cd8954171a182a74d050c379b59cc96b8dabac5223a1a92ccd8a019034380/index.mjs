import{createRequire as o}from"node:module";import{fileURLToPath as a}from"node:url";var m=o(import.meta.url),n=a(import.meta.url);var c=async e=>{let{privateChallengeParameters:r,challengeAnswer:t}=e.request;return e.response.answerCorrect=r.answer===t,e};export{c as handler};
//# sourceMappingURL=index.mjs.map
