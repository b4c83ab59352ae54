// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace amplify::detail {

/// Errors: UserError `FileNotFoundError`.
std::string read_file(const std::filesystem::path& file);

/// Writes a file beside its place and moves it there, so that it is never half-written. Makes the
/// directory. Errors: UserError `FileNotWritableError`.
void write_file(const std::filesystem::path& file, std::string_view text);

}  // namespace amplify::detail
