// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/dynamodb.hpp>

#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

using nlohmann::json;

AttributeValue::Set set_of(AttributeValue::Set::Of of, std::vector<std::string> elements) {
  if (of == AttributeValue::Set::Of::binaries) {
    for (std::string& element : elements)
      element = decodeBase64(element);
  }
  return {.of = of, .elements = std::move(elements)};
}

/// `{"S": "text"}`: one member, which says the type.
AttributeValue attribute(const Reader& read) {
  read.expect(read.value().is_object() && read.value().size() == 1, "no attribute");
  const std::string type = read.value().begin().key();
  const json& value = read.value().begin().value();
  using Of = AttributeValue::Set::Of;
  if (type == "S") return {read.required("S")};
  if (type == "N") return {AttributeValue::Number{read.required("N")}};
  if (type == "B") return {AttributeValue::Binary{decodeBase64(read.required("B"))}};
  if (type == "BOOL") return {read.boolean("BOOL")};
  if (type == "NULL") return {};
  if (type == "SS") return {set_of(Of::strings, read.texts("SS"))};
  if (type == "NS") return {set_of(Of::numbers, read.texts("NS"))};
  if (type == "BS") return {set_of(Of::binaries, read.texts("BS"))};
  if (type == "L") return {read.list("L", attribute)};
  read.expect(type == "M" && value.is_object(), "no attribute of a type that DynamoDB has");
  AttributeValue::Map map;
  for (const auto& [name, member] : value.items())
    map.emplace(name, attribute(Reader(member, read.path() + "." + name)));
  return {std::move(map)};
}

Item item(const Reader& read, const char* name) {
  Item result;
  const Reader object = read[name];
  if (!object.isThere()) return result;
  object.expect(object.value().is_object(), "no object");
  for (const auto& [key, value] : object.value().items())
    result.emplace(key, attribute(Reader(value, object.path() + "." + key)));
  return result;
}

DynamoDBRecord record(const Reader& read) {
  const Reader change = read["dynamodb"];
  return {
      .eventID = read.text("eventID"),
      .eventName = read.required("eventName"),
      .eventSourceARN = read.text("eventSourceARN"),
      .awsRegion = read.text("awsRegion"),
      .keys = item(change, "Keys"),
      .newImage = item(change, "NewImage"),
      .oldImage = item(change, "OldImage"),
      .sequenceNumber = change.required("SequenceNumber"),
      .userPrincipalId = read["userIdentity"].text("principalId"),
  };
}

}  // namespace

void decodePayload(std::string_view payload, DynamoDBStreamEvent& event) {
  const json whole = Reader::parse(payload);
  event.records = Reader(whole).list("Records", record);
}

}  // namespace amplify::lambda
