// SPDX-License-Identifier: Apache-2.0
// What docs/schema.md shows.
#include <amplify/schema.hpp>

#include <string>
#include <type_traits>

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
// [keys]
constexpr auto readings = a.schema(
    "Reading"_s = a.model(
        "device"_s = a.id().required(),
        "day"_s    = a.date().required(),
        "kind"_s   = a.enumeration("TEMPERATURE", "HUMIDITY"),
        "value"_s  = a.float_().validate(a.gte(-100), a.lte(100, "no such weather"))
    ).identifier("device", "day")
     .secondaryIndexes(
        a.index("kind").sortKeys("day").queryField("readingsByKind"),
        a.index("day").queryField(nullptr).name("byDay")
    ).disableOperations("subscriptions")
     .authorization(allow.groups("STAFF", "DEVICES"), allow.authenticated().to("read"))
);
// [/keys]
static_assert(std::is_class_v<ClientSchema<readings>>);

// [relations]
constexpr auto shop = a.schema(
    "Customer"_s = a.model(
        "name"_s   = a.string().required(),
        "orders"_s = a.hasMany("Order", "customerId")
    ),
    "Order"_s = a.model(
        "customerId"_s = a.id(),
        "customer"_s   = a.belongsTo("Customer", "customerId"),
        "products"_s   = a.hasMany("OrderLine", "orderId")
    ),
    "Product"_s = a.model(
        "title"_s  = a.string().required(),
        "orders"_s = a.hasMany("OrderLine", "productId")
    ),
    // Orders and products are many-to-many.
    "OrderLine"_s = a.model(
        "orderId"_s   = a.id().required(),
        "productId"_s = a.id().required(),
        "order"_s     = a.belongsTo("Order", "orderId"),
        "product"_s   = a.belongsTo("Product", "productId"),
        "count"_s     = a.integer().defaultTo(1)
    )
).authorization(allow.owner());
// [/relations]
static_assert(std::is_class_v<ClientSchema<shop>>);

// [all]
constexpr auto contracts = a.schema(
    "Contract"_s = a.model("title"_s = a.string(), "tenant"_s = a.string())
        .authorization(
            allow.all(allow.ownerDefinedIn("tenant").identityClaim("custom:tenant"), allow.group("EDITORS")),
            allow.all(allow.owner(), allow.groups("AUTHORS", "TRAINEES")).to("create", "read")
        )
);
// [/all]
static_assert(std::is_class_v<ClientSchema<contracts>>);

// [operations]
constexpr auto posts = a.schema(
    "Post"_s  = a.model("title"_s = a.string(), "likes"_s = a.integer()).authorization(allow.owner()),
    "Stats"_s = a.customType("posts"_s = a.integer().required(), "likes"_s = a.integer()),
    "stats"_s = a.query()
        .arguments("since"_s = a.date())
        .returns(a.ref("Stats"))
        .authorization(allow.authenticated())
        .handler(a.handler.function("stats")),
    "like"_s = a.mutation()
        .arguments("postId"_s = a.id().required())
        .returns(a.ref("Post"))
        .authorization(allow.authenticated())
        .handler(a.handler.custom({.entry = "./like.js", .dataSource = a.ref("Post")})),
    "onLike"_s = a.subscription()
        .for_(a.ref("like"))
        .authorization(allow.authenticated())
        .handler(a.handler.custom({.entry = "./on-like.js"}))
);
// [/operations]
static_assert(std::is_class_v<ClientSchema<posts>>);
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
