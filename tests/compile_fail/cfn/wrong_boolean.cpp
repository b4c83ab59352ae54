// expect-error: (deleted function.*Bool::Bool\(const char\*\)|from 'const char\[6\]' to '[a-z:]*Bool' invokes a deleted).*fifoQueue
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/sqs.hpp>

using namespace amplify;

void make(const cdk::Construct& stack) {
  const cfn::sqs::Queue queue{stack, "Jobs", {.fifoQueue = false}};
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const cfn::sqs::Queue wrong{stack, "Wrong", {.fifoQueue = "false"}};
#endif
}
