// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/sdl/document.hpp"

#include <amplify/error.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::sdl {

/// Collects what is wrong with a schema, each with its place in the text, and remembers where in
/// the text a part of the schema is.
class Faults {
 public:
  explicit Faults(std::vector<Diagnostic>& errors) : errors_(errors) {}

  /// `where` is in the schema's words: `Todo.title`.
  void add(Position at, const std::string& where, std::string message, std::string help = {});

  /// How many there are.
  std::size_t count() const { return errors_.size(); }

  /// Keeps the place of `Todo` or `Todo.title`.
  void remember(const std::string& where, Position at) { places_.emplace(where, at); }
  /// Puts the place in front of an error that only knows the schema's words.
  void locate(Diagnostic& error) const;

 private:
  std::vector<Diagnostic>& errors_;
  std::map<std::string, Position, std::less<>> places_;
};

/// "did you mean `title`?", or `otherwise` when nothing is near.
std::string did_you_mean(
    std::string_view written, const std::vector<std::string_view>& candidates,
    std::string otherwise = {}
);

}  // namespace amplify::sdl
