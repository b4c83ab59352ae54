// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diff/difference.hpp"
#include "plan/stages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace amplify::plan {

/// What a change does to what is deployed, the mildest first.
enum class Effect {
  safe,
  /// Takes several deployments.
  staged,
  /// Items that are stored don't fit the new schema: reading them fails until they are mended.
  breaks,
  /// A resource is made anew, under another id; data stays.
  replaces,
  /// Data is lost, or out of reach.
  destroys
};
std::string_view name_of(Effect effect);

struct Step {
  Effect effect = Effect::safe;
  /// `Post`, `Post.title`, `auth/amplifyAuthUserPool`
  std::string subject{};
  /// What happens, and why.
  std::string what{};
};

struct Plan {
  /// The worst first. Of resources, those that aren't safe.
  std::vector<Step> steps{};
  /// Resources that come, go or change in place.
  std::size_t otherResources = 0;
  std::vector<Stage> stages{};

  /// Whether nothing changes.
  bool empty() const { return steps.empty() && otherResources == 0; }
};

/// Errors: UserError, for a table that must go before it can be made anew: `TableInUseError` if
/// resources that can't go need it, `TableNameTakenError` if it would stay in the account.
Plan make_plan(const diff::Snapshot& before, const diff::Snapshot& after);

/// Those that destroy data, without what `allowed` names: models, fields and resources as steps
/// have them. A model stands for its fields.
std::vector<Step> forbidden(const Plan& plan, const std::vector<std::string>& allowed);

}  // namespace amplify::plan
