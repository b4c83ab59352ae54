import{createRequire as r}from"node:module";import{fileURLToPath as o}from"node:url";var m=r(import.meta.url),s=o(import.meta.url);var n=async e=>(e.triggerSource==="CustomMessage_ForgotPassword"&&(e.response.emailSubject="Your new password",e.response.emailMessage=`Choose a new password with the code ${e.request.codeParameter}.`),e);export{n as handler};
//# sourceMappingURL=index.mjs.map
