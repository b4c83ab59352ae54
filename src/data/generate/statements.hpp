// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/generate/document.hpp"
#include "data/graphql.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace amplify::generate {

/// A field of a result, with those that are asked of it.
struct Selection {
  std::string name{};
  std::vector<Selection> fields{};
};

/// An operation as a client sends it.
struct Statement {
  /// `Query`, `Mutation`, `Subscription`.
  std::string_view root{};
  /// `GetPost`; its field is `getPost`.
  std::string name{};
  const graphql::Field* field = nullptr;
  Selection body{};

  /// `query`, `mutation`, `subscription`.
  std::string kind() const;
};

struct StatementOptions {
  /// How many objects deep a selection goes.
  int maxDepth = 2;
  /// Whether every object is asked for its `__typename`.
  bool typenames = true;
};

/// One for every field of the root types, which `document` keeps.
std::vector<Statement> statements(const Document& document, const StatementOptions& options);

/// A statement's text, `indent` characters from the left.
std::string print(const Statement& statement, std::size_t indent = 0);

enum class StatementLanguage { graphql, javascript, flow, typescript };

/// `queries.graphql`, `mutations.graphql`, `subscriptions.graphql`, or the same for a language;
/// without those that would be empty. Byte for byte what Amplify's generator writes.
Files statement_files(const std::vector<Statement>& statements, StatementLanguage language);

}  // namespace amplify::generate
