// SPDX-License-Identifier: Apache-2.0
// What executing a definition would change.
import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../error.mjs';
import { resourceType } from './spec.mjs';

/** Names of the properties in which two values differ. */
export function changedProperties(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** Whether changes of these properties replace the resource: `True`, `Conditional` or `False`. */
export function replacement(typeName, names) {
  const properties = resourceType(typeName)?.properties;
  const kinds = names.map((name) => properties?.get(name)?.replacement ?? '');
  return kinds.includes('~') ? 'True' : kinds.includes('?') ? 'Conditional' : 'False';
}

export function checkSameType(id, resource, entry) {
  if (resource.type !== entry.Type) {
    throw invalid(`Update of resource type is not permitted. The new template modifies resource type of the following resources: [${id}]`);
  }
}

/** The changes as a change set lists them. */
export function plannedChanges(stack, definition) {
  const pending = new Set();
  const changes = [];
  for (const id of definition.ids) {
    const entry = definition.template.Resources[id];
    const resource = stack.resources.get(id);
    const properties = definition.properties(id, stack.resources, pending);
    if (!resource) {
      pending.add(id);
      changes.push({ Action: 'Add', LogicalResourceId: id, ResourceType: entry.Type, Scope: [], Details: [] });
      continue;
    }
    checkSameType(id, resource, entry);
    const names = changedProperties(resource.properties, properties);
    const metadata = !isDeepStrictEqual(resource.entry.Metadata, entry.Metadata);
    if (names.length === 0 && !metadata) continue;
    const kind = replacement(entry.Type, names);
    // Of what changes in place, the id stays; what a nested stack will put out is not known yet.
    if (kind === 'True' || (resource.nested && names.length > 0)) pending.add(id);
    changes.push({
      Action: 'Modify',
      LogicalResourceId: id,
      PhysicalResourceId: resource.physicalId,
      ResourceType: entry.Type,
      Replacement: kind,
      Scope: [...(names.length ? ['Properties'] : []), ...(metadata ? ['Metadata'] : [])],
      Details: names.map((Name) => ({
        Target: { Attribute: 'Properties', Name, RequiresRecreation: recreation[replacement(entry.Type, [Name])] },
        Evaluation: 'Static',
        ChangeSource: 'DirectModification',
      })),
    });
  }
  for (const [id, { physicalId, type }] of stack.resources) {
    if (definition.ids.includes(id)) continue;
    changes.push({ Action: 'Remove', LogicalResourceId: id, PhysicalResourceId: physicalId, ResourceType: type, Scope: [], Details: [] });
  }
  return changes;
}

const recreation = { True: 'Always', Conditional: 'Conditionally', False: 'Never' };
