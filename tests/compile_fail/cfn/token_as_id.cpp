// expect-error: (no matching function|could not convert|cannot convert|no viable conversion|no matching constructor)
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/stack.hpp>

using namespace amplify;

cdk::Resource make(const cdk::Stack& stack, const cdk::Resource& queue);
cdk::Resource make(const cdk::Stack& stack, const cdk::Resource& queue) {
#ifdef AMPLIFY_MUST_NOT_COMPILE
  return {stack, queue.ref(), "AWS::SQS::Queue"};
#else
  return {stack, queue.id(), "AWS::SQS::Queue"};
#endif
}
