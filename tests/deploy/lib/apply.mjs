// SPDX-License-Identifier: Apache-2.0
// Puts an assembly into the emulator's account without the cdk CLI, whose start would take most of the time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Account, accountId } from '../emulator/account.mjs';
import { parseTemplate } from '../emulator/cloudformation/template.mjs';
import { Stack } from '../emulator/cloudformation/stack.mjs';

const regionName = 'us-east-1';
const bucket = `cdk-hnb659fds-assets-${accountId}-${regionName}`;

/** An account that was bootstrapped, as far as stacks look at it. */
export function bootstrappedRegion() {
  const account = new Account();
  const region = account.region(regionName);
  account.buckets.set(bucket, new Map());
  region.parameters.set('/cdk-bootstrap/hnb659fds/version', '21');
  return region;
}

const read = (directory, name) => JSON.parse(readFileSync(join(directory, name), 'utf8'));

/** Publishes the files of the assembly in `directory`, then makes or updates its stack. */
export function apply(region, directory) {
  const artifacts = Object.values(read(directory, 'manifest.json').artifacts);
  for (const { properties } of artifacts.filter(({ type }) => type === 'cdk:asset-manifest')) {
    for (const { source, destinations } of Object.values(read(directory, properties.file).files)) {
      for (const { objectKey } of Object.values(destinations)) {
        if (source.packaging === 'file') region.account.buckets.get(bucket).set(objectKey, readFileSync(join(directory, source.path)));
      }
    }
  }
  const { properties } = artifacts.find(({ type }) => type === 'aws:cloudformation:stack');
  const body = readFileSync(join(directory, properties.templateFile), 'utf8');
  let stack = [...region.stacks.values()].find(({ parent }) => !parent);
  const isNew = !stack;
  if (isNew) {
    stack = new Stack(region, 'backend');
    stack.register();
  }
  const definition = stack.define({ body, template: parseTemplate(body), given: {}, tags: [], capabilities: [] });
  if (isNew) stack.create(definition);
  else stack.update(definition);
  return stack;
}

/** The templates of a stack and those nested in it, by logical ids: `data/amplifyData`. */
export function templatesOf({ definition, resources }, path = '') {
  const nested = [...resources].filter(([, resource]) => resource.nested);
  return Object.assign({ [path]: definition.template }, ...nested.map(([id, resource]) => templatesOf(resource.nested, `${path}/${id}`)));
}

/** Why the update failed: the events that say so, of nested stacks too. */
export function failures(region) {
  return [...region.stacks.values()].flatMap(({ name, events }) =>
    events.filter(({ ResourceStatus }) => ResourceStatus.endsWith('_FAILED')).map((event) => `${name} ${event.LogicalResourceId}: ${event.ResourceStatusReason}`));
}
