// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace amplify {

struct defineFunction;

/// A function by its definition, which has to outlive the backend. Default: none.
class FunctionRef {
 public:
  constexpr FunctionRef() = default;
  constexpr FunctionRef(const defineFunction& function) : function_(&function) {}
  FunctionRef(const defineFunction&&) = delete;  // give it a name, and define it once

  constexpr const defineFunction* get() const { return function_; }

 private:
  const defineFunction* function_ = nullptr;
};

}  // namespace amplify
