// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Status"_s = a.enumeration("OPEN", "CLOSED"),
         "Ticket"_s =
             a.model(
                  "title"_s = a.string(), "status"_s = a.ref("Status"), "priority"_s = a.integer(),
                  "opened"_s = a.datetime(), "due"_s = a.date(), "reporter"_s = a.id(),
                  "score"_s = a.float_(), "stamp"_s = a.timestamp(), "phone"_s = a.phone(),
                  "note"_s = a.string()
             )
                 .secondaryIndexes(
                     a.index("title"), a.index("title").sortKeys("opened").name("byTitle"),
                     a.index("status").sortKeys("priority"),
                     a.index("status").sortKeys("priority", "opened").queryField("ticketsByState"),
                     a.index("priority")
                         .sortKeys("status")
                         .queryField("ticketsByPriority")
                         .name("by-priority"),
                     a.index("reporter")
                         .sortKeys("status", "due", "score")
                         .name("byReporter")
                         .queryField("ticketsOf"),
                     a.index("due").queryField(nullptr),
                     a.index("opened").sortKeys("due", "status").queryField(nullptr).name("quiet"),
                     a.index("score").sortKeys("reporter"),
                     a.index("stamp").sortKeys("opened").projection("KEYS_ONLY"),
                     a.index("phone").projection("INCLUDE", "note", "title").queryField("byPhone"),
                     a.index("note").projection("ALL")
                 ),
         "Keyed"_s = a.model(
                          "pk"_s = a.string().required(), "sk"_s = a.integer().required(),
                          "other"_s = a.id(), "more"_s = a.string()
         )
                         .identifier("pk", "sk")
                         .secondaryIndexes(
                             a.index("pk").sortKeys("other"), a.index("other").sortKeys("pk", "sk"),
                             a.index("sk").sortKeys("pk").queryField("keyedBySk")
                         ),
         "InlineEnum"_s =
             a.model(
                  "kind"_s = a.enumeration("A", "B"), "rank"_s = a.integer(),
                  "level"_s = a.enumeration("LOW", "HIGH")
             )
                 .secondaryIndexes(
                     a.index("kind").sortKeys("rank"), a.index("rank").sortKeys("kind", "level")
                 )
    )
        .authorization(allow.authenticated());

const Twin twin("indexes", schema);

}  // namespace
