// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/appsync.hpp>

#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

using nlohmann::json;

AppSyncResolverEvent event_of(const Reader& read) {
  // A direct resolver's field is in `info`; Amplify's functions have it at the top.
  const Reader info = read["info"];
  const Reader identity = read["identity"];
  AppSyncResolverEvent event{
      .typeName = info.isThere() ? info.required("parentTypeName") : read.required("typeName"),
      .fieldName = info.isThere() ? info.required("fieldName") : read.required("fieldName"),
      .arguments = read.raw("arguments"),
      .identity =
          {
              .sub = identity.text("sub"),
              .username = identity.text("username"),
              .issuer = identity.text("issuer"),
              .groups = identity.texts("groups"),
              .cognitoIdentityId = identity.text("cognitoIdentityId"),
              .userArn = identity.text("userArn"),
              .sourceIp = identity.texts("sourceIp"),
              .whole = read.raw("identity"),
          },
      .source = read.raw("source"),
      .prev = read.raw("prev"),
      .stash = read.raw("stash"),
      .headers = read["request"].map<Headers>("headers"),
      .variables = info.raw("variables"),
      .selectionSetList = info.texts("selectionSetList"),
  };
  return event;
}

}  // namespace

void decodePayload(std::string_view payload, AppSyncResolverEvent& event) {
  const json whole = Reader::parse(payload);
  event = event_of(Reader(whole));
}

void decodePayload(std::string_view payload, AppSyncBatchEvent& event) {
  const json whole{{"events", Reader::parse(payload)}};
  event = Reader(whole).list("events", event_of);
}

}  // namespace amplify::lambda
