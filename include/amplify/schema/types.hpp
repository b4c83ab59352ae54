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

/// What a type's name stands for.
enum class TypeKind : std::uint8_t { scalar, enumeration, customType, model };

/// What a string or number has to be, by Amplify's name in `.validate(...)`.
enum class Constraint : std::uint8_t {
  minLength,
  maxLength,
  startsWith,
  endsWith,
  matches,
  gt,
  lt,
  gte,
  lte
};

enum class Relationship : std::uint8_t { hasOne, hasMany, belongsTo };

/// Which attributes an index holds besides keys.
enum class Projection : std::uint8_t { all, keysOnly, include };

/// What the API keeps in a field that an option of the model adds.
enum class OptionField : std::uint8_t { none, version, createdBy, updatedBy, deletedAt };

/// The operations that Amplify makes for a model.
enum class GeneratedOperation : std::uint8_t {
  get,
  list,
  create,
  update,
  delete_,
  onCreate,
  onUpdate,
  onDelete
};

/// Whom a rule lets in. `custom` leaves it to a Lambda authorizer.
enum class Allow : std::uint8_t { owner, groups, private_, public_, custom };

/// How the caller has proved who they are. `function` is a Lambda authorizer.
enum class Provider : std::uint8_t { apiKey, identityPool, userPools, oidc, function };

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

/// The root type that a custom operation is a field of.
enum class OperationType : std::uint8_t { query, mutation, subscription };

}  // namespace amplify::ir
