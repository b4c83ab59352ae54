// SPDX-License-Identifier: Apache-2.0
// `backend diff` classifies changes of the API as graphql-js does.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backendIn } from './lib/backend.mjs';
import { temporaryDirectory } from './lib/cdk.mjs';
import { require } from './lib/packages.mjs';
import { pair } from './lib/schemas.mjs';

const { buildSchema, findBreakingChanges, findDangerousChanges } = require('graphql');
const directory = temporaryDirectory();
const backend = backendIn(directory);
const [first, last = first] = (process.env.AMPLIFY_RANDOM_SEEDS ?? '0-39').split('-').map(Number);

function run(schema, ...args) {
  const { status, stdout, stderr } = backend(schema, ...args);
  assert.equal(status, 0, `${stderr}\n${schema}`);
  return stdout;
}

const scalars = ['AWSDate', 'AWSTime', 'AWSDateTime', 'AWSTimestamp', 'AWSEmail', 'AWSJSON', 'AWSPhone', 'AWSURL', 'AWSIPAddress'];
const graphql = (schema) =>
  buildSchema(`${run(schema, 'print', '--graphql')}\n${scalars.map((name) => `scalar ${name}`).join('\n')}`, { assumeValidSDL: true });

/** graphql-js tells the place in its sentences alone: `Post.title`, or the argument after a field. */
function peerChanges(before, after) {
  const [old, now] = [before, after].map(graphql);
  const named = (criticality) => ({ type, description }) => ({ criticality, change: type, description });
  return [...findBreakingChanges(old, now).map(named('breaking')), ...findDangerousChanges(old, now).map(named('dangerous'))]
    .filter(({ description }) => !description.startsWith('Standard scalar'))
    .map(({ criticality, change, description }) => `${criticality} ${change} ${placeIn(change, description)}`)
    .sort();
}

function placeIn(change, description) {
  const words = description.match(/[A-Za-z_][\w.]*/g);
  if (/^An? (required|optional) field (\w+) on input type (\w+)/.test(description)) return description.replace(/^An? \w+ field (\w+) on input type (\w+).*/, '$2.$1');
  if (/^An? (required|optional) arg (\w+) on/.test(description)) return description.replace(/^An? \w+ arg (\w+) on ([\w.]+).*/, '$2($1)');
  if (change === 'VALUE_REMOVED_FROM_ENUM') return description.replace(/^(\w+) was removed from enum type (\w+).*/, '$2.$1');
  if (change === 'VALUE_ADDED_TO_ENUM') return description.replace(/^(\w+) was added to enum type (\w+).*/, '$2.$1');
  if (change === 'ARG_REMOVED') return description.replace(/^([\w.]+) arg (\w+) was.*/, '$1($2)');
  if (change === 'ARG_CHANGED_KIND') return description.replace(/^([\w.]+) arg (\w+) has.*/, '$1($2)');
  return words[0].replace(/\.$/, '');
}

describe('changes of the API', () => {
  let compared = 0;
  for (let seed = first; seed <= last; ++seed) {
    test(`of seed ${seed}`, () => {
      const [before, after] = pair(seed);
      run(before, 'synth', '--output', 'before');
      const { api } = JSON.parse(run(after, 'diff', '--against', 'before', '--json'));
      const ours = api.filter(({ criticality }) => criticality !== 'safe').map(({ criticality, change, path }) => `${criticality} ${change} ${path}`).sort();
      assert.deepEqual(ours, peerChanges(before, after));
      compared += ours.length;
    });
  }
  test('are enough to compare', () => assert.ok(first !== 0 || last < 39 || compared > 200, `${compared}`));
});
