// SPDX-License-Identifier: Apache-2.0
// The function that hands secrets to resources which take them as texts alone: reads them while the backend is
// deployed, those of the deployment before those that all branches of its app share.
const { SSM } = require('@aws-sdk/client-ssm');

async function lookUp({ secretNames, prefixes }) {
  const parameters = new SSM();
  const secrets = await Promise.all(secretNames.map((name) => find(parameters, name, prefixes)));
  // NoEcho keeps them out of what CloudFormation shows.
  return { NoEcho: true, Data: Object.fromEntries(secretNames.map((name, i) => [name, secrets[i]])) };
}

async function find(parameters, name, prefixes) {
  for (const prefix of prefixes) {
    try {
      const { Parameter } = await parameters.getParameter({ Name: `${prefix}/${name}`, WithDecryption: true });
      return Parameter.Value;
    } catch (error) {
      if (error.name !== 'ParameterNotFound') throw error;
    }
  }
  throw new Error(`There is no secret ${name}: neither ${prefixes.map((prefix) => `${prefix}/${name}`).join(' nor ')}.`);
}
