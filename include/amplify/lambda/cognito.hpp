// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/lambda/codec.hpp>
#include <amplify/lambda/values.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Triggers of a Cognito user pool, as "Customizing user pool workflows with Lambda triggers" in its
// developer guide has them. A handler returns what goes into the event's `response`; the rest of
// the event goes back as it came.

namespace amplify::lambda {

/// What every trigger tells.
struct CognitoTriggerEvent {
  /// `PreSignUp_SignUp`, …
  std::string triggerSource{};
  std::string region{};
  std::string userPoolId{};
  /// Empty before there is a user.
  std::string userName{};
  /// The app client.
  std::string clientId{};
  Strings userAttributes{};
  /// What the app passed along.
  Strings clientMetadata{};
};

/// Before a user signs up.
struct PreSignUpTriggerEvent : CognitoTriggerEvent {
  Strings validationData{};
};
struct PreSignUpTriggerResponse {
  bool autoConfirmUser = false;
  bool autoVerifyEmail = false;
  bool autoVerifyPhone = false;
};

/// After a sign-up or a forgotten password was confirmed. Has no response: return `void`.
struct PostConfirmationTriggerEvent : CognitoTriggerEvent {};

/// Before a sign-in. What is thrown refuses it. Has no response: return `void`.
struct PreAuthenticationTriggerEvent : CognitoTriggerEvent {
  Strings validationData{};
  bool userNotFound = false;
};

/// After a sign-in. Has no response: return `void`.
struct PostAuthenticationTriggerEvent : CognitoTriggerEvent {
  bool newDeviceUsed = false;
};

/// Groups of a user, and the roles that come with them.
struct GroupConfiguration {
  std::vector<std::string> groupsToOverride{};
  std::vector<std::string> iamRolesToOverride{};
  /// Empty if there is none.
  std::string preferredRole{};
};

/// Before tokens are made.
struct PreTokenGenerationTriggerEvent : CognitoTriggerEvent {
  GroupConfiguration groupConfiguration{};
  /// Of the access token, from version 2 of the event on.
  std::vector<std::string> scopes{};
};
/// For the id token: version 1 of the event.
struct PreTokenGenerationTriggerResponse {
  Strings claimsToAddOrOverride{};
  std::vector<std::string> claimsToSuppress{};
  /// Replaces the user's groups. Default: as they are.
  GroupConfiguration groupOverrideDetails{};
};
/// For both tokens: version 2 of the event, and later.
struct PreTokenGenerationV2TriggerResponse {
  struct IdToken {
    /// JSON, so that claims may be lists and objects.
    std::map<std::string, JsonText, std::less<>> claimsToAddOrOverride{};
    std::vector<std::string> claimsToSuppress{};
  };
  struct AccessToken {
    std::map<std::string, JsonText, std::less<>> claimsToAddOrOverride{};
    std::vector<std::string> claimsToSuppress{};
    std::vector<std::string> scopesToAdd{};
    std::vector<std::string> scopesToSuppress{};
  };
  IdToken idTokenGeneration{};
  AccessToken accessTokenGeneration{};
  /// Replaces the user's groups. Default: as they are.
  GroupConfiguration groupOverrideDetails{};
};

/// Before a message is sent.
struct CustomMessageTriggerEvent : CognitoTriggerEvent {
  /// Stands in the message for the code: `{####}`.
  std::string codeParameter{};
  /// Stands in the message for the name, where one is told.
  std::string usernameParameter{};
};
/// What is left empty stays as the user pool has it.
struct CustomMessageTriggerResponse {
  std::string smsMessage{};
  std::string emailMessage{};
  std::string emailSubject{};
};

/// A step of a sign-in by challenges that is done.
struct ChallengeResult {
  std::string challengeName{};
  bool challengeResult = false;
  std::string challengeMetadata{};
};

/// Which challenge comes next.
struct DefineAuthChallengeTriggerEvent : CognitoTriggerEvent {
  std::vector<ChallengeResult> session{};
  bool userNotFound = false;
};
struct DefineAuthChallengeTriggerResponse {
  /// `CUSTOM_CHALLENGE`, `PASSWORD_VERIFIER`, …
  std::string challengeName{};
  bool issueTokens = false;
  bool failAuthentication = false;
};

/// Makes a challenge.
struct CreateAuthChallengeTriggerEvent : CognitoTriggerEvent {
  std::string challengeName{};
  std::vector<ChallengeResult> session{};
  bool userNotFound = false;
};
struct CreateAuthChallengeTriggerResponse {
  /// For the app.
  Strings publicChallengeParameters{};
  /// For the check of the answer.
  Strings privateChallengeParameters{};
  std::string challengeMetadata{};
};

/// Checks an answer.
struct VerifyAuthChallengeResponseTriggerEvent : CognitoTriggerEvent {
  Strings privateChallengeParameters{};
  std::string challengeAnswer{};
  bool userNotFound = false;
};
struct VerifyAuthChallengeResponseTriggerResponse {
  bool answerCorrect = false;
};

/// A user that the pool doesn't know signs in, or has forgotten the password.
struct UserMigrationTriggerEvent : CognitoTriggerEvent {
  /// Empty for a forgotten password.
  std::string password{};
  Strings validationData{};
};
struct UserMigrationTriggerResponse {
  Strings userAttributes{};
  /// `CONFIRMED` keeps the password. Default: the user must set another one.
  std::string finalUserStatus{};
  /// `SUPPRESS` sends no greeting, `RESEND` one to a user that is there.
  std::string messageAction{};
  /// `EMAIL` and `SMS`.
  std::vector<std::string> desiredDeliveryMediums{};
  bool forceAliasCreation = false;
};

/// A message to be sent by the function itself. Has no response: return `void`.
struct CustomSenderTriggerEvent : CognitoTriggerEvent {
  /// `customEmailSenderRequestV1` or `customSMSSenderRequestV1`.
  std::string type{};
  /// In base64, encrypted by the key of the user pool with the AWS Encryption SDK.
  std::string code{};
};

/// Cognito wants its event back.
inline std::string encodeNothing(const CognitoTriggerEvent&, std::string_view payload) {
  return std::string(payload);
}

void decodePayload(std::string_view payload, PreSignUpTriggerEvent& event);
std::string encodeResult(const PreSignUpTriggerResponse& response, std::string_view payload);
void decodePayload(std::string_view payload, PostConfirmationTriggerEvent& event);
void decodePayload(std::string_view payload, PreAuthenticationTriggerEvent& event);
void decodePayload(std::string_view payload, PostAuthenticationTriggerEvent& event);
void decodePayload(std::string_view payload, PreTokenGenerationTriggerEvent& event);
std::string encodeResult(
    const PreTokenGenerationTriggerResponse& response, std::string_view payload
);
std::string encodeResult(
    const PreTokenGenerationV2TriggerResponse& response, std::string_view payload
);
void decodePayload(std::string_view payload, CustomMessageTriggerEvent& event);
std::string encodeResult(const CustomMessageTriggerResponse& response, std::string_view payload);
void decodePayload(std::string_view payload, DefineAuthChallengeTriggerEvent& event);
std::string encodeResult(
    const DefineAuthChallengeTriggerResponse& response, std::string_view payload
);
void decodePayload(std::string_view payload, CreateAuthChallengeTriggerEvent& event);
std::string encodeResult(
    const CreateAuthChallengeTriggerResponse& response, std::string_view payload
);
void decodePayload(std::string_view payload, VerifyAuthChallengeResponseTriggerEvent& event);
std::string encodeResult(
    const VerifyAuthChallengeResponseTriggerResponse& response, std::string_view payload
);
void decodePayload(std::string_view payload, UserMigrationTriggerEvent& event);
std::string encodeResult(const UserMigrationTriggerResponse& response, std::string_view payload);
void decodePayload(std::string_view payload, CustomSenderTriggerEvent& event);

}  // namespace amplify::lambda
