// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/match.hpp>
#include <amplify/testing/value.hpp>

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <source_location>
#include <string>
#include <string_view>

namespace amplify::cdk {
struct CloudAssembly;
class Stack;
}  // namespace amplify::cdk

namespace amplify::assertions {

namespace detail {
struct TemplateAccess;
struct TemplateState;
}  // namespace detail

struct TemplateParsingOptions {
  /// Takes a template whose resources wait for each other, such as one before its transform.
  bool skipCyclicalDependenciesCheck = false;
};

/// A CloudFormation template to make assertions on, with the CDK's names and rules.
///
/// Where a pattern is no matcher, it is taken as `Match::objectLike`. An assertion that doesn't
/// hold is an AssertionError with what comes nearest. Entries are named by their logical ids; `*`
/// is any.
class Template {
 public:
  using Where = std::source_location;

  /// The template of a stack or nested stack, synthesized now. Errors: UserError as `App::synth`.
  static Template fromStack(const cdk::Stack& stack, TemplateParsingOptions options = {});
  /// A template of an assembly, by the path of its stack or the end of that: `auth`. Without a
  /// path, the only root stack. `Template::fromAssembly(backend.synth(), "auth")`
  ///
  /// Errors: UserError `UnknownStackError`.
  static Template fromAssembly(
      const cdk::CloudAssembly& assembly, std::string_view stack_path = {},
      TemplateParsingOptions options = {}
  );
  /// JSON text. Errors: UserError `InvalidTemplateError`.
  static Template fromString(std::string_view text, TemplateParsingOptions options = {});
  /// A file of JSON. Errors: UserError `InvalidTemplateError`.
  static Template fromFile(std::string_view path, TemplateParsingOptions options = {});

  /// The stack's path, or the file.
  const std::string& name() const;
  /// The whole template.
  Value toJSON() const;

  void resourceCountIs(std::string_view type, std::size_t count, Where where = Where::current())
      const;
  void resourcePropertiesCountIs(
      std::string_view type, const Pattern& properties, std::size_t count,
      Where where = Where::current()
  ) const;
  /// That one of the type has these properties.
  void hasResourceProperties(
      std::string_view type, const Pattern& properties, Where where = Where::current()
  ) const;
  /// That one of the type is defined so: `{{"Properties", {…}}, {"DeletionPolicy", "Retain"}}`.
  void hasResource(std::string_view type, const Pattern& definition, Where where = Where::current())
      const;
  /// That there are some, and all of them are defined so.
  void allResources(
      std::string_view type, const Pattern& definition, Where where = Where::current()
  ) const;
  void allResourcesProperties(
      std::string_view type, const Pattern& properties, Where where = Where::current()
  ) const;
  /// Those that match, by logical id.
  Value findResources(std::string_view type, const Pattern& definition = {}) const;
  /// The logical id of the only one that matches.
  std::string getResourceId(
      std::string_view type, const Pattern& definition = {}, Where where = Where::current()
  ) const;

  void hasOutput(std::string_view name, const Pattern& output, Where where = Where::current())
      const;
  Value findOutputs(std::string_view name, const Pattern& output = {}) const;
  void hasParameter(std::string_view name, const Pattern& parameter, Where where = Where::current())
      const;
  Value findParameters(std::string_view name, const Pattern& parameter = {}) const;
  void hasMapping(std::string_view name, const Pattern& mapping, Where where = Where::current())
      const;
  Value findMappings(std::string_view name, const Pattern& mapping = {}) const;
  void hasCondition(std::string_view name, const Pattern& condition, Where where = Where::current())
      const;
  Value findConditions(std::string_view name, const Pattern& condition = {}) const;

  void templateMatches(const Pattern& expected, Where where = Where::current()) const;

  /// For GoogleTest.
  friend void PrintTo(const Template& value, std::ostream* stream);

 private:
  friend struct detail::TemplateAccess;
  explicit Template(std::shared_ptr<const detail::TemplateState> state);
  std::shared_ptr<const detail::TemplateState> state_;
};

}  // namespace amplify::assertions
