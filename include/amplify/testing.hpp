// SPDX-License-Identifier: Apache-2.0
#pragma once

// Assertions on what is synthesized. For GoogleTest, <amplify/testing/gtest.hpp> as well.

#include <amplify/testing/annotations.hpp>
#include <amplify/testing/assertion_error.hpp>
#include <amplify/testing/capture.hpp>
#include <amplify/testing/match.hpp>
#include <amplify/testing/simulator.hpp>
#include <amplify/testing/tags.hpp>
#include <amplify/testing/template.hpp>
#include <amplify/testing/value.hpp>
