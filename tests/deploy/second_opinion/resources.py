# SPDX-License-Identifier: Apache-2.0
"""Resource types that moto's CloudFormation lacks, made of the services that moto has."""
import base64
import json
import re

import moto.cloudformation.parsing as parsing
import moto.ssm.models as ssm
from moto.appsync.models import appsync_backends
from moto.awslambda.models import LambdaFunction
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException, ValidationError
from moto.cognitoidentity.models import cognitoidentity_backends
from moto.cognitoidp.models import cognitoidp_backends
from moto.core.common_models import CloudFormationModel
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table
from moto.iam.models import ManagedPolicy, iam_backends
from moto.moto_api._internal import mock_random
from moto.s3.models import FakeBucket, s3_backends

MODELS = {}

# Types without behaviour: they are listed, and have ids and attributes. Some of them moto has, but
# can't update.
LISTED = re.compile(
    r"Custom::.*"
    r"|AWS::(ApiGateway|ApiGatewayV2|CloudWatch|Logs|Scheduler|SecretsManager)::.*"
    r"|AWS::EC2::.*"
    r"|AWS::Events::Rule"
    r"|AWS::Lambda::(EventSourceMapping|Permission|Url)"
    r"|AWS::S3::BucketPolicy"
    r"|AWS::SNS::(Subscription|TopicPolicy)"
    r"|AWS::SQS::QueuePolicy"
)


def install():
    known = parsing.resource_class_from_type
    name_property = parsing.resource_name_property_from_type

    def class_from_type(resource_type):
        if resource_type in MODELS:
            return MODELS[resource_type]
        if LISTED.fullmatch(resource_type):
            return Listed
        if resource_type not in parsing.get_model_map():
            raise ValidationError(message=f"Unrecognized resource types: [{resource_type}]")
        return known(resource_type)

    def name_property_from_type(resource_type):
        if resource_type in MODELS:
            return MODELS[resource_type].cloudformation_name_type() or None
        return None if LISTED.fullmatch(resource_type) else name_property(resource_type)

    parsing.resource_class_from_type = class_from_type
    parsing.resource_name_property_from_type = name_property_from_type
    take_tags_of_parameters()
    update_buckets()
    update_functions()
    detach_policies()
    update_tables()


def take_tags_of_parameters():
    """CloudFormation has them as an object, moto wants a list."""
    for name in ("create_from_cloudformation_json", "update_from_cloudformation_json"):
        original = ssm.Parameter.__dict__[name].__func__

        def with_list(cls, *arguments, original=original, **options):
            for value in (*arguments, *options.values()):
                tags = value.get("Properties", {}).get("Tags") if isinstance(value, dict) else None
                if isinstance(tags, dict):
                    value["Properties"]["Tags"] = [{"Key": key, "Value": tags[key]} for key in tags]
            return original(cls, *arguments, **options)

        setattr(ssm.Parameter, name, classmethod(with_list))


def update_buckets():
    """moto can't update a bucket without a name."""

    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        versioning = cloudformation_json["Properties"].get("VersioningConfiguration")
        if versioning:
            backend = s3_backends[account_id]["aws"]
            backend.put_bucket_versioning(original_resource.name, versioning["Status"])
        return original_resource

    FakeBucket.update_from_cloudformation_json = classmethod(update)


def update_functions():
    """moto takes the text of an inline function for an archive when it updates."""
    original = LambdaFunction.update_from_cloudformation_json.__func__

    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        code = cloudformation_json["Properties"]["Code"]
        if "ZipFile" in code:
            code["ZipFile"] = base64.b64encode(cls._create_zipfile_from_plaintext_code(code["ZipFile"]))
        return original(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name)

    LambdaFunction.update_from_cloudformation_json = classmethod(update)


def detach_policies():
    """moto neither changes nor deletes managed policies, and no role goes that has one."""

    def delete(self, account_id, region_name):
        backend = iam_backends[account_id]["aws"]
        for role in backend.roles.values():
            if self.arn in role.managed_policies:
                self.detach_from(role)
        backend.delete_policy(self.arn)

    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.delete(account_id, region_name)
        return cls.create_from_cloudformation_json(original_resource.name, cloudformation_json, account_id, region_name)

    ManagedPolicy.delete = delete
    ManagedPolicy.update_from_cloudformation_json = classmethod(update)


def update_tables():
    """moto can't update a table. Its indexes change one at a time."""

    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        properties = cloudformation_json["Properties"]
        if original_resource.schema != properties["KeySchema"]:
            raise invalid("CloudFormation cannot update a stack when a custom-named resource requires replacing.")
        old = {index.name for index in original_resource.global_indexes}
        now = {index["IndexName"]: index for index in properties.get("GlobalSecondaryIndexes", [])}
        changes = [{"Delete": {"IndexName": name}} for name in sorted(old - now.keys())]
        changes += [{"Create": index} for name, index in now.items() if name not in old]
        if len(changes) > 1:
            raise invalid("Cannot perform more than one GSI creation or deletion in a single update")
        attributes = properties["AttributeDefinitions"]
        return dynamodb_backends[account_id][region_name].update_table(
            original_resource.name, attributes, changes, {}, "", {}, properties.get("DeletionProtectionEnabled"), None
        )

    Table.update_from_cloudformation_json = classmethod(update)


def unique(length):
    return "".join(mock_random.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(length))


def invalid(message):
    return ValidationError(message=message)


class Made(CloudFormationModel):
    """A resource with `properties`. Subclasses set `id` and attributes in `create`."""

    attributes = ()
    name_property = ""

    @classmethod
    def cloudformation_name_type(cls):
        return cls.name_property

    @staticmethod
    def cloudformation_type():
        return ""

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr in cls.attributes

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        made = cls()
        made.account, made.region, made.name = account_id, region_name, resource_name
        made.type = kwargs["ResourceType"]
        made.properties = cloudformation_json["Properties"]
        made.create()
        return made

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
    ):
        original_resource.properties = cloudformation_json["Properties"]
        original_resource.update()
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, *arguments, **options):
        pass  # `delete` does it

    def delete(self, account_id, region_name):
        self.remove()

    @property
    def physical_resource_id(self):
        return self.id

    def get_cfn_attribute(self, attribute_name):
        if not self.has_cfn_attr(attribute_name):
            raise UnformattedGetAttTemplateException()
        return getattr(self, attribute_name)

    def without(self, *names):
        return {key: value for key, value in self.properties.items() if key not in names}

    def create(self):
        raise NotImplementedError

    def update(self):
        self.remove()
        self.create()

    def remove(self):
        pass

    @property
    def user_pools(self):
        return cognitoidp_backends[self.account][self.region]

    @property
    def identity_pools(self):
        return cognitoidentity_backends[self.account][self.region]

    @property
    def apis(self):
        return appsync_backends[self.account][self.region]


class Listed(Made):
    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    def create(self):
        self.id = self.name

    def update(self):
        pass

    def get_cfn_attribute(self, attribute_name):
        if "Arn" in attribute_name:
            service = self.type.split("::")[1].lower()
            return f"arn:aws:{service}:{self.region}:{self.account}:{self.id}"
        return f"{self.id}-{attribute_name}"


def model(resource_type, name_property="", attributes=()):
    """Registers a class for a resource type."""

    def register(cls):
        cls.name_property, cls.attributes = name_property, attributes
        MODELS[resource_type] = cls
        return cls

    return register


@model("AWS::Cognito::UserPool", "UserPoolName", ("Arn", "ProviderName", "ProviderURL", "UserPoolId"))
class UserPool(Made):
    def create(self):
        name = self.properties.get("UserPoolName", self.name)
        pool = self.user_pools.create_user_pool(name, self.without("UserPoolName", "UserPoolTags"))
        self.id = self.UserPoolId = pool.id
        self.Arn = pool.arn
        self.ProviderName = f"cognito-idp.{self.region}.amazonaws.com/{pool.id}"
        self.ProviderURL = f"https://{self.ProviderName}"

    def update(self):
        self.user_pools.update_user_pool(self.id, self.without("UserPoolName", "UserPoolTags"))

    def remove(self):
        self.user_pools.delete_user_pool(self.id)


@model("AWS::Cognito::UserPoolClient", "ClientName", ("ClientId", "Name"))
class UserPoolClient(Made):
    def create(self):
        secret = self.properties.get("GenerateSecret", False)
        settings = {"ClientName": self.name, **self.without("UserPoolId", "GenerateSecret")}
        client = self.user_pools.create_user_pool_client(self.properties["UserPoolId"], secret, settings)
        self.id = self.ClientId = client.id
        self.Name = self.name

    def update(self):
        settings = self.without("UserPoolId", "GenerateSecret")
        self.user_pools.update_user_pool_client(self.properties["UserPoolId"], self.id, settings)

    def remove(self):
        self.user_pools.delete_user_pool_client(self.properties["UserPoolId"], self.id)


@model("AWS::Cognito::UserPoolGroup", "GroupName")
class UserPoolGroup(Made):
    def create(self):
        self.id = self.properties.get("GroupName", self.name)
        details = (self.properties.get(key) for key in ("Description", "RoleArn", "Precedence"))
        self.user_pools.create_group(self.properties["UserPoolId"], self.id, *details)

    def remove(self):
        self.user_pools.delete_group(self.properties["UserPoolId"], self.id)


@model("AWS::Cognito::IdentityPool", "IdentityPoolName", ("Name",))
class IdentityPool(Made):
    def create(self):
        properties = self.properties
        self.Name = properties.get("IdentityPoolName", self.name)
        answer = self.identity_pools.create_identity_pool(
            self.Name,
            properties["AllowUnauthenticatedIdentities"],
            properties.get("SupportedLoginProviders", {}),
            properties.get("DeveloperProviderName", ""),
            properties.get("OpenIdConnectProviderARNs", []),
            properties.get("CognitoIdentityProviders", []),
            properties.get("SamlProviderARNs", []),
            {},
        )
        self.id = json.loads(answer)["IdentityPoolId"]

    def update(self):
        properties = self.properties
        self.identity_pools.update_identity_pool(
            self.id,
            self.Name,
            properties["AllowUnauthenticatedIdentities"],
            properties.get("SupportedLoginProviders"),
            None,
            None,
            properties.get("CognitoIdentityProviders"),
            None,
            None,
        )

    def remove(self):
        self.identity_pools.delete_identity_pool(self.id)


@model("AWS::Cognito::IdentityPoolRoleAttachment", "", ("Id",))
class IdentityPoolRoleAttachment(Made):
    def create(self):
        self.id = self.Id = self.properties["IdentityPoolId"]
        if self.id not in self.identity_pools.identity_pools:
            raise invalid(f"there is no identity pool {self.id}")
        for kind, role in self.properties.get("Roles", {}).items():
            if not re.match(r"arn:aws[^:]*:iam::\d{12}:role/", role):
                raise invalid(f"Roles.{kind}: {role!r} is no ARN of a role")


def lower_first(value):
    """`{UserPoolId: …}` as AppSync's own API has it: `{userPoolId: …}`."""
    if isinstance(value, list):
        return [lower_first(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key[0].lower() + key[1:]: lower_first(item) for key, item in value.items()}


@model(
    "AWS::AppSync::GraphQLApi",
    "",
    ("ApiId", "Arn", "GraphQLUrl", "GraphQLDns", "GraphQLEndpointArn", "RealtimeUrl", "RealtimeDns"),
)
class GraphQLApi(Made):
    def create(self):
        properties = self.properties
        api = self.apis.create_graphql_api(
            properties["Name"],
            lower_first(properties.get("LogConfig")),
            properties["AuthenticationType"],
            lower_first(properties.get("UserPoolConfig")),
            lower_first(properties.get("OpenIDConnectConfig")),
            lower_first(properties.get("AdditionalAuthenticationProviders", [])),
            properties.get("XrayEnabled", False),
            lower_first(properties.get("LambdaAuthorizerConfig")),
            {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])},
            properties.get("Visibility", "GLOBAL"),
        )
        self.ApiId = api.api_id
        self.id = self.Arn = self.GraphQLEndpointArn = api.arn
        self.GraphQLDns = f"{unique(26)}.appsync-api.{self.region}.amazonaws.com"
        self.GraphQLUrl = f"https://{self.GraphQLDns}/graphql"
        self.RealtimeDns = self.GraphQLDns.replace("-api", "-realtime-api")
        self.RealtimeUrl = f"wss://{self.RealtimeDns}/graphql"
        api.parts = {"data sources": set(), "functions": set()}

    def update(self):
        name, kind = self.properties["Name"], self.properties["AuthenticationType"]
        self.apis.update_graphql_api(self.ApiId, name, None, kind, None, None, None, None, None)

    def remove(self):
        self.apis.delete_graphql_api(self.ApiId)


class ApiPart(Made):
    @property
    def api(self):
        api_id = self.properties["ApiId"]
        if api_id not in self.apis.graphql_apis:
            raise invalid(f"there is no API {api_id}")
        return self.apis.graphql_apis[api_id]

    def read(self, url):
        bucket, key = re.fullmatch(r"s3://([^/]+)/(.+)", url).groups()
        return s3_backends[self.account]["aws"].get_object(bucket, key).value

    def check_locations(self):
        for key, value in self.properties.items():
            if key.endswith("S3Location"):
                self.read(value)

    def check_part(self, kind, name):
        if name not in self.api.parts[kind]:
            raise invalid(f"the API has no {name} among its {kind}")


@model("AWS::AppSync::GraphQLSchema", "", ("Id",))
class GraphQLSchema(ApiPart):
    def create(self):
        properties = self.properties
        text = properties["Definition"].encode() if "Definition" in properties else self.read(properties["DefinitionS3Location"])
        self.id = self.Id = properties["ApiId"] + "GraphQLSchema"
        self.api.start_schema_creation(base64.b64encode(text).decode())
        status, details = self.api.get_schema_status()
        if status == "FAILED":
            raise invalid(f"Schema Creation Status is FAILED with details: {details}")

    def update(self):
        self.create()


@model("AWS::AppSync::DataSource", "", ("Name", "DataSourceArn"))
class DataSource(ApiPart):
    def create(self):
        self.Name = self.properties["Name"]
        self.id = self.DataSourceArn = f"{self.api.arn}/datasources/{self.Name}"
        self.api.parts["data sources"].add(self.Name)

    def remove(self):
        self.api.parts["data sources"].discard(self.Name)


@model("AWS::AppSync::FunctionConfiguration", "", ("FunctionId", "FunctionArn", "Name", "DataSourceName"))
class FunctionConfiguration(ApiPart):
    def create(self):
        self.Name, self.DataSourceName = self.properties["Name"], self.properties["DataSourceName"]
        self.FunctionId = unique(26)
        self.id = self.FunctionArn = f"{self.api.arn}/functions/{self.FunctionId}"
        self.check_part("data sources", self.DataSourceName)
        self.check_locations()
        self.api.parts["functions"].add(self.FunctionId)

    def update(self):
        self.check_locations()

    def remove(self):
        self.api.parts["functions"].discard(self.FunctionId)


@model("AWS::AppSync::Resolver", "", ("ResolverArn", "TypeName", "FieldName"))
class Resolver(ApiPart):
    def create(self):
        self.TypeName, self.FieldName = self.properties["TypeName"], self.properties["FieldName"]
        self.id = self.ResolverArn = f"{self.api.arn}/types/{self.TypeName}/resolvers/{self.FieldName}"
        types = [each for each in self.api.graphql_schema.types if each.name.value == self.TypeName]
        if self.FieldName not in [field.name.value for each in types for field in each.fields]:
            raise invalid(f"No field named {self.FieldName} found on type {self.TypeName}")
        if "DataSourceName" in self.properties:
            self.check_part("data sources", self.properties["DataSourceName"])
        for function in self.properties.get("PipelineConfig", {}).get("Functions", []):
            self.check_part("functions", function)
        self.check_locations()


@model("AWS::AppSync::ApiKey", "", ("ApiKey", "ApiKeyId", "Arn"))
class ApiKey(ApiPart):
    def create(self):
        expires = self.properties.get("Expires")
        description = self.properties.get("Description", "")
        key = self.apis.create_api_key(self.properties["ApiId"], description, int(expires) if expires else None)
        self.ApiKey = self.ApiKeyId = key.key_id
        self.id = self.Arn = f"{self.api.arn}/apikeys/{key.key_id}"

    def remove(self):
        self.apis.delete_api_key(self.properties["ApiId"], self.ApiKeyId)
