// SPDX-License-Identifier: Apache-2.0
// What a stack shall be: a template with values for its parameters.
import { invalid } from '../error.mjs';
import { evaluator, later } from './evaluate.mjs';
import { parameterValues } from './parameters.mjs';
import { creationOrder, isCustom, isNestedStack } from './template.mjs';

export class Definition {
  /** What others export and this one imports. */
  imports = new Set();
  #conditions = {};

  /**
   * @param {import('./stack.mjs').Stack} stack
   * @param {{ template: object, body: string, given: Record<string, string>, tags: object[] }} source
   */
  constructor(stack, source) {
    Object.assign(this, source);
    this.stack = stack;
    this.parameters = parameterValues(stack.region, this.template, this.given);
    this.#checkRules();
    const { condition } = this.evaluator(new Map());
    const isLive = ({ Condition }) => Condition === undefined || condition(Condition);
    /** Logical ids, each after what it needs. */
    this.ids = creationOrder(this.template).filter((id) => isLive(this.template.Resources[id]));
    this.outputs = Object.entries(this.template.Outputs ?? {}).filter(([, output]) => isLive(output));
  }

  /** Values as they are when `resources` are there; of those in `pending`, they are for later. */
  evaluator(resources, pending = new Set()) {
    const { stack, template, parameters } = this;
    const { region } = stack;
    const pseudo = {
      'AWS::AccountId': region.account.id,
      'AWS::NotificationARNs': [],
      'AWS::Partition': 'aws',
      'AWS::Region': region.name,
      'AWS::StackId': stack.id,
      'AWS::StackName': stack.name,
      'AWS::URLSuffix': 'amazonaws.com',
    };
    return evaluator({
      template,
      conditions: this.#conditions,
      region: region.name,
      ref: (id) => pseudo[id] ?? parameters[id] ?? (pending.has(id) ? later(id) : resources.get(id)?.physicalId),
      attribute: (id, name) => (pending.has(id) ? later(`${id}.${name}`) : attributeOf(resources.get(id), id, name)),
      importValue: (name) => {
        if (!region.exports.has(name)) throw invalid(`No export named ${name} found.`);
        this.imports.add(name);
        return region.exports.get(name).value;
      },
    });
  }

  properties(id, resources, pending) {
    return this.evaluator(resources, pending).evaluate(this.template.Resources[id].Properties ?? {});
  }

  #checkRules() {
    const { evaluate } = this.evaluator(new Map());
    for (const { RuleCondition, Assertions } of Object.values(this.template.Rules ?? {})) {
      if (RuleCondition !== undefined && !evaluate(RuleCondition)) continue;
      for (const { Assert, AssertDescription } of Assertions) {
        if (!evaluate(Assert)) throw invalid(`Template error: a rule is violated: ${AssertDescription}`);
      }
    }
  }
}

function attributeOf(resource, id, name) {
  if (!resource) throw invalid(`Template error: ${id} is not there`);
  if (isNestedStack(resource.type)) {
    const output = resource.nested.outputs.find(({ OutputKey }) => `Outputs.${OutputKey}` === name);
    if (!output) throw invalid(`Template error: resource ${id} does not support attribute type ${name} in Fn::GetAtt`);
    return output.OutputValue;
  }
  if (isCustom(resource.type)) return `${resource.physicalId}-${name}`;
  const value = resource.attributes?.[name];
  return value ?? `${resource.physicalId}-${name}`;
}
