// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/app.hpp>

#include "cdk/aspects.hpp"
#include "cdk/assembly.hpp"
#include "cdk/context.hpp"
#include "cdk/dependencies.hpp"
#include "cdk/findings.hpp"
#include "cdk/inspect.hpp"
#include "cdk/node.hpp"
#include "cdk/plan.hpp"
#include "cdk/template.hpp"
#include "cdk/wiring.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace amplify::cdk {

struct App::Tree : detail::Tree {};

namespace {

/// In an order that doesn't depend on that of the definitions.
void throw_if_any(std::vector<Diagnostic> errors) {
  if (errors.empty()) return;
  std::ranges::sort(errors, {}, [](const Diagnostic& error) {
    return std::tie(error.where, error.code, error.message);
  });
  throw UserError(std::move(errors));
}

}  // namespace

App::App()
    : Construct(static_cast<detail::ConstructNode*>(nullptr)), tree_(std::make_unique<Tree>()) {
  node_ = tree_->root;
}
App::~App() = default;
App::App(App&&) noexcept = default;
App& App::operator=(App&&) noexcept = default;

void App::addError(Diagnostic diagnostic) { tree_->errors.push_back(std::move(diagnostic)); }

const std::vector<Diagnostic>& App::errors() const { return tree_->errors; }

void App::setContext(std::string_view key, const Json& value) {
  Context::of(*tree_).set(key, nlohmann::json::parse(to_text(value)));
}

namespace {

CloudAssembly synthesize(detail::Tree& tree, const SynthOptions& options) {
  run_aspects(tree);
  Arena arena;
  const ArenaScope scope(arena);
  Plan plan(tree);
  resolve_values(plan);
  connect_dependencies(plan);
  check_cycles(plan);
  Tags tags;
  const bool path_metadata = Context::of(tree).enabled("aws:cdk:enable-path-metadata");
  TemplatePrinter templates(plan, tags, {.indent = options.indent, .path_metadata = path_metadata});
  for (auto* root : plan.roots)
    templates.print(*root);
  auto findings = take_findings(plan);
  plan.errors.insert(plan.errors.end(), tree.errors.begin(), tree.errors.end());
  throw_if_any(std::move(plan.errors));
  return make_assembly(plan, templates, tags, std::move(findings), options.indent);
}

}  // namespace

CloudAssembly App::synth(const SynthOptions& options) const { return synthesize(*tree_, options); }

CloudAssembly synth_app_of(const Construct& construct) {
  return synthesize(*detail::ConstructNode::of(construct).tree, {});
}

}  // namespace amplify::cdk
