// expect-error: (deleted function.*Int::Int\(const char\*\)|from 'const char\[3\]' to '[a-z:]*Int' invokes a deleted).*visibilityTimeout
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void make(const cdk::Construct& stack) {
  const cfn::sqs::Queue queue{stack, "Jobs", {.visibilityTimeout = 30}};
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const cfn::sqs::Queue wrong{stack, "Wrong", {.visibilityTimeout = "30"}};
#endif
}
