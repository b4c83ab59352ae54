// SPDX-License-Identifier: Apache-2.0
// What docs/data.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

extern const defineData sdl_data;

// clang-format off: a definition reads best with a line for each entry
// [sdl]
const defineData sdl_data = defineData({
    .schema = R"(
      type Todo @model @auth(rules: [{allow: owner}, {allow: private, operations: [read]}]) {
        content: String! @validate(type: minLength, value: "1")
        state: State @default(value: "OPEN") @index(name: "byState", queryField: "todosByState")
        steps: [Step] @hasMany(references: ["todoId"])
      }
      type Step @model @auth(rules: [{allow: owner}]) {
        text: String
        todoId: ID
        todo: Todo @belongsTo(references: ["todoId"])
      }
      enum State { OPEN DONE }
    )",
});
// [/sdl]
