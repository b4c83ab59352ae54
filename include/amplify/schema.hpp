// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The schema language: `a`, `allow`, `"name"_s` and `ClientSchema`.

#include <amplify/allow.hpp>
#include <amplify/schema/builder.hpp>
#include <amplify/schema/client_schema.hpp>
#include <amplify/schema/literals.hpp>
#include <amplify/schema/schema_ref.hpp>
