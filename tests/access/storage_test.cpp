// SPDX-License-Identifier: Apache-2.0
// Tables by path and caller, from Amplify's documentation of storage access: rules name who may
// `get`, `list`, `write` and `delete` (g l w d); a path below another has its own rules alone;
// `{entity_id}` is the caller's identity for `allow.entity`, and anyone's for all others.
#include "../../examples/photo_share/auth/resource.hpp"
#include "../../examples/photo_share/storage/resource.hpp"
#include "../conformance/backends/storage-full/definitions.hpp"
#include "support.hpp"

namespace amplify::access {
namespace {

TEST(Access, PhotoShare) {
  const auto backend = defineBackend(::auth, photos);
  const auto simulator = simulator_of(backend);
  const auto& roles = backend[::auth];
  const auto bucket = backend[photos].bucket;
  const struct {
    const char *path, *guest, *user, *moderator, *thumbnails;
  } table[] = {
      // path                     guest   user    MODERATORS make-thumbnail
      {"albums/{me}/1.jpg", "----", "glwd", "gl-d", "g---"},
      {"albums/you/1.jpg", "----", "gl--", "gl-d", "g---"},
      {"thumbnails/1.jpg", "g---", "gl--", "----", "--w-"},
      {"thumbnails/hidden/1.jpg", "----", "----", "glw-", "----"},
      {"elsewhere/1.jpg", "----", "----", "----", "----"},
  };
  for (const auto& [path, guest, user, moderator, thumbnails] : table) {
    SCOPED_TRACE(path);
    EXPECT_EQ(files(simulator, roles.unauthenticatedUserIamRole, bucket, path), guest);
    EXPECT_EQ(files(simulator, roles.authenticatedUserIamRole, bucket, path), user);
    EXPECT_EQ(
        files(simulator, roles.cfnResources.groupRoles["MODERATORS"], bucket, path), moderator
    );
    EXPECT_EQ(files(simulator, backend[makeThumbnail].lambda, bucket, path), thumbnails);
  }
}

TEST(Access, StorageFull) {
  using namespace storage_full;
  const auto backend =
      defineBackend(storage_full::auth, primary, archive, bare, onUpload, onDelete, report);
  const auto simulator = simulator_of(backend);
  const auto& roles = backend[storage_full::auth];
  const auto admin = roles.cfnResources.groupRoles["admin"];
  const auto auditor = roles.cfnResources.groupRoles["auditor"];
  const struct {
    const defineStorage* storage;
    const char *path, *guest, *user, *admin, *auditor, *report, *upload;
  } table[] = {
      // bucket, path, guest, user, admin, auditor, report, on-upload
      {&primary, "public/x", "gl--", "glw-", "glwd", "----", "glw-", "----"},
      {&primary, "public/restricted/x", "----", "g---", "gl--", "----", "----", "----"},
      {&primary, "profile/{me}/x", "g---", "glwd", "----", "----", "----", "----"},
      {&primary, "profile/you/x", "g---", "gl--", "----", "----", "----", "----"},
      {&primary, "private/{me}/x", "----", "glwd", "----", "----", "----", "----"},
      {&primary, "private/you/x", "----", "----", "----", "----", "----", "----"},
      {&primary, "reports/x", "----", "----", "gl--", "gl--", "glwd", "----"},
      {&primary, "uploads/x", "----", "----", "----", "----", "----", "gl--"},
      {&archive, "a/x", "----", "-l--", "----", "----", "----", "----"},
      {&archive, "a/b/x", "--w-", "----", "----", "----", "----", "----"},
      {&archive, "a/c/x", "----", "gl--", "----", "gl--", "----", "----"},
      {&bare, "x/x", "----", "----", "----", "----", "----", "----"},
  };
  for (const auto& row : table) {
    SCOPED_TRACE(row.path);
    const auto bucket = backend[*row.storage].bucket;
    const auto may = [&](const assertions::IamCaller& caller) {
      return files(simulator, caller, bucket, row.path);
    };
    EXPECT_EQ(may(roles.unauthenticatedUserIamRole), row.guest);
    EXPECT_EQ(may(roles.authenticatedUserIamRole), row.user);
    EXPECT_EQ(may(admin), row.admin);
    EXPECT_EQ(may(auditor), row.auditor);
    EXPECT_EQ(may(backend[report].lambda), row.report);
    EXPECT_EQ(may(backend[onUpload].lambda), row.upload);
  }
}

}  // namespace
}  // namespace amplify::access
