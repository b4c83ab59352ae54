// SPDX-License-Identifier: Apache-2.0
// AWS's own validator of templates, which comes with the CDK. It works offline.
import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
const { SchemaValidator, TemplateContent } = require('@aws/cloudformation-validate');
const validator = new SchemaValidator();

/** What it finds in a template, notes left out: { rule, severity, path, message }, where the path is in the resource. */
export function validate(template) {
  return validator.validate(new TemplateContent(JSON.stringify(template)))
    .filter(({ severity }) => severity !== 'INFO' && severity !== 'DEBUG')
    .map(({ ruleId, severity, propertyPath = '', message }) => ({ rule: ruleId, severity, path: propertyPath, message }));
}
