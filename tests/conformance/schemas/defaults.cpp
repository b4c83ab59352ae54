// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Defaulted"_s = a.model(
             "text"_s = a.string().defaultTo("a text"), "empty"_s = a.string().defaultTo(""),
             "id2"_s = a.id().defaultTo("x"), "zero"_s = a.integer().defaultTo(0),
             "minus"_s = a.integer().defaultTo(-5), "half"_s = a.float_().defaultTo(0.5),
             "tiny"_s = a.float_().defaultTo(1e-7), "whole"_s = a.float_().defaultTo(3),
             "yes"_s = a.boolean().defaultTo(true),
             "no"_s = a.boolean().required().defaultTo(false),
             "day"_s = a.date().defaultTo("2030-12-31"),
             "stamp"_s = a.timestamp().defaultTo(1700000000),
             "mail"_s = a.email().defaultTo("a.b+c@example.co.uk"),
             "list"_s = a.json().defaultTo("[1, 2]"),
             "url"_s = a.url().defaultTo("https://example.com/?q=1#x"),
             "v6"_s = a.ipAddress().defaultTo("2001:db8::1")
         ),
         "Validated"_s = a.model(
             "name"_s = a.string().required().validate(
                 a.minLength(1, "too \"short\""), a.maxLength(10), a.matches("^[a-z]+$")
             ),
             "code"_s = a.string().defaultTo("C-1").validate(
                 a.startsWith("C-"), a.endsWith("1", "ends\nwith")
             ),
             "age"_s = a.integer().validate(a.gte(0), a.lt(150)),
             "debt"_s = a.float_().validate(a.negative("owe")),
             "credit"_s = a.integer().validate(a.positive(), a.lte(1000))
         )
    )
        .authorization(allow.authenticated());

const Twin twin("defaults", schema);

}  // namespace
