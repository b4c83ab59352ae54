// expect-error: deleted.*("queues"|'queues')
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void make(const cdk::Construct& stack, const cdk::Json& policy) {
  const cfn::sqs::QueuePolicy right{stack, "Right", {.policyDocument = policy, .queues = {"url"}}};
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const cfn::sqs::QueuePolicy wrong{stack, "Wrong", {.policyDocument = policy}};
#endif
}
