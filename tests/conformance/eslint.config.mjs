// SPDX-License-Identifier: Apache-2.0
// AppSync's own rules for resolvers. `recommended` needs types: lint in a folder with a tsconfig.json.
import appsync from '@aws-appsync/eslint-plugin';

export default [
  appsync.configs.base,
  appsync.configs.recommended,
  { languageOptions: { parserOptions: { projectService: true } } },
];
