// expect-error: (no match for|no viable overloaded).*=
// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Post"_s = a.model(
                    "title"_s = a.string().required(), "content"_s = a.string(),
                    "likes"_s = a.integer().required(), "status"_s = a.enumeration("DRAFT", "LIVE")
    )
                   .authorization(allow.owner())
);
using Schema = ClientSchema<schema>;

void use();
void use() {
  Schema::type<"Post"> post;
  const std::string& created = post["createdAt"_s];
  static_cast<void>(created);
#ifdef AMPLIFY_MUST_NOT_COMPILE
  post["createdAt"_s] = "2030-12-31T12:30:00Z";
#endif
}
