// SPDX-License-Identifier: Apache-2.0
#include <amplify/error.hpp>
#include <amplify/function.hpp>
#include <amplify/schema.hpp>
#include <amplify/schema/definition.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace amplify {
namespace {

using namespace amplify::literals;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

const defineFunction worker;
const defineFunction echo;

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

constexpr auto rules =
    a.schema(
         "Note"_s =
             a.model(
                  "author"_s = a.string(), "editors"_s = a.string().array(), "team"_s = a.string(),
                  "teams"_s = a.string().array(),
                  "secret"_s = a.string().authorization(allow.group("A").to("read"))
             )
                 .authorization(
                     allow.owner("oidc").identityClaim("email"), allow.ownerDefinedIn("author"),
                     allow.ownersDefinedIn("editors"), allow.groups("A", "B").withClaimIn("roles"),
                     allow.groupDefinedIn("team"), allow.groupsDefinedIn("teams", "oidc"),
                     allow.custom()
                 ),
         "Tag"_s = a.model("name"_s = a.string()),
         "ping"_s = a.query().returns(a.string()).handler(a.handler.function("ping"))
    )
        .authorization(
            allow.resource(worker).to("query"), allow.guest(), allow.owner(),
            allow.groupDefinedIn("name"), allow.resource(echo), allow.resource(worker).to("listen")
        );

TEST(Lower, KeepsWhatRulesSay) {
  using ir::Allow;
  const auto note = model(SchemaRef(rules).definition(), 0);
  ASSERT_THAT(note.rules, SizeIs(7));
  EXPECT_EQ(note.rules[0].provider, ir::Provider::oidc);
  EXPECT_EQ(note.rules[0].identityClaim, "email");
  EXPECT_EQ(note.rules[1].ownerField, "author");
  EXPECT_EQ(note.rules[2].ownerField, "editors");
  EXPECT_EQ(note.rules[3].allow, Allow::groups);
  EXPECT_THAT(note.rules[3].groups, ElementsAre("A", "B"));
  EXPECT_EQ(note.rules[3].groupClaim, "roles");
  EXPECT_EQ(note.rules[3].identityClaim, "");
  EXPECT_EQ(note.rules[4].groupsField, "team");
  EXPECT_EQ(note.rules[4].ownerField, "");
  EXPECT_EQ(note.rules[5].groupsField, "teams");
  EXPECT_EQ(note.rules[5].provider, ir::Provider::oidc);
  EXPECT_TRUE(
      note.rules[6].allow == Allow::custom && note.rules[6].provider == ir::Provider::function
  );
  ASSERT_THAT(note.fields[4].rules, SizeIs(1));
  EXPECT_THAT(note.fields[4].rules[0].groups, ElementsAre("A"));
  EXPECT_THAT(note.fields[4].rules[0].operations, ElementsAre(ir::Operation::read));
  EXPECT_THAT(note.fields[0].rules, IsEmpty());
}

constexpr auto combined =
    a.schema(
         "Note"_s =
             a.model("team"_s = a.string())
                 .authorization(
                     allow
                         .all(
                             allow.owner("oidc").identityClaim("sub"),
                             allow.groups({"A", "B"}, "oidc"), allow.groupDefinedIn("team", "oidc")
                         )
                         .to("read", "create"),
                     allow.group("C")
                 ),
         "Tag"_s = a.model("name"_s = a.string()),
         "ping"_s = a.query().returns(a.string()).handler(a.handler.function("ping"))
    )
        .authorization(allow.all(allow.group("D"), allow.owner()), allow.authenticated());

TEST(Lower, KeepsThePartsOfRules) {
  using ir::Allow;
  const auto definition = SchemaRef(combined).definition();
  const auto note = model(definition, 0);
  ASSERT_THAT(note.rules, SizeIs(2));
  const ir::Rule& first = note.rules[0];
  EXPECT_EQ(first.allow, Allow::owner);
  EXPECT_EQ(first.provider, ir::Provider::oidc);
  EXPECT_EQ(first.identityClaim, "sub");
  EXPECT_THAT(first.operations, ElementsAre(ir::Operation::read, ir::Operation::create));
  ASSERT_THAT(first.also, SizeIs(2));
  EXPECT_THAT(first.also[0].groups, ElementsAre("A", "B"));
  EXPECT_THAT(first.also[0].operations, IsEmpty());
  EXPECT_EQ(first.also[1].groupsField, "team");
  EXPECT_THAT(note.rules[1].groups, ElementsAre("C"));
  EXPECT_THAT(note.rules[1].also, IsEmpty());
  const auto tag = model(definition, 1);
  ASSERT_THAT(tag.rules, SizeIs(2));
  EXPECT_THAT(tag.rules[0].also, SizeIs(1));
  ASSERT_THAT(definition.operations, SizeIs(1));
  ASSERT_THAT(definition.operations[0].rules, SizeIs(1));
  EXPECT_EQ(definition.operations[0].rules[0].allow, Allow::private_);
}

TEST(Lower, HandsRulesOfTheSchemaDown) {
  const auto definition = SchemaRef(rules).definition();
  const auto tag = model(definition, 1);
  ASSERT_THAT(tag.rules, SizeIs(3));
  EXPECT_EQ(tag.rules[0].allow, ir::Allow::public_);
  EXPECT_EQ(tag.rules[1].ownerField, "owner");
  EXPECT_EQ(tag.rules[2].groupsField, "name");
  // An operation has no item that an owner or a group could be looked up in.
  ASSERT_THAT(definition.operations, SizeIs(1));
  ASSERT_THAT(definition.operations[0].rules, SizeIs(1));
  EXPECT_EQ(definition.operations[0].rules[0].allow, ir::Allow::public_);
}

TEST(Lower, AddsUpWhatAFunctionMay) {
  const auto access = SchemaRef(rules).definition().functionAccess;
  ASSERT_THAT(access, SizeIs(2));
  EXPECT_EQ(access[0].function, &worker);
  EXPECT_TRUE(access[0].query && !access[0].mutate && access[0].listen);
  EXPECT_EQ(access[1].function, &echo);
  EXPECT_TRUE(access[1].query && access[1].mutate && access[1].listen);
}

constexpr auto types =
    a.schema(
         "shop"_s = a.model(
             "place"_s = a.customType("lat"_s = a.float_(), "kind"_s = a.enumeration("CAFE")),
             "level"_s = a.ref("Level").required().array(), "point"_s = a.ref("Point").required(),
             "code"_s = a.string().validate(
                 a.minLength(3, "too short"), a.startsWith("C-"), a.matches("^[a-z]+$")
             ),
             "price"_s = a.float_().validate(a.gt(0.5), a.lte(10))
         ),
         "Level"_s = a.enumeration("LOW", "HIGH"),
         "Point"_s = a.customType("x"_s = a.integer().required(), "next"_s = a.ref("Point"))
    )
        .authorization(allow.guest());

TEST(Lower, NamesTypesOfFields) {
  const auto definition = SchemaRef(types).definition();
  const auto fields = model(definition, 0).fields;
  EXPECT_EQ(fields[0].type.kind, ir::TypeKind::customType);
  EXPECT_EQ(fields[0].type.name, "ShopPlace");
  EXPECT_EQ(fields[1].type.kind, ir::TypeKind::enumeration);
  EXPECT_EQ(fields[1].type.name, "Level");
  EXPECT_TRUE(fields[1].type.array && fields[1].type.elementRequired && !fields[1].type.required);
  EXPECT_TRUE(fields[2].type.required && fields[2].type.name == "Point");
  EXPECT_EQ(fields[3].type.kind, ir::TypeKind::scalar);
  EXPECT_EQ(fields[3].type.name, "");
  ASSERT_THAT(
      definition.customTypes,
      ElementsAre(Field(&ir::CustomType::name, "Point"), Field(&ir::CustomType::name, "ShopPlace"))
  );
  EXPECT_EQ(definition.customTypes[0].fields[1].type.name, "Point");
  EXPECT_EQ(definition.customTypes[1].fields[1].type.name, "ShopPlaceKind");
  EXPECT_FALSE(definition.customTypes[1].inputOnly);
  EXPECT_THAT(
      definition.enums,
      ElementsAre(Field(&ir::EnumType::name, "Level"), Field(&ir::EnumType::name, "ShopPlaceKind"))
  );
}

TEST(Lower, WritesValidationsAsText) {
  const auto fields = model(SchemaRef(types).definition(), 0).fields;
  ASSERT_THAT(fields[3].validations, SizeIs(3));
  EXPECT_EQ(fields[3].validations[0].constraint, ir::Constraint::minLength);
  EXPECT_EQ(fields[3].validations[0].value, "3");
  EXPECT_EQ(fields[3].validations[0].errorMessage, "too short");
  EXPECT_EQ(fields[3].validations[1].value, "C-");
  EXPECT_EQ(fields[3].validations[2].constraint, ir::Constraint::matches);
  EXPECT_EQ(fields[3].validations[2].value, "^[a-z]+$");
  ASSERT_THAT(fields[4].validations, SizeIs(2));
  EXPECT_EQ(fields[4].validations[0].value, "0.5");
  EXPECT_EQ(fields[4].validations[1].constraint, ir::Constraint::lte);
  EXPECT_EQ(fields[4].validations[1].value, "10");
}

constexpr auto country = a.model(
                              "code"_s = a.string().required(), "number"_s = a.integer().required(),
                              "cities"_s = a.hasMany("City", "countryCode", "countryNumber"),
                              "capital"_s = a.hasOne("City", "capitalCode", "capitalNumber")
)
                             .identifier("code", "number")
                             .disableOperations("subscriptions", "list", "create", "onUpdate");
constexpr auto city = a.model(
                           "countryCode"_s = a.string(), "countryNumber"_s = a.integer(),
                           "country"_s = a.belongsTo("Country", "countryCode", "countryNumber"),
                           "capitalCode"_s = a.string(), "capitalNumber"_s = a.integer(),
                           "capitalOf"_s = a.belongsTo("Country", "capitalCode", "capitalNumber"),
                           "name"_s = a.string().required()
)
                          .secondaryIndexes(
                              a.index("name").sortKeys("countryCode", "countryNumber"),
                              a.index("countryCode").name("byCode").queryField("cities"),
                              a.index("countryNumber")
                                  .queryField(nullptr)
                                  .projection("INCLUDE", "name", "capitalCode"),
                              a.index("capitalCode").projection("KEYS_ONLY").queryField(nullptr)
                          )
                          .disableOperations("mutations", "get");
constexpr auto map = a.schema("Country"_s = country, "City"_s = city).authorization(allow.guest());

TEST(Lower, KeepsKeysAndRelations) {
  const auto definition = SchemaRef(map).definition();
  const auto made_of = model(definition, 1);
  EXPECT_THAT(model(definition, 0).identifier, IsEmpty());
  EXPECT_THAT(made_of.identifier, ElementsAre("code", "number"));
  ASSERT_TRUE(made_of.fields[2].relation && made_of.fields[3].relation);
  EXPECT_EQ(made_of.fields[2].relation->kind, ir::Relationship::hasMany);
  EXPECT_THAT(made_of.fields[2].relation->references, ElementsAre("countryCode", "countryNumber"));
  EXPECT_EQ(made_of.fields[2].type.kind, ir::TypeKind::model);
  EXPECT_EQ(made_of.fields[2].type.name, "City");
  EXPECT_TRUE(made_of.fields[2].type.array);
  EXPECT_EQ(made_of.fields[3].relation->kind, ir::Relationship::hasOne);
  EXPECT_FALSE(made_of.fields[3].type.array);
  const auto& belongs = model(definition, 0).fields[2];
  ASSERT_TRUE(belongs.relation);
  EXPECT_EQ(belongs.relation->kind, ir::Relationship::belongsTo);
  EXPECT_EQ(belongs.type.name, "Country");
  EXPECT_FALSE(model(definition, 0).fields[0].relation);
}

TEST(Lower, NamesQueriesOfIndexes) {
  const auto indexes = model(SchemaRef(map).definition(), 0).indexes;
  ASSERT_THAT(indexes, SizeIs(4));
  EXPECT_EQ(indexes[0].queryField, "listCityByNameAndCountryCodeAndCountryNumber");
  EXPECT_EQ(indexes[0].name, "citiesByNameAndCountryCodeAndCountryNumber");
  EXPECT_FALSE(indexes[0].named);
  EXPECT_EQ(indexes[0].partitionKey, "name");
  EXPECT_THAT(indexes[0].sortKeys, ElementsAre("countryCode", "countryNumber"));
  EXPECT_EQ(indexes[0].projection, ir::Projection::all);
  EXPECT_EQ(indexes[1].queryField, "cities");
  EXPECT_TRUE(indexes[1].name == "byCode" && indexes[1].named);
  EXPECT_EQ(indexes[2].queryField, "");
  EXPECT_EQ(indexes[2].projection, ir::Projection::include);
  EXPECT_THAT(indexes[2].nonKeyAttributes, ElementsAre("name", "capitalCode"));
  EXPECT_EQ(indexes[3].projection, ir::Projection::keysOnly);
}

TEST(Lower, ListsDisabledOperations) {
  using ir::GeneratedOperation;
  const auto definition = SchemaRef(map).definition();
  // Also those that would go with a mutation: Amplify's SDL names them.
  EXPECT_THAT(
      model(definition, 1).disabledOperations,
      ElementsAre(
          GeneratedOperation::list, GeneratedOperation::create, GeneratedOperation::onCreate,
          GeneratedOperation::onUpdate, GeneratedOperation::onDelete
      )
  );
  EXPECT_THAT(
      model(definition, 0).disabledOperations,
      ElementsAre(
          GeneratedOperation::get, GeneratedOperation::create, GeneratedOperation::update,
          GeneratedOperation::delete_
      )
  );
}

constexpr auto operations =
    a.schema(
         "Post"_s = a.model("title"_s = a.string()), "Box"_s = a.customType("w"_s = a.float_()),
         "find"_s =
             a.query()
                 .arguments(
                     "text"_s = a.string().required().array(), "in"_s = a.ref("Box").required(),
                     "sort"_s = a.enumeration("UP", "DOWN"),
                     "area"_s = a.customType("edge"_s = a.customType("x"_s = a.integer()))
                 )
                 .returns(a.customType("total"_s = a.integer(), "kind"_s = a.enumeration("A")))
                 .handler(a.handler.function(echo), a.handler.function("later")),
         "likePost"_s =
             a.mutation()
                 .arguments("id"_s = a.id().required())
                 .returns(a.ref("Post").required().array())
                 .authorization(allow.authenticated())
                 .handler(
                     a.handler.custom({.entry = "./like.js", .dataSource = a.ref("Post")}),
                     a.handler.custom({.entry = "/x/../log.js", .dataSource = "Log"}),
                     a.handler.custom({.entry = "../none.js"})
                 ),
         "start"_s = a.mutation().handler(a.handler.function(echo).async()),
         "onChange"_s = a.subscription()
                            .for_(a.ref("Post").mutations("create", "delete"), a.ref("change"))
                            .handler(a.handler.function("filter")),
         "change"_s = a.mutation().returns(a.ref("Post")).handler(a.handler.function(echo)),
         "onLike"_s = a.subscription().for_(a.ref("likePost")).handler(a.handler.function("filter"))
    )
        .authorization(allow.guest());

TEST(Lower, KeepsOperations) {
  const auto definition = SchemaRef(operations).definition();
  ASSERT_THAT(definition.operations, SizeIs(6));
  const auto& find = definition.operations[1];
  EXPECT_EQ(find.name, "find");
  EXPECT_EQ(find.kind, ir::OperationType::query);
  ASSERT_THAT(find.arguments, SizeIs(4));
  EXPECT_TRUE(find.arguments[0].type.array && find.arguments[0].type.elementRequired);
  EXPECT_EQ(find.arguments[0].name, "text");
  EXPECT_TRUE(find.arguments[1].type.name == "Box" && find.arguments[1].type.required);
  EXPECT_EQ(find.arguments[2].type.name, "FindSort");
  EXPECT_EQ(find.arguments[3].type.name, "FindAreaInput");
  ASSERT_TRUE(find.returns);
  EXPECT_EQ(find.returns->kind, ir::TypeKind::customType);
  EXPECT_EQ(find.returns->name, "FindReturnType");
  ASSERT_THAT(find.rules, SizeIs(1));
  EXPECT_EQ(find.rules[0].allow, ir::Allow::public_);
  ASSERT_THAT(find.handlers, SizeIs(2));
  EXPECT_EQ(find.handlers[0].function, &echo);
  EXPECT_TRUE(find.handlers[1].function == nullptr && find.handlers[1].functionName == "later");

  const auto& start = definition.operations[5];
  EXPECT_EQ(start.name, "start");
  EXPECT_FALSE(start.returns);
  EXPECT_TRUE(start.handlers[0].async);
}

TEST(Lower, TellsTypesThatOnlyGoIn) {
  const auto definition = SchemaRef(operations).definition();
  std::vector<std::string> in, out;
  for (const auto& type : definition.customTypes)
    (type.inputOnly ? in : out).push_back(type.name);
  EXPECT_THAT(in, ElementsAre("FindAreaEdgeInput", "FindAreaInput"));
  EXPECT_THAT(out, ElementsAre("Box", "FindReturnType"));
  EXPECT_THAT(
      definition.enums,
      ElementsAre(
          Field(&ir::EnumType::name, "FindReturnTypeKind"), Field(&ir::EnumType::name, "FindSort")
      )
  );
}

TEST(Lower, FindsFilesFromTheSchemasOwn) {
  const auto like = SchemaRef(operations).definition().operations[2];
  EXPECT_EQ(like.name, "likePost");
  ASSERT_THAT(like.handlers, SizeIs(3));
  const auto here = std::filesystem::path(__FILE__).parent_path();
  EXPECT_EQ(like.handlers[0].kind, ir::Handler::Kind::custom);
  EXPECT_EQ(like.handlers[0].entry, (here / "like.js").lexically_normal().string());
  EXPECT_EQ(like.handlers[0].dataSourceModel, "Post");
  EXPECT_EQ(like.handlers[1].entry, "/log.js");
  EXPECT_TRUE(like.handlers[1].dataSourceName == "Log" && like.handlers[1].dataSourceModel.empty());
  EXPECT_EQ(like.handlers[2].entry, (here.parent_path() / "none.js").lexically_normal().string());
  EXPECT_TRUE(like.handlers[2].dataSourceName.empty() && like.handlers[2].dataSourceModel.empty());
}

TEST(Lower, GivesSubscriptionsTheTypeOfTheirMutations) {
  const auto all = SchemaRef(operations).definition().operations;
  EXPECT_EQ(all[3].name, "onChange");
  EXPECT_THAT(all[3].mutations, ElementsAre("createPost", "deletePost", "change"));
  ASSERT_TRUE(all[3].returns);
  EXPECT_TRUE(all[3].returns->kind == ir::TypeKind::model && all[3].returns->name == "Post");
  EXPECT_THAT(all[4].mutations, ElementsAre("likePost"));
  ASSERT_TRUE(all[4].returns);
  EXPECT_TRUE(all[4].returns->array);
}

constexpr auto first =
    a.schema(
         "Post"_s =
             a.model("comments"_s = a.hasMany("Comment", "postId"), "level"_s = a.ref("Level"))
    )
        .authorization(allow.owner());
constexpr auto second =
    a.schema(
         "Comment"_s = a.model("postId"_s = a.id(), "post"_s = a.belongsTo("Post", "postId")),
         "Level"_s = a.enumeration("LOW"),
         "Note"_s = a.model("x"_s = a.enumeration("Y")).authorization(allow.publicApiKey())
    )
        .authorization(allow.guest(), allow.resource(worker));
constexpr auto both = a.combine(first, second);

TEST(Lower, PutsSchemasTogether) {
  const auto definition = SchemaRef(both).definition();
  ASSERT_THAT(definition.models, SizeIs(3));
  EXPECT_EQ(definition.models[2].fields[1].type.name, "Level");
  ASSERT_THAT(definition.models[0].rules, SizeIs(1));
  EXPECT_EQ(definition.models[0].rules[0].provider, ir::Provider::identityPool);
  EXPECT_EQ(definition.models[1].rules[0].provider, ir::Provider::apiKey);
  EXPECT_EQ(definition.models[1].fields[0].type.name, "NoteX");
  EXPECT_EQ(definition.models[2].rules[0].allow, ir::Allow::owner);
  EXPECT_THAT(definition.functionAccess, SizeIs(1));
  EXPECT_THAT(definition.enums[1].values, ElementsAre("Y"));
}

TEST(SchemaRef, IsEmptyUnlessGiven) {
  EXPECT_TRUE(SchemaRef(blog).given());
  EXPECT_THAT(SchemaRef(blog).diagnostics(), IsEmpty());
  EXPECT_FALSE(SchemaRef().given());
  EXPECT_THROW(SchemaRef().definition(), UserError);
}

}  // namespace
}  // namespace amplify
