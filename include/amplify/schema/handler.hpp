// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/field.hpp>

#include <cstddef>
#include <source_location>
#include <string_view>

namespace amplify {

/// One step of a custom operation, as `a.handler.function(...)` or `a.handler.custom(...)` makes
/// it.
struct Handler {
  detail::handler_meta meta{};

  /// Calls the function without waiting for its result. As the last step, the operation returns
  /// nothing but that the call was made.
  [[nodiscard]] constexpr Handler async() const {
    Handler next = *this;
    next.meta.async = true;
    return next;
  }
};

/// Where a handler of `a.handler.custom` reads and writes: the table of a model,
/// `a.ref("Post")`, or a data source added to the API, by its name. Default: none.
struct DataSource {
  std::string_view model{}, name{};
  /// Neither was given.
  bool wrong = false;

  constexpr DataSource() = default;
  constexpr DataSource(const detail::PlainField& ref)
      : model(ref.meta().target), wrong(ref.meta().kind != detail::field_kind::reference) {}
  template <detail::text_like Text>
  constexpr DataSource(const Text& text) : name(detail::text_from(text)), wrong(name.empty()) {}
};

struct CustomHandler {
  /// A file of AppSync JavaScript (APPSYNC_JS 1.0.0) that exports `request` and `response`. A
  /// relative path starts at the source file that calls `a.handler.custom`. Required.
  std::string_view entry;
  DataSource dataSource{};
};

/// The type of `a.handler`.
struct HandlerBuilder {
  /// A function, which must outlive the schema: `inline const auto echo = defineFunction(...)`.
  [[nodiscard]] constexpr Handler function(const defineFunction& function) const {
    return {{.function = &function}};
  }
  Handler function(const defineFunction&& function
  ) const = delete;  // give the function a name first
  /// A function by its name, among those of `defineData({.functions = ...})` or else of the
  /// account.
  template <detail::text_like Text>
  [[nodiscard]] constexpr Handler function(const Text& name) const {
    return {{.function_name = detail::text_from(name)}};
  }

  /// AppSync JavaScript.
  [[nodiscard]] constexpr Handler custom(
      const CustomHandler& props, std::source_location where = std::source_location::current()
  ) const {
    return {{
        .kind = detail::handler_kind::custom,
        .entry = props.entry,
        .file = where.file_name(),
        .model = props.dataSource.model,
        .data_source = props.dataSource.name,
        .wrong_source = props.dataSource.wrong,
    }};
  }
};

}  // namespace amplify
