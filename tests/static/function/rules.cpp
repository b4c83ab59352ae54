// SPDX-License-Identifier: Apache-2.0
#include <amplify/function/rules.hpp>
#include <amplify/secret.hpp>

namespace amplify::detail {

static_assert(resource_name_rule::allows("say-hello_2 all"));
static_assert(!resource_name_rule::allows(""));
static_assert(!resource_name_rule::allows("2nd"));
static_assert(!resource_name_rule::allows("say.hello"));

static_assert(environment_name_rule::allows("A1"));
static_assert(environment_name_rule::allows("MY_KEY"));
static_assert(!environment_name_rule::allows("A"));
static_assert(!environment_name_rule::allows("1A"));
static_assert(!environment_name_rule::allows("MY-KEY"));
static_assert(!environment_name_rule::allows("AMPLIFY_SSM_ENV_CONFIG"));

static_assert(layer_rule::allows("SharpLayer:1"));
static_assert(layer_rule::allows("arn:aws:lambda:us-east-1:094274105915:layer:Powertools_V2:11"));
static_assert(layer_rule::allows("arn:aws-cn:lambda:cn-north-1:094274105915:layer:P:1"));
static_assert(!layer_rule::allows("SharpLayer"));
static_assert(!layer_rule::allows("SharpLayer:x"));
static_assert(!layer_rule::allows("arn:aws:lambda:us-east-1:1:layer:P:1"));
static_assert(!layer_rule::allows("arn:aws:lambda:us-east-1:094274105915:layer:P"));
static_assert(!layer_rule::allows("arn:aws:lambda:us-east-1:094274105915:function:P:1"));

static_assert(runtime_rule::is_node(22));
static_assert(!runtime_rule::is_node(16));

static_assert(log_retention_rule::allows("2 weeks"));
static_assert(log_retention_rule::allows("infinite"));
static_assert(!log_retention_rule::allows("2 days"));

static_assert(secret_name_rule::allows("API_KEY.v2-a"));
static_assert(!secret_name_rule::allows("a/b"));
static_assert(!secret_name_rule::allows(""));

}  // namespace amplify::detail
