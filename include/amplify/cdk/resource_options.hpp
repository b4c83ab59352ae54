// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/condition.hpp>
#include <amplify/cdk/construct.hpp>
#include <amplify/cdk/structs.hpp>

#include <optional>
#include <vector>

namespace amplify::cdk {

/// Signals that a resource waits for while it is made.
struct CreationPolicy {
  struct AutoScaling {
    Int minSuccessfulInstancesPercent{};
    static constexpr const char* cfn_names = "MinSuccessfulInstancesPercent\0";
  };
  struct ResourceSignal {
    Int count{};
    /// ISO 8601: `PT15M`.
    Str timeout{};
    static constexpr const char* cfn_names = "Count\0Timeout\0";
  };
  Obj<AutoScaling> autoScalingCreationPolicy{};
  Obj<ResourceSignal> resourceSignal{};
  Bool startFleet{};
  static constexpr const char* cfn_names =
      "AutoScalingCreationPolicy\0ResourceSignal\0StartFleet\0";
};

/// How a resource is updated.
struct UpdatePolicy {
  struct AutoScalingReplacingUpdate {
    Bool willReplace{};
    static constexpr const char* cfn_names = "WillReplace\0";
  };
  struct AutoScalingRollingUpdate {
    Int maxBatchSize{};
    Int minActiveInstancesPercent{};
    Int minInstancesInService{};
    Int minSuccessfulInstancesPercent{};
    /// ISO 8601: `PT15M`.
    Str pauseTime{};
    List<Str> suspendProcesses{};
    Bool waitOnResourceSignals{};
    static constexpr const char* cfn_names =
        "MaxBatchSize\0MinActiveInstancesPercent\0MinInstancesInService\0"
        "MinSuccessfulInstancesPercent\0PauseTime\0SuspendProcesses\0WaitOnResourceSignals\0";
  };
  struct AutoScalingScheduledAction {
    Bool ignoreUnmodifiedGroupSizeProperties{};
    static constexpr const char* cfn_names = "IgnoreUnmodifiedGroupSizeProperties\0";
  };
  struct CodeDeployLambdaAliasUpdate {
    Str afterAllowTrafficHook{};
    Req<Str, "applicationName"> applicationName;
    Str beforeAllowTrafficHook{};
    Req<Str, "deploymentGroupName"> deploymentGroupName;
    static constexpr const char* cfn_names =
        "AfterAllowTrafficHook\0ApplicationName\0BeforeAllowTrafficHook\0DeploymentGroupName\0";
  };
  Obj<AutoScalingReplacingUpdate> autoScalingReplacingUpdate{};
  Obj<AutoScalingRollingUpdate> autoScalingRollingUpdate{};
  Obj<AutoScalingScheduledAction> autoScalingScheduledAction{};
  Obj<CodeDeployLambdaAliasUpdate> codeDeployLambdaAliasUpdate{};
  Bool enableVersionUpgrade{};
  Bool useOnlineResharding{};
  static constexpr const char* cfn_names =
      "AutoScalingReplacingUpdate\0AutoScalingRollingUpdate\0AutoScalingScheduledAction\0"
      "CodeDeployLambdaAliasUpdate\0EnableVersionUpgrade\0UseOnlineResharding\0";
};

/// What a resource has besides properties.
struct ResourceOptions {
  /// When it leaves the template. A removal policy on a construct around it wins.
  DeletionPolicy deletionPolicy = DeletionPolicy::unset;
  /// When an update replaces it. A removal policy on a construct around it wins.
  DeletionPolicy updateReplacePolicy = DeletionPolicy::unset;
  /// It is left out when this is false. Default: always there.
  std::optional<Condition> condition{};
  Obj<CreationPolicy> creationPolicy{};
  Obj<UpdatePolicy> updatePolicy{};
  /// It waits for every resource in these.
  std::vector<Construct> dependsOn{};
  /// An object.
  Json metadata{};
};

}  // namespace amplify::cdk
