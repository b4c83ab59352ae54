// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/iam/policy.hpp>
#include <amplify/cdk/iam/role.hpp>
#include <amplify/cdk/iam/statement.hpp>
