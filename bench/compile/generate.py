#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a backend's schema with N models of 10 fields and two rules, and one use of every model's record.

usage: generate.py N [--no-records] [--no-client]
"""
import sys


def model(i):
    return f'''    "Model{i}"_s =
        a.model("title"_s = a.string().required(), "content{i}"_s = a.string(),
                "published"_s = a.boolean().defaultTo(false), "rank"_s = a.integer().defaultTo({i}),
                "score"_s = a.float_(), "kind"_s = a.enumeration("DRAFT", "LIVE"), "parentId"_s = a.id(),
                "note"_s = a.string(), "seen"_s = a.datetime(), "tags"_s = a.string().required().array())
            .authorization(allow.owner(), allow.authenticated().to("read"))'''


def record(i):
    return f'  Schema::type<"Model{i}"> record{i};\n  record{i}["title"_s] = "x";\n  record{i}["rank"_s] = {i};'


def main():
    count = int(sys.argv[1])
    options = sys.argv[2:]
    print('#include <amplify/schema.hpp>\nusing namespace amplify;\nusing namespace amplify::literals;')
    print('constexpr auto schema = a.schema(')
    print(",\n".join(model(i) for i in range(count)) + ");")
    if "--no-client" not in options:
        print("using Schema = ClientSchema<schema>;")
    print("struct Props { SchemaRef schema{}; };\nconst Props data{.schema = schema};\nint main() {")
    if "--no-client" not in options and "--no-records" not in options:
        print("\n".join(record(i) for i in range(count)))
    print("  return data.schema.given() ? 0 : 1;\n}")


main()
