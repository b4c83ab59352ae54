// SPDX-License-Identifier: Apache-2.0
// What docs/messaging.md shows.
#include <amplify/backend.hpp>

using namespace amplify;

namespace queue {
// [queue]
const auto takeOrder = defineFunction({.entry = "./take-order.ts"});

const auto orders = defineQueue({
    .name = "orders",
    .deadLetterQueue = {.maxReceiveCount = 3},
    .access = {allow.resource(takeOrder).to("send")},
});

const auto ship = defineFunction({
    .entry = "./ship.ts",
    .timeoutSeconds = 20,
    .events = {QueueEvents{.queue = orders, .batchSize = 5, .maxConcurrency = 10}},
});
// [/queue]
}  // namespace queue

namespace others {
using queue::orders;
using queue::takeOrder;
// [others]
const auto news = defineTopic({
    .name = "news",
    .access = {allow.resource(takeOrder).to("publish")},
});
const auto clicks = defineStream({.name = "clicks", .shardCount = 1});

const auto count = defineFunction({
    .entry = "./count.ts",
    .events =
        {
            TopicEvents{.topic = news},
            StreamEvents{
                .stream = clicks,
                .reading = {.batchSize = 500, .retryAttempts = 2, .onFailure = orders},
            },
            ModelEvents{.model = "Post", .reading = {.batchSize = 10}},
        },
});
// [/others]
}  // namespace others
