// expect-error: the_enum_has_no_such_value
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
  static_cast<void>(post["status"_s] == "LIVE");
#ifdef AMPLIFY_MUST_NOT_COMPILE
  static_cast<void>(post["status"_s] == "live");
#endif
}
