// SPDX-License-Identifier: Apache-2.0
#include "run/files.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

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

void write_file(const std::filesystem::path& file, std::string_view text) {
  const auto fail = [&](const std::error_code& error) {
    throw UserError(Diagnostic{
        .code = "FileNotWritableError",
        .where = file.string(),
        .message = fmt::format("it can't be written: {}", error.message()),
        .help = "choose another place, or make room"
    });
  };
  std::error_code error;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), error);
  if (error) fail(error);
  auto beside = file;
  beside += fmt::format(".{}", ::getpid());
  {
    std::ofstream out(beside, std::ios::binary);
    out << text;
    if (!out.flush()) {
      error = std::error_code(errno, std::generic_category());
      std::error_code ignored;
      std::filesystem::remove(beside, ignored);
      fail(error);
    }
  }
  std::filesystem::rename(beside, file, error);
  if (error) fail(error);
}

}  // namespace amplify::detail
