// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The vocabulary that the schema language, its plain form and everything after it share.
/// Not named `schema`, which a user's variable `schema` would make ambiguous under `using namespace
/// amplify`.
namespace amplify::ir {

/// A field's scalar type, by Amplify's builder name.
enum class Scalar : std::uint8_t {
  id,
  string,
  integer,
  float_,
  boolean,
  date,
  time,
  datetime,
  timestamp,
  email,
  json,
  phone,
  url,
  ipAddress
};

/// Whom a rule lets in.
enum class Allow : std::uint8_t { owner, private_, public_ };

/// How the caller has proved who they are.
enum class Provider : std::uint8_t { apiKey, identityPool, userPools };

/// What a rule permits. `read` stands for get, list, listen, sync and search.
enum class Operation : std::uint8_t {
  create,
  update,
  delete_,
  read,
  get,
  list,
  sync,
  listen,
  search
};

}  // namespace amplify::ir
