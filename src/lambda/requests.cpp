// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/http.hpp>

#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

using nlohmann::json;

template <class Result>
json common(const Result& result) {
  json object{{"statusCode", result.statusCode}, {"body", result.body}};
  if (!result.headers.empty()) {
    auto& headers = object["headers"] = json::object();
    for (const auto& [name, value] : result.headers)
      headers[name] = value;
  }
  if (result.isBase64Encoded) object["isBase64Encoded"] = true;
  return object;
}

}  // namespace

void decodePayload(std::string_view payload, APIGatewayProxyEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read(whole);
  event.httpMethod = read.required("httpMethod");
  event.path = read.required("path");
  event.resource = read.text("resource");
  event.headers = read.map<Headers>("headers");
  event.queryStringParameters = read.map<Strings>("queryStringParameters");
  event.pathParameters = read.map<Strings>("pathParameters");
  event.stageVariables = read.map<Strings>("stageVariables");
  event.body = read.text("body");
  event.isBase64Encoded = read.boolean("isBase64Encoded");
  const Reader context = read["requestContext"];
  const Reader identity = context["identity"];
  event.requestContext = {
      .accountId = context.text("accountId"),
      .apiId = context.text("apiId"),
      .requestId = context.text("requestId"),
      .stage = context.text("stage"),
      .sourceIp = identity.text("sourceIp"),
      .userAgent = identity.text("userAgent"),
      .claims = context["authorizer"].map<Strings>("claims"),
      .authorizer = context.raw("authorizer"),
      .cognitoIdentityId = identity.text("cognitoIdentityId"),
      .userArn = identity.text("userArn"),
  };
}

void decodePayload(std::string_view payload, APIGatewayProxyEventV2& event) {
  const json whole = Reader::parse(payload);
  const Reader read(whole);
  event.routeKey = read.required("routeKey");
  event.rawPath = read.required("rawPath");
  event.rawQueryString = read.text("rawQueryString");
  event.cookies = read.texts("cookies");
  event.headers = read.map<Headers>("headers");
  event.queryStringParameters = read.map<Strings>("queryStringParameters");
  event.pathParameters = read.map<Strings>("pathParameters");
  event.stageVariables = read.map<Strings>("stageVariables");
  event.body = read.text("body");
  event.isBase64Encoded = read.boolean("isBase64Encoded");
  const Reader context = read["requestContext"];
  const Reader http = context["http"];
  const Reader authorizer = context["authorizer"];
  event.requestContext = {
      .accountId = context.text("accountId"),
      .apiId = context.text("apiId"),
      .domainName = context.text("domainName"),
      .requestId = context.text("requestId"),
      .stage = context.text("stage"),
      .timeEpoch = context.integer("timeEpoch"),
      .method = http.required("method"),
      .path = http.text("path"),
      .sourceIp = http.text("sourceIp"),
      .userAgent = http.text("userAgent"),
      .claims = authorizer["jwt"].map<Strings>("claims"),
      .scopes = authorizer["jwt"].texts("scopes"),
      .userArn = authorizer["iam"].text("userArn"),
      .authorizer = context.raw("authorizer"),
  };
}

std::string encodeResult(const APIGatewayProxyResult& result, std::string_view) {
  return Reader::as_json(common(result)).text;
}

std::string encodeResult(const APIGatewayProxyResultV2& result, std::string_view) {
  json object = common(result);
  if (!result.cookies.empty()) object["cookies"] = result.cookies;
  return Reader::as_json(object).text;
}

}  // namespace amplify::lambda
