// expect-error(1): InvalidFunctionEventError: \.batchSize takes a whole number from 1 to 10000
// expect-error(2): InvalidFunctionEventError: \.maxBatchingWindowSeconds takes a whole number from
// expect-error(3): InvalidFunctionEventError: \.maxConcurrency takes a whole number from 2 to 1000
// expect-error(4): InvalidFunctionEventError: \.retryAttempts takes a whole number from 0 to 10000
// expect-error(5): InvalidResourceNameError: a name starts with a letter
// SPDX-License-Identifier: Apache-2.0
#include <amplify/function.hpp>
#include <amplify/messaging.hpp>

using namespace amplify;

const auto orders = defineQueue({.name = "orders"});
const auto ship = defineFunction({
    .events = {QueueEvents{.queue = orders, .batchSize = 5, .maxConcurrency = 2}},
});

#if AMPLIFY_MUST_NOT_COMPILE == 1
const QueueEvents misuse{.queue = orders, .batchSize = 0};
#elif AMPLIFY_MUST_NOT_COMPILE == 2
const QueueEvents misuse{.queue = orders, .maxBatchingWindowSeconds = 301};
#elif AMPLIFY_MUST_NOT_COMPILE == 3
const QueueEvents misuse{.queue = orders, .maxConcurrency = 1};
#elif AMPLIFY_MUST_NOT_COMPILE == 4
const ModelEvents misuse{.model = "Post", .reading = {.retryAttempts = -1}};
#elif AMPLIFY_MUST_NOT_COMPILE == 5
const auto misuse = defineQueue({.name = "1st"});
#endif
