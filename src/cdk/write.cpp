// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/app.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace amplify::cdk {
namespace {

namespace fs = std::filesystem;

Diagnostic fault(const fs::path& directory, std::string message) {
  return {
      .code = "OutputDirectoryError",
      .where = directory.string(),
      .message = std::move(message),
      .help = "choose another output directory, or remove what is in the way",
  };
}

/// The `cdk` that runs this program holds the directory by such files, and may wait for an error
/// code.
bool belongs_to_cdk(const fs::path& file) {
  const auto name = file.filename().string();
  return name == "synth.lock" || name == "error.txt" ||
         (name.starts_with("read.") && name.ends_with(".lock"));
}

/// Whether the directory was written by a CDK app, and so may be replaced.
bool is_assembly(const fs::path& directory) {
  // A file: the directory of that name is what a project's own directory has.
  if (fs::is_regular_file(directory / "cdk.out")) return true;
  const auto file = directory / "manifest.json";
  if (!fs::is_regular_file(file)) return false;
  std::ifstream stream(file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  const auto manifest = nlohmann::json::parse(text, nullptr, false);
  return manifest.is_object() && manifest.contains("artifacts");
}

void check_replaceable(const fs::path& directory) {
  if (!fs::exists(directory)) return;
  if (!fs::is_directory(directory)) throw UserError(fault(directory, "it is no directory"));
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (belongs_to_cdk(entry.path())) continue;
    if (is_assembly(directory)) return;
    throw UserError(
        fault(directory, "it holds other files than a cloud assembly, and these would be lost")
    );
  }
}

/// Follows links and drops a final `/`, so that what is renamed is the directory itself.
fs::path real_path(std::string_view directory) {
  auto path = fs::weakly_canonical(fs::absolute(fs::path(directory)));
  return path.has_filename() ? path : path.parent_path();
}

/// A path beside `directory` where nothing is.
fs::path unused_sibling(const fs::path& directory) {
  for (int attempt = 0;; ++attempt) {
    auto path = directory;
    path.replace_filename(
        fmt::format(".{}.{}.{}", directory.filename().string(), ::getpid(), attempt)
    );
    if (!fs::exists(path)) return path;
  }
}

void write_file(const fs::path& path, const CloudAssembly::File& file) {
  fs::create_directories(path.parent_path());
  errno = 0;
  std::ofstream stream(path, std::ios::binary);
  stream.write(file.content.data(), static_cast<std::streamsize>(file.content.size()));
  stream.close();
  if (!stream) {
    const int reason = errno != 0 ? errno : EIO;
    throw fs::filesystem_error("cannot write", path, {reason, std::generic_category()});
  }
  if (!file.executable) return;
  using enum fs::perms;
  fs::permissions(path, owner_exec | group_exec | others_exec, fs::perm_options::add);
}

void keep_files_of_cdk(const fs::path& from, const fs::path& to) {
  for (const auto& entry : fs::directory_iterator(from)) {
    if (belongs_to_cdk(entry.path())) fs::copy(entry.path(), to / entry.path().filename());
  }
}

/// Puts `fresh` where `directory` is. On failure the latter is there as before.
void replace(const fs::path& directory, const fs::path& fresh) {
  if (!fs::exists(directory)) {
    fs::rename(fresh, directory);
    return;
  }
  keep_files_of_cdk(directory, fresh);
  const auto old = unused_sibling(directory);
  fs::rename(directory, old);
  std::error_code error;
  fs::rename(fresh, directory, error);
  if (error) {
    fs::rename(old, directory);
    throw fs::filesystem_error("cannot rename", fresh, directory, error);
  }
  fs::remove_all(old, error);  // the assembly is in place; what is left of the old one does no harm
}

/// Removes a directory at the end of the scope, if it is still there.
class Temporary {
 public:
  explicit Temporary(fs::path path) : path_(std::move(path)) {}
  ~Temporary() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

 private:
  fs::path path_;
};

void write_files(const std::vector<CloudAssembly::File>& files, const fs::path& directory) {
  check_replaceable(directory);
  fs::create_directories(directory.parent_path());
  const auto fresh = unused_sibling(directory);
  const Temporary temporary(fresh);
  fs::create_directory(fresh);
  for (const auto& file : files)
    write_file(fresh / file.path, file);
  replace(directory, fresh);
}

}  // namespace

void CloudAssembly::write(std::string_view directory) const {
  try {
    write_files(files, real_path(directory));
  } catch (const fs::filesystem_error& error) {
    throw UserError(fault(
        fs::path(directory),
        fmt::format("it can't be written: {} ({})", error.code().message(), error.path1().string())
    ));
  }
}

}  // namespace amplify::cdk
