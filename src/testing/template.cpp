// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>

#include "cdk/inspect.hpp"
#include "testing/origins.hpp"
#include "testing/report.hpp"
#include "testing/section.hpp"
#include "testing/template_state.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <utility>

namespace amplify::assertions {
namespace {

using detail::TemplateAccess;
using detail::TemplateState;
using detail::ValueAccess;

UserError invalid_template(std::string_view where, std::string message) {
  return UserError(
      {.code = "InvalidTemplateError", .where = std::string(where), .message = std::move(message)}
  );
}

Template parsed(std::string_view text, std::string name, TemplateParsingOptions options) {
  json body;
  try {
    body = json::parse(text);
  } catch (const json::exception& error) {
    throw invalid_template(name, error.what());
  }
  if (!body.is_object()) throw invalid_template(name, "it is no JSON object");
  return TemplateAccess::make({.name = std::move(name), .body = std::move(body)}, options);
}

Template of_stack(
    std::shared_ptr<const cdk::CloudAssembly> assembly, const cdk::SynthesizedStack& stack,
    TemplateParsingOptions options
) {
  return TemplateAccess::make(
      {.name = stack.path, .body = json::parse(stack.templateBody), .assembly = std::move(assembly)
      },
      options
  );
}

/// Whether `end` is the path or what follows one of its slashes.
bool ends_with(std::string_view path, std::string_view end) {
  if (!path.ends_with(end)) return false;
  return path.size() == end.size() || path[path.size() - end.size() - 1] == '/';
}

const cdk::SynthesizedStack& find_stack(
    const cdk::CloudAssembly& assembly, std::string_view stack_path
) {
  std::vector<const cdk::SynthesizedStack*> found;
  std::vector<std::string_view> paths;
  for (const auto& stack : assembly.stacks) {
    paths.emplace_back(stack.path);
    if (stack.path == stack_path) return stack;
    if (stack_path.empty() ? !stack.nested : ends_with(stack.path, stack_path)) {
      found.push_back(&stack);
    }
  }
  if (found.size() == 1) return *found.front();
  throw UserError(
      {.code = "UnknownStackError",
       .where = fmt::format("fromAssembly {}", stack_path),
       .message = fmt::format(
           "{} of the stacks {}", found.empty() ? "none" : "more than one",
           stack_path.empty() ? "are roots" : "have this path"
       ),
       .help = fmt::format("write one of {}", fmt::join(paths, ", "))}
  );
}

const json& entries_of(const Template& self, const char* section) {
  static const json nothing = json::object();
  const json& body = TemplateAccess::of(self).body;
  const auto found = body.find(section);
  return found != body.end() && found->is_object() ? *found : nothing;
}

using Entries = std::vector<std::pair<std::string, json>>;

/// The resources of a type.
Entries resources(const Template& self, std::string_view type) {
  Entries entries;
  for (const auto& [id, resource] : entries_of(self, "Resources").items()) {
    if (resource.is_object() && resource.value("Type", json()) == type)
      entries.emplace_back(id, resource);
  }
  return entries;
}

Section matched(std::string_view what, Entries entries, const Pattern& pattern) {
  Section section(std::string(what), std::move(entries));
  section.match(Matcher(pattern));
  return section;
}

Section matched_resources(const Template& self, std::string_view type, const Pattern& definition) {
  return matched(type, resources(self, type), definition);
}

Section matched_properties(const Template& self, std::string_view type, const Pattern& pattern) {
  const Matcher properties(pattern);
  Entries entries = resources(self, type);
  if (!detail::MatcherAccess::node(properties).is_absent()) {
    for (auto& [id, resource] : entries)
      resource.emplace("Properties", json::object());
  }
  return matched(type, std::move(entries), Match::objectLike({{"Properties", properties}}));
}

/// Entries of another section than resources: each `noun` of this name, or any for `*`.
Section matched_entries(
    const Template& self, const char* section, std::string_view noun, std::string_view name,
    const Pattern& pattern
) {
  Entries entries;
  for (const auto& [id, entry] : entries_of(self, section).items()) {
    if (name == "*" || name == id) entries.emplace_back(id, entry);
  }
  const auto what = name == "*" ? std::string(noun) : fmt::format("{} {}", noun, name);
  return matched(what, std::move(entries), pattern);
}

/// `2 AWS::S3::Bucket, AWS::SQS::Queue`
std::string types_of(const Template& self) {
  std::map<std::string, std::size_t> counts;
  for (const json& resource : entries_of(self, "Resources")) {
    if (!resource.is_object()) continue;
    if (const json type = resource.value("Type", json()); type.is_string())
      ++counts[type.get<std::string>()];
  }
  std::vector<std::string> parts;
  for (const auto& [type, count] : counts)
    parts.push_back(count == 1 ? type : fmt::format("{} {}", count, type));
  return parts.empty() ? "no resources" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string names_of(const Template& self, const char* section) {
  std::vector<std::string> names;
  for (const auto& entry : entries_of(self, section).items())
    names.push_back(entry.key());
  return fmt::format("{}", fmt::join(names, ", "));
}

[[noreturn]] void fail(const Template& self, std::string_view report, std::source_location where) {
  throw AssertionError(fmt::format("{}: {}", self.name(), report), where);
}

/// `there`: what the template has instead, when it has none at all.
void require_a_match(
    const Template& self, const Section& section, std::string_view there, std::source_location where
) {
  if (!section.matches().empty()) return;
  if (section.size() == 0) {
    const auto rest = there.empty() ? "and nothing like it" : fmt::format("but {}", there);
    fail(self, fmt::format("there is no {}, {}", section.what(), rest), where);
  }
  fail(
      self,
      fmt::format(
          "{}{} is {}as expected.{}",
          section.size() == 1 ? "" : fmt::format("none of {} ", section.size()), section.what(),
          section.size() == 1 ? "not " : "", section.nearest(origins_of(TemplateAccess::of(self)))
      ),
      where
  );
}

void require_all(const Template& self, const Section& section, std::source_location where) {
  if (section.all_match()) return;
  if (section.size() == 0) return require_a_match(self, section, types_of(self), where);
  fail(
      self,
      fmt::format(
          "{} of {} {} are as expected; these are not:{}", section.matches().size(), section.size(),
          section.what(), section.nearest(origins_of(TemplateAccess::of(self)))
      ),
      where
  );
}

void require_count(
    const Template& self, std::string_view type, std::size_t expected, const Section& section,
    std::source_location where
) {
  const auto found = section.matches().size();
  if (found == expected) return;
  std::string report = fmt::format("expected {} {}, found {}", expected, type, found);
  if (section.size() > found) {
    report += fmt::format(
        "; {} of the type not as expected.{}", section.size() - found,
        section.nearest(origins_of(TemplateAccess::of(self)))
    );
  } else if (section.size() == 0) {
    report += fmt::format("; there are {}", types_of(self));
  } else {
    report += fmt::format(": {}", fmt::join(ValueAccess::make(section.matches()).keys(), ", "));
  }
  fail(self, report, where);
}

}  // namespace

Template::Template(std::shared_ptr<const TemplateState> state) : state_(std::move(state)) {}

Template TemplateAccess::make(TemplateState state, TemplateParsingOptions options) {
  if (!options.skipCyclicalDependenciesCheck) check_cycles(state);
  return Template(std::make_shared<const TemplateState>(std::move(state)));
}

Template Template::fromStack(const cdk::Stack& stack, TemplateParsingOptions options) {
  auto assembly = std::make_shared<const cdk::CloudAssembly>(cdk::synth_app_of(stack));
  const auto& found = find_stack(*assembly, stack.path());
  return of_stack(assembly, found, options);
}

Template Template::fromAssembly(
    const cdk::CloudAssembly& assembly, std::string_view stack_path, TemplateParsingOptions options
) {
  auto copy = std::make_shared<const cdk::CloudAssembly>(assembly);
  const auto& found = find_stack(*copy, stack_path);
  return of_stack(copy, found, options);
}

Template Template::fromString(std::string_view text, TemplateParsingOptions options) {
  return parsed(text, "template", options);
}

Template Template::fromFile(std::string_view path, TemplateParsingOptions options) {
  const std::string name(path);
  std::ifstream file(name, std::ios::binary);
  if (!file) throw invalid_template(path, "the file can't be read");
  const std::string text{std::istreambuf_iterator(file), {}};
  return parsed(text, name, options);
}

const std::string& Template::name() const { return state_->name; }

Value Template::toJSON() const {
  return ValueAccess::share(std::shared_ptr<const json>(state_, &state_->body));
}

void Template::resourceCountIs(std::string_view type, std::size_t count, Where where) const {
  require_count(*this, type, count, matched_resources(*this, type, {}), where);
}

void Template::resourcePropertiesCountIs(
    std::string_view type, const Pattern& properties, std::size_t count, Where where
) const {
  require_count(*this, type, count, matched_properties(*this, type, properties), where);
}

void Template::hasResourceProperties(std::string_view type, const Pattern& properties, Where where)
    const {
  require_a_match(*this, matched_properties(*this, type, properties), types_of(*this), where);
}

void Template::hasResource(std::string_view type, const Pattern& definition, Where where) const {
  require_a_match(*this, matched_resources(*this, type, definition), types_of(*this), where);
}

void Template::allResources(std::string_view type, const Pattern& definition, Where where) const {
  require_all(*this, matched_resources(*this, type, definition), where);
}

void Template::allResourcesProperties(std::string_view type, const Pattern& properties, Where where)
    const {
  require_all(*this, matched_properties(*this, type, properties), where);
}

Value Template::findResources(std::string_view type, const Pattern& definition) const {
  return ValueAccess::make(matched_resources(*this, type, definition).matches());
}

std::string Template::getResourceId(std::string_view type, const Pattern& definition, Where where)
    const {
  const Section section = matched_resources(*this, type, definition);
  require_a_match(*this, section, types_of(*this), where);
  const auto ids = ValueAccess::make(section.matches()).keys();
  if (ids.size() == 1) return ids.front();
  fail(*this, fmt::format("expected one {}, there are {}", type, fmt::join(ids, ", ")), where);
}

void Template::hasOutput(std::string_view name, const Pattern& output, Where where) const {
  const auto section = matched_entries(*this, "Outputs", "output", name, output);
  require_a_match(*this, section, names_of(*this, "Outputs"), where);
}

Value Template::findOutputs(std::string_view name, const Pattern& output) const {
  return ValueAccess::make(matched_entries(*this, "Outputs", "output", name, output).matches());
}

void Template::hasParameter(std::string_view name, const Pattern& parameter, Where where) const {
  const auto section = matched_entries(*this, "Parameters", "parameter", name, parameter);
  require_a_match(*this, section, names_of(*this, "Parameters"), where);
}

Value Template::findParameters(std::string_view name, const Pattern& parameter) const {
  return ValueAccess::make(
      matched_entries(*this, "Parameters", "parameter", name, parameter).matches()
  );
}

void Template::hasMapping(std::string_view name, const Pattern& mapping, Where where) const {
  const auto section = matched_entries(*this, "Mappings", "mapping", name, mapping);
  require_a_match(*this, section, names_of(*this, "Mappings"), where);
}

Value Template::findMappings(std::string_view name, const Pattern& mapping) const {
  return ValueAccess::make(matched_entries(*this, "Mappings", "mapping", name, mapping).matches());
}

void Template::hasCondition(std::string_view name, const Pattern& condition, Where where) const {
  const auto section = matched_entries(*this, "Conditions", "condition", name, condition);
  require_a_match(*this, section, names_of(*this, "Conditions"), where);
}

Value Template::findConditions(std::string_view name, const Pattern& condition) const {
  return ValueAccess::make(
      matched_entries(*this, "Conditions", "condition", name, condition).matches()
  );
}

void Template::templateMatches(const Pattern& expected, Where where) const {
  const Section whole = matched("template", {{state_->name, state_->body}}, expected);
  require_a_match(*this, whole, {}, where);
}

void PrintTo(const Template& value, std::ostream* stream) {
  *stream << fmt::format("{} with {}", value.name(), types_of(value));
}

}  // namespace amplify::assertions
