// expect-error: TagFilter.*versioningConfiguration|versioningConfiguration.*TagFilter
// SPDX-License-Identifier: Apache-2.0
#include <amplify/cfn/s3.hpp>

using namespace amplify;
using cfn::s3::Bucket;

void make(const cdk::Construct& stack) {
  const Bucket right{
      stack,
      "Right",
      {.versioningConfiguration = Bucket::VersioningConfiguration{.status = "Enabled"}}
  };
#ifdef AMPLIFY_MUST_NOT_COMPILE
  const Bucket wrong{
      stack, "Wrong", {.versioningConfiguration = Bucket::TagFilter{.key = "a", .value = "b"}}
  };
#endif
}
