// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

const auto postConfirmation = defineFunction({
    .name = "post-confirmation",
    .entry = "./amplify/auth/post-confirmation/handler.ts",
    .environment = {{"GROUP_NAME", "EDITORS"}},
    .resourceGroupName = "auth",
});

const auto auth = defineAuth({
    .loginWith =
        {.email =
             EmailLogin{
                 .verificationEmailBody = "Use this code to confirm your account: {code}",
                 .verificationEmailSubject = "Welcome to the blog!",
                 .userInvitation =
                     {.emailSubject = "You have been invited",
                      .emailBody = "Login with username {username} and temporary password {code}",
                      .smsMessage = "{username} {code}"},
             }},
    .userAttributes =
        {
            .preferredUsername = {.required = false, .mutable_ = true},
            .custom = {{"custom:displayName", StringAttribute{.minLen = 1, .maxLen = 60}}},
        },
    .groups = {"ADMINS", "EDITORS"},
    .triggers = {.postConfirmation = postConfirmation},
    .access = {allow.resource(postConfirmation).to("addUserToGroup")},
});

constexpr auto schema = a.schema(
    "PostStatus"_s = a.enumeration("DRAFT", "PUBLISHED", "ARCHIVED"),
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "slug"_s = a.string().required(),
                    "body"_s = a.string().required(), "status"_s = a.ref("PostStatus").required(),
                    "publishedAt"_s = a.datetime(), "likes"_s = a.integer().defaultTo(0),
                    "coverImageKey"_s = a.string(), "comments"_s = a.hasMany("Comment", "postId"),
                    "tags"_s = a.hasMany("PostTag", "postId"), "authorId"_s = a.id(),
                    "author"_s = a.belongsTo("Author", "authorId")
    )
                   .secondaryIndexes(
                       a.index("slug").queryField("postBySlug"),
                       a.index("status").sortKeys("publishedAt").queryField("postsByStatus")
                   )
                   .authorization(
                       allow.owner(), allow.groups("ADMINS"), allow.guest().to("read"),
                       allow.authenticated().to("read")
                   ),
    "Comment"_s =
        a.model(
             "postId"_s = a.id().required(), "post"_s = a.belongsTo("Post", "postId"),
             "content"_s = a.string().required()
        )
            .authorization(
                allow.owner().to("create", "update", "delete", "read"),
                allow.authenticated().to("read"), allow.group("ADMINS").to("delete", "read")
            ),
    "Author"_s = a.model(
                      "name"_s = a.string().required(), "bio"_s = a.string(),
                      "email"_s = a.email().authorization(allow.owner(), allow.group("ADMINS")),
                      "website"_s = a.url(), "posts"_s = a.hasMany("Post", "authorId"),
                      "avatar"_s = a.hasOne("Avatar", "authorId")
    )
                     .authorization(allow.owner(), allow.authenticated().to("read")),
    "Avatar"_s = a.model(
                      "key"_s = a.string().required(), "authorId"_s = a.id(),
                      "author"_s = a.belongsTo("Author", "authorId")
    )
                     .authorization(allow.owner(), allow.authenticated().to("read")),
    "Tag"_s = a.model("label"_s = a.string().required(), "posts"_s = a.hasMany("PostTag", "tagId"))
                  .authorization(allow.group("EDITORS"), allow.authenticated().to("read")),
    "PostTag"_s =
        a.model(
             "postId"_s = a.id().required(), "tagId"_s = a.id().required(),
             "post"_s = a.belongsTo("Post", "postId"), "tag"_s = a.belongsTo("Tag", "tagId")
        )
            .authorization(allow.group("EDITORS"), allow.authenticated().to("read")),
    "likePost"_s =
        a.mutation()
            .arguments("postId"_s = a.id().required())
            .returns(a.ref("Post"))
            .authorization(allow.authenticated())
            .handler(a.handler.custom(
                {.entry = "./amplify/data/increment-like.js", .dataSource = a.ref("Post")}
            ))
);

const auto data = defineData({
    .schema = schema,
    .authorizationModes = {.defaultAuthorizationMode = AuthorizationMode::userPool},
});

}  // namespace

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
