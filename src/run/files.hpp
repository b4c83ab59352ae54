// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace amplify::detail {

/// Errors: UserError `FileNotFoundError`.
std::string read_file(const std::filesystem::path& file);

/// Writes a file beside its place and moves it there, so that it is never half-written. Makes the
/// directory. Errors: UserError `FileNotWritableError`.
void write_file(const std::filesystem::path& file, std::string_view text);
/// The same for several files: when one can't be written, none is.
void write_files(const std::map<std::filesystem::path, std::string>& files);

}  // namespace amplify::detail
