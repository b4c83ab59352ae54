// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema.hpp>

using namespace amplify;

// clang-format off: a definition reads best with a line for each entry
inline constexpr auto OrderState = a.enumeration("CART", "PLACED", "PAID", "SENT", "RETURNED");

// [order]
// Orders of a customer are numbered, so an order is known by both.
inline constexpr auto Order = a.model(
    "customerId"_s = a.id().required(),
    "number"_s     = a.integer().required(),
    "state"_s      = a.ref("OrderState").required(),
    "placedAt"_s   = a.datetime(),
    "shipTo"_s     = a.ref("Address"),
    "customer"_s   = a.belongsTo("Customer", "customerId"),
    "lines"_s      = a.hasMany("OrderLine", "customerId", "number"),
    "shipments"_s  = a.hasMany("Shipment", "customerId", "number")
).identifier("customerId", "number").secondaryIndexes(
    a.index("state").sortKeys("placedAt", "number").queryField("ordersByState")
).authorization(allow.owner(), allow.group("STAFF"));
// [/order]

inline constexpr auto OrderLine = a.model(
    "customerId"_s = a.id().required(),
    "number"_s     = a.integer().required(),
    "sku"_s        = a.string().required(),
    "count"_s      = a.integer().required().validate(a.positive()),
    "price"_s      = a.ref("Money").required(),
    "order"_s      = a.belongsTo("Order", "customerId", "number"),
    "product"_s    = a.belongsTo("Product", "sku")
).identifier("customerId", "number", "sku")
 .authorization(allow.owner(), allow.group("STAFF"));

inline constexpr auto Shipment = a.model(
    "customerId"_s  = a.id().required(),
    "number"_s      = a.integer().required(),
    "warehouseId"_s = a.id().required(),
    "trackingUrl"_s = a.url(),
    "sentAt"_s      = a.datetime(),
    "order"_s       = a.belongsTo("Order", "customerId", "number"),
    "warehouse"_s   = a.belongsTo("Warehouse", "warehouseId")
).authorization(allow.owner().to("read"), allow.group("STAFF"));
