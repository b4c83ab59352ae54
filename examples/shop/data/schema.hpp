// SPDX-License-Identifier: Apache-2.0
#pragma once

// [schema]
#include "models/catalogue.hpp"
#include "models/customers.hpp"
#include "models/orders.hpp"

inline constexpr auto catalogue = a.schema(
    "Money"_s = Money, "Category"_s = Category, "Product"_s = Product, "Stock"_s = Stock,
    "Warehouse"_s = Warehouse
);
inline constexpr auto sales = a.schema(
    "Address"_s = Address, "Customer"_s = Customer, "Review"_s = Review,
    "OrderState"_s = OrderState, "Order"_s = Order, "OrderLine"_s = OrderLine,
    "Shipment"_s = Shipment
);
inline constexpr auto schema = a.combine(catalogue, sales);

using Schema = ClientSchema<schema>;
// [/schema]
