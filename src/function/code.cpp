// SPDX-License-Identifier: Apache-2.0
#include "function/code.hpp"

#include "function/environment.hpp"
#include "function/esbuild.hpp"
#include "function/process.hpp"

#include <fmt/format.h>
#include <amplify/detail/build_info.hpp>

#include <algorithm>
#include <filesystem>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension_layer = "AWS-Parameters-and-Secrets-Lambda-Extension";

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

/// Whether handlers of the directory can have AWS's SDK in their bundle.
bool has_aws_sdk(fs::path directory) {
  std::error_code ignored;
  while (true) {
    if (fs::is_directory(directory / "node_modules" / "@aws-sdk", ignored)) return true;
    if (!directory.has_relative_path()) return false;
    directory = directory.parent_path();
  }
}

std::string_view name_of(Architecture architecture) {
  return architecture == Architecture::arm64 ? "arm64" : "x86_64";
}

/// What the build made of an entry, for any architecture.
std::vector<detail::built_function> builds_of(const fs::path& entry) {
  const auto& build = detail::this_build();
  std::vector<detail::built_function> found;
  for (const auto& function : std::span(build.functions, build.function_count))
    if (fs::path(function.entry).lexically_normal() == entry) found.push_back(function);
  return found;
}

class Loader {
 public:
  std::vector<Diagnostic> run(const std::vector<WithoutCode>& functions) {
    for (const WithoutCode& each : functions) {
      if (each.function->kind == Kind::code) {
        set(each, each.function->source);
      } else if (!is_file(each.function->source)) {
        fail(
            each, "EntryNotFoundError",
            fmt::format("there is no file {}", each.function->source.string()),
            "write its .entry, relative to the file with defineFunction"
        );
      } else if (each.function->kind == Kind::cpp) {
        load_program(each);
      } else {
        to_bundle_.push_back(each);
      }
    }
    if (!to_bundle_.empty()) bundle();
    return std::move(faults_);
  }

 private:
  static void set(const WithoutCode& each, const fs::path& path) {
    each.made->lambda.setCode(Code::fromAsset(path.string()));
  }

  void fail(const WithoutCode& each, const char* code, std::string message, std::string help) {
    faults_.push_back(
        {.code = code,
         .where = "defineFunction " + each.function->name,
         .message = std::move(message),
         .help = std::move(help),
         .source = each.function->where}
    );
    // Or synthesis would tell that there is no code, once more.
    each.made->lambda.setCode(Code::fromBucket("none", "none"));
  }

  void load_program(const WithoutCode& each) {
    const Definition& function = *each.function;
    check_extension(each);
    const auto architecture = name_of(function.props->architecture);
    const auto builds = builds_of(function.source);
    for (const auto& build : builds) {
      if (build.architecture != architecture) continue;
      if (is_file(fs::path(build.directory) / "bootstrap")) return set(each, build.directory);
      return fail(
          each, "EntryNotBuiltError",
          fmt::format("there is no program {}/bootstrap", build.directory),
          "build the project, and look at what the compiler says"
      );
    }
    if (builds.empty()) {
      return fail(
          each, "EntryNotBuiltError",
          fmt::format("the build doesn't make a program of {}", function.source.string()),
          "write amplify_add_function(<target> <file>) in CMakeLists.txt, and FUNCTIONS <target> in "
          "its amplify_add_backend"
      );
    }
    fail(
        each, "EntryNotBuiltError",
        fmt::format(
            "the build makes a program for {}, not for {}", builds[0].architecture, architecture
        ),
        fmt::format("write ARCHITECTURES {} in amplify_add_function", architecture)
    );
  }

  /// Programs in C++ read parameters by way of an extension.
  void check_extension(const WithoutCode& each) {
    if (!each.made->environment->hasParameters()) return;
    for (const FunctionLayer& layer : each.function->props->layers)
      if (layer.layer.view().find(extension_layer) != std::string_view::npos) return;
    fail(
        each, "MissingSecretsLayerError",
        fmt::format("a function in C++ reads secrets by way of the layer {}", extension_layer),
        "add that layer of its region and architecture to .layers; its ARN is in "
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/"
        "ps-integration-lambda-extensions.html"
    );
  }

  void bundle() {
    const auto esbuild = find_esbuild(to_bundle_[0].function->source.parent_path());
    if (!esbuild) {
      for (const WithoutCode& each : to_bundle_) {
        fail(
            each, "EsbuildNotFoundError", "there is no esbuild to bundle its entry",
            "write amplify_install_esbuild() in CMakeLists.txt, or run `npm install --save-dev "
            "esbuild`"
        );
      }
      return;
    }
    std::vector<Bundle> bundles;
    for (const WithoutCode& each : to_bundle_) {
      const Definition& function = *each.function;
      std::vector<std::string> external;
      for (const FunctionLayer& layer : function.props->layers)
        external.push_back(layer.module);
      // Lambda's runtime has it, so that nobody has to install it.
      if (!has_aws_sdk(function.source.parent_path())) external.emplace_back("@aws-sdk/*");
      const std::string_view runtime = function.runtime;  // nodejs22.x
      constexpr std::size_t prefix = 6;
      constexpr std::size_t suffix = 2;
      bundles.push_back({
          .name = function.name,
          .entry = function.source,
          .target = fmt::format("node{}", runtime.substr(prefix, runtime.size() - prefix - suffix)),
          .external = std::move(external),
          .minify = function.props->bundling.minify,
          .fetch_parameters = each.made->environment->hasParameters(),
      });
    }
    const TemporaryDirectory directory;
    const Esbuild calls{.program = *esbuild, .root = root(), .output = directory.path()};
    const auto complaints = calls.run(bundles);
    for (std::size_t i = 0; i < bundles.size(); ++i) {
      if (complaints[i].empty()) {
        set(to_bundle_[i], calls.directory_of(i));
      } else {
        fail(
            to_bundle_[i], "BundlingError",
            fmt::format("esbuild can't bundle {}\n{}", bundles[i].entry.string(), complaints[i]),
            "mend what it says, or install what it misses"
        );
      }
    }
  }

  /// The project's directory, or else what all entries are below of.
  fs::path root() const {
    if (const fs::path project = detail::this_build().source_directory; !project.empty())
      return project;
    fs::path common = to_bundle_[0].function->source.parent_path();
    for (const WithoutCode& each : to_bundle_) {
      const fs::path& entry = each.function->source;
      while (common != common.parent_path() &&
             std::ranges::mismatch(common, entry).in1 != common.end())
        common = common.parent_path();
    }
    return common;
  }

  std::vector<WithoutCode> to_bundle_{};
  std::vector<Diagnostic> faults_{};
};

}  // namespace

std::vector<Diagnostic> load_code(const std::vector<WithoutCode>& functions) {
  return Loader().run(functions);
}

}  // namespace amplify::functions
