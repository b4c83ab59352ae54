// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace amplify::detail {

/// A file that the library brings along; cmake/Embed.cmake writes them.
struct EmbeddedFile {
  const char* path;
  const char* content;
};

/// src/run/templates, ended by one without a path.
extern const EmbeddedFile templates[];

}  // namespace amplify::detail
