// SPDX-License-Identifier: Apache-2.0
#include "auth/attributes.hpp"

#include <string>
#include <string_view>

namespace amplify::cognito {
namespace {

using cfn::cognito::UserPool;
using Attribute = UserPool::SchemaAttribute;

struct StandardName {
  std::string_view cognito;
  StandardAttribute UserAttributes::* attribute;
  Text AttributeMapping::* claim;
};

/// Cognito's names for Amplify's, in the order of the outputs.
constexpr StandardName standard_names[] = {
    {"email", &UserAttributes::email, &AttributeMapping::email},
    {"phone_number", &UserAttributes::phoneNumber, &AttributeMapping::phoneNumber},
    {"address", &UserAttributes::address, &AttributeMapping::address},
    {"birthdate", &UserAttributes::birthdate, &AttributeMapping::birthdate},
    {"email_verified", nullptr, &AttributeMapping::emailVerified},
    {"family_name", &UserAttributes::familyName, &AttributeMapping::familyName},
    {"gender", &UserAttributes::gender, &AttributeMapping::gender},
    {"given_name", &UserAttributes::givenName, &AttributeMapping::givenName},
    {"locale", &UserAttributes::locale, &AttributeMapping::locale},
    {"middle_name", &UserAttributes::middleName, &AttributeMapping::middleName},
    {"name", &UserAttributes::fullname, &AttributeMapping::fullname},
    {"nickname", &UserAttributes::nickname, &AttributeMapping::nickname},
    {"picture", &UserAttributes::profilePicture, &AttributeMapping::profilePicture},
    {"preferred_username", &UserAttributes::preferredUsername, &AttributeMapping::preferredUsername
    },
    {"profile", &UserAttributes::profilePage, &AttributeMapping::profilePage},
    {"zoneinfo", &UserAttributes::timezone, &AttributeMapping::timezone},
    {"updated_at", &UserAttributes::lastUpdateTime, &AttributeMapping::lastUpdateTime},
    {"website", &UserAttributes::website, &AttributeMapping::website},
};

constexpr StandardAttribute to_sign_in_with{.required = true};

Attribute standard(std::string_view name, const StandardAttribute& attribute) {
  return {.mutable_ = attribute.mutable_, .name = name, .required = attribute.required};
}

/// Limits are numbers, which CloudFormation takes as text.
template <class Number>
cdk::Str limit(const std::optional<Number>& number) {
  return number ? cdk::Str(std::to_string(*number)) : cdk::Str();
}

Attribute typed(const StringAttribute& type) {
  return {
      .attributeDataType = "String",
      .mutable_ = type.mutable_,
      .stringAttributeConstraints =
          UserPool::StringAttributeConstraints{
              .maxLength = limit(type.maxLen), .minLength = limit(type.minLen)
          },
  };
}

Attribute typed(const NumberAttribute& type) {
  return {
      .attributeDataType = "Number",
      .mutable_ = type.mutable_,
      .numberAttributeConstraints =
          UserPool::NumberAttributeConstraints{
              .maxValue = limit(type.max), .minValue = limit(type.min)
          },
  };
}

Attribute typed(const BooleanAttribute& type) {
  return {.attributeDataType = "Boolean", .mutable_ = type.mutable_};
}

Attribute typed(const DateTimeAttribute& type) {
  return {.attributeDataType = "DateTime", .mutable_ = type.mutable_};
}

}  // namespace

std::vector<Attribute> schema(const AuthProps& props) {
  UserAttributes attributes = props.userAttributes;
  if (props.loginWith.email.isOn() && !attributes.email.given) attributes.email = to_sign_in_with;
  if (props.loginWith.phone.isOn() && !attributes.phoneNumber.given)
    attributes.phoneNumber = to_sign_in_with;

  std::vector<Attribute> schema;
  for (const auto& [name, attribute, claim] : standard_names) {
    if (attribute != nullptr && (attributes.*attribute).given)
      schema.push_back(standard(name, attributes.*attribute));
  }
  for (const CustomAttribute& custom : attributes.custom) {
    schema.push_back(std::visit([](const auto& type) { return typed(type); }, custom.type));
    // CloudFormation's name for it has no prefix.
    const std::string_view name = custom.name.view();
    schema.back().name = name.substr(name.find(':') + 1);
  }
  return schema;
}

std::vector<cdk::Map<cdk::Str>::Entry> attribute_mapping(const AttributeMapping& mapping) {
  std::vector<cdk::Map<cdk::Str>::Entry> found;
  for (const auto& [name, attribute, claim] : standard_names) {
    if (!(mapping.*claim).empty()) found.push_back({name, (mapping.*claim).view()});
  }
  for (const CustomMapping& custom : mapping.custom)
    found.push_back({custom.attribute.view(), custom.claim.view()});
  return found;
}

}  // namespace amplify::cognito
