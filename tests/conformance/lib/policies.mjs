// SPDX-License-Identifier: Apache-2.0
// What a role may do, whichever inline, attached or managed policies say so.
import { resources } from './assembly.mjs';

const list = (value) => (value === undefined ? [] : [value].flat());

/** A policy document's meaning: one line for each effect, principal, action, resource and condition. */
export function policyLines(document) {
  const lines = list(document?.Statement).flatMap((statement) =>
    list(statement.Action ?? '*').flatMap((action) =>
      list(statement.Resource ?? '-').map((resource) =>
        [
          statement.Effect,
          action,
          `on ${typeof resource === 'string' ? resource : JSON.stringify(resource)}`,
          statement.Principal && `by ${sorted(statement.Principal)}`,
          statement.Condition && `if ${sorted(statement.Condition)}`,
        ].filter(Boolean).join(' '),
      ),
    ),
  );
  return [...new Set(lines)].sort();
}

/** A role by what it is: `${AWS::IAM::Role[authenticated]}` for one of the backend, else its name. */
const roleName = (role) => (role.startsWith('${') ? role.slice(2, -1) : `role ${role}`);

/** Role name → policy lines, from inline policies and from policies attached to roles. */
export function permissions(assembly, names, normalize) {
  const byRole = new Map();
  const grant = (role, document) => byRole.set(role, [...new Set([...(byRole.get(role) ?? []), ...policyLines(document)])].sort());
  for (const { resource, stack } of resources(assembly)) {
    const properties = resource.Properties ?? {};
    if (resource.Type === 'AWS::IAM::Role') {
      for (const policy of properties.Policies ?? []) {
        grant(names.get(resource), normalize(policy.PolicyDocument, stack));
      }
    } else if (['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'].includes(resource.Type)) {
      const roles = normalize([...(properties.Roles ?? []), ...list(properties.RoleName)], stack);
      for (const role of roles) grant(roleName(role), normalize(properties.PolicyDocument, stack));
    }
  }
  return byRole;
}

/** JSON with keys in order. */
const sorted = (value) =>
  JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort()) : item,
  );
