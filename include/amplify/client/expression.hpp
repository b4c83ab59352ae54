// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/assign.hpp>
#include <amplify/schema/enum.hpp>
#include <amplify/schema/literals.hpp>
#include <amplify/schema/scalars.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify {
namespace detail {

/// The comparisons of Amplify's filters. `size` compares a text's length.
enum class comparison : std::uint8_t {
  eq,
  ne,
  le,
  lt,
  ge,
  gt,
  contains,
  notContains,
  between,
  beginsWith,
  attributeExists,
  size,
  in,
  notIn
};

std::string json_text(std::string_view text);
std::string json_number(double number);
std::string json_number(std::int64_t number);

/// The operand of a comparison as JSON.
template <class V>
std::string operand_json(const V& value) {
  if constexpr (std::same_as<V, bool>)
    return value ? "true" : "false";
  else if constexpr (std::is_floating_point_v<V>)
    return json_number(static_cast<double>(value));
  else if constexpr (std::is_integral_v<V>)
    return json_number(static_cast<std::int64_t>(value));
  else if constexpr (std::same_as<V, AWSTimestamp>)
    return json_number(value.seconds());
  else if constexpr (requires { V::name.text; })
    return json_text(V::name.text);
  else
    return json_text(value);
}

template <class List>
std::string operands_json(const List& values) {
  std::string json = "[";
  for (const auto& value : values)
    json += (json.size() > 1 ? "," : "") + operand_json(value);
  return json + "]";
}

struct text_operand {};
template <class V>
using operand_t = std::conditional_t<
    std::is_array_v<V> || std::is_pointer_v<V> || std::same_as<V, std::string> ||
        std::same_as<V, std::string_view>,
    text_operand, V>;

/// What a comparison is about, for the compiler.
template <fixed_string Name, comparison Comparison, class Operand, bool List = false>
struct term {
  static constexpr auto name = Name;
  static constexpr comparison what = Comparison;
  using operand = Operand;
  static constexpr bool list = List;
};

/// The values of comparisons and how they are joined, in postfix order.
class expression {
 public:
  enum class kind : std::uint8_t { comparison, all_of, any_of, none_of };
  struct node {
    expression::kind kind = kind::comparison;
    std::string_view name{}, comparison{};
    std::string operand{};
  };

  expression() = default;
  expression(std::string_view name, std::string_view comparison, std::string operand)
      : nodes_{{kind::comparison, name, comparison, std::move(operand)}} {}
  /// `kind` is `all_of` or `any_of`.
  expression(kind joined, expression left, const expression& right);
  static expression negated(expression inner);

  bool empty() const { return nodes_.empty(); }
  const std::vector<node>& nodes() const { return nodes_; }
  /// `{"title":{"beginsWith":"H"}}`; joined by `and`, `or` and `not`.
  std::string json() const;

 private:
  std::vector<node> nodes_;
};

constexpr std::string_view name_of(comparison what) {
  constexpr std::string_view names[] = {
      "eq",
      "ne",
      "le",
      "lt",
      "ge",
      "gt",
      "contains",
      "notContains",
      "between",
      "beginsWith",
      "attributeExists",
      "size",
      "in",
      "notIn"
  };
  return names[static_cast<std::size_t>(what)];
}

}  // namespace detail

/// Comparisons of fields, joined: what `field<"title"> == "x" && !field<"published">` is. The model
/// it is used with checks it.
template <bool Plain, bool Negated, class... Terms>
class Condition {
 public:
  /// Comparisons joined by `&&` alone.
  static constexpr bool plain = Plain;
  /// Something in it is negated.
  static constexpr bool negated = Negated;

  explicit Condition(detail::expression value) : value_(std::move(value)) {}
  const detail::expression& value() const { return value_; }

 private:
  detail::expression value_;
};

namespace detail {

template <class Term>
Condition<true, false, Term> make_condition(std::string operand) {
  // The name lives as long as the program: it is a template argument.
  return Condition<true, false, Term>(
      expression(Term::name.view(), name_of(Term::what), std::move(operand))
  );
}

}  // namespace detail

/// A field in an expression, as `field<"title">`. Alone it says that a boolean is true.
template <fixed_string Name>
struct FieldName {
  template <class V>
  auto eq(const V& value) const {
    return compare<detail::comparison::eq>(value);
  }
  template <class V>
  auto ne(const V& value) const {
    return compare<detail::comparison::ne>(value);
  }
  template <class V>
  auto le(const V& value) const {
    return compare<detail::comparison::le>(value);
  }
  template <class V>
  auto lt(const V& value) const {
    return compare<detail::comparison::lt>(value);
  }
  template <class V>
  auto ge(const V& value) const {
    return compare<detail::comparison::ge>(value);
  }
  template <class V>
  auto gt(const V& value) const {
    return compare<detail::comparison::gt>(value);
  }
  /// Of a text: as a part. Of a list: as an element.
  template <class V>
  auto contains(const V& value) const {
    return compare<detail::comparison::contains>(value);
  }
  template <class V>
  auto notContains(const V& value) const {
    return compare<detail::comparison::notContains>(value);
  }
  template <class V>
  auto beginsWith(const V& value) const {
    return compare<detail::comparison::beginsWith>(value);
  }
  /// Both ends included.
  template <class V, class W>
  auto between(const V& least, const W& most) const {
    using Operand = detail::operand_t<V>;
    return detail::make_condition<detail::term<Name, detail::comparison::between, Operand>>(
        "[" + detail::operand_json(least) + "," + detail::operand_json(most) + "]"
    );
  }
  /// Whether the item has the field at all.
  auto attributeExists(bool exists = true) const {
    return compare<detail::comparison::attributeExists>(exists);
  }
  /// Of subscriptions alone.
  template <class V>
  auto in(std::initializer_list<V> values) const {
    return detail::make_condition<detail::term<Name, detail::comparison::in, detail::operand_t<V>>>(
        detail::operands_json(values)
    );
  }
  template <class V>
  auto notIn(std::initializer_list<V> values) const {
    return detail::make_condition<
        detail::term<Name, detail::comparison::notIn, detail::operand_t<V>>>(
        detail::operands_json(values)
    );
  }

  /// The length of a text, to compare with a number: `field<"title">.size() > 3`.
  struct Size {
    friend auto operator==(Size, std::int32_t n) { return compare("eq", n); }
    friend auto operator!=(Size, std::int32_t n) { return compare("ne", n); }
    friend auto operator<(Size, std::int32_t n) { return compare("lt", n); }
    friend auto operator<=(Size, std::int32_t n) { return compare("le", n); }
    friend auto operator>(Size, std::int32_t n) { return compare("gt", n); }
    friend auto operator>=(Size, std::int32_t n) { return compare("ge", n); }

   private:
    static auto compare(const char* how, std::int32_t n) {
      return detail::make_condition<detail::term<Name, detail::comparison::size, std::int32_t>>(
          "{\"" + std::string(how) + "\":" + std::to_string(n) + "}"
      );
    }
  };
  Size size() const { return {}; }

  template <class V>
  friend auto operator==(FieldName field, const V& value) {
    return field.eq(value);
  }
  template <class V>
  friend auto operator!=(FieldName field, const V& value) {
    return field.ne(value);
  }
  template <class V>
  friend auto operator<(FieldName field, const V& value) {
    return field.lt(value);
  }
  template <class V>
  friend auto operator<=(FieldName field, const V& value) {
    return field.le(value);
  }
  template <class V>
  friend auto operator>(FieldName field, const V& value) {
    return field.gt(value);
  }
  template <class V>
  friend auto operator>=(FieldName field, const V& value) {
    return field.ge(value);
  }
  friend auto operator!(FieldName field) { return field.ne(true); }

 private:
  template <detail::comparison Comparison, class V>
  static auto compare(const V& value) {
    constexpr bool list = requires { value.begin(); } && !detail::TextLike<V>;
    if constexpr (list)
      return detail::make_condition<detail::term<
          Name, Comparison, detail::operand_t<std::remove_cvref_t<decltype(*value.begin())>>,
          true>>(detail::operands_json(value));
    else
      return detail::make_condition<detail::term<Name, Comparison, detail::operand_t<V>>>(
          detail::operand_json(value)
      );
  }
};

/// A field of whatever model the expression is used with.
template <fixed_string Name>
inline constexpr FieldName<Name> field{};

namespace detail {

template <fixed_string Name>
auto as_condition(FieldName<Name> field) {
  return field.eq(true);
}
template <bool Plain, bool Negated, class... Terms>
const auto& as_condition(const Condition<Plain, Negated, Terms...>& condition) {
  return condition;
}

template <class T>
concept ConditionLike = requires(const T& value) { as_condition(value); };

template <bool P, bool N, class... Terms, bool Q, bool M, class... More>
auto join(
    expression::kind how, const Condition<P, N, Terms...>& left,
    const Condition<Q, M, More...>& right, std::true_type
) {
  return Condition < P && Q, N || M, Terms...,
         More... > (expression(how, left.value(), right.value()));
}
template <bool P, bool N, class... Terms, bool Q, bool M, class... More>
auto join(
    expression::kind how, const Condition<P, N, Terms...>& left,
    const Condition<Q, M, More...>& right, std::false_type
) {
  return Condition < false, N || M, Terms...,
         More... > (expression(how, left.value(), right.value()));
}
template <bool P, bool N, class... Terms>
auto negate(const Condition<P, N, Terms...>& inner) {
  return Condition<false, true, Terms...>(expression::negated(inner.value()));
}

}  // namespace detail

template <detail::ConditionLike L, detail::ConditionLike R>
auto operator&&(const L& left, const R& right) {
  return detail::join(
      detail::expression::kind::all_of, detail::as_condition(left), detail::as_condition(right),
      std::true_type()
  );
}
template <detail::ConditionLike L, detail::ConditionLike R>
auto operator||(const L& left, const R& right) {
  return detail::join(
      detail::expression::kind::any_of, detail::as_condition(left), detail::as_condition(right),
      std::false_type()
  );
}
template <bool Plain, bool Negated, class... Terms>
auto operator!(const Condition<Plain, Negated, Terms...>& condition) {
  return detail::negate(condition);
}

}  // namespace amplify
