// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>
#include <amplify/testing/value.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace amplify::assertions {

using nlohmann::json;

enum class References {
  /// As the template of their own stack has them: `Ref` and `Fn::GetAtt`.
  as_in_their_stack,
  /// `located_reference`: the path of the stack, the logical id, and the attribute if there is one.
  with_stack,
};
inline constexpr std::string_view located_reference = "Amplify::Located";

/// A value without tokens; `null` when it is unset.
json to_json(const cdk::Node& value, References references = References::as_in_their_stack);

/// On one line, or indented by two spaces. Takes any bytes.
std::string print(const json& value, bool indent = false);

/// `a list`, `a string`, …, as messages say it.
std::string kind_of(const json& value);

struct detail::ValueAccess {
  static Value make(json value) { return share(std::make_shared<const json>(std::move(value))); }
  static Value share(std::shared_ptr<const json> value) {
    Value result;
    result.data_ = std::move(value);
    return result;
  }
  static const json& of(const Value& value);
};

}  // namespace amplify::assertions
