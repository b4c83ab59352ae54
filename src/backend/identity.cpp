// SPDX-License-Identifier: Apache-2.0
#include "backend/identity.hpp"

#include "cdk/digest.hpp"

#include <fmt/format.h>
#include <amplify/version.hpp>

#include <algorithm>

namespace amplify::detail {
namespace {

// The peer leaves one of CloudFormation's 128 characters unused; the names must be the same.
constexpr std::size_t longest_stack_name = 127;
constexpr std::size_t longest_name = 50;
constexpr std::size_t hash_size = 10;

std::string letters_and_digits(std::string_view text, std::size_t longest) {
  std::string kept;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) kept += c;
  }
  return kept.substr(0, longest);
}

std::string_view creator(DeploymentType type) {
  switch (type) {
    case DeploymentType::sandbox:
      return "AmplifySandbox";
    case DeploymentType::branch:
      return "AmplifyPipelineDeploy";
    case DeploymentType::standalone:
      return "AmplifyStandalone";
  }
  return {};
}

/// What an identifier's names are made of.
struct Parts {
  std::string space;
  std::string name;
  std::string_view type;
  std::string hash;
};

Parts parts_of(const BackendIdentifier& identifier) {
  const std::string_view type = type_name(identifier.type);
  const std::string name = letters_and_digits(identifier.name, longest_name);
  const std::size_t rest =
      std::string_view("amplify").size() + 4 + type.size() + name.size() + hash_size;
  return {
      .space = letters_and_digits(identifier.space, longest_stack_name - rest),
      .name = name,
      .type = type,
      .hash = cdk::sha512_hex(identifier.space + identifier.name).substr(0, hash_size),
  };
}

std::string path_part(const BackendIdentifier& identifier) {
  const Parts parts = parts_of(identifier);
  return fmt::format("{}/{}-{}-{}", parts.space, parts.name, parts.type, parts.hash);
}

constexpr std::string_view platform =
#if defined(__linux__)
    "Linux";
#elif defined(__APPLE__)
    "Mac";
#elif defined(_WIN32)
    "Windows";
#else
    "Other";
#endif

}  // namespace

std::string_view type_name(DeploymentType type) {
  switch (type) {
    case DeploymentType::sandbox:
      return "sandbox";
    case DeploymentType::branch:
      return "branch";
    case DeploymentType::standalone:
      return "standalone";
  }
  return {};
}

std::string stack_name(const BackendIdentifier& identifier) {
  const Parts parts = parts_of(identifier);
  return fmt::format("amplify-{}-{}-{}-{}", parts.space, parts.name, parts.type, parts.hash);
}

std::string branch_name(const BackendIdentifier& identifier) {
  return identifier.type == DeploymentType::sandbox ? "sandbox" : identifier.name;
}

std::string parameter_prefix(const BackendIdentifier& identifier) {
  return "/amplify/" + path_part(identifier);
}

std::string shared_parameter_prefix(std::string_view app_id) {
  return fmt::format("/amplify/shared/{}", app_id);
}

std::string reference_prefix(const BackendIdentifier& identifier) {
  return "/amplify/resource_reference/" + path_part(identifier);
}

std::string stable_hash(const BackendIdentifier& identifier) {
  constexpr std::size_t size = 20;
  const std::string text =
      std::string(type_name(identifier.type)) + identifier.space + identifier.name;
  return cdk::sha512_hex(text).substr(0, size);
}

std::string stack_description(
    const BackendIdentifier& identifier, std::string_view stack_type, std::string_view metadata
) {
  return fmt::format(
      R"({{"createdOn":"{}","createdBy":"{}","createdWith":"{}","stackType":"{}","metadata":{}}})",
      platform, creator(identifier.type), AMPLIFY_VERSION, stack_type, metadata
  );
}

std::vector<std::pair<std::string, std::string>> tags(const BackendIdentifier& identifier) {
  std::vector<std::pair<std::string, std::string>> tags{
      {"created-by", "amplify"},
      {"amplify:deployment-type", std::string(type_name(identifier.type))}
  };
  if (identifier.type == DeploymentType::branch)
    tags.emplace_back("amplify:app-id", identifier.space);
  if (identifier.type != DeploymentType::sandbox)
    tags.emplace_back("amplify:branch-name", identifier.name);
  return tags;
}

}  // namespace amplify::detail
