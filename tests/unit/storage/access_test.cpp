// SPDX-License-Identifier: Apache-2.0
#include "storage/access.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace amplify::bucket {
namespace {

using enum Acceptor::Kind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Actions = std::vector<Action>;
using Paths = std::vector<std::string>;

const Actions reading = {Action::get, Action::list};
const Actions everything = {Action::get, Action::list, Action::write, Action::delete_};

Rule rule(Acceptor::Kind kind, Actions actions) {
  return {.acceptor = {.kind = kind}, .actions = std::move(actions)};
}
Rule of_group(const char* name, Actions actions) {
  return {.acceptor = {.kind = group, .group = name}, .actions = std::move(actions)};
}

/// Of one role and action: what is allowed, then what is denied.
std::pair<Paths, Paths> of(
    const std::vector<PathRules>& access, const Acceptor& role, Action action
) {
  for (const auto& entry : role_access(access)) {
    if (entry.role != role) continue;
    for (const auto& permission : entry.permissions) {
      if (permission.action == action) return {permission.allow, permission.deny};
    }
  }
  return {};
}

Paths codes(const std::vector<PathRules>& access) {
  Paths result;
  for (const auto& fault : check("storage", access))
    result.push_back(fault.code);
  return result;
}

TEST(StorageAccess, KeepsInnerPathsFromWhomTheyDontName) {
  const std::vector<PathRules> access = {
      {"public/*", {rule(guest, reading), rule(authenticated, {Action::get, Action::write})}},
      {"public/restricted/*", {rule(authenticated, {Action::get})}},
  };
  EXPECT_EQ(
      of(access, {.kind = guest}, Action::get),
      std::pair(Paths{"public/*"}, Paths{"public/restricted/*"})
  );
  // What the outer path allows covers the inner one.
  EXPECT_EQ(
      of(access, {.kind = authenticated}, Action::get), std::pair(Paths{"public/*"}, Paths{})
  );
  EXPECT_EQ(
      of(access, {.kind = authenticated}, Action::write),
      std::pair(Paths{"public/*"}, Paths{"public/restricted/*"})
  );
}

TEST(StorageAccess, OfAnIdentityIsWithItsOwnObjects) {
  const std::vector<PathRules> access = {
      {"profile/{entity_id}/*",
       {rule(guest, {Action::get}), rule(authenticated, reading), rule(entity, everything)}},
  };
  constexpr const char* own = "profile/${cognito-identity.amazonaws.com:sub}/*";
  EXPECT_EQ(of(access, {.kind = guest}, Action::get), std::pair(Paths{"profile/*"}, Paths{}));
  // The identity's own path denies nothing to the others, and they share a role.
  EXPECT_EQ(
      of(access, {.kind = authenticated}, Action::get), std::pair(Paths{"profile/*"}, Paths{})
  );
  EXPECT_EQ(of(access, {.kind = authenticated}, Action::delete_), std::pair(Paths{own}, Paths{}));
}

TEST(StorageAccess, NamesRolesInTheOrderOfTheRules) {
  const std::vector<PathRules> access = {
      {"a/*", {of_group("B", reading), rule(guest, reading), of_group("A", reading)}},
  };
  const auto roles = role_access(access);
  ASSERT_THAT(roles, SizeIs(3));
  EXPECT_EQ(roles[0].role.group, "B");
  EXPECT_EQ(roles[1].role.kind, guest);
}

TEST(StorageAccess, TellsClientsWhatTheyMayDo) {
  const std::vector<PathRules> access = {
      {"mine/{entity_id}/*", {rule(entity, {Action::write}), of_group("Admins", reading)}},
      {"jobs/*", {rule(function, reading)}},
  };
  EXPECT_EQ(
      output_paths(access),
      R"({"mine/${cognito-identity.amazonaws.com:sub}/*":{"entityidentity":["write"]},)"
      R"("mine/*":{"groupsAdmins":["get","list"]},"jobs/*":{}})"
  );
}

TEST(StorageAccess, RefusesPathsThatCannotBe) {
  for (const char* path :
       {"/a/*", "a", "a/", "*", "a*", "a//b/*", "a/*/b/*", "{entity_id}/*", "a/{entity_id}",
        "a/{entity_id}/b/*", "a/x-{entity_id}/*", "a/{entity_id}/{entity_id}/*"}) {
    EXPECT_THAT(
        codes({{path, {rule(guest, reading)}}}), ElementsAre("InvalidStorageAccessPathError")
    ) << path;
  }
  EXPECT_THAT(codes({{"a/{entity_id}/*", {rule(entity, reading)}}}), IsEmpty());
}

TEST(StorageAccess, SaysWhatToWriteInsteadOfAPath) {
  const auto help = [](const char* path) { return check("storage", {{path, {}}}).at(0).help; };
  EXPECT_EQ(help("/a/*"), "write `a/*`");
  EXPECT_EQ(help("a"), "write `a/*`");
  EXPECT_EQ(help("a//b/*"), "write `a/b/*`");
  EXPECT_EQ(help("a/x-{entity_id}/*"), "write `a/{entity_id}/*`");
}

TEST(StorageAccess, RefusesPathsThatAreNestedTwice) {
  const std::vector<Rule> rules = {rule(guest, reading)};
  EXPECT_THAT(codes({{"a/*", rules}, {"a/b/*", rules}, {"a/c/*", rules}}), IsEmpty());
  EXPECT_THAT(
      codes({{"a/*", rules}, {"a/b/*", rules}, {"a/b/c/*", rules}}),
      ElementsAre("InvalidStorageAccessPathError")
  );
}

TEST(StorageAccess, RefusesAPathAroundThatOfAnIdentity) {
  EXPECT_THAT(
      codes({{"a/*", {rule(guest, reading)}}, {"a/{entity_id}/*", {rule(entity, reading)}}}),
      ElementsAre("InvalidStorageAccessPathError")
  );
}

TEST(StorageAccess, RefusesTwoRulesForTheSame) {
  EXPECT_THAT(
      codes({{"a/*", {rule(guest, reading), rule(guest, {Action::write})}}}),
      ElementsAre("InvalidStorageAccessDefinitionError")
  );
  EXPECT_THAT(
      codes({{"a/*", {of_group("A", reading), of_group("B", reading), of_group("A", reading)}}}),
      ElementsAre("InvalidStorageAccessDefinitionError")
  );
  EXPECT_THAT(
      codes({{"a/*", {rule(function, reading), rule(function, {Action::write})}}}), IsEmpty()
  );
}

TEST(StorageAccess, RefusesAPathThatIsListedTwice) {
  EXPECT_THAT(
      codes({{"a/*", {rule(guest, reading)}}, {"a/*", {rule(authenticated, reading)}}}),
      testing::Each("InvalidStorageAccessDefinitionError")
  );
}

TEST(StorageAccess, RefusesARuleThatPermitsNothing) {
  EXPECT_THAT(
      codes({{"a/*", {rule(guest, {})}}}), ElementsAre("InvalidStorageAccessDefinitionError")
  );
}

TEST(StorageAccess, RefusesAnIdentityWithoutAPathOfItsOwn) {
  EXPECT_THAT(
      codes({{"a/*", {rule(entity, reading)}}}), ElementsAre("InvalidStorageAccessDefinitionError")
  );
}

}  // namespace
}  // namespace amplify::bucket
