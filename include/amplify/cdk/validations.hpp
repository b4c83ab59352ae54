// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <source_location>
#include <string_view>

namespace amplify::cdk {

/// Findings about a construct and everything below it.
///
/// `Validations::of(queue).acknowledge("UnknownValueWarning", "in preview");`
class Validations {
 public:
  static Validations of(const Construct& scope) { return Validations(scope); }

  /// Takes findings of this kind as they are: they stop nothing and are told with the reason. An
  /// acknowledgement that no finding needs is an `UnusedAcknowledgementWarning`. The id may be as
  /// the `cdk` CLI tells it: `amplify-cpp::UnknownValueWarning`.
  ///
  /// Errors (at synthesis): `InvalidAcknowledgementError` without a reason.
  void acknowledge(
      std::string_view id, std::string_view reason,
      std::source_location where = std::source_location::current()
  ) const;

  /// A finding of one's own. An error stops synthesis.
  void addError(
      std::string_view id, std::string_view message,
      std::source_location where = std::source_location::current()
  ) const;
  void addWarning(
      std::string_view id, std::string_view message,
      std::source_location where = std::source_location::current()
  ) const;
  void addInfo(
      std::string_view id, std::string_view message,
      std::source_location where = std::source_location::current()
  ) const;

 private:
  explicit Validations(const Construct& scope) : scope_(scope) {}

  Construct scope_;
};

}  // namespace amplify::cdk
