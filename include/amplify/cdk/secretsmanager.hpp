// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/iam/role.hpp>

#include <string>
#include <string_view>

namespace amplify::cdk::secretsmanager {

struct SecretProps {
  /// The physical name. Default: CloudFormation makes one.
  Str secretName{};
  std::string description{};
  /// Characters of the generated secret. Default: 32.
  Int passwordLength{};
  /// Characters that aren't used.
  std::string excludeCharacters{};
  /// JSON text that gets the generated secret as the member `generateStringKey`.
  std::string secretStringTemplate{};
  std::string generateStringKey{};
  /// A KMS key by its ARN. Default: encrypted by AWS's key for secrets.
  Str encryptionKeyArn{};
};

/// A secret whose value is generated when it is deployed: no template ever has it.
class Secret : public Construct {
 public:
  /// Errors (at synthesis): `InvalidSecretError` for one of `secretStringTemplate` and
  /// `generateStringKey` without the other.
  Secret(
      const Construct& scope, std::string_view id, SecretProps props = {},
      std::source_location where = std::source_location::current()
  );

  Resource resource() const { return resource_; }
  Any secretArn() const { return resource_.ref(); }

  void grantRead(const iam::Grantee& grantee) const;
  void grantWrite(const iam::Grantee& grantee) const;

 private:
  Resource resource_;
  Str key_;
};

}  // namespace amplify::cdk::secretsmanager
