// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/detail/build_info.hpp>

#include "../cdk/support.hpp"

#include <function/registry.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace amplify::functions {

using cdk::json;

/// A function whose code is somewhere already.
inline FunctionProps elsewhere(const char* name) {
  return {
      .name = atRuntime(std::string(name)),
      .runtime = "python3.13",
      .code = Code::fromBucket("bucket", "key"),
      .handler = "index.handler",
  };
}

/// A root stack, and functions in nested stacks of it.
class Functions : public testing::Test {
 protected:
  cdk::App app;
  cdk::Stack root{app, "root"};
  std::map<std::string, cdk::NestedStack, std::less<>> stacks{};
  Registry registry{{
      .report = [this](Diagnostic diagnostic) { app.addError(std::move(diagnostic)); },
      .stack = [this](std::string_view name) { return stack(name); },
      .paths =
          {
              .secret = [](std::string_view name) { return "/own/" + std::string(name); },
              .sharedSecret = [](std::string_view name) { return "/shared/" + std::string(name); },
              .reference = [](std::string_view name) { return "/ref/" + std::string(name); },
          },
  }};

  cdk::NestedStack stack(std::string_view name) {
    auto found = stacks.find(name);
    if (found == stacks.end()) found = stacks.emplace(name, cdk::NestedStack(root, name)).first;
    return found->second;
  }
  json template_of(std::string_view name) const {
    return cdk::template_of(app, "root/" + std::string(name));
  }
  json function_of(std::string_view name) const {
    return cdk::properties_of(template_of(name), "AWS::Lambda::Function");
  }
  std::vector<Diagnostic> errors() const { return cdk::errors_of(app); }
  /// Checks that there is one error, of this code, with text that has this in it.
  void expect_error(std::string_view code, std::string_view message) const {
    const auto found = errors();
    ASSERT_EQ(found.size(), 1U) << (found.empty() ? "" : UserError(found).what());
    EXPECT_EQ(found[0].code, code);
    EXPECT_THAT(found[0].message, testing::HasSubstr(std::string(message)));
    EXPECT_FALSE(found[0].help.empty());
    EXPECT_NE(found[0].source.line(), 0U);
  }
};

/// A directory of the test's own.
class Directory {
 public:
  Directory()
      : path_(
            std::filesystem::path(testing::TempDir()) /
            ("amplify_function_" + std::to_string(::getpid()))
        ) {
    std::filesystem::create_directories(path_);
  }
  ~Directory() { std::filesystem::remove_all(path_); }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  std::filesystem::path write(std::string_view name, std::string_view content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What the program knows of its build, for a scope.
class Build {
 public:
  explicit Build(const detail::build_info& info) : before_(detail::this_build()) {
    detail::registered_build{info};
  }
  ~Build() { detail::registered_build{before_}; }
  Build(const Build&) = delete;
  Build& operator=(const Build&) = delete;

 private:
  detail::build_info before_;
};

}  // namespace amplify::functions
