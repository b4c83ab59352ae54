// SPDX-License-Identifier: Apache-2.0
// What docs/schema.md shows.
#include <amplify/schema.hpp>

using namespace amplify;

namespace {

// clang-format off: a definition reads best with a line for each entry
// [schema]
constexpr auto schema = a.schema(
    "Article"_s = a.model(
        "title"_s    = a.string().required(),
        "tags"_s     = a.string().required().array(),
        "state"_s    = a.enumeration("DRAFT", "LIVE"),
        "rating"_s   = a.float_().defaultTo(0.5),
        "homepage"_s = a.url()
    ).authorization(
        allow.owner(),
        allow.authenticated().to("read"),
        allow.publicApiKey().to("get", "list")
    )
);
using Schema = ClientSchema<schema>;
// [/schema]
// clang-format on

// [record]
std::string describe(const Schema::type<"Article">& article) {
  return article["title"_s] + (article["state"_s] == "LIVE" ? "" : " (draft)");
}

Schema::type<"Article"> example() {
  Schema::type<"Article"> article;
  article["title"_s] = "On value types";
  article["tags"_s] = {{"c++", "design"}};
  article["state"_s] = "LIVE";
  return article;
}
// [/record]

}  // namespace

std::string use();
std::string use() { return describe(example()); }
