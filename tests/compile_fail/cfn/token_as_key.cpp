// expect-error: (no matching function|could not convert|cannot convert|no viable conversion|no matching constructor)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/stack.hpp>

using namespace amplify;

cdk::Json make(const cdk::Resource& queue);
cdk::Json make(const cdk::Resource& queue) {
#ifdef AMPLIFY_MUST_NOT_COMPILE
  return cdk::Json::object({{queue.ref(), 1}});
#else
  return cdk::Json::object({{"key", queue.ref()}});
#endif
}
