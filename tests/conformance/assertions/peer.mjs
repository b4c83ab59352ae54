// SPDX-License-Identifier: Apache-2.0
// The twin of app.cpp, with the CDK's assertions: node peer.mjs < CASES.json
import { Capture, Match, Template } from 'aws-cdk-lib/assertions';
import { text } from 'node:stream/consumers';

console.log(JSON.stringify(JSON.parse(await text(process.stdin)).map(result)));

function result({ template: body, pattern: spec }) {
  const template = Template.fromJSON(body);
  const captures = [];
  const pattern = () => of(spec, captures);
  const found = Object.keys(template.findResources('Foo::Bar', Match.objectLike({ Properties: pattern() }))).sort();
  captures.length = 0;
  const has = holds(() => template.hasResourceProperties('Foo::Bar', pattern()));
  const captured = captures.map((capture) => capture._captured);
  return { has, all: holds(() => template.allResourcesProperties('Foo::Bar', pattern())), found, captured };
}

function holds(assertion) {
  try {
    assertion();
    return true;
  } catch (error) {
    if (error.name !== 'AssertionError') throw error;
    return false;
  }
}

function of(spec, captures) {
  if (Array.isArray(spec)) return spec.map((item) => of(item, captures));
  if (typeof spec !== 'object') return spec;
  if (!('$' in spec)) return Object.fromEntries(Object.entries(spec).map(([key, item]) => [key, of(item, captures)]));
  const argument = 'of' in spec ? [of(spec.of, captures)] : [];
  if (spec.$ !== 'capture') return Match[spec.$](...argument);
  const capture = new Capture(...argument);
  captures.push(capture);
  return capture;
}
