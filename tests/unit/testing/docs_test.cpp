// SPDX-License-Identifier: Apache-2.0
// What docs/testing.md shows.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/iam.hpp>
#include <amplify/cdk/s3.hpp>
#include <amplify/testing.hpp>
#include <amplify/testing/gtest.hpp>

#include <gtest/gtest.h>

#include <cstdio>

namespace {

using namespace amplify;

// [test]
using assertions::HasResourceProperties;
using assertions::Match;
using assertions::Template;

TEST(Photos, is_versioned) {
  cdk::App app;
  const cdk::Stack stack(app, "Gallery");
  const cdk::s3::Bucket photos(stack, "Photos", {.bucketName = "photos", .versioned = true});

  const auto gallery = Template::fromStack(stack);
  gallery.resourceCountIs("AWS::S3::Bucket", 1);
  EXPECT_THAT(
      gallery, HasResourceProperties(
                   "AWS::S3::Bucket", {{"BucketName", "photos"},
                                       {"VersioningConfiguration", {{"Status", "Enabled"}}},
                                       {"CorsConfiguration", Match::absent()}}
               )
  );
}
// [/test]

class Gallery : public ::testing::Test {
 protected:
  cdk::App app;
  cdk::Stack stack{app, "Gallery"};
  cdk::s3::Bucket photos{stack, "Photos", {.bucketName = "photos"}};
  cdk::iam::Role worker{
      stack, "Worker", {.assumedBy = {cdk::iam::ServicePrincipal("ec2.amazonaws.com")}}
  };
};

TEST_F(Gallery, patterns) {
  const auto gallery = Template::fromStack(stack);
  // [pattern]
  gallery.hasResourceProperties(
      "AWS::S3::BucketPolicy",
      {{"Bucket", photos.bucketName()},
       {"PolicyDocument",
        {{"Statement", Match::arrayWith({Match::objectLike({
                           {"Effect", "Deny"},
                           {"Action", "s3:*"},
                           {"Resource", {Match::anyValue(), photos.bucketArn()}},
                       })})}}}}
  );
  // [/pattern]
  // [capture]
  assertions::Capture actions;
  gallery.hasResourceProperties(
      "AWS::S3::BucketPolicy", {{"PolicyDocument", {{"Statement", {{{"Action", actions}}}}}}}
  );
  EXPECT_EQ(actions.asString(), "s3:*");
  // [/capture]
  // [find]
  const assertions::Value buckets = gallery.findResources("AWS::S3::Bucket");
  EXPECT_EQ(buckets.size(), 1U);
  EXPECT_EQ(buckets[buckets.keys()[0]]["DeletionPolicy"], "Retain");
  // [/find]
}

TEST_F(Gallery, report) {
  const auto gallery = Template::fromStack(stack);
  // [plain]
  try {
    gallery.hasResourceProperties("AWS::S3::Bucket", {{"BucketName", "fotos"}});
  } catch (const assertions::AssertionError& error) {
    std::puts(error.what());
  }
  // [/plain]
}

TEST_F(Gallery, annotations) {
  // [annotations]
  const cdk::s3::Bucket again(stack, "Photos");
  assertions::Annotations::fromStack(stack).hasError("Gallery/Photos", "DuplicateConstructError");
  // [/annotations]
}

TEST_F(Gallery, tags) {
  // [tags]
  stack.addTag("team", "media");
  assertions::Tags::fromStack(stack).hasValues({{"team", "media"}});
  // [/tags]
}

TEST_F(Gallery, permissions) {
  // [simulator]
  using assertions::IamSimulator;
  using assertions::IsAllowed;
  using assertions::IsDenied;

  photos.grantRead(worker, "public/*");
  const IamSimulator iam(Template::fromStack(stack));
  EXPECT_THAT(
      iam.allows(worker, "s3:GetObject", photos.arnForObjects("public/a.png")), IsAllowed()
  );
  EXPECT_THAT(
      iam.allows(worker, "s3:GetObject", photos.arnForObjects("private/a.png")), IsDenied()
  );
  EXPECT_THAT(
      iam.allows(
          worker, "s3:GetObject", photos.arnForObjects("public/a.png"),
          {{"aws:SecureTransport", false}}
      ),
      IsDenied()
  );
  EXPECT_THAT(iam.canAssume(cdk::iam::ServicePrincipal("ec2.amazonaws.com"), worker), IsAllowed());
  // [/simulator]
  std::puts(iam.allows(worker, "s3:GetObject", photos.arnForObjects("private/a.png")).text().c_str()
  );
}

}  // namespace
