// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/app.hpp>
#include <amplify/cdk/fn.hpp>

#include <initializer_list>

/// Makes a resource that shows in its properties what the attributes of `of` are.
void attributes(
    const amplify::cdk::Resource& of, std::initializer_list<amplify::cdk::Json::Entry> values
);
