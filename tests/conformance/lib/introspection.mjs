// SPDX-License-Identifier: Apache-2.0
// Model introspection: what client libraries get as `data.model_introspection`.
import { createRequire } from 'node:module';
import { readFromDirectoryAssets, readLocation } from './assembly.mjs';
import { normalizer } from './normalize.mjs';

const { generateModels } = createRequire(import.meta.url)('@aws-amplify/graphql-generator');

/** What Amplify's tools compute from the models' SDL. */
export async function introspectionOf(sdl) {
  const files = await generateModels({ schema: sdl, target: 'introspection' });
  return JSON.parse(Object.values(files)[0]);
}

export const peerIntrospection = (assembly) => JSON.parse(readFromDirectoryAssets(assembly, 'modelIntrospectionSchema.json'));

export const peerModelSchema = (assembly) => readFromDirectoryAssets(assembly, 'model-schema.graphql');

/** The models' SDL behind the root output `amplifyApiModelSchemaS3Uri`, an asset of the assembly. */
export function ourModelSchema(assembly) {
  const output = assembly.root.template.Outputs?.amplifyApiModelSchemaS3Uri;
  if (!output) throw new Error('the root stack has no output amplifyApiModelSchemaS3Uri');
  const uri = normalizer(assembly, { keepHashes: true })(output.Value, assembly.root);
  if (!uri.startsWith('s3://')) throw new Error(`amplifyApiModelSchemaS3Uri is no S3 URI: ${uri}`);
  return readLocation(assembly, uri);
}
