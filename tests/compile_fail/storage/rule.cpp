// expect-error(1): InvalidStorageAccessDefinitionError: files have allow\.guest\(\)
// expect-error(2): InvalidStorageAccessDefinitionError: a rule about files has no provider
// expect-error(3): InvalidStorageAccessDefinitionError: the only entity is
// expect-error(4): InvalidStorageAccessDefinitionError: allow\.groups\(\.\.\.\) names a group
// expect-error(5): InvalidStorageAccessDefinitionError: a rule about files ends in \.to
// expect-error(6): InvalidStorageAccessDefinitionError: \.to\(\.\.\.\) is called once
// expect-error(7): InvalidStorageAccessDefinitionError: \.to\(\.\.\.\) takes `read`
// expect-error(8): InvalidStorageAccessDefinitionError: \.to\(\.\.\.\) names each action once
// expect-error(9): InvalidStorageAccessDefinitionError: `read` is `get` and `list`
// expect-error(10): allow\.all\(\.\.\.\) is for models and their fields: write a single rule
// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow.hpp>
#include <amplify/function.hpp>
#include <amplify/storage.hpp>

using namespace amplify;

const auto report = defineFunction({});

const StorageRule rules[] = {
    allow.guest().to("get"),
    allow.authenticated().to("list", "write"),
    allow.groups("ADMINS", "EDITORS").to("read", "write", "delete"),
    allow.entity("identity").to("read"),
    allow.resource(report).to("delete"),
};

#if AMPLIFY_MUST_NOT_COMPILE == 1
const StorageRule misuse = allow.owner().to("read");
#elif AMPLIFY_MUST_NOT_COMPILE == 2
const StorageRule misuse = allow.authenticated("oidc").to("read");
#elif AMPLIFY_MUST_NOT_COMPILE == 3
const StorageRule misuse = allow.entity("me").to("read");
#elif AMPLIFY_MUST_NOT_COMPILE == 4
const StorageRule misuse = allow.groups().to("read");
#elif AMPLIFY_MUST_NOT_COMPILE == 5
const StorageRule misuse = allow.guest();
#elif AMPLIFY_MUST_NOT_COMPILE == 6
const StorageRule misuse = allow.guest().to("read").to("write");
#elif AMPLIFY_MUST_NOT_COMPILE == 7
const StorageRule misuse = allow.guest().to("raed");
#elif AMPLIFY_MUST_NOT_COMPILE == 8
const StorageRule misuse = allow.guest().to("read", "read");
#elif AMPLIFY_MUST_NOT_COMPILE == 9
const StorageRule misuse = allow.guest().to("read", "list");
#elif AMPLIFY_MUST_NOT_COMPILE == 10
const StorageRule misuse = allow.all(allow.owner(), allow.group("A")).to("read");
#endif
