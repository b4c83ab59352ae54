// SPDX-License-Identifier: Apache-2.0
// Answers the same questions with @cloud-copilot/iam-simulate: node peer.mjs < SIMULATIONS.json
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { text } from 'node:stream/consumers';

const answers = [];
for (const simulation of JSON.parse(await text(process.stdin))) {
  const result = await runSimulation(simulation, {});
  if (result.resultType === 'error') throw new Error(JSON.stringify({ errors: result.errors, simulation }));
  answers.push(result.overallResult);
}
console.log(JSON.stringify(answers));
