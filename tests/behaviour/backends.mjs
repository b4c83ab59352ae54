// SPDX-License-Identifier: Apache-2.0
// A backend's two deployments, the peer's and ours, ready for requests.
import { ours, peers } from '../conformance/lib/backends.mjs';
import { peerModelSchema } from '../conformance/lib/introspection.mjs';
import { javaScript } from './appsync/programs.mjs';
import { deployment } from './deployment.mjs';
import { Side } from './differential.mjs';
import { callersOf } from './generate/callers.mjs';
import { Backend } from './generate/backend.mjs';
import { sample, stored } from './generate/samples.mjs';
import { vtl } from './peer/vtl.mjs';

/** The peer has JavaScript beside its templates: that of handlers. */
function templatesAndJavaScript() {
  const languages = { templates: vtl(), code: javaScript() };
  return (source, name) => languages[source.code === undefined ? 'templates' : 'code'](source, name);
}

/** A side that plays the peer. AppSync's promises about failed conditions are not what its clients rely on. */
const asPeer = { compile: templatesAndJavaScript, keepsDocumentedPromises: false };
const asOurs = { compile: javaScript, keepsDocumentedPromises: true };

async function sideOf(description, { compile, keepsDocumentedPromises }) {
  const answer = ({ typeName, fieldName }) => {
    const { type } = side.api.schema.getType(typeName).getFields()[fieldName];
    return stored(type, sample(type, 0)) ?? null;
  };
  const side = await Side.of(description, { compile: compile(), keepsDocumentedPromises, answer });
  return side;
}

/** `{ backend, peer, ours, callers }` of a name, or of two assemblies. */
export async function pairOf(name, { peer = peers(name), our = ours(name), ourRole = asOurs } = {}) {
  const descriptions = { peer: deployment(peer), ours: deployment(our) };
  const sides = { peer: await sideOf(descriptions.peer, asPeer), ours: await sideOf(descriptions.ours, ourRole) };
  const backend = new Backend(descriptions.peer, peerModelSchema(peer), sides.peer.api.schema);
  const callers = { peer: callersOf(descriptions.peer, backend.models), ours: callersOf(descriptions.ours, backend.models) };
  return { backend, callers, descriptions, ...sides };
}

/** Both sides play the peer: what the harness finds then is its own fault. */
export const twiceThePeer = (assembly) => pairOf(undefined, { peer: assembly, our: assembly, ourRole: asPeer });
