// SPDX-License-Identifier: Apache-2.0
// Checks a whole assembly: its files against their schemas, its assets, and every template.
import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkTemplate } from './template_check.mjs';

const schemaDirectory = join(dirname(createRequire(import.meta.url).resolve('@aws-cdk/cloud-assembly-schema/package.json')), 'schema');
const ajv = new Ajv({ strict: false, allErrors: true });
const validator = (name) => ajv.compile(JSON.parse(readFileSync(join(schemaDirectory, `${name}.schema.json`), 'utf8')));
const validateManifest = validator('cloud-assembly');
const validateAssets = validator('assets');

/** Messages about an assembly that `loadAssembly` gave. */
export function checkAssembly(assembly) {
  return [
    ...checkSchema(validateManifest, assembly.manifest, 'manifest.json'),
    ...assembly.assetManifests.flatMap(({ file, content }) => checkSchema(validateAssets, content, file)),
    ...checkDependencies(assembly.manifest),
    ...checkAssetSources(assembly),
    ...checkRootTemplate(assembly),
    ...assembly.stacks.flatMap((stack) =>
      [...checkNestedStacks(stack), ...checkAssetKeys(stack, assembly), ...checkTemplate(stack)].map(
        (message) => `${stack.path || 'root'} (${stack.file}): ${message}`,
      ),
    ),
  ];
}

function checkSchema(validate, content, file) {
  if (validate(content)) return [];
  return validate.errors.map(({ instancePath, message }) => `${file}${instancePath}: ${message}`);
}

function checkDependencies({ artifacts }) {
  return Object.entries(artifacts).flatMap(([id, { dependencies = [] }]) =>
    dependencies.filter((other) => !(other in artifacts)).map((other) => `manifest.json: ${id} depends on unknown ${other}`),
  );
}

function checkAssetSources({ directory, assets }) {
  return [...assets]
    .filter(([, { path, executable }]) => !executable && !existsSync(join(directory, path)))
    .map(([key, { path }]) => `asset ${key}: there is no ${path}`);
}

function checkRootTemplate({ rootArtifact, assets }) {
  const url = rootArtifact.properties.stackTemplateAssetObjectUrl;
  return url && !assets.has(url.split('/').pop()) ? [`the root template is not published as ${url}`] : [];
}

function checkNestedStacks({ template, children }) {
  return Object.entries(template.Resources ?? {})
    .filter(([id, { Type }]) => Type === 'AWS::CloudFormation::Stack' && !children[id])
    .map(([id]) => `Resources/${id}: its template is not published`);
}

/** Whatever names an object like an asset must be one. */
function checkAssetKeys({ template }, { assets }) {
  const keys = JSON.stringify(template).matchAll(/\b[0-9a-f]{64}(?:\.\w+)?/g);
  return [...new Set([...keys].map(([key]) => key))]
    .filter((key) => !assets.has(key))
    .map((key) => `${key} is not published`);
}
