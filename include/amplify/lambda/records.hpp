// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace amplify::lambda {

/// Which records of a batch failed, so that only these come again. The event source must have
/// `ReportBatchItemFailures`.
struct BatchResponse {
  /// Ids of messages, or sequence numbers.
  std::vector<std::string> batchItemFailures{};
};

namespace detail {

/// What `handle` throws for a record is its failure.
template <class Record, class F>
bool handled(const Record& record, const std::string& id, F& handle) {
  try {
    handle(record);
    return true;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", id.c_str(), error.what());
  } catch (...) {
    std::fprintf(stderr, "%s: failed\n", id.c_str());
  }
  return false;
}

}  // namespace detail
}  // namespace amplify::lambda
