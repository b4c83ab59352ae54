// SPDX-License-Identifier: Apache-2.0
// A stack, and how it comes to what a definition says.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../error.mjs';
import { changedProperties, checkSameType, replacement } from './changes.mjs';
import { Definition } from './definition.mjs';
import { afterCreate, afterUpdate, beforeDelete, checkRename, checkResource, checkUpdate } from './effects.mjs';
import { identify } from './identity.mjs';
import { creationOrder, isNestedStack, parseTemplate } from './template.mjs';

/**
 * @typedef {object} Resource
 * @property {string} type
 * @property {string} physicalId
 * @property {object=} attributes
 * @property {object} properties  without functions
 * @property {object} entry       as the template has it
 * @property {string} status
 * @property {Stack=} nested
 */

export class Stack {
  /** @type {Map<string, Resource>} */
  resources = new Map();
  outputs = [];
  events = [];
  changeSets = new Map();
  created = new Date();
  status = 'REVIEW_IN_PROGRESS';

  constructor(region, name, parent) {
    this.region = region;
    this.name = name;
    this.parent = parent;
    this.id = `arn:aws:cloudformation:${region.name}:${region.account.id}:stack/${name}/${randomUUID()}`;
  }

  /** Until then, nobody knows of the stack. */
  register() {
    this.region.stacks.set(this.id, this);
  }

  get root() {
    return this.parent?.root ?? this;
  }

  get isDeleted() {
    return this.status === 'DELETE_COMPLETE';
  }

  define(source) {
    return new Definition(this, source);
  }

  create(definition) {
    this.#setStatus('CREATE_IN_PROGRESS');
    try {
      for (const id of definition.ids) this.#create(id, definition);
      this.#finish(definition);
      this.#setStatus('CREATE_COMPLETE');
    } catch (error) {
      this.#setStatus('ROLLBACK_IN_PROGRESS', reasonOf(error));
      for (const id of [...this.resources.keys()].reverse()) this.#delete(id, this.resources.get(id), 'Delete');
      this.resources.clear();
      this.definition = definition;
      this.#setStatus('ROLLBACK_COMPLETE');
    }
  }

  update(definition) {
    const before = { resources: new Map(this.resources), outputs: this.outputs, definition: this.definition };
    const undo = [];
    const obsolete = [];
    this.updated = new Date();
    this.#setStatus('UPDATE_IN_PROGRESS');
    try {
      for (const id of definition.ids) this.#createOrUpdate(id, definition, undo, obsolete);
      this.#finish(definition);
    } catch (error) {
      this.#setStatus('UPDATE_ROLLBACK_IN_PROGRESS', reasonOf(error));
      for (const step of undo.reverse()) step();
      Object.assign(this, before);
      this.#setExports();
      this.#setStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
      this.#setStatus('UPDATE_ROLLBACK_COMPLETE');
      return;
    }
    this.#setStatus('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    for (const id of creationOrder(before.definition.template).reverse()) {
      const resource = before.resources.get(id);
      if (!resource || definition.ids.includes(id)) continue;
      obsolete.push([id, resource, resource.entry.DeletionPolicy]);
      this.resources.delete(id);
    }
    for (const [id, resource, policy] of obsolete) {
      try {
        this.#delete(id, resource, policy);
      } catch {
        // Its event tells. What is left over doesn't make an update fail.
      }
    }
    this.#setStatus('UPDATE_COMPLETE');
  }

  delete() {
    if (this.terminationProtection) throw invalid(`Stack [${this.name}] cannot be deleted while TerminationProtection is enabled`);
    this.#checkExportsUnused(() => true, 'deleted');
    this.#setStatus('DELETE_IN_PROGRESS');
    try {
      for (const id of this.definition ? creationOrder(this.definition.template).reverse() : []) {
        const resource = this.resources.get(id);
        if (!resource) continue;
        this.#delete(id, resource, resource.entry.DeletionPolicy);
        this.resources.delete(id);
      }
      this.outputs = [];
      this.#setExports();
      this.deleted = new Date();
      this.#setStatus('DELETE_COMPLETE');
    } catch (error) {
      this.#setStatus('DELETE_FAILED', reasonOf(error));
    }
  }

  #setStatus(status, reason) {
    this.status = status;
    this.statusReason = reason;
    this.#log(this.name, { type: 'AWS::CloudFormation::Stack', physicalId: this.id }, status, reason);
  }

  /** Clients put events in order by their time, so no two have the same. */
  #now() {
    const last = this.events.at(-1)?.Timestamp ?? 0;
    return new Date(Math.max(Date.now(), Number(last) + 1));
  }

  #log(id, { type, physicalId }, status, reason) {
    this.events.push({
      StackId: this.id,
      EventId: randomUUID(),
      StackName: this.name,
      LogicalResourceId: id,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      Timestamp: this.#now(),
      ResourceStatus: status,
      ResourceStatusReason: reason,
    });
  }

  /** Logs an operation on a resource around `action`, and lets it fail if somebody wants that. */
  #operate(operation, id, resource, action) {
    const { failures } = this.region.account;
    this.#log(id, resource, `${operation}_IN_PROGRESS`);
    try {
      const wanted = failures.findIndex(
        (failure) => failure.logicalId === id && failure.operation === operation && (failure.stackName ?? this.name) === this.name,
      );
      if (wanted >= 0) throw invalid(failures.splice(wanted, 1)[0].reason ?? 'it was told to fail');
      action();
    } catch (error) {
      resource.status = `${operation}_FAILED`;
      this.#log(id, resource, resource.status, error.message);
      throw new ResourceFailure(operation, id, error.message);
    }
    resource.status = `${operation}_COMPLETE`;
    this.#log(id, resource, resource.status);
  }

  #create(id, definition) {
    const entry = definition.template.Resources[id];
    const resource = { type: entry.Type, entry, physicalId: '', properties: {} };
    this.#operate('CREATE', id, resource, () => {
      resource.properties = definition.properties(id, this.resources);
      checkResource(this.region, entry.Type, resource.properties);
      if (isNestedStack(entry.Type)) {
        this.#createNested(id, resource);
      } else {
        Object.assign(resource, identify(this.region, entry.Type, resource.properties, this.name, id));
        afterCreate(this.region, resource);
      }
    });
    this.resources.set(id, resource);
    return resource;
  }

  #createNested(id, resource) {
    const name = `${this.name.slice(0, 80)}-${id.slice(0, 24)}-${this.region.account.unique(12, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')}`;
    const nested = new Stack(this.region, name, this);
    nested.register();
    resource.nested = nested;
    resource.physicalId = nested.id;
    this.#log(id, resource, 'CREATE_IN_PROGRESS', 'Resource creation Initiated'); // with the id, by which others find its events
    nested.create(nested.define(this.#nestedSource(resource.properties)));
    if (nested.status !== 'CREATE_COMPLETE') {
      throw invalid(`Embedded stack ${nested.id} was not successfully created: ${nested.#failure('CREATE')}`);
    }
  }

  #failure(operation) {
    const failed = this.events.filter(({ ResourceStatus }) => ResourceStatus === `${operation}_FAILED`).map((event) => event.LogicalResourceId);
    return `The following resource(s) failed to ${operation.toLowerCase()}: [${failed.join(', ')}].`;
  }

  #nestedSource({ TemplateURL, Parameters = {}, Tags }) {
    const body = templateAt(this.region.account, TemplateURL);
    return { body, template: parseTemplate(body), given: Parameters, tags: Tags ?? this.definition?.tags ?? [] };
  }

  #createOrUpdate(id, definition, undo, obsolete) {
    const entry = definition.template.Resources[id];
    const resource = this.resources.get(id);
    if (!resource) {
      const made = this.#create(id, definition);
      undo.push(() => this.#delete(id, made, 'Delete'));
      return;
    }
    checkSameType(id, resource, entry);
    const properties = definition.properties(id, this.resources);
    const changed = changedProperties(resource.properties, properties);
    if (changed.length === 0) {
      this.resources.set(id, { ...resource, entry });
    } else if (replacement(entry.Type, changed) === 'True') {
      this.#log(id, resource, 'UPDATE_IN_PROGRESS', 'Requested update requires the creation of a new physical resource; hence creating one.');
      checkRename(entry.Type, resource, properties);
      const made = this.#create(id, definition);
      undo.push(() => this.#delete(id, made, 'Delete'));
      obsolete.push([id, resource, resource.entry.UpdateReplacePolicy]);
    } else {
      this.#updateInPlace(id, resource, { ...resource, entry, properties }, undo);
    }
  }

  #updateInPlace(id, before, after, undo) {
    this.#operate('UPDATE', id, after, () => {
      checkResource(this.region, after.type, after.properties);
      checkUpdate(after.type, before.properties, after.properties);
      if (after.nested) this.#updateNested(after.nested, after.properties, undo);
      else afterUpdate(this.region, after);
    });
    this.resources.set(id, after);
    undo.push(() => {
      this.#operate('UPDATE', id, { ...before }, () => afterUpdate(this.region, before));
    });
  }

  #updateNested(nested, properties, undo) {
    const previous = nested.definition;
    const source = this.#nestedSource(properties);
    const isSame = source.body === previous.body && isDeepStrictEqual([source.given, source.tags], [previous.given, previous.tags]);
    if (isSame) return;
    nested.update(nested.define(source));
    if (nested.status !== 'UPDATE_COMPLETE') {
      throw invalid(`Embedded stack ${nested.id} was not successfully updated. Currently in ${nested.status} with reason: ${nested.#failure('UPDATE')}`);
    }
    undo.push(() => nested.update(nested.define(previous)));
  }

  #delete(id, resource, policy = 'Delete') {
    if (policy.startsWith('Retain')) {
      this.region.account.retained.push({ type: resource.type, physicalId: resource.physicalId });
      this.#log(id, resource, 'DELETE_SKIPPED');
      return;
    }
    this.#operate('DELETE', id, resource, () => {
      if (!resource.nested) {
        beforeDelete(this.region, resource);
        return;
      }
      resource.nested.delete();
      if (!resource.nested.isDeleted) throw invalid(`Embedded stack ${resource.nested.id} was not successfully deleted: ${resource.nested.statusReason}`);
    });
  }

  #finish(definition) {
    const { evaluate } = definition.evaluator(this.resources);
    const outputs = definition.outputs.map(([OutputKey, { Value, Description, Export }]) => {
      const OutputValue = evaluate(Value);
      if (OutputValue === undefined || typeof OutputValue === 'object') {
        throw invalid(`Template format error: Output ${OutputKey} must evaluate to a string`);
      }
      return { OutputKey, OutputValue: String(OutputValue), Description, ExportName: Export && evaluate(Export.Name) };
    });
    const values = new Map(outputs.map(({ ExportName, OutputValue }) => [ExportName, OutputValue]));
    this.#checkExportsUnused(({ ExportName, OutputValue }) => values.get(ExportName) !== OutputValue, 'updated');
    for (const { ExportName } of outputs) {
      const other = ExportName && this.region.exports.get(ExportName);
      if (other && other.stackId !== this.id) throw invalid(`Export with name ${ExportName} is already exported by stack ${other.stackId}`);
    }
    this.outputs = outputs;
    this.definition = definition;
    this.#setExports();
  }

  #setExports() {
    const { exports } = this.region;
    for (const [name, { stackId }] of exports) if (stackId === this.id) exports.delete(name);
    for (const { ExportName, OutputValue } of this.outputs) {
      if (ExportName) exports.set(ExportName, { value: OutputValue, stackId: this.id });
    }
  }

  #checkExportsUnused(concerns, what) {
    for (const output of this.outputs.filter(({ ExportName }) => ExportName).filter(concerns)) {
      const users = [...this.region.stacks.values()].filter((stack) => !stack.isDeleted && stack.definition?.imports.has(output.ExportName));
      if (users.length) throw invalid(`Export ${output.ExportName} cannot be ${what} as it is in use by ${users.map(({ name }) => name).join(', ')}`);
    }
  }
}

class ResourceFailure extends Error {
  constructor(operation, id, message) {
    super(message);
    this.summary = `The following resource(s) failed to ${operation.toLowerCase()}: [${id}]. `;
  }
}

const reasonOf = (error) => error.summary ?? error.message;

/** `https://s3.us-east-1.amazonaws.com/bucket/key`, or the same at this emulator. */
export function templateAt(account, url) {
  const [, bucket, ...key] = new URL(url).pathname.split('/').map(decodeURIComponent);
  const content = account.buckets.get(bucket)?.get(key.join('/'));
  if (!content) throw invalid(`S3 error: there is no template at ${url}`);
  return content.toString();
}
