// SPDX-License-Identifier: Apache-2.0
#include <amplify/hana.hpp>
#include <amplify/schema.hpp>

#include <gtest/gtest.h>
#include <boost/hana/at_key.hpp>
#include <boost/hana/core/to.hpp>
#include <boost/hana/equal.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/keys.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/size.hpp>

#include <cstddef>

namespace amplify {
namespace {

namespace hana = boost::hana;
using namespace amplify::literals;

constexpr auto schema = a.schema(
    "Post"_s = a.model("title"_s = a.string().required(), "likes"_s = a.integer())
                   .authorization(allow.owner())
);
using Post = ClientSchema<schema>::type<"Post">;

static_assert(hana::Struct<Post>::value);

TEST(Hana, TakesRecordsAsStructs) {
  Post post;
  post["title"_s] = "x";
  std::size_t fields = 0;
  hana::for_each(post, [&](const auto&) { ++fields; });
  EXPECT_EQ(fields, 2u);
  EXPECT_TRUE(
      hana::keys(post) ==
      hana::
          make_tuple(hana::string_c<'t', 'i', 't', 'l', 'e'>, hana::string_c<'l', 'i', 'k', 'e', 's'>)
  );
  hana::at_key(post, hana::string_c<'l', 'i', 'k', 'e', 's'>) = 5;
  EXPECT_EQ(post["likes"_s], 5);
  const auto map = hana::to_map(post);
  EXPECT_EQ((map[hana::string_c<'t', 'i', 't', 'l', 'e'>]), "x");
}

}  // namespace
}  // namespace amplify
