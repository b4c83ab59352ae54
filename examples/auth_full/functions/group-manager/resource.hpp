// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>

inline const auto groupManager = amplify::defineFunction({.name = "group-manager"});
