// expect-error: deleted.*("policyDocument"|'policyDocument')
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void make(const cdk::Construct& stack) {
  const cfn::sqs::Queue right{stack, "Right"};
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const cfn::sqs::QueuePolicy wrong{stack, "Wrong"};
#endif
}
