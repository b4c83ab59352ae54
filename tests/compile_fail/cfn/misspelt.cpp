// expect-error: no non-static data member named [^a-z]*queueNam[^a-zA-Z]|does not refer to any field.*did you mean 'queueName'
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void make(const cdk::Construct& stack) {
  const cfn::sqs::Queue queue{stack, "Jobs", {.queueName = "jobs"}};
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const cfn::sqs::Queue wrong{stack, "Wrong", {.queueNam = "jobs"}};
#endif
}
