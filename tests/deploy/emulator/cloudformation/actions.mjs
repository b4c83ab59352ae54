// SPDX-License-Identifier: Apache-2.0
// The actions of CloudFormation's API that the CLIs call.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { invalid, ServiceError } from '../error.mjs';
import { answerQuery } from '../query.mjs';
import { plannedChanges } from './changes.mjs';
import { givenParameters } from './parameters.mjs';
import { Stack, templateAt } from './stack.mjs';
import { parseTemplate } from './template.mjs';

const namespace = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';
const maximalInlineBytes = 51_200;

export const answerCloudFormation = (region, { body }) => answerQuery('CloudFormation', namespace, actionsOf(region), body.toString());

const actionsOf = (region) => {
  const find = (name) => [...region.stacks.values()].find((stack) => stack.id === name || (stack.name === name && !stack.isDeleted));
  const get = (name) => {
    const stack = find(name);
    if (!stack) throw invalid(`Stack with id ${name} does not exist`);
    return stack;
  };
  const getChangeSet = ({ ChangeSetName: name, StackName }) => {
    const stacks = StackName ? [find(StackName)].filter(Boolean) : [...region.stacks.values()];
    const found = stacks.flatMap((stack) => [...stack.changeSets.values()]).find((each) => each.name === name || each.id === name);
    if (!found) throw new ServiceError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404);
    return found;
  };

  return {
    DescribeStacks: {
      takes: ['StackName', 'NextToken'],
      does: ({ StackName }) => {
        const stacks = StackName ? [get(StackName)] : [...region.stacks.values()].filter(({ isDeleted }) => !isDeleted);
        return { Stacks: stacks.map(describedStack) };
      },
    },

    DescribeStackEvents: {
      takes: ['StackName', 'NextToken'],
      does: ({ StackName }) => ({ StackEvents: [...get(StackName).events].reverse() }),
    },

    ListStackResources: {
      takes: ['StackName', 'NextToken'],
      does: ({ StackName }) => ({ StackResourceSummaries: [...get(StackName).resources].map(([id, resource]) => describedResource(id, resource)) }),
    },

    DescribeStackResources: {
      takes: ['StackName'],
      does: ({ StackName }) => {
        const stack = get(StackName);
        const resources = [...stack.resources].map(([id, resource]) => ({
          ...describedResource(id, resource), StackId: stack.id, StackName: stack.name, Timestamp: stack.updated ?? stack.created,
        }));
        return { StackResources: resources };
      },
    },

    GetTemplate: {
      takes: ['StackName', 'TemplateStage'],
      does: ({ StackName, TemplateStage = 'Original' }) => {
        if (TemplateStage !== 'Original') throw invalid(`there is no template of stage ${TemplateStage} here`);
        return { TemplateBody: get(StackName).definition?.body ?? '{}', StagesAvailable: ['Original'] };
      },
    },

    GetTemplateSummary: {
      takes: ['StackName', 'TemplateBody', 'TemplateURL'],
      does: (request) => {
        const template = request.StackName ? get(request.StackName).definition.template : parseTemplate(templateText(region, request));
        return {
          Parameters: Object.entries(template.Parameters ?? {}).map(([ParameterKey, { Type, Default, NoEcho, Description }]) => ({
            ParameterKey, ParameterType: Type, DefaultValue: Default, NoEcho: Boolean(NoEcho), Description,
          })),
          Description: template.Description,
          ResourceTypes: [...new Set(Object.values(template.Resources).map(({ Type }) => Type))],
          Metadata: template.Metadata && JSON.stringify(template.Metadata),
          Version: template.AWSTemplateFormatVersion,
        };
      },
    },

    CreateStack: {
      takes: [...sourceParameters, ...deploymentParameters, 'EnableTerminationProtection', 'OnFailure'],
      does: (request) => {
        if (find(request.StackName)) throw new ServiceError('AlreadyExistsException', `Stack [${request.StackName}] already exists`);
        const stack = newStack(region, request);
        stack.terminationProtection = request.EnableTerminationProtection === 'true';
        const definition = defined(region, stack, request);
        stack.register();
        stack.create(definition);
        return { StackId: stack.id };
      },
    },

    UpdateStack: {
      takes: [...sourceParameters, ...deploymentParameters],
      does: (request) => {
        const stack = get(request.StackName);
        checkUpdatable(stack);
        const definition = defined(region, stack, request);
        if (isSame(stack, definition)) throw invalid('No updates are to be performed.');
        stack.update(definition);
        return { StackId: stack.id };
      },
    },

    UpdateTerminationProtection: {
      takes: ['StackName', 'EnableTerminationProtection'],
      does: ({ StackName, EnableTerminationProtection }) => {
        const stack = get(StackName);
        stack.terminationProtection = EnableTerminationProtection === 'true';
        return { StackId: stack.id };
      },
    },

    DeleteStack: {
      takes: ['StackName', 'RoleARN', 'RetainResources[]', 'ClientRequestToken', 'DeploymentConfig'],
      does: ({ StackName, RetainResources }) => {
        if (RetainResources) throw invalid('resources are retained by their policy alone here');
        const stack = find(StackName);
        if (stack && !stack.isDeleted) stack.delete();
      },
    },

    CreateChangeSet: {
      takes: [...sourceParameters, ...deploymentParameters, 'ChangeSetName', 'ChangeSetType', 'Description', 'IncludeNestedStacks', 'ImportExistingResources'],
      does: (request) => {
        const { ChangeSetName, ChangeSetType = 'UPDATE', StackName, Description } = request;
        const stack = ChangeSetType === 'CREATE' ? find(StackName) ?? newStack(region, request) : get(StackName);
        if (ChangeSetType === 'CREATE' && stack.status !== 'REVIEW_IN_PROGRESS') {
          throw new ServiceError('AlreadyExistsException', `Stack [${StackName}] already exists and cannot be created again with the changeSet [${ChangeSetName}]`);
        }
        if (ChangeSetType === 'UPDATE') checkUpdatable(stack);
        if (stack.changeSets.has(ChangeSetName)) throw new ServiceError('AlreadyExistsException', `ChangeSet ${ChangeSetName} already exists`);
        const definition = defined(region, stack, request);
        const changes = plannedChanges(stack, definition);
        const isEmpty = ChangeSetType === 'UPDATE' && isSame(stack, definition);
        const changeSet = {
          name: ChangeSetName,
          id: `arn:aws:cloudformation:${region.name}:${region.account.id}:changeSet/${ChangeSetName}/${randomUUID()}`,
          created: new Date(),
          description: Description,
          stack, definition, changes,
          type: ChangeSetType,
          status: isEmpty ? 'FAILED' : 'CREATE_COMPLETE',
          reason: isEmpty ? "The submitted information didn't contain changes. Submit different information to create a change set." : undefined,
        };
        stack.register();
        stack.changeSets.set(ChangeSetName, changeSet);
        return { Id: changeSet.id, StackId: stack.id };
      },
    },

    DescribeChangeSet: {
      takes: ['ChangeSetName', 'StackName', 'NextToken', 'IncludePropertyValues'],
      does: (request) => {
        const { name, id, stack, changes, created, definition, description, reason, status } = getChangeSet(request);
        return {
          ChangeSetName: name, ChangeSetId: id, StackId: stack.id, StackName: stack.name, Description: description,
          CreationTime: created, Status: status, StatusReason: reason,
          ExecutionStatus: status === 'FAILED' ? 'UNAVAILABLE' : 'AVAILABLE',
          Parameters: describedParameters(definition), Tags: definition.tags,
          Changes: changes.map((ResourceChange) => ({ Type: 'Resource', ResourceChange })),
        };
      },
    },

    DeleteChangeSet: {
      takes: ['ChangeSetName', 'StackName'],
      does: ({ ChangeSetName, StackName }) => {
        find(StackName)?.changeSets.delete(ChangeSetName);
      },
    },

    ExecuteChangeSet: {
      takes: ['ChangeSetName', 'StackName', 'ClientRequestToken', 'DisableRollback'],
      does: (request) => {
        if (request.DisableRollback === 'true') throw invalid('failures are always rolled back here');
        const { definition, name, stack, status, type } = getChangeSet(request);
        if (status !== 'CREATE_COMPLETE') throw new ServiceError('InvalidChangeSetStatus', `ChangeSet [${name}] cannot be executed in its current status of [${status}]`);
        stack.changeSets.clear();
        if (type === 'CREATE') stack.create(definition);
        else stack.update(definition);
      },
    },
  };
};

const sourceParameters = ['StackName', 'TemplateBody', 'TemplateURL', 'UsePreviousTemplate', 'Parameters[]'];
const deploymentParameters = ['Capabilities[]', 'ClientRequestToken', 'ClientToken', 'DisableRollback', 'NotificationARNs[]', 'RoleARN', 'Tags[]', 'DeploymentConfig'];

function newStack(region, { StackName }) {
  if (!/^[A-Za-z][-A-Za-z0-9]{0,127}$/.test(StackName)) throw invalid(`1 validation error detected: Value '${StackName}' at 'stackName' failed to satisfy constraint`);
  return new Stack(region, StackName);
}

function templateText(region, { TemplateBody, TemplateURL }) {
  if (TemplateURL) return templateAt(region.account, TemplateURL);
  if (Buffer.byteLength(TemplateBody ?? '') > maximalInlineBytes) throw invalid(`'templateBody' is longer than ${maximalInlineBytes} bytes`);
  return TemplateBody;
}

function defined(region, stack, request) {
  const body = request.UsePreviousTemplate === 'true' ? stack.definition.body : templateText(region, request);
  const template = parseTemplate(body);
  checkCapabilities(template, request.Capabilities ?? []);
  const given = givenParameters(request.Parameters, stack.definition);
  stack.roleArn = request.RoleARN ?? stack.roleArn;
  if (stack.roleArn && !region.account.roles.has(stack.roleArn.split('/').pop())) throw invalid(`Role ${stack.roleArn} is invalid or cannot be assumed`);
  return stack.define({ body, template, given, tags: request.Tags ?? stack.definition?.tags ?? [], capabilities: request.Capabilities ?? [] });
}

/** Templates that grant permissions need the caller's word for it. */
function checkCapabilities({ Resources }, capabilities) {
  const named = ['CAPABILITY_NAMED_IAM'];
  const need = (type, allowed) => {
    const uses = Object.values(Resources).some(({ Type, Properties = {} }) => type(Type, Properties));
    if (uses && !capabilities.some((each) => allowed.includes(each))) {
      throw new ServiceError('InsufficientCapabilitiesException', `Requires capabilities : [${allowed[0]}]`);
    }
  };
  need((type) => type.startsWith('AWS::IAM::'), ['CAPABILITY_IAM', ...named]);
  need((type, { RoleName, ManagedPolicyName, UserName, GroupName }) => type.startsWith('AWS::IAM::') && (RoleName ?? ManagedPolicyName ?? UserName ?? GroupName), named);
  need((type) => type === 'AWS::CloudFormation::Stack', ['CAPABILITY_IAM', ...named]);
}

function checkUpdatable({ name, status }) {
  const isStable = /_COMPLETE$/.test(status) && !['ROLLBACK_COMPLETE', 'DELETE_COMPLETE'].includes(status);
  if (!isStable) throw invalid(`Stack:${name} is in ${status} state and can not be updated.`);
}

const isSame = ({ definition: before }, after) =>
  isDeepStrictEqual([before.template, before.parameters, before.tags], [after.template, after.parameters, after.tags]);

function describedStack(stack) {
  const { definition } = stack;
  return {
    StackId: stack.id, StackName: stack.name, Description: definition?.template.Description,
    CreationTime: stack.created, LastUpdatedTime: stack.updated, DeletionTime: stack.deleted,
    StackStatus: stack.status, StackStatusReason: stack.statusReason, DisableRollback: false,
    EnableTerminationProtection: stack.terminationProtection ?? false,
    Capabilities: definition?.capabilities, RoleARN: stack.roleArn,
    Parameters: definition && describedParameters(definition), Outputs: stack.outputs, Tags: definition?.tags,
    ParentId: stack.parent?.id, RootId: stack.parent && stack.root.id,
  };
}

const describedParameters = ({ template, given, parameters }) =>
  Object.entries(template.Parameters ?? {}).map(([ParameterKey, { Type, Default }]) => ({
    ParameterKey,
    ParameterValue: String(given[ParameterKey] ?? Default),
    ResolvedValue: Type.startsWith('AWS::SSM::') ? String(parameters[ParameterKey]) : undefined,
  }));

const describedResource = (id, { type, physicalId, status }) => ({
  LogicalResourceId: id, PhysicalResourceId: physicalId, ResourceType: type, ResourceStatus: status, LastUpdatedTimestamp: new Date(),
});
