// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
// A tree: a category belongs to another one.
inline constexpr auto Category = a.model(
    "slug"_s       = a.string().required(),
    "title"_s      = a.string().required(),
    "parentSlug"_s = a.string(),
    "parent"_s     = a.belongsTo("Category", "parentSlug"),
    "children"_s   = a.hasMany("Category", "parentSlug"),
    "products"_s   = a.hasMany("Product", "categorySlug")
).identifier("slug").authorization(
    allow.group("STAFF"), allow.guest().to("read"), allow.authenticated().to("read")
);

inline constexpr auto Money = a.customType(
    "amount"_s   = a.integer().required(),
    "currency"_s = a.string().required()
);

// [product]
inline constexpr auto Product = a.model(
    "sku"_s          = a.string().required(),
    "title"_s        = a.string().required().validate(a.minLength(3), a.maxLength(120)),
    "price"_s        = a.ref("Money").required(),
    "state"_s        = a.enumeration("ANNOUNCED", "ON_SALE", "SOLD_OUT"),
    "size"_s         = a.customType("width"_s = a.integer(), "height"_s = a.integer()),
    "photos"_s       = a.url().required().array(),
    "releasedOn"_s   = a.date(),
    "categorySlug"_s = a.string().required(),
    "category"_s     = a.belongsTo("Category", "categorySlug"),
    "stock"_s        = a.hasMany("Stock", "sku"),
    "reviews"_s      = a.hasMany("Review", "sku"),
    "lines"_s        = a.hasMany("OrderLine", "sku")
).identifier("sku").secondaryIndexes(
    a.index("categorySlug").sortKeys("releasedOn").queryField("productsByCategory"),
    a.index("state").sortKeys("title").queryField("productsByState")
).authorization(allow.group("STAFF"), allow.guest().to("read"), allow.authenticated().to("read"));
// [/product]

// How many of a product are in a warehouse.
inline constexpr auto Stock = a.model(
    "sku"_s         = a.string().required(),
    "warehouseId"_s = a.id().required(),
    "count"_s       = a.integer().required().validate(a.gte(0)),
    "product"_s     = a.belongsTo("Product", "sku"),
    "warehouse"_s   = a.belongsTo("Warehouse", "warehouseId")
).identifier("sku", "warehouseId").authorization(allow.group("STAFF"));

inline constexpr auto Warehouse = a.model(
    "name"_s      = a.string().required(),
    "address"_s   = a.ref("Address").required(),
    "stock"_s     = a.hasMany("Stock", "warehouseId"),
    "shipments"_s = a.hasMany("Shipment", "warehouseId")
).authorization(allow.group("STAFF"));
