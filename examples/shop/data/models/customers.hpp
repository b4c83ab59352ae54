// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto Address = a.customType(
    "street"_s  = a.string().required(),
    "city"_s    = a.string().required(),
    "postcode"_s = a.string(),
    "country"_s = a.string().required()
);

inline constexpr auto Customer = a.model(
    "name"_s      = a.string().required(),
    "email"_s     = a.email().required(),
    "phone"_s     = a.phone(),
    "addresses"_s = a.ref("Address").required().array(),
    "orders"_s    = a.hasMany("Order", "customerId"),
    "reviews"_s   = a.hasMany("Review", "customerId"),
    "wishes"_s    = a.string().required().array()
).secondaryIndexes(a.index("email").queryField("customerByEmail"))
 .authorization(allow.owner(), allow.group("STAFF").to("read"));

inline constexpr auto Review = a.model(
    "sku"_s        = a.string().required(),
    "customerId"_s = a.id().required(),
    "stars"_s      = a.integer().required().validate(a.gte(1), a.lte(5, "at most five stars")),
    "text"_s       = a.string(),
    "product"_s    = a.belongsTo("Product", "sku"),
    "customer"_s   = a.belongsTo("Customer", "customerId")
).identifier("sku", "customerId")
 .authorization(allow.owner(), allow.guest().to("read"), allow.authenticated().to("read"));
