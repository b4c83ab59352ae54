// SPDX-License-Identifier: Apache-2.0
#include <amplify/detail/suggestion.hpp>
#include <amplify/schema/checks/formats.hpp>
#include <amplify/schema/checks/names.hpp>

using namespace amplify::detail;

static_assert(is_graphql_name("a_1") && is_graphql_name("_a") && is_graphql_name("A"));
static_assert(!is_graphql_name("") && !is_graphql_name("1a") && !is_graphql_name("__a"));
static_assert(!is_graphql_name("a-b") && !is_graphql_name("a b") && !is_graphql_name("\u00e4"));

static_assert(is_date("2024-02-29") && is_date("2000-02-29") && is_date("2023-12-31Z"));
static_assert(is_date("2023-12-31+02:00") && is_date("-0001-01-01"));
static_assert(!is_date("2023-02-29") && !is_date("1900-02-29") && !is_date("2023-04-31"));
static_assert(
    !is_date("2023-13-01") && !is_date("2023-00-01") && !is_date("23-01-01") && !is_date("")
);

static_assert(is_time("12:30") && is_time("12:30:24") && is_time("12:30:24.500Z"));
static_assert(is_time("12:30:24-07:00:30"));
static_assert(!is_time("24:00") && !is_time("12") && !is_time("12:60") && !is_time("12:30:24."));

static_assert(is_datetime("1970-01-01T12:30:00Z") && is_datetime("1970-01-01T12:30+05:30"));
static_assert(!is_datetime("1970-01-01T12:30:00") && !is_datetime("1970-01-01 12:30:00Z"));

static_assert(is_email("a@b.c") && is_email("a.b+c@example.com"));
static_assert(
    !is_email("a") && !is_email("@b") && !is_email("a@") && !is_email("a@b@c") && !is_email("a b@c")
);

static_assert(is_url("https://example.com/a?b#c") && is_url("mailto:a@b.c"));
static_assert(!is_url("example.com") && !is_url("https://") && !is_url("ht tp://x") && !is_url(""));

static_assert(is_phone("+1 555 0100") && is_phone("(555) 010-0100"));
static_assert(!is_phone("12") && !is_phone("1234567890123456") && !is_phone("call"));

static_assert(is_ip_address("127.0.0.1") && is_ip_address("10.0.0.0/8") && is_ip_address("::1"));
static_assert(is_ip_address("2001:db8::/32") && is_ip_address("::ffff:192.0.2.1"));
static_assert(is_ip_address("1:2:3:4:5:6:7:8"));
static_assert(!is_ip_address("256.0.0.1") && !is_ip_address("1.2.3") && !is_ip_address("1::2::3"));
static_assert(
    !is_ip_address("10.0.0.0/33") && !is_ip_address("1:2:3:4:5:6:7") && !is_ip_address("1:")
);

static_assert(is_json("{}") && is_json(" [1, -2.5e3, \"a\\u00e4\", true, null, {\"b\": []}] "));
static_assert(is_json("\"text\"") && is_json("0"));
static_assert(
    !is_json("") && !is_json("text") && !is_json("{a: 1}") && !is_json("[1,]") && !is_json("01")
);
static_assert(!is_json("\"\\x\"") && !is_json("{\"a\" 1}") && !is_json("[1] 2"));

static_assert(is_reserved_type_name("Query") && is_reserved_type_name("AWSDate"));
static_assert(!is_reserved_type_name("Queries"));

constexpr std::string_view nearest(std::string_view written) {
  constexpr std::string_view names[] = {"create", "update", "delete", "read"};
  suggestion search(written);
  search.among(4, [&](std::size_t i) { return names[i]; });
  return search.best();
}
static_assert(
    nearest("raed") == "read" && nearest("Create") == "create" && nearest("delet") == "delete"
);
static_assert(nearest("subscribe").empty() && nearest("").empty());
