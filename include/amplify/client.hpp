// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Opt-in: typed requests to the API of a schema, as GraphQL documents with variables. They are
/// made and their answers are read here; sending them is left to the program.

#include <amplify/client/expression.hpp>
#include <amplify/client/filter.hpp>
#include <amplify/client/input.hpp>
#include <amplify/client/models.hpp>
#include <amplify/client/operations.hpp>
#include <amplify/client/relation.hpp>
#include <amplify/client/request.hpp>
#include <amplify/client/select.hpp>
#include <amplify/schema.hpp>
