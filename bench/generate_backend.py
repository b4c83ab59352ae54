#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints a backend.cpp with N models of ten fields and two rules: generate_backend.py N"""
import sys

MODEL = """\
    "Model{0}"_s = a.model(
        "title"_s = a.string().required(),
        "content"_s = a.string(),
        "published"_s = a.boolean().defaultTo(false),
        "rank"_s = a.integer(),
        "score"_s = a.float_(),
        "status"_s = a.enumeration("DRAFT", "LIVE"),
        "parent"_s = a.id(),
        "tags"_s = a.string().array(),
        "publishedAt"_s = a.datetime(),
        "note{0}"_s = a.string()
    ).authorization(allow.owner(), allow.authenticated().to("read"))"""

models = ",\n".join(MODEL.format(i) for i in range(int(sys.argv[1])))
print(f"""\
#include <amplify/backend.hpp>

using namespace amplify;

inline const auto auth = defineAuth({{.loginWith = {{.email = true}}}});

inline constexpr auto schema = a.schema(
{models}
);

inline const auto data = defineData({{.schema = schema}});

int main(int argc, char** argv) {{ return run(defineBackend(auth, data), argc, argv); }}""")
