// SPDX-License-Identifier: Apache-2.0
#include "check/rules/rules.hpp"
#include "data/custom_operations.hpp"
#include "data/fields.hpp"
#include "data/permissions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace amplify::check {
namespace {

using appsync::AccessMatrix;
using appsync::Role;
using ir::Allow;
using ir::Operation;

const ir::Definition* schema_of(const Subject& subject) {
  return subject.backend.data ? &subject.backend.data->api.schema : nullptr;
}

/// Where findings about a model are: at its table, if the backend makes one.
cdk::Construct place_of(const Subject& subject, const ir::Model& model) {
  const auto& data = subject.backend.data->made.resources;
  const auto& tables = data.cfnResources.tables;
  if (tables.contains(model.name)) return tables[model.name];
  return data.stack;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

/// What a role may do with at least one field, of the operations.
std::vector<std::string> granted(
    const AccessMatrix& matrix, const Role& role, std::initializer_list<Operation> operations
) {
  std::vector<std::string> names;
  for (const Operation operation : operations) {
    const bool may = operation == Operation::delete_ ? matrix.allows_all_fields(role, operation)
                                                     : !matrix.fields(role, operation).empty();
    if (may) names.emplace_back(appsync::name_of(operation));
  }
  return names;
}

void find_public_writes(const Subject& subject, Report& report) {
  const auto* const schema = schema_of(subject);
  if (schema == nullptr) return;
  for (const ir::Model& model : schema->models) {
    const AccessMatrix matrix(model);
    for (const Role& role : matrix.roles()) {
      if (role.allow != Allow::public_) continue;
      const auto writes =
          granted(matrix, role, {Operation::create, Operation::update, Operation::delete_});
      if (writes.empty()) continue;
      report.add(
          place_of(subject, model),
          fmt::format(
              "`{}`: who comes by {} may {}", model.name, appsync::name_of(role), joined(writes)
          )
      );
    }
  }
  for (const ir::CustomOperation& operation : schema->operations) {
    if (operation.kind != ir::OperationType::mutation) continue;
    for (const Role& role : appsync::roles(operation.rules)) {
      if (role.allow != Allow::public_) continue;
      report.add(
          subject.backend.data->made.resources.stack,
          fmt::format(
              "`Mutation.{}`: who comes by {} may ask for it", operation.name,
              appsync::name_of(role)
          )
      );
    }
  }
}

bool is_personal(const ir::Field& field) {
  constexpr std::array<std::string_view, 10> words{
      "password", "secret", "token", "ssn", "passport", "iban", "salary", "phone", "email", "birth",
  };
  if (field.type.kind != ir::TypeKind::scalar) return false;
  using enum ir::Scalar;
  const auto scalar = field.type.scalar;
  if (scalar == email || scalar == phone || scalar == ipAddress) return true;
  std::string name = field.name;
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::ranges::any_of(words, [&](std::string_view word) {
    return name.find(word) != name.npos;
  });
}

void find_public_personal_data(const Subject& subject, Report& report) {
  const auto* const schema = schema_of(subject);
  if (schema == nullptr) return;
  for (const ir::Model& model : schema->models) {
    const AccessMatrix matrix(model);
    for (const Role& role : matrix.roles()) {
      if (role.allow != Allow::public_) continue;
      for (const ir::Field& field : model.fields) {
        const bool read = matrix.allows(role, field.name, Operation::get) ||
                          matrix.allows(role, field.name, Operation::list);
        if (!read || !is_personal(field)) continue;
        report.add(
            place_of(subject, model), fmt::format(
                                          "`{}.{}`: who comes by {} may read it", model.name,
                                          field.name, appsync::name_of(role)
                                      )
        );
      }
    }
  }
}

void find_owner_reassignments(const Subject& subject, Report& report) {
  const auto* const schema = schema_of(subject);
  if (schema == nullptr) return;
  for (const ir::Model& model : schema->models) {
    const AccessMatrix matrix(model);
    for (const Role& role : matrix.roles()) {
      for (const Role& part : role.parts()) {
        if (part.allow != Allow::owner) continue;
        // The input has no field for an owner that isn't declared, and keys never change. A list of
        // owners is there to be changed by them.
        const auto* const field = appsync::find_field(model, part.field);
        if (field == nullptr || field->type.array || appsync::is_key(model, part.field)) continue;
        if (!matrix.allows(role, part.field, Operation::update)) continue;
        report.add(
            place_of(subject, model),
            fmt::format("`{}.{}`: the owner may write another's name there", model.name, part.field)
        );
      }
    }
  }
}

void find_mutable_claims(const Subject& subject, Report& report) {
  constexpr std::array<std::string_view, 5> mutable_claims{
      "email", "phone_number", "preferred_username", "name", "nickname"
  };
  const auto* const schema = schema_of(subject);
  if (schema == nullptr) return;
  for (const ir::Model& model : schema->models) {
    const AccessMatrix matrix(model);
    for (const Role& role : appsync::parts(matrix.roles())) {
      if (role.allow != Allow::owner ||
          std::ranges::find(mutable_claims, role.claim) == mutable_claims.end())
        continue;
      report.add(
          place_of(subject, model),
          fmt::format("`{}`: owners are told by the claim `{}`", model.name, role.claim)
      );
    }
  }
}

void find_shared_writes(const Subject& subject, Report& report) {
  const auto* const schema = schema_of(subject);
  if (schema == nullptr) return;
  for (const ir::Model& model : schema->models) {
    const AccessMatrix matrix(model);
    for (const Role& role : matrix.roles()) {
      if (role.allow != Allow::private_) continue;
      const auto writes = granted(matrix, role, {Operation::update, Operation::delete_});
      if (writes.empty()) continue;
      report.add(
          place_of(subject, model), fmt::format(
                                        "`{}`: everybody who is signed in may {} everybody's items",
                                        model.name, joined(writes)
                                    )
      );
    }
  }
}

void find_short_api_keys(const Subject& subject, Report& report) {
  constexpr int shortest = 30;
  if (!subject.backend.data || !subject.backend.data->api.apiKey) return;
  const int days = subject.backend.data->api.apiKey->expiresInDays;
  if (days >= shortest) return;
  report.add(
      *subject.backend.data->made.resources.apiKey,
      fmt::format("clients are refused {} days after the deployment", days)
  );
}

void find_verbose_logs(const Subject& subject, Report& report) {
  for (const Resource* const api : subject.made.of_type("AWS::AppSync::GraphQLApi")) {
    const Json& config = (*api)["LogConfig"];
    if (config.is_null() || !is_false(at(config, "ExcludeVerboseContent"))) continue;
    report.add(
        *api, "logs have the headers of requests and what resolvers answer",
        "LogConfig.ExcludeVerboseContent"
    );
  }
}

bool is_public(const Subject& subject) {
  if (!subject.backend.data) return false;
  const auto& api = subject.backend.data->api;
  if (api.apiKey) return true;
  const auto lets_in_guests = [](const std::vector<ir::Rule>& rules) {
    return std::ranges::any_of(rules, [](const ir::Rule& rule) {
      return rule.allow == Allow::public_;
    });
  };
  return std::ranges::any_of(api.schema.models, lets_in_guests, &ir::Model::rules) ||
         std::ranges::any_of(api.schema.operations, lets_in_guests, &ir::CustomOperation::rules);
}

void find_open_introspection(const Subject& subject, Report& report) {
  if (!is_public(subject)) return;
  for (const Resource* const api : subject.made.of_type("AWS::AppSync::GraphQLApi")) {
    if ((*api)["IntrospectionConfig"] != "DISABLED")
      report.add(*api, "anyone may read the whole schema", "IntrospectionConfig");
  }
}

void find_unlimited_queries(const Subject& subject, Report& report) {
  if (!is_public(subject)) return;
  for (const Resource* const api : subject.made.of_type("AWS::AppSync::GraphQLApi")) {
    const Json& depth = (*api)["QueryDepthLimit"];
    if (depth.is_null() || depth == 0)
      report.add(*api, "anyone may nest a query to any depth", "QueryDepthLimit");
  }
}

constexpr std::string_view rules_page =
    "https://docs.amplify.aws/react/build-a-backend/data/customize-authz/";
constexpr std::string_view owner_page =
    "https://docs.amplify.aws/react/build-a-backend/data/customize-authz/"
    "per-user-per-owner-data-access/";
constexpr std::string_view appsync_page =
    "https://docs.aws.amazon.com/appsync/latest/devguide/security-best-practices.html";

constexpr Rule rules[] = {
    {"PublicWriteRisk", Severity::error, About::all, "Anyone on the internet may write",
     "grant it to owners, groups or signed-in users; leave `.to(\"read\")` to the public",
     rules_page, find_public_writes},
    {"PublicPersonalDataRisk", Severity::warning, About::all,
     "Anyone on the internet may read what looks personal",
     "give the field rules of its own: `a.email().authorization(allow.owner())`", rules_page,
     find_public_personal_data},
    {"OwnerReassignmentRisk", Severity::warning, About::all,
     "An owner may make an item somebody else's",
     "give the field the rule `allow.ownerDefinedIn(...).to(\"create\", \"read\", \"delete\")`",
     owner_page, find_owner_reassignments},
    {"MutableIdentityClaimRisk", Severity::warning, About::all,
     "Owners are told by what they may change themselves",
     "leave out `.identityClaim(...)`: `sub` never changes", owner_page, find_mutable_claims},
    {"SharedWriteRisk", Severity::info, About::all,
     "Whoever has signed up may change what others made",
     "let owners or a group write: `allow.owner()`, `allow.authenticated().to(\"read\")`",
     rules_page, find_shared_writes},
    {"ApiKeyExpiryRisk", Severity::warning, About::lasting, "The API key expires soon",
     "set `.apiKeyAuthorizationMode = {.expiresInDays = 365}`, and deploy before that",
     "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"
     "#api-key-authorization",
     find_short_api_keys},
    {"VerboseApiLogsRisk", Severity::warning, About::all, "The API's logs hold users' data",
     "leave out `.excludeVerboseContent = false`",
     "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html", find_verbose_logs},
    {"OpenIntrospectionRisk", Severity::info, About::lasting,
     "The public may read the API's schema",
     "`backend[data].cfnResources.graphqlApi.setProperty(\"IntrospectionConfig\", \"DISABLED\")`",
     appsync_page, find_open_introspection},
    {"UnlimitedQueriesRisk", Severity::info, About::lasting,
     "The public may ask for as much as it likes",
     "`backend[data].cfnResources.graphqlApi.setProperty(\"QueryDepthLimit\", 6)`", appsync_page,
     find_unlimited_queries},
};

}  // namespace

std::span<const Rule> api_rules() { return rules; }

}  // namespace amplify::check
