// SPDX-License-Identifier: Apache-2.0
// The twin of amplify/backend.ts.
#include "definitions.hpp"

using namespace storage_full;

int main(int argc, char** argv) {
  const auto backend = defineBackend(auth, primary, archive, bare, onUpload, onDelete, report);
  backend[primary].cfnResources.bucket.addPropertyOverride(
      "AccelerateConfiguration.AccelerationStatus", "Enabled"
  );
  backend[archive].cfnResources.bucket.setProperty(
      "LifecycleConfiguration",
      cdk::Json::object({
          {"Rules",
           cdk::Json::array({cdk::Json::object({{"Status", "Enabled"}, {"ExpirationInDays", 90}})})
          },
      })
  );
  return run(backend, argc, argv);
}
