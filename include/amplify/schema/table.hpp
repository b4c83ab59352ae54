// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace amplify {

/// Units of capacity per second, for a table and for each of its indexes.
struct TableCapacity {
  int read = 5;
  int write = 5;
};

/// What of a model's table doesn't follow from its fields, for `.table(...)` of the model. What
/// isn't set stays as it is.
struct TableSettings {
  /// Default: on demand.
  std::optional<TableCapacity> provisioned{};
  /// Backups of every second of the last 35 days. Default: no.
  std::optional<bool> pointInTimeRecovery{};
  /// Refuses to delete the table, whoever asks. Default: no.
  std::optional<bool> deletionProtection{};
  /// The ARN of a KMS key. Default: a key of DynamoDB's own. Whoever uses the table needs to be
  /// permitted to use the key.
  std::string_view encryptionKeyArn{};
  /// `NEW_AND_OLD_IMAGES`, the default, `NEW_IMAGE`, `OLD_IMAGE` or `KEYS_ONLY`.
  std::string_view stream{};
  /// Whether the table stays when the model or the backend goes. Default: yes, except in sandboxes.
  std::optional<bool> retain{};
};

}  // namespace amplify
