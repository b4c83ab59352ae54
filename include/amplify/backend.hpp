// SPDX-License-Identifier: Apache-2.0
#pragma once

// All that a backend.cpp needs.

#include <amplify/allow.hpp>
#include <amplify/allow/access_rule.hpp>
#include <amplify/allow/placed_rule.hpp>
#include <amplify/api.hpp>
#include <amplify/auth.hpp>
#include <amplify/backend/client_config.hpp>
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/aspects.hpp>
#include <amplify/cdk/asset.hpp>
#include <amplify/cdk/condition.hpp>
#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/fn.hpp>
#include <amplify/cdk/mapping.hpp>
#include <amplify/cdk/resource_map.hpp>
#include <amplify/cdk/rule.hpp>
#include <amplify/cdk/stack.hpp>
#include <amplify/cdk/validations.hpp>
#include <amplify/cdk/value.hpp>
#include <amplify/data.hpp>
#include <amplify/define_backend.hpp>
#include <amplify/error.hpp>
#include <amplify/function.hpp>
#include <amplify/messaging.hpp>
#include <amplify/run.hpp>
#include <amplify/schema.hpp>
#include <amplify/secret.hpp>
#include <amplify/storage.hpp>
#include <amplify/toggle.hpp>
#include <amplify/version.hpp>
