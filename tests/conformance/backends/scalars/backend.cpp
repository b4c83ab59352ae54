// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include <amplify/backend.hpp>

namespace {

using namespace amplify;
using namespace amplify::literals;

const auto auth = defineAuth({.loginWith = {.email = true}});

constexpr auto schema =
    a.schema(
         "Color"_s = a.enumeration("RED", "GREEN", "BLUE"),
         "Point"_s = a.customType(
             "lat"_s = a.float_().required(), "lng"_s = a.float_().required(),
             "label"_s = a.string()
         ),
         "Shape"_s = a.customType(
             "color"_s = a.ref("Color"), "center"_s = a.ref("Point").required(),
             "points"_s = a.ref("Point").required().array().required(),
             "kind"_s = a.enumeration("CIRCLE", "POLYGON"),
             "meta"_s = a.customType("createdBy"_s = a.string(), "tags"_s = a.string().array())
         ),
         "Everything"_s = a.model(
             "fId"_s = a.id(), "fString"_s = a.string(), "fInteger"_s = a.integer(),
             "fFloat"_s = a.float_(), "fBoolean"_s = a.boolean(), "fDate"_s = a.date(),
             "fTime"_s = a.time(), "fDatetime"_s = a.datetime(), "fTimestamp"_s = a.timestamp(),
             "fEmail"_s = a.email(), "fJson"_s = a.json(), "fPhone"_s = a.phone(),
             "fUrl"_s = a.url(), "fIp"_s = a.ipAddress(), "fEnumInline"_s = a.enumeration("A", "B"),
             "fEnumRef"_s = a.ref("Color"), "fEnumRefReq"_s = a.ref("Color").required(),
             "fEnumRefArr"_s = a.ref("Color").array(),
             "fCustomInline"_s = a.customType(
                 "x"_s = a.integer().required(), "inner"_s = a.customType("y"_s = a.string())
             ),
             "fCustomRef"_s = a.ref("Shape"),
             "fCustomRefArr"_s = a.ref("Point").required().array().required()
         ),
         "Required"_s = a.model(
             "fId"_s = a.id().required(), "fString"_s = a.string().required(),
             "fInteger"_s = a.integer().required(), "fFloat"_s = a.float_().required(),
             "fBoolean"_s = a.boolean().required(), "fDate"_s = a.date().required(),
             "fTime"_s = a.time().required(), "fDatetime"_s = a.datetime().required(),
             "fTimestamp"_s = a.timestamp().required(), "fEmail"_s = a.email().required(),
             "fJson"_s = a.json().required(), "fPhone"_s = a.phone().required(),
             "fUrl"_s = a.url().required(), "fIp"_s = a.ipAddress().required()
         ),
         "Arrays"_s = a.model(
             "a1"_s = a.string().array(), "a2"_s = a.string().required().array(),
             "a3"_s = a.string().array().required(),
             "a4"_s = a.string().required().array().required(), "ints"_s = a.integer().array(),
             "floats"_s = a.float_().array(), "bools"_s = a.boolean().array(),
             "dates"_s = a.date().array(), "jsons"_s = a.json().array(), "ids"_s = a.id().array(),
             "urls"_s = a.url().array(), "stamps"_s = a.timestamp().array()
         ),
         "Defaults"_s = a.model(
             "s"_s = a.string().defaultTo("hello world"), "i"_s = a.integer().defaultTo(42),
             "f"_s = a.float_().defaultTo(3.14), "b"_s = a.boolean().defaultTo(true),
             "d"_s = a.date().defaultTo("2020-01-01"), "t"_s = a.time().defaultTo("10:00:00.000Z"),
             "dt"_s = a.datetime().defaultTo("2020-01-01T00:00:00Z"),
             "ts"_s = a.timestamp().defaultTo(1577836800),
             "e"_s = a.email().defaultTo("x@example.com"), "j"_s = a.json().defaultTo("{}"),
             "p"_s = a.phone().defaultTo("+14155552671"),
             "u"_s = a.url().defaultTo("https://example.com"),
             "ip"_s = a.ipAddress().defaultTo("127.0.0.1"),
             "reqDefault"_s = a.string().required().defaultTo("x")
         ),
         "Validated"_s = a.model(
             "username"_s = a.string().required().validate(
                 a.minLength(3, "too short"), a.maxLength(20), a.matches("^[a-z]+$", "bad")
             ),
             "age"_s = a.integer().validate(a.gte(0), a.lt(150)),
             "score"_s = a.float_().validate(a.positive()),
             "code"_s = a.string().validate(a.startsWith("C-"), a.endsWith("!"))
         ),
         // custom id type & explicit timestamps
         "WithId"_s = a.model(
             "id"_s = a.id().required(), "name"_s = a.string(),
             "createdAt"_s = a.datetime().required(), "updatedAt"_s = a.datetime()
         ),
         "lowerModel"_s = a.model("value"_s = a.string()),
         "Person"_s = a.model("name"_s = a.string()), "Bus"_s = a.model("name"_s = a.string()),
         "Category"_s = a.model("name"_s = a.string())
    )
        .authorization(allow.authenticated());

const auto data = defineData({.schema = schema});

}  // namespace

int main(int argc, char** argv) { return run(defineBackend(auth, data), argc, argv); }
