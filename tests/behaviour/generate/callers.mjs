// SPDX-License-Identifier: Apache-2.0
// Everyone who might call a backend: a caller for each way in, and for each part that its rules speak of.
import { anonymous, apiKey, authorized, identities, oidcUser, role, user } from '../appsync/callers.mjs';

/** The value of a claim for a person, such that owners differ. `sub` and `username` come with the person. */
const claimOf = (claim, name) => ({ sub: `sub-${name}`, username: name })[claim] ?? `${claim}-${name}`;

/** What an item holds that belongs to a person by these claims. */
export const ownerValue = ({ claims }, name) => claims.map((claim) => claimOf(claim, name)).join('::');

/** The group that items numbered `n` name. */
export const teamOf = (n) => `team-${n}`;

/** Name → caller, for a deployment and the models of its schema. Callers of modes that the API lacks are one: `unknown mode`. */
export function callersOf(deployment, models) {
  const all = [...models.values()];
  const owners = all.flatMap((model) => model.owners);
  const groups = all.flatMap((model) => model.groups);
  const members = all.flatMap((model) => model.members);
  const named = (provider, list) => list.filter((item) => item.provider === provider);
  const claimsOf = (provider, name) =>
    Object.fromEntries(named(provider, owners).flatMap(({ claims }) => claims).filter((claim) => !['sub', 'username'].includes(claim)).map((claim) => [claim, claimOf(claim, name)]));

  const { guest, signedIn, groupRole, stranger } = identities(deployment);
  const callers = { anonymous, apiKey, guest, signedIn, groupRole, stranger, role: role() };
  const person = (name, others) => user(name, { ...others, claims: { ...claimsOf('userPools', name), ...others?.claims } });
  Object.assign(callers, { alice: person('alice'), aliceById: person('alice', { idToken: true }), bob: person('bob') });
  for (const { label, claims, groups: list } of memberships(named('userPools', members), named('userPools', groups))) {
    callers[label] = person('carol', { claims, groups: list });
  }
  callers.oidcAlice = oidcUser('sub-alice', { username: 'alice', ...claimsOf('oidc', 'alice') });
  callers.oidcNameless = oidcUser('sub-nameless');
  for (const { label, claims } of memberships(named('oidc', members), named('oidc', groups))) {
    callers[`oidc ${label}`] = oidcUser('sub-carol', { username: 'carol', ...claims });
  }
  callers.lambda = authorized({ tenant: 'a' });

  const has = ([, { mode }]) => !mode || deployment.modes.includes(mode);
  const [unknown] = Object.entries(callers).filter((entry) => !has(entry));
  return { ...Object.fromEntries(Object.entries(callers).filter(has)), ...(unknown ? { 'unknown mode': unknown[1] } : {}) };
}

/** A caller in each group, one in a group whose name holds it, and for claims of one's own one who has it as text. */
function memberships(members, groups) {
  const of = (claim, value) => ({ claims: { [claim]: value }, groups: claim === 'cognito:groups' ? value : undefined });
  const fixed = members.flatMap(({ group, claim }) => [
    { label: `member of ${group}`, ...of(claim, [group]) },
    { label: `member of Super${group}`, ...of(claim, [`Super${group}`]) },
    ...(claim === 'cognito:groups' ? [] : [
      { label: `member of ${group} by text`, ...of(claim, group) },
      { label: `member of Super${group} by text`, ...of(claim, `Super${group}`) },
    ]),
  ]);
  const named = groups.flatMap(({ claim }) => [
    { label: `member of ${teamOf(0)} by ${claim}`, ...of(claim, [teamOf(0), 'others']) },
    { label: `member of none by ${claim}`, ...of(claim, []) },
  ]);
  return [...fixed, ...named];
}
