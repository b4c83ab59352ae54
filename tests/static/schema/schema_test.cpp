// SPDX-License-Identifier: Apache-2.0
#include <amplify/schema.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto post_model =
    a.model(
         "title"_s = a.string().required(), "content"_s = a.string(),
         "likes"_s = a.integer().required(), "seen"_s = a.timestamp(), "score"_s = a.float_(),
         "published"_s = a.boolean().defaultTo(false), "status"_s = a.enumeration("DRAFT", "LIVE"),
         "tags"_s = a.string().array(), "links"_s = a.url().required().array().required()
    )
        .authorization(allow.owner());

constexpr auto schema = a.schema(
    "Post"_s = post_model,
    "Item"_s = a.model("id"_s = a.id(), "createdAt"_s = a.datetime()).authorization(allow.guest())
);
using Schema = ClientSchema<schema>;

template <class Key>
using post_field = std::remove_cvref_t<decltype(Schema::type<"Post">()[Key()])>;

static_assert(std::same_as<post_field<Key<"title">>, std::string>);
static_assert(std::same_as<post_field<Key<"content">>, std::optional<std::string>>);
static_assert(std::same_as<post_field<Key<"likes">>, std::int32_t>);
static_assert(std::same_as<post_field<Key<"seen">>, std::optional<AWSTimestamp>>);
static_assert(std::same_as<post_field<Key<"score">>, std::optional<double>>);
static_assert(std::same_as<post_field<Key<"published">>, std::optional<bool>>);
static_assert(std::same_as<
              post_field<Key<"tags">>, std::optional<std::vector<std::optional<std::string>>>>);
static_assert(std::same_as<post_field<Key<"links">>, std::vector<AWSURL>>);
static_assert(std::same_as<post_field<Key<"id">>, ID>);
static_assert(std::same_as<post_field<Key<"owner">>, std::optional<std::string>>);

using Post = Schema::type<"Post">;
using Item = Schema::type<"Item">;
static_assert(Post::model == "Post" && Item::model == "Item");
static_assert(!std::same_as<Post, Item>);

// What the API sets can be read only, unless the model declares it.
template <class Record, class Key>
concept writable = requires(Record record, Key key) { record[key] = record[key]; };
static_assert(writable<Post, Key<"id">> && !writable<Post, Key<"createdAt">>);
static_assert(!writable<Post, Key<"updatedAt">> && !writable<Post, Key<"owner">>);
static_assert(writable<Item, Key<"id">> && writable<Item, Key<"createdAt">>);
static_assert(!writable<const Post, Key<"title">>);
// A declared key is never null, however it is declared.
static_assert(std::same_as<decltype(Item()["id"_s]), ID&>);

using Status = post_field<Key<"status">>::value_type;
static_assert(Status::size == 2 && Status("LIVE").index() == 1 && Status("LIVE").view() == "LIVE");
static_assert(Status::parse("LIVE") == Status("LIVE") && !Status::parse("live"));
static_assert(!std::constructible_from<Status, std::string>);

constexpr bool enums_behave() {
  post_field<Key<"status">> status;
  bool ok = !status && status == std::nullopt && status != "DRAFT";
  status = "LIVE";
  ok = ok && status && status == "LIVE" && status == std::string_view("LIVE") && *status != "DRAFT";
  status = std::nullopt;
  ok = ok && !status.has_value() && status.value_or("DRAFT") == "DRAFT";
  status = Status::parse("DRAFT");
  ok = ok && status == "DRAFT";
  status = {};
  return ok && !status;
}
static_assert(enums_behave());

constexpr auto keyed = a.schema(
    "Order"_s =
        a.model(
             "shop"_s = a.id(), "number"_s = a.integer().required(),
             "level"_s = a.ref("Level").required(), "levels"_s = a.ref("Level").required().array(),
             "kinds"_s = a.ref("Level").array().required(),
             "authored"_s = a.string().authorization(allow.owner())
        )
            .identifier("shop", "number")
            .authorization(allow.authenticated()),
    "Level"_s = a.enumeration("LOW", "HIGH")
);
using Order = ClientSchema<keyed>::type<"Order">;

template <class Key>
using order_field = std::remove_cvref_t<decltype(Order()[Key()])>;
using Level = order_field<Key<"level">>;
static_assert(Level("HIGH").index() == 1);
static_assert(std::same_as<order_field<Key<"levels">>, std::optional<std::vector<Level>>>);
static_assert(std::same_as<
              order_field<Key<"kinds">>, std::vector<detail::nullable<Level, false>::type>>);
static_assert(std::same_as<order_field<Key<"kinds">>::value_type::value_type, Level>);
// What identifies an item is never null.
static_assert(std::same_as<order_field<Key<"shop">>, ID>);
static_assert(detail::position<keyed, 0, "id"> == detail::no_field);
static_assert(detail::position<keyed, 0, "createdAt"> == detail::added_created_at);
// A rule of a field keeps the owner, too.
static_assert(detail::position<keyed, 0, "owner"> == detail::added_owner);

// Entries of one kind have one type: names cost no types.
static_assert(std::same_as<decltype("x"_s = a.string()), decltype("y"_s = a.date().required())>);
static_assert(std::same_as<decltype(a.ref("X")), decltype(a.integer().array())>);
static_assert(std::same_as<decltype(a.hasMany("X", "xId")), decltype(a.belongsTo("Y", "yId"))>);

}  // namespace
