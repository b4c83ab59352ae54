// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/finding.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/error.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

struct SynthOptions {
  /// Indents templates by one space. Default: minified.
  bool indent = false;
};

/// One template of an assembly.
struct SynthesizedStack {
  /// Construct path from the app: `amplify-app-main-sandbox-6cf259607d/data`.
  std::string path{};
  /// File in the assembly directory.
  std::string templateFile{};
  /// The template, as it is written.
  std::string templateBody{};
  /// Resource types in the template, sorted, one entry a resource.
  std::vector<std::string> resourceTypes{};
  bool nested = false;
};

/// The files of a cloud assembly, in memory. The same app and options give the same bytes.
struct CloudAssembly {
  struct File {
    /// Relative to the assembly directory.
    std::string path{};
    std::string content{};
    bool executable = false;
  };
  /// Sorted by path; templates and assets included.
  std::vector<File> files{};
  /// Parents before children, siblings by id.
  std::vector<SynthesizedStack> stacks{};
  /// What was found out about the templates: warnings, notes, and errors that were acknowledged.
  /// Sorted by construct path.
  std::vector<Finding> findings{};

  /// Writes to a new directory beside `directory` and moves it into place, so that a failure leaves
  /// what was there. Errors: UserError `OutputDirectoryError`.
  void write(std::string_view directory) const;
};

/// The root of a construct tree. Owns every construct and value made in it.
class App : public Construct {
 public:
  App();
  ~App();
  App(App&&) noexcept;
  App& operator=(App&&) noexcept;
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// Records a fault against this app; synthesis reports it.
  void addError(Diagnostic diagnostic);
  /// What has been recorded so far.
  const std::vector<Diagnostic>& errors() const;

  /// Sets an entry of the context, in place of what the `cdk` CLI hands over under that key. For
  /// tests and fixed settings. The value is a literal.
  void setContext(std::string_view key, const Json& value);

  /// Makes the assembly. Every resource is checked against CloudFormation's specification.
  ///
  /// Errors: UserError with everything that was recorded or is found wrong now.
  CloudAssembly synth(const SynthOptions& options = {}) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace amplify::cdk
