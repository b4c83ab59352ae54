// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/cognito.hpp>

#include "lambda/reader.hpp"

namespace amplify::lambda {
namespace {

using nlohmann::json;

/// The event's `request`, after what every trigger tells has been read.
Reader request(const Reader& read, CognitoTriggerEvent& event) {
  event.triggerSource = read.required("triggerSource");
  event.region = read.text("region");
  event.userPoolId = read.text("userPoolId");
  event.userName = read.text("userName");
  event.clientId = read["callerContext"].text("clientId");
  const Reader request = read["request"];
  request.expect(request.value().is_object(), "no object");
  event.userAttributes = request.map<Strings>("userAttributes");
  event.clientMetadata = request.map<Strings>("clientMetadata");
  return request;
}

GroupConfiguration groups(const Reader& read) {
  return {
      .groupsToOverride = read.texts("groupsToOverride"),
      .iamRolesToOverride = read.texts("iamRolesToOverride"),
      .preferredRole = read.text("preferredRole"),
  };
}

std::vector<ChallengeResult> session(const Reader& read) {
  if (!read["session"].isThere()) return {};
  return read.list("session", [](const Reader& result) {
    return ChallengeResult{
        .challengeName = result.text("challengeName"),
        .challengeResult = result.boolean("challengeResult"),
        .challengeMetadata = result.text("challengeMetadata"),
    };
  });
}

/// The event with this response.
std::string answer(std::string_view payload, json response) {
  json event = Reader::parse(payload);
  event["response"] = std::move(response);
  return Reader::as_json(event).text;
}

void set(json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}
void set(json& object, const char* name, const std::vector<std::string>& list) {
  if (!list.empty()) object[name] = list;
}
void set(json& object, const char* name, const Strings& texts) {
  if (!texts.empty()) object[name] = texts;
}
void set(
    json& object, const char* name, const std::map<std::string, JsonText, std::less<>>& values
) {
  for (const auto& [key, value] : values)
    object[name][key] = Reader::parse(value.text);
}

json json_of(const GroupConfiguration& groups) {
  json object = json::object();
  set(object, "groupsToOverride", groups.groupsToOverride);
  set(object, "iamRolesToOverride", groups.iamRolesToOverride);
  set(object, "preferredRole", groups.preferredRole);
  return object;
}

}  // namespace

void decodePayload(std::string_view payload, PreSignUpTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  event.validationData = request(Reader(whole), event).map<Strings>("validationData");
}

std::string encodeResult(const PreSignUpTriggerResponse& response, std::string_view payload) {
  return answer(
      payload,
      {
          {"autoConfirmUser", response.autoConfirmUser},
          {"autoVerifyEmail", response.autoVerifyEmail},
          {"autoVerifyPhone", response.autoVerifyPhone},
      }
  );
}

void decodePayload(std::string_view payload, PostConfirmationTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  request(Reader(whole), event);
}

void decodePayload(std::string_view payload, PreAuthenticationTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.validationData = read.map<Strings>("validationData");
  event.userNotFound = read.boolean("userNotFound");
}

void decodePayload(std::string_view payload, PostAuthenticationTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  event.newDeviceUsed = request(Reader(whole), event).boolean("newDeviceUsed");
}

void decodePayload(std::string_view payload, PreTokenGenerationTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.groupConfiguration = groups(read["groupConfiguration"]);
  event.scopes = read.texts("scopes");
}

std::string encodeResult(
    const PreTokenGenerationTriggerResponse& response, std::string_view payload
) {
  json details = json::object();
  set(details, "claimsToAddOrOverride", response.claimsToAddOrOverride);
  set(details, "claimsToSuppress", response.claimsToSuppress);
  if (const json groups = json_of(response.groupOverrideDetails); !groups.empty())
    details["groupOverrideDetails"] = groups;
  return answer(payload, {{"claimsOverrideDetails", details}});
}

std::string encodeResult(
    const PreTokenGenerationV2TriggerResponse& response, std::string_view payload
) {
  json id = json::object();
  set(id, "claimsToAddOrOverride", response.idTokenGeneration.claimsToAddOrOverride);
  set(id, "claimsToSuppress", response.idTokenGeneration.claimsToSuppress);
  json access = json::object();
  set(access, "claimsToAddOrOverride", response.accessTokenGeneration.claimsToAddOrOverride);
  set(access, "claimsToSuppress", response.accessTokenGeneration.claimsToSuppress);
  set(access, "scopesToAdd", response.accessTokenGeneration.scopesToAdd);
  set(access, "scopesToSuppress", response.accessTokenGeneration.scopesToSuppress);
  json details{{"idTokenGeneration", id}, {"accessTokenGeneration", access}};
  if (const json groups = json_of(response.groupOverrideDetails); !groups.empty())
    details["groupOverrideDetails"] = groups;
  return answer(payload, {{"claimsAndScopeOverrideDetails", details}});
}

void decodePayload(std::string_view payload, CustomMessageTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.codeParameter = read.text("codeParameter");
  event.usernameParameter = read.text("usernameParameter");
}

std::string encodeResult(const CustomMessageTriggerResponse& response, std::string_view payload) {
  json object = json::object();
  set(object, "smsMessage", response.smsMessage);
  set(object, "emailMessage", response.emailMessage);
  set(object, "emailSubject", response.emailSubject);
  return answer(payload, object);
}

void decodePayload(std::string_view payload, DefineAuthChallengeTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.session = session(read);
  event.userNotFound = read.boolean("userNotFound");
}

std::string encodeResult(
    const DefineAuthChallengeTriggerResponse& response, std::string_view payload
) {
  json object{
      {"issueTokens", response.issueTokens},
      {"failAuthentication", response.failAuthentication},
  };
  set(object, "challengeName", response.challengeName);
  return answer(payload, object);
}

void decodePayload(std::string_view payload, CreateAuthChallengeTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.challengeName = read.text("challengeName");
  event.session = session(read);
  event.userNotFound = read.boolean("userNotFound");
}

std::string encodeResult(
    const CreateAuthChallengeTriggerResponse& response, std::string_view payload
) {
  json object = json::object();
  set(object, "publicChallengeParameters", response.publicChallengeParameters);
  set(object, "privateChallengeParameters", response.privateChallengeParameters);
  set(object, "challengeMetadata", response.challengeMetadata);
  return answer(payload, object);
}

void decodePayload(std::string_view payload, VerifyAuthChallengeResponseTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.privateChallengeParameters = read.map<Strings>("privateChallengeParameters");
  event.challengeAnswer = read.text("challengeAnswer");
  event.userNotFound = read.boolean("userNotFound");
}

std::string encodeResult(
    const VerifyAuthChallengeResponseTriggerResponse& response, std::string_view payload
) {
  return answer(payload, {{"answerCorrect", response.answerCorrect}});
}

void decodePayload(std::string_view payload, UserMigrationTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.password = read.text("password");
  event.validationData = read.map<Strings>("validationData");
}

std::string encodeResult(const UserMigrationTriggerResponse& response, std::string_view payload) {
  json object{{"forceAliasCreation", response.forceAliasCreation}};
  set(object, "userAttributes", response.userAttributes);
  set(object, "finalUserStatus", response.finalUserStatus);
  set(object, "messageAction", response.messageAction);
  set(object, "desiredDeliveryMediums", response.desiredDeliveryMediums);
  return answer(payload, object);
}

void decodePayload(std::string_view payload, CustomSenderTriggerEvent& event) {
  const json whole = Reader::parse(payload);
  const Reader read = request(Reader(whole), event);
  event.type = read.text("type");
  event.code = read.text("code");
}

}  // namespace amplify::lambda
