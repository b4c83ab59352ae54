// SPDX-License-Identifier: Apache-2.0
// What is deployed, and how it is changed then.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.env.AMPLIFY_EXAMPLES;
if (!directory) throw new Error('set AMPLIFY_EXAMPLES to the directory that holds <name>/backend and <name>/app');

export function program(name) {
  const found = ['backend', 'app'].map((each) => join(directory, name, each)).find(existsSync);
  if (!found) throw new Error(`the example ${name} isn't built in ${directory}`);
  return found;
}

const named = (name) => ['-c', `amplify-backend-name=${name}`];

/** `change` is what `cdk deploy` gets the second time: another app in the place of the first, or other context. */
export const deployments = {
  seed: { app: 'seed', context: named('seed'), change: { app: 'todo', context: named('seed') } },
  todo: { app: 'todo', context: named('todo'), change: { app: 'seed', context: named('todo') } },
  blog: { app: 'blog', context: named('blog'), change: { app: 'todo', context: named('blog') } },
  photo_share: { app: 'photo_share', context: named('photos'), change: { app: 'seed', context: named('photos') } },
  escape_hatch: {
    app: 'escape_hatch',
    context: named('hatch'),
    change: { app: 'escape_hatch', context: [...named('hatch'), '-c', 'logLevel=debug'] },
  },
  plain_cdk: { app: 'plain_cdk', context: [], change: { app: 'plain_cdk', context: ['-c', 'stage=prod'] } },
};
