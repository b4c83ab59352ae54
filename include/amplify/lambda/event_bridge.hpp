// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace amplify::lambda {

/// An event of EventBridge.
struct EventBridgeEvent {
  std::string id{};
  std::string detailType{};
  std::string source{};
  std::string account{};
  /// ISO 8601.
  std::string time{};
  std::string region{};
  std::vector<std::string> resources{};
  JsonText detail{};
};

/// What a schedule sends; its `resources` name the schedule.
using ScheduledEvent = EventBridgeEvent;

void decodePayload(std::string_view payload, EventBridgeEvent& event);

}  // namespace amplify::lambda
