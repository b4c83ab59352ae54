// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/apigateway/http_api.hpp>
#include <amplify/cdk/apigateway/rest_api.hpp>
