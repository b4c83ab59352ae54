// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/matching.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::assertions {

/// Entries of one section of a template that are compared with a pattern.
class Section {
 public:
  /// `what` names the entries: `AWS::S3::Bucket`, `output`.
  Section(std::string what, std::vector<std::pair<std::string, json>> entries);

  /// Compares, and lets captures have what they caught.
  void match(const Matcher& matcher);

  const std::string& what() const { return what_; }
  std::size_t size() const { return entries_.size(); }
  /// Those that match, by name.
  const json& matches() const { return matches_; }
  bool all_match() const { return !entries_.empty() && failures_.empty(); }

  /// The entries that come nearest, with what they lack. `origins` tells by name where they are
  /// from.
  std::string nearest(const std::map<std::string, std::string>& origins) const;

 private:
  struct Mismatch {
    const std::pair<std::string, json>* entry;
    std::vector<Failure> failures;
  };

  std::string what_;
  std::vector<std::pair<std::string, json>> entries_;
  json matches_ = json::object();
  std::vector<Mismatch> failures_;
};

}  // namespace amplify::assertions
