// SPDX-License-Identifier: Apache-2.0
#include "data/diagram/diagram.hpp"
#include "schema/lower.hpp"

#include <amplify/schema.hpp>

#include <gtest/gtest.h>

namespace amplify {
namespace {

constexpr auto schema =
    a.schema(
         "Order"_s = a.model(
                          "customerId"_s = a.id().required(), "number"_s = a.integer().required(),
                          "customer"_s = a.belongsTo("Customer", "customerId"),
                          "notes"_s = a.string().array()
         )
                         .identifier("customerId", "number"),
         "Customer"_s = a.model(
             "name"_s = a.string(), "orders"_s = a.hasMany("Order", "customerId"),
             "card"_s = a.hasOne("Card", "ownerId"), "boss"_s = a.belongsTo("Customer", "bossId"),
             "bossId"_s = a.id(), "team"_s = a.hasMany("Customer", "bossId")
         ),
         "Card"_s = a.model("ownerId"_s = a.id(), "owner"_s = a.belongsTo("Customer", "ownerId"))
    )
        .authorization(allow.authenticated());

TEST(Diagram, Mermaid) {
  EXPECT_EQ(
      diagram::mermaid(diagram::make(detail::lower(schema.view()))),
      "erDiagram\n"
      "  Card {\n"
      "    ID id PK\n"
      "    ID ownerId FK\n"
      "  }\n"
      "  Customer {\n"
      "    ID id PK\n"
      "    String name\n"
      "    ID bossId FK\n"
      "  }\n"
      "  Order {\n"
      "    ID customerId PK, FK\n"
      "    Int number PK\n"
      "    String[] notes\n"
      "  }\n"
      "  Customer ||--o{ Order : \"orders / customer\"\n"
      "  Customer |o--o| Card : \"card / owner\"\n"
      "  Customer |o--o{ Customer : \"team / boss\"\n"
  );
}

TEST(Diagram, Dot) {
  EXPECT_EQ(
      diagram::dot(diagram::make(detail::lower(schema.view()))),
      "digraph {\n"
      "  node [shape=record];\n"
      "  \"Card\" [label=\"{Card|id* : ID\\lownerId : ID\\l}\"];\n"
      "  \"Customer\" [label=\"{Customer|id* : ID\\lname : String\\lbossId : ID\\l}\"];\n"
      "  \"Order\" [label=\"{Order|customerId* : ID\\lnumber* : Int\\lnotes : String[]\\l}\"];\n"
      "  \"Customer\" -> \"Order\" [label=\"orders / customer\", arrowhead=crowodot, "
      "arrowtail=teetee, dir=both];\n"
      "  \"Customer\" -> \"Card\" [label=\"card / owner\", arrowhead=teeodot, arrowtail=teeodot, "
      "dir=both];\n"
      "  \"Customer\" -> \"Customer\" [label=\"team / boss\", arrowhead=crowodot, "
      "arrowtail=teeodot, dir=both];\n"
      "}\n"
  );
}

}  // namespace
}  // namespace amplify
