// SPDX-License-Identifier: Apache-2.0
#include "run/files.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

namespace amplify::detail {

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  // A directory can be opened, but not read.
  if (in && !std::filesystem::is_directory(file)) return {std::istreambuf_iterator<char>(in), {}};
  throw UserError(Diagnostic{
      .code = "FileNotFoundError",
      .where = file.string(),
      .message = "there is no such file, or it can't be read",
      .help = "check the path"
  });
}

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::error_code& error) {
  throw UserError(Diagnostic{
      .code = "FileNotWritableError",
      .where = file.string(),
      .message = fmt::format("it can't be written: {}", error.message()),
      .help = "choose another place, or make room"
  });
}

/// A text beside the place of its file; it is gone with this object unless it was moved there.
class Staged {
 public:
  Staged(std::filesystem::path file, std::string_view text) : file_(std::move(file)) {
    std::error_code error;
    if (std::filesystem::is_directory(file_))
      fail(file_, make_error_code(std::errc::is_a_directory));
    if (file_.has_parent_path()) std::filesystem::create_directories(file_.parent_path(), error);
    if (error) fail(file_, error);
    beside_ = file_;
    beside_ += fmt::format(".{}", ::getpid());
    std::ofstream out(beside_, std::ios::binary);
    out << text;
    if (!out.flush()) {
      error = std::error_code(errno, std::generic_category());
      remove();
      fail(file_, error);
    }
  }
  Staged(Staged&& other) noexcept
      : file_(std::move(other.file_)), beside_(std::exchange(other.beside_, {})) {}
  Staged& operator=(Staged&&) = delete;
  ~Staged() { remove(); }

  void move_to_place() {
    std::error_code error;
    std::filesystem::rename(beside_, file_, error);
    if (error) fail(file_, error);
    beside_.clear();
  }

 private:
  void remove() const {
    std::error_code ignored;
    if (!beside_.empty()) std::filesystem::remove(beside_, ignored);
  }

  std::filesystem::path file_;
  std::filesystem::path beside_;
};

}  // namespace

void write_file(const std::filesystem::path& file, std::string_view text) {
  Staged(file, text).move_to_place();
}

void write_files(const std::map<std::filesystem::path, std::string>& files) {
  std::vector<Staged> staged;
  staged.reserve(files.size());
  for (const auto& [file, text] : files)
    staged.emplace_back(file, text);
  for (Staged& each : staged)
    each.move_to_place();
}

}  // namespace amplify::detail
