// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>
#include <amplify/schema.hpp>
#include <amplify/schema/definition.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto post =
    a.model(
         "title"_s = a.string().required(), "status"_s = a.enumeration("DRAFT", "LIVE"),
         "tags"_s = a.string().required().array().required(), "notes"_s = a.string().array(),
         "likes"_s = a.integer().defaultTo(-5), "score"_s = a.float_().defaultTo(1),
         "open"_s = a.boolean().defaultTo(false), "day"_s = a.date().defaultTo("2024-02-29")
    )
        .authorization(
            allow.owner(), allow.authenticated().to("read", "create"),
            allow.authenticated("identityPool"), allow.publicApiKey().to("get"),
            allow.guest().to("list", "listen")
        );
constexpr auto blog = a.schema(
    "Post"_s = post,
    "Author"_s = a.model("kind"_s = a.enumeration("PERSON")).authorization(allow.owner())
);

constexpr auto scalars = a.schema(
    "All"_s = a.model(
                   "a"_s = a.id(), "b"_s = a.string(), "c"_s = a.integer(), "d"_s = a.float_(),
                   "e"_s = a.boolean(), "f"_s = a.date(), "g"_s = a.time(), "h"_s = a.datetime(),
                   "i"_s = a.timestamp(), "j"_s = a.email(), "k"_s = a.json(), "l"_s = a.phone(),
                   "m"_s = a.url(), "n"_s = a.ipAddress()
    )
                  .authorization(allow.guest())
);

struct Props {
  SchemaRef schema{};
};

const ir::Model& model(const ir::Definition& definition, std::size_t index) {
  return definition.models.at(index);
}

TEST(Lower, SortsModelsAndEnumsByName) {
  const Props props{.schema = blog};
  const ir::Definition definition = props.schema.definition();
  EXPECT_THAT(
      definition.models,
      ElementsAre(Field(&ir::Model::name, "Author"), Field(&ir::Model::name, "Post"))
  );
  ASSERT_THAT(
      definition.enums,
      ElementsAre(
          Field(&ir::EnumType::name, "AuthorKind"), Field(&ir::EnumType::name, "PostStatus")
      )
  );
  EXPECT_THAT(definition.enums[0].values, ElementsAre("PERSON"));
  EXPECT_THAT(definition.enums[1].values, ElementsAre("DRAFT", "LIVE"));
}

TEST(Lower, KeepsFieldsInOrder) {
  const ir::Definition definition = SchemaRef(blog).definition();
  std::vector<std::string> names;
  for (const auto& field : model(definition, 1).fields)
    names.push_back(field.name);
  EXPECT_THAT(
      names, ElementsAre("title", "status", "tags", "notes", "likes", "score", "open", "day")
  );
}

TEST(Lower, TellsElementsFromLists) {
  const auto fields = model(SchemaRef(blog).definition(), 1).fields;
  EXPECT_TRUE(fields[0].type.required && !fields[0].type.array && !fields[0].type.elementRequired);
  EXPECT_TRUE(fields[2].type.required && fields[2].type.array && fields[2].type.elementRequired);
  EXPECT_TRUE(!fields[3].type.required && fields[3].type.array && !fields[3].type.elementRequired);
}

TEST(Lower, NamesEnumTypes) {
  const auto fields = model(SchemaRef(blog).definition(), 1).fields;
  EXPECT_FALSE(fields[0].type.kind == ir::TypeKind::enumeration);
  EXPECT_EQ(fields[1].type.name, "PostStatus");
}

TEST(Lower, KeepsDefaultsTyped) {
  const auto fields = model(SchemaRef(blog).definition(), 1).fields;
  EXPECT_EQ(fields[0].defaultValue, ir::Literal());
  EXPECT_EQ(fields[4].defaultValue, ir::Literal(std::int64_t{-5}));
  EXPECT_EQ(fields[5].defaultValue, ir::Literal(1.0));
  EXPECT_EQ(fields[6].defaultValue, ir::Literal(false));
  EXPECT_EQ(fields[7].defaultValue, ir::Literal(std::string("2024-02-29")));
}

TEST(Lower, ResolvesProviders) {
  using ir::Allow;
  using ir::Operation;
  using ir::Provider;
  const auto rules = model(SchemaRef(blog).definition(), 1).rules;
  ASSERT_THAT(rules, SizeIs(5));
  EXPECT_TRUE(rules[0].allow == Allow::owner && rules[0].provider == Provider::userPools);
  EXPECT_EQ(rules[0].ownerField, "owner");
  EXPECT_THAT(rules[0].operations, IsEmpty());
  EXPECT_TRUE(rules[1].allow == Allow::private_ && rules[1].provider == Provider::userPools);
  EXPECT_THAT(rules[1].operations, ElementsAre(Operation::read, Operation::create));
  EXPECT_TRUE(rules[2].allow == Allow::private_ && rules[2].provider == Provider::identityPool);
  EXPECT_TRUE(rules[3].allow == Allow::public_ && rules[3].provider == Provider::apiKey);
  EXPECT_THAT(rules[3].operations, ElementsAre(Operation::get));
  EXPECT_TRUE(rules[4].allow == Allow::public_ && rules[4].provider == Provider::identityPool);
  EXPECT_THAT(rules[4].operations, ElementsAre(Operation::list, Operation::listen));
}

TEST(Lower, KnowsEveryScalar) {
  const auto definition = SchemaRef(scalars).definition();
  std::size_t next = 0;
  for (const auto& field : model(definition, 0).fields)
    EXPECT_EQ(static_cast<std::size_t>(field.type.scalar), next++) << field.name;
  EXPECT_EQ(next, 14u);
}

TEST(SchemaRef, IsEmptyUnlessGiven) {
  EXPECT_TRUE(SchemaRef(blog).given());
  EXPECT_THAT(SchemaRef(blog).diagnostics(), IsEmpty());
  EXPECT_FALSE(SchemaRef().given());
  EXPECT_THROW(SchemaRef().definition(), UserError);
}

}  // namespace
}  // namespace amplify
