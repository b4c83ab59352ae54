#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a backend's schema with N models of 10 fields, related in a ring, with two rules and an index each, and one use
of every model's record. No two neighbours have their fields in the same order, so that no types are shared by chance.

usage: generate.py N [options]
  --dense       each model is related to every other one instead
  --constants   each model is a constant of its own, as in a header
  --combine     schemas of 50 models, put together by a.combine
  --no-records  without records
  --no-client   without ClientSchema, too
"""
import sys


def entries(fields, shift):
    shift %= len(fields)
    return ",\n        ".join(fields[shift:] + fields[:shift])


def model(i, count):
    before, after = (i - 1) % count, (i + 1) % count
    fields = [
        '"title"_s = a.string().required()',
        f'"content{i}"_s = a.string()',
        '"published"_s = a.boolean().defaultTo(false)',
        '"rank"_s = a.integer().defaultTo(1)',
        '"kind"_s = a.enumeration("DRAFT", "LIVE")',
        '"seen"_s = a.datetime()',
        '"tags"_s = a.string().required().array()',
        '"parentId"_s = a.id()',
        f'"parent"_s = a.belongsTo("Model{before}", "parentId")',
        f'"children"_s = a.hasMany("Model{after}", "parentId")',
    ]
    return value(entries(fields, i), 'a.index("title").sortKeys("rank")')


def dense(i, count):
    fields = ['"title"_s = a.string().required()']
    for other in range(count):
        # Each pair once, so that no table needs more than 20 indexes.
        if other == i:
            continue
        if (i + other) % 2 == (i > other):
            fields.append(f'"has{other}"_s = a.hasMany("Model{other}", "id{i}")')
        else:
            fields.append(f'"id{other}"_s = a.id()')
            fields.append(f'"of{other}"_s = a.belongsTo("Model{other}", "id{other}")')
    return value(entries(fields, i), 'a.index("title")')


def value(fields, index):
    return f'''a.model(
        {fields}
    ).secondaryIndexes({index}).authorization(allow.owner(), allow.authenticated().to("read"))'''


def schema(names, values, constants):
    return "a.schema(\n" + ",\n".join(
        f'    "{name}"_s = ' + (name if constants else text) for name, text in zip(names, values)
    ) + ")"


def record(name):
    return f'  Schema::type<"{name}"> one_{name};\n  one_{name}["title"_s] = "x";'


def main():
    count = int(sys.argv[1])
    options = sys.argv[2:]
    names = [f"Model{i}" for i in range(count)]
    values = [(dense if "--dense" in options else model)(i, count) for i in range(count)]
    constants = "--constants" in options
    print("#include <amplify/backend.hpp>\nusing namespace amplify;\nusing namespace amplify::literals;")
    if constants:
        for name, text in zip(names, values):
            print(f"inline constexpr auto {name} = {text};")
    if "--combine" in options:
        parts = range(0, count, 50)
        for start in parts:
            part = slice(start, start + 50)
            print(f"constexpr auto part{start} = {schema(names[part], values[part], constants)};")
        print(f"constexpr auto schema = a.combine({', '.join(f'part{start}' for start in parts)});")
    else:
        print(f"constexpr auto schema = {schema(names, values, constants)};")
    if "--no-client" not in options:
        print("using Schema = ClientSchema<schema>;")
    print("const auto data = defineData({.schema = schema});\nint main() {")
    if "--no-client" not in options and "--no-records" not in options:
        print("\n".join(map(record, names)))
    print("  static_cast<void>(data);\n}")


main()
