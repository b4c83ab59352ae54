// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

// The definitions of amplify/, in C++; tests of access ask about them too.

namespace storage_full {

using namespace amplify;

inline const auto auth = defineAuth({.loginWith = {.email = true}, .groups = {"admin", "auditor"}});

inline const auto onUpload = defineFunction({
    .name = "on-upload",
    .entry = "./amplify/functions/on-upload/handler.ts",
    .resourceGroupName = "storage",
});
inline const auto onDelete = defineFunction({
    .name = "on-delete",
    .entry = "./amplify/functions/on-delete/handler.ts",
    .resourceGroupName = "storage",
});
inline const auto report = defineFunction({
    .name = "report",
    .entry = "./amplify/functions/report/handler.ts",
});

inline const auto primary = defineStorage({
    .name = "primaryBucket",
    .isDefault = true,
    .versioned = true,
    .triggers = {.onUpload = onUpload, .onDelete = onDelete},
    .access =
        {
            {"public/*",
             {
                 allow.guest().to("read"),
                 allow.authenticated().to("read", "write"),
                 allow.group("admin").to("read", "write", "delete"),
                 allow.resource(report).to("read", "write"),
             }},
            {"public/restricted/*",
             {allow.group("admin").to("read"), allow.authenticated().to("get")}},
            {"profile/{entity_id}/*",
             {
                 allow.guest().to("get"),
                 allow.authenticated().to("read"),
                 allow.entity("identity").to("read", "write", "delete"),
             }},
            {"private/{entity_id}/*", {allow.entity("identity").to("read", "write", "delete")}},
            {"reports/*",
             {
                 allow.groups("auditor", "admin").to("list", "get"),
                 allow.resource(report).to("read", "write", "delete"),
             }},
            {"uploads/*", {allow.resource(onUpload).to("read")}},
        },
});

inline const auto archive = defineStorage({
    .name = "archive-bucket",
    .keepOnDelete = true,
    .access =
        {
            {"a/*", {allow.authenticated().to("list")}},
            {"a/b/*", {allow.guest().to("write")}},
            {"a/c/*", {allow.authenticated().to("read"), allow.group("auditor").to("read")}},
        },
});

inline const auto bare = defineStorage({.name = "bare"});

}  // namespace storage_full
