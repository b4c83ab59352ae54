// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/secretsmanager.hpp>

#include "cdk/iam/grant.hpp"
#include "cdk/inspect.hpp"
#include "cdk/services/support.hpp"

namespace amplify::cdk::secretsmanager {
namespace {

Json properties(const SecretProps& props) {
  return Json::object({
      {"Description", text_or_unset(props.description)},
      {"GenerateSecretString",
       Json::object({
           {"ExcludeCharacters", text_or_unset(props.excludeCharacters)},
           {"GenerateStringKey", text_or_unset(props.generateStringKey)},
           {"PasswordLength", props.passwordLength},
           {"SecretStringTemplate", text_or_unset(props.secretStringTemplate)},
       })},
      {"KmsKeyId", props.encryptionKeyArn},
      {"Name", props.secretName},
  });
}

}  // namespace

Secret::Secret(
    const Construct& scope, std::string_view id, SecretProps props, std::source_location where
)
    : Construct(scope, id, where),
      resource_(*this, "Resource", "AWS::SecretsManager::Secret", properties(props), where),
      key_(props.encryptionKeyArn) {
  if (props.secretStringTemplate.empty() != props.generateStringKey.empty()) {
    add_error(
        *this, "InvalidSecretError", ".secretStringTemplate and .generateStringKey need each other",
        "set both, or neither"
    );
  }
}

void Secret::grantRead(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions = {"secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"},
       .resources = {secretArn()}}
  );
  grant_key_use(*this, grantee, key_, {"kms:Decrypt"});
}

void Secret::grantWrite(const iam::Grantee& grantee) const {
  iam::grant(
      *this, grantee,
      {.actions =
           {"secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret",
            "secretsmanager:UpdateSecretVersionStage"},
       .resources = {secretArn()}}
  );
  grant_key_use(
      *this, grantee, key_, {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"}
  );
}

}  // namespace amplify::cdk::secretsmanager
