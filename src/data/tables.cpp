// SPDX-License-Identifier: Apache-2.0
#include <amplify/data/tables.hpp>

namespace amplify {

using cdk::Json;

void ModelTable::set(const ModelTableProps& props) const {
  cdk::Resource table = resource_;
  if (props.provisioned) {
    const Json capacity = Json::object({
        {"ReadCapacityUnits", props.provisioned->read},
        {"WriteCapacityUnits", props.provisioned->write},
    });
    table.setProperty("BillingMode", "PROVISIONED");
    table.setProperty("ProvisionedThroughput", capacity);
    for (int i = 0; i < indexes_; ++i) {
      table.addPropertyOverride(
          "GlobalSecondaryIndexes." + std::to_string(i) + ".ProvisionedThroughput", capacity
      );
    }
  }
  if (props.pointInTimeRecovery) {
    table.setProperty(
        "PointInTimeRecoverySpecification",
        Json::object({{"PointInTimeRecoveryEnabled", *props.pointInTimeRecovery}})
    );
  }
  if (!props.timeToLive.empty()) {
    table.setProperty(
        "TimeToLiveSpecification",
        Json::object({{"AttributeName", props.timeToLive}, {"Enabled", true}})
    );
  }
  if (props.deletionProtection)
    table.setProperty("DeletionProtectionEnabled", *props.deletionProtection);
  if (props.encryptionKeyArn.isSet()) {
    table.setProperty(
        "SSESpecification", Json::object({
                                {"KMSMasterKeyId", props.encryptionKeyArn},
                                {"SSEEnabled", true},
                                {"SSEType", "KMS"},
                            })
    );
  }
  if (!props.stream.empty())
    table.setProperty("StreamSpecification", Json::object({{"StreamViewType", props.stream}}));
  if (props.retain) {
    const char* const policy = *props.retain ? "Retain" : "Delete";
    table.addOverride("DeletionPolicy", policy);
    table.addOverride("UpdateReplacePolicy", policy);
  }
}

ModelTable ModelTables::operator[](std::string_view model) const {
  const auto found = indexes_.find(model);
  return {resources_[model], found == indexes_.end() ? 0 : found->second};
}

}  // namespace amplify
