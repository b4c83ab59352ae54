# SPDX-License-Identifier: Apache-2.0
"""What moto does to stacks otherwise than CloudFormation does, mended."""
import json

import moto.cloudformation.models as models
import moto.cloudformation.parsing as parsing
import moto.cloudformation.responses as responses
import moto.cloudformation.utils as utils
import yaml
from moto.cloudformation.exceptions import (
    CloudFormationError,
    UnformattedGetAttTemplateException,
    ValidationError,
)


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"


def install():
    read_templates()
    nest_stacks()
    name_resources()
    update_in_order()
    delete_backwards()
    apply_change_sets()
    find_change_sets()
    keep_parameters()
    summarize_templates()


def parse(text):
    if isinstance(text, dict):
        return text
    try:
        return json.loads(text)
    except ValueError:
        yaml.add_multi_constructor("", utils.yaml_tag_constructor)
        return yaml.load(text, Loader=yaml.Loader)


def read_templates():
    """JSON as JSON, which is much faster than as YAML; URLs at 127.0.0.1 as at localhost."""
    models.Stack.parse_template = staticmethod(parse)
    models.ChangeSet._parse_template = lambda self: setattr(self, "template_dict", parse(self.template))
    original = utils.get_stack_from_s3_url

    def from_url(template_url, account_id, partition):
        local = template_url.replace("://127.0.0.1", "://localhost")
        return original(local, account_id=account_id, partition=partition)

    for module in (utils, responses, models):
        module.get_stack_from_s3_url = from_url


def nest_stacks():
    """A nested stack has outputs, is called by its ARN, and is updated with its parent."""

    def output(self, attribute):
        name = attribute.removeprefix("Outputs.")
        if name == attribute:
            raise UnformattedGetAttTemplateException()
        if name not in (self.template_dict.get("Outputs") or {}):
            raise ValidationError(message=f"nested stack {self.name} has no output {name}")
        return self.output_map[name].value

    def source(properties, account_id):
        values = properties.get("Parameters", {})
        parameters = {key: ",".join(value) if isinstance(value, list) else str(value) for key, value in values.items()}
        body = utils.get_stack_from_s3_url(properties["TemplateURL"], account_id=account_id, partition="aws")
        return body, parameters

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json["Properties"]
        body, parameters = source(properties, account_id)
        tags = {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}
        backend = models.cloudformation_backends[account_id][region_name]
        return backend.create_stack(name=resource_name, template=body, parameters=parameters, tags=tags)

    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        body, parameters = source(cloudformation_json["Properties"], account_id)
        original_resource.update(body, None, parameters)
        return original_resource

    models.Stack.get_cfn_attribute = output
    models.Stack.physical_resource_id = property(lambda self: self.stack_id)
    models.Stack.create_from_cloudformation_json = classmethod(create)
    models.Stack.update_from_cloudformation_json = classmethod(update)


LONGEST_NAMES = {
    "AWS::CloudFormation::Stack": 128,
    "AWS::Events::Rule": 64,
    "AWS::IAM::Role": 64,
    "AWS::Lambda::Function": 64,
    "AWS::SQS::Queue": 80,
}


def name_resources():
    """Names that CloudFormation makes are cut where the service takes less."""

    def generate(resource_type, stack_name, logical_id):
        suffix = parsing.random_suffix()
        if resource_type == "AWS::S3::Bucket":
            return f"{stack_name[:24]}-{logical_id[:24]}-{suffix}".lower()
        room = LONGEST_NAMES.get(resource_type, 255) - len(suffix) - 2
        logical_id = logical_id[: max(24, room - len(stack_name))]
        return f"{stack_name[:room - len(logical_id)]}-{logical_id}-{suffix}"

    parsing.generate_resource_name = generate


def update_in_order():
    """What is new or changed after what it depends on, and then what is no longer there. moto makes what is new before
    it changes what that depends on, and what fails at first it takes for done at the second try."""

    def update(self, template, parameters=None):
        before, given = self._resource_json_map, self.input_parameters
        self._template, self._resource_json_map = template, template["Resources"]
        self.input_parameters = parameters or given
        self.load_mapping()
        self.load_parameters()
        self.load_conditions()
        changed = {name for name in self.input_parameters if self.input_parameters[name] != given.get(name)}
        for name in self._ResourceMap__get_resources_in_dependency_order():
            entry = template["Resources"][name]
            if name not in before:
                _ = self[name]  # which makes it
            elif entry != before[name] or changed.intersection(parsing.get_references_from_template(entry)):
                self._parsed_resources[name] = parsing.parse_and_update_resource(
                    name, entry, self, account_id=self._account_id, region_name=self._region_name
                )
        for name in [name for name in reversed(self._parsed_resources) if name in before and name not in template["Resources"]]:
            self._delete_resource(self._parsed_resources.pop(name), before[name])

    parsing.ResourceMap.update = update


def delete_backwards():
    """What was made last goes first. moto goes in any order, and tries again what it can't delete; but of a nested
    stack it knows no more then."""

    def delete(self):
        for name, resource in reversed(list(self._parsed_resources.items())):
            entry = self._resource_json_map.get(name)
            if entry is None or resource is None or entry.get("DeletionPolicy") == "Retain":
                continue
            self._delete_resource(resource, entry)
            del self._parsed_resources[name]

    parsing.ResourceMap.delete = delete


def apply_change_sets():
    """A change set updates the stack, and a failure is rolled back instead of an error of HTTP."""

    def apply(self):
        stack = self.stack
        stack.template, stack.template_dict = self.template, self.template_dict
        stack.description = self.template_dict.get("Description")
        if self.change_set_type == "CREATE":
            stack.resource_map._template, stack.resource_map._resource_json_map = self.template_dict, {}
        stack.resource_map.update(self.template_dict, self.parameters)
        stack.parameters = self.parameters or stack.parameters
        stack.tags = self.tags or stack.tags
        stack.output_map = stack._create_output_map()

    original = models.CloudFormationBackend.execute_change_set

    def execute(self, change_set_name, stack_name=None):
        change_set = self.change_sets[known_change_set(self, change_set_name, stack_name)]
        try:
            original(self, change_set_name, stack_name)
        except Exception as error:  # whatever it is, the service would roll back
            stack = change_set.stack
            status = "ROLLBACK" if change_set.change_set_type == "CREATE" else "UPDATE_ROLLBACK"
            reason = f"{type(error).__name__}: {getattr(error, 'message', error)}"
            stack._add_stack_event(f"{status}_IN_PROGRESS", resource_status_reason=reason)
            stack._add_stack_event(f"{status}_COMPLETE")
            stack.status = f"{status}_COMPLETE"

    models.ChangeSet.apply = apply
    models.CloudFormationBackend.execute_change_set = execute
    parsing.ResourceMap.validate_outputs = lambda self: None


def known_change_set(backend, name, stack=None):
    """The id of a change set that a request names by id, or by the name that it has in a stack."""
    if name in backend.change_sets:
        return name
    for key, change_set in backend.change_sets.items():
        if change_set.change_set_name == name and stack in (None, change_set.stack_name, change_set.stack_id):
            return key
    return None


def find_change_sets():
    """moto looks change sets up by their bare name, across all stacks."""
    backend = models.CloudFormationBackend
    create = backend.create_change_set
    get_parameter = responses.CloudFormationResponse._get_param

    def delete_change_set(self, change_set_name):
        self.change_sets.pop(known_change_set(self, change_set_name), None)

    def describe_change_set(self, change_set_name):
        key = known_change_set(self, change_set_name)
        if key is None:
            raise ChangeSetNotFound(f"ChangeSet [{change_set_name}] does not exist")
        return self.change_sets[key]

    def create_change_set(self, stack_name, change_set_name, *arguments, **options):
        stack = next((each for each in self.stacks.values() if each.name == stack_name), None)
        if stack is not None and stack.status == "REVIEW_IN_PROGRESS":
            self.stacks.pop(stack.stack_id)  # which the first change set made
        self.change_sets.pop(known_change_set(self, change_set_name, stack_name), None)
        return create(self, stack_name, change_set_name, *arguments, **options)

    def parameter(self, name, *arguments, **options):
        value = get_parameter(self, name, *arguments, **options)
        if name != "ChangeSetName" or not value or self._get_action() == "CreateChangeSet":
            return value
        stack = get_parameter(self, "StackName")
        # Another stack may have one of this name, which this is not.
        unknown = f"{stack}/{value}" if stack else value
        return known_change_set(self.cloudformation_backend, value, stack) or unknown

    backend.delete_change_set = delete_change_set
    backend.describe_change_set = describe_change_set
    backend.create_change_set = create_change_set
    responses.CloudFormationResponse._get_param = parameter


def keep_parameters():
    """`UsePreviousValue` keeps what a parameter was, looked up or not."""

    def resolve(self, instance, incoming_params):
        current = getattr(instance, "parameters", {}) or {}
        result = {}
        for parameter in incoming_params:
            key = parameter["ParameterKey"]
            if "ParameterValue" in parameter:
                result[key] = parameter["ParameterValue"]
            elif parameter.get("UsePreviousValue") and key in current:
                result[key] = current[key]
        return result

    look_up = parsing.ResourceMap.parse_ssm_parameter

    def parse_ssm_parameter(self, value, value_type):
        try:
            return look_up(self, value, value_type)
        except AttributeError:  # it is the value already
            return value

    models.CloudFormationBackend._resolve_update_parameters = resolve
    parsing.ResourceMap.parse_ssm_parameter = parse_ssm_parameter


def summarize_templates():
    """A summary needs no format version, and its metadata is JSON."""
    original = responses.get_template_summary_response_from_template

    def summary(body):
        template = parse(body)
        result = original(json.dumps({"AWSTemplateFormatVersion": "2010-09-09", **template}))
        result["Metadata"] = json.dumps(template["Metadata"]) if "Metadata" in template else None
        result["Version"] = template.get("AWSTemplateFormatVersion")
        return {key: value for key, value in result.items() if value is not None}

    responses.get_template_summary_response_from_template = summary
