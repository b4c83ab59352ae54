// What CommonJS modules expect to be there, for those that are bundled into an ES module.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const require = /* @__PURE__ */ createRequire(import.meta.url);
export const __filename = /* @__PURE__ */ fileURLToPath(import.meta.url);
export const __dirname = /* @__PURE__ */ dirname(__filename);
