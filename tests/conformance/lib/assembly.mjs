// SPDX-License-Identifier: Apache-2.0
// Reads a cloud assembly of either implementation.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * @typedef {object} Stack
 * @property {string} path      from the root: '', 'auth', 'data/Post', made of logical ids
 * @property {string} file      template's file name
 * @property {object} template
 * @property {Stack=} parent
 * @property {string=} id       logical id of this stack in its parent
 * @property {Record<string, Stack>} children  by logical id
 */

/** Loads the assembly in `directory`: its manifest, assets, and all stacks from the root down. */
export function loadAssembly(directory) {
  const manifest = readJson(join(directory, 'manifest.json'));
  const artifacts = Object.entries(manifest.artifacts ?? {});
  const rootArtifacts = artifacts.filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  if (rootArtifacts.length !== 1) {
    throw new Error(`${directory}: expected one stack in the manifest, found ${rootArtifacts.length}`);
  }
  const [stackName, rootArtifact] = rootArtifacts[0];
  const assetManifests = artifacts
    .filter(([, artifact]) => artifact.type === 'cdk:asset-manifest')
    .map(([, artifact]) => ({ file: artifact.properties.file, content: readJson(join(directory, artifact.properties.file)) }));
  const assembly = { directory, manifest, stackName, rootArtifact, assetManifests, assets: assetsByKey(assetManifests) };
  assembly.root = loadStack(assembly, rootArtifact.properties.templateFile);
  assembly.stacks = descendants(assembly.root);
  return assembly;
}

/** Object key in the bucket → the asset's source. */
function assetsByKey(assetManifests) {
  const assets = new Map();
  for (const { content } of assetManifests) {
    for (const { source, destinations } of Object.values(content.files ?? {})) {
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, source);
    }
  }
  return assets;
}

function loadStack(assembly, file, parent, id) {
  const path = parent ? [parent.path, id].filter(Boolean).join('/') : '';
  const stack = { path, file, template: readJson(join(assembly.directory, file)), parent, id, children: {} };
  for (const [childId, resource] of Object.entries(stack.template.Resources ?? {})) {
    if (resource.Type !== 'AWS::CloudFormation::Stack') continue;
    const childFile = nestedTemplate(assembly, resource);
    if (childFile) stack.children[childId] = loadStack(assembly, childFile, stack, childId);
  }
  return stack;
}

const descendants = (stack) => [stack, ...Object.values(stack.children).flatMap(descendants)];

/** The file of a nested stack's template: by the published asset, else by the path in its metadata. */
function nestedTemplate(assembly, resource) {
  const url = JSON.stringify(resource.Properties?.TemplateURL ?? '');
  const key = url.match(/([^/"]+\.json)"/)?.[1];
  return assembly.assets.get(key)?.path ?? resource.Metadata?.['aws:asset:path'];
}

/** Every resource of every stack, as `{ id, stack, resource }`. */
export function resources(assembly, type) {
  return assembly.stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {})
      .filter(([, resource]) => !type || resource.Type === type)
      .map(([id, resource]) => ({ id, stack, resource })),
  );
}

/** The asset that a location such as `{"Fn::Sub": "s3://bucket/<key>"}` points at, as text. */
export function readLocation(assembly, location) {
  const key = JSON.stringify(location).match(/([^/"]+)"[^"]*$/)?.[1];
  const source = assembly.assets.get(key);
  if (!source) throw new Error(`no asset is published for ${JSON.stringify(location)}`);
  return readFileSync(join(assembly.directory, source.path), 'utf8');
}

/** A file of this name in one of the directory assets, as text. */
export function readFromDirectoryAssets(assembly, fileName) {
  for (const { path } of assembly.assets.values()) {
    const directory = join(assembly.directory, path);
    if (!existsSync(directory) || !statSync(directory).isDirectory()) continue;
    if (readdirSync(directory).includes(fileName)) return readFileSync(join(directory, fileName), 'utf8');
  }
  throw new Error(`no directory asset of ${assembly.directory} holds ${fileName}`);
}

/** The GraphQL schema that AppSync gets. */
export function graphqlSchema(assembly) {
  const [schema] = resources(assembly, 'AWS::AppSync::GraphQLSchema');
  if (!schema) throw new Error(`${assembly.directory} has no AWS::AppSync::GraphQLSchema`);
  const { Definition, DefinitionS3Location } = schema.resource.Properties;
  return Definition ?? readLocation(assembly, DefinitionS3Location);
}
