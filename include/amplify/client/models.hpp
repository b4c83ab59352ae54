// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/detail/key_condition.hpp>
#include <amplify/client/filter.hpp>
#include <amplify/client/input.hpp>
#include <amplify/client/request.hpp>
#include <amplify/client/select.hpp>
#include <amplify/schema/client_schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace amplify {

enum class SortDirection : std::uint8_t { ASC, DESC };

template <const auto& Schema, std::size_t Model>
struct ListOptions {
  Filter<Schema, Model, detail::filter_use::filter> filter{};
  /// How many items the API looks at, before the filter. Default: 100.
  std::optional<std::int32_t> limit{};
  /// Of the answer before.
  std::optional<std::string> nextToken{};
};

/// Of requests by a key.
template <const auto& Schema, std::size_t Model>
struct QueryOptions {
  Filter<Schema, Model, detail::filter_use::filter> filter{};
  /// By the sort keys. Default: ascending.
  std::optional<SortDirection> sortDirection{};
  /// How many items the API looks at, before the filter. Default: 100.
  std::optional<std::int32_t> limit{};
  /// Of the answer before.
  std::optional<std::string> nextToken{};
};

template <const auto& Schema, std::size_t Model>
struct MutationOptions {
  /// What must be true of the stored item, or nothing is done.
  Filter<Schema, Model, detail::filter_use::condition> condition{};
};

template <const auto& Schema, std::size_t Model>
struct SubscriptionOptions {
  Filter<Schema, Model, detail::filter_use::subscription> filter{};
};

namespace detail {

template <class T>
constexpr const record_type* selection_of() {
  return &record_access::type<T>();
}

constexpr bool is_disabled(
    const schema_view& schema, const type_meta& model, std::string_view operation
) {
  const bool subscription = operation.starts_with("on");
  const std::string_view group = subscription                                ? "subscriptions"
                                 : operation == "get" || operation == "list" ? "queries"
                                                                             : "mutations";
  for (const std::string_view word : part_of(schema.names, model.disabled)) {
    if (word == operation || word == group) return true;
    // A mutation takes its subscription with it.
    if (!subscription) continue;
    if (word == "mutations" || hash_text(operation.substr(2)) == capitalized_hash(word))
      return true;
  }
  return false;
}

template <const auto& Schema, std::size_t Model, fixed_string Operation>
struct disabled_finding {
  static constexpr finding find() {
    if (!is_disabled(Schema.view(), Schema.types[Model], Operation.view())) return {};
    return {
        place_message(Schema.view(), Model), make_message({"has no `", Operation.view(), "`"}),
        make_message({"remove it from .disableOperations(...)"})
    };
  }
  static constexpr finding value = find();
};

/// An error if the model has no such operation.
template <const auto& Schema, std::size_t Model, fixed_string Operation>
consteval bool is_enabled() {
  using Finding = disabled_finding<Schema, Model, Operation>;
  if constexpr (Finding::value.what.size > 0) return sizeof(reported_request<Finding>) > 0;
  return true;
}

template <const auto& Schema, std::size_t Model>
struct deleted_finding {
  static constexpr finding find() {
    if (Schema.types[Model].called.has(type_call::softDelete)) return {};
    return {
        place_message(Schema.view(), Model), make_message({"keeps no deleted items"}),
        make_message({"add .softDelete() to the model"})
    };
  }
  static constexpr finding value = find();
};

/// An error if deleted items of the model are gone.
template <const auto& Schema, std::size_t Model>
consteval bool keeps_deleted() {
  using Finding = deleted_finding<Schema, Model>;
  if constexpr (Finding::value.what.size > 0) return sizeof(reported_request<Finding>) > 0;
  return is_enabled<Schema, Model, "delete">();
}

template <class Options>
std::vector<named_json> list_arguments(std::vector<named_json> key, const Options& options) {
  if constexpr (requires { options.sortDirection; })
    if (options.sortDirection)
      key.push_back(
          {"sortDirection", *options.sortDirection == SortDirection::ASC ? R"("ASC")" : R"("DESC")"}
      );
  if (!options.filter.empty()) key.push_back({"filter", options.filter.json()});
  if (options.limit) key.push_back({"limit", json_number(std::int64_t{*options.limit})});
  if (options.nextToken) key.push_back({"nextToken", json_text(*options.nextToken)});
  return key;
}

}  // namespace detail

/// The requests of a model: `Schema::models<"Post">.create({"title"_s = "Hello"})`.
///
/// Each takes, as its last argument, which fields to ask for: `select<"id", "comments.*">()`.
/// Errors (compile time): an operation that the model disables; what the arguments report.
template <const auto& Schema, std::size_t Model>
class Models {
  using kind = detail::request_kind;
  using Identifier = Input<Schema, Model, detail::input_kind::identifier>;
  using Deletion = std::conditional_t<
      Schema.types[Model].called.has(detail::type_call::version),
      Input<Schema, Model, detail::input_kind::deletion>, Identifier>;
  using Create = Input<Schema, Model, detail::input_kind::create>;
  using Update = Input<Schema, Model, detail::input_kind::update>;
  using List = ListOptions<Schema, Model>;
  using Query = QueryOptions<Schema, Model>;
  using Mutation = MutationOptions<Schema, Model>;
  using Subscription = SubscriptionOptions<Schema, Model>;
  template <fixed_string... Paths>
  using One = Request<Response<detail::result_t<Schema, Model, Paths...>>>;
  template <fixed_string... Paths>
  using Many = Request<ListResponse<detail::result_t<Schema, Model, Paths...>>>;

 public:
  template <fixed_string... Paths>
  auto create(const Create& input, Select<Paths...> fields = {}) const {
    return create(input, {}, fields);
  }
  template <fixed_string... Paths>
  auto create(const Create& input, const Mutation& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "create">());
    return mutation<Paths...>(kind::create, input, options);
  }

  template <fixed_string... Paths>
  auto update(const Update& input, Select<Paths...> fields = {}) const {
    return update(input, {}, fields);
  }
  template <fixed_string... Paths>
  auto update(const Update& input, const Mutation& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "update">());
    return mutation<Paths...>(kind::update, input, options);
  }

  /// Amplify's `delete`. Of a model with `.version()` it takes the version too.
  template <fixed_string... Paths>
  auto delete_(const Deletion& input, Select<Paths...> fields = {}) const {
    return delete_(input, {}, fields);
  }
  template <fixed_string... Paths>
  auto delete_(const Deletion& input, const Mutation& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "delete">());
    return mutation<Paths...>(kind::delete_, input, options);
  }

  template <fixed_string... Paths>
  auto get(const Identifier& identifier, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "get">());
    return one<Paths...>({view, kind::get, Model}, identifier.values());
  }

  template <fixed_string... Paths>
  auto list(Select<Paths...> fields = {}) const {
    return list(List(), fields);
  }
  template <fixed_string... Paths>
  auto list(const List& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "list">());
    return many<Paths...>({view, kind::list, Model}, detail::list_arguments({}, options));
  }
  /// The items of a partition key, maybe narrowed by the sort keys: `field<"device"> == "d1" &&
  /// field<"day">.beginsWith("2030-")`. Of models with an identifier of their own.
  template <bool Plain, bool Negated, class... Terms, fixed_string... Paths>
  auto list(
      const Condition<Plain, Negated, Terms...>& key, const Query& options = {},
      Select<Paths...> = {}
  ) const {
    static_assert(detail::is_enabled<Schema, Model, "list">());
    static_assert(detail::check_key<Schema, Model, detail::no_index, Plain, Terms...>());
    return many<Paths...>(
        {view, kind::list, Model},
        detail::list_arguments(
            detail::key_arguments(view, Schema.types[Model], nullptr, key.value()), options
        )
    );
  }

  /// The query of an index, by its name: `query<"postsByStatus">(field<"status"> == "LIVE"_s)`.
  /// Errors (compile time): no such query; comparisons that don't pick items of the index.
  template <fixed_string Name, bool Plain, bool Negated, class... Terms, fixed_string... Paths>
  auto query(
      const Condition<Plain, Negated, Terms...>& key, const Query& options = {},
      Select<Paths...> = {}
  ) const {
    constexpr std::uint32_t index = detail::find_query(view, Schema.types[Model], Name.view());
    if constexpr (index == detail::no_index) {
      static_assert(
          sizeof(detail::reported_request<detail::unknown_query_finding<Schema, Model, Name>>) > 0
      );
    } else {
      static_assert(detail::check_key<Schema, Model, index, Plain, Terms...>());
      return many<Paths...>(
          {view, kind::query, Model, Name.view()},
          detail::list_arguments(
              detail::key_arguments(view, Schema.types[Model], &Schema.indexes[index], key.value()),
              options
          )
      );
    }
  }

  /// Of a model with `.softDelete()`: the items that are deleted.
  template <fixed_string... Paths>
  auto listDeleted(Select<Paths...> fields = {}) const {
    return listDeleted(List(), fields);
  }
  template <fixed_string... Paths>
  auto listDeleted(const List& options, Select<Paths...> = {}) const {
    static_assert(detail::keeps_deleted<Schema, Model>());
    return many<Paths...>({view, kind::listDeleted, Model}, detail::list_arguments({}, options));
  }
  /// Of a model with `.softDelete()`: undoes `delete_`.
  template <fixed_string... Paths>
  auto restore(const Identifier& identifier, Select<Paths...> = {}) const {
    static_assert(detail::keeps_deleted<Schema, Model>());
    return one<Paths...>({view, kind::restore, Model}, identifier.values());
  }
  /// Of a model with `.softDelete()`: removes a deleted item for good.
  template <fixed_string... Paths>
  auto purge(const Identifier& identifier, Select<Paths...> = {}) const {
    static_assert(detail::keeps_deleted<Schema, Model>());
    return one<Paths...>({view, kind::purge, Model}, identifier.values());
  }

  template <fixed_string... Paths>
  auto onCreate(Select<Paths...> fields = {}) const {
    return onCreate(Subscription(), fields);
  }
  template <fixed_string... Paths>
  auto onCreate(const Subscription& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "onCreate">());
    return subscription<Paths...>(kind::onCreate, options);
  }
  template <fixed_string... Paths>
  auto onUpdate(Select<Paths...> fields = {}) const {
    return onUpdate(Subscription(), fields);
  }
  template <fixed_string... Paths>
  auto onUpdate(const Subscription& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "onUpdate">());
    return subscription<Paths...>(kind::onUpdate, options);
  }
  template <fixed_string... Paths>
  auto onDelete(Select<Paths...> fields = {}) const {
    return onDelete(Subscription(), fields);
  }
  template <fixed_string... Paths>
  auto onDelete(const Subscription& options, Select<Paths...> = {}) const {
    static_assert(detail::is_enabled<Schema, Model, "onDelete">());
    return subscription<Paths...>(kind::onDelete, options);
  }

 private:
  static constexpr detail::schema_view view = Schema.view();

  template <fixed_string... Paths>
  static auto one(
      const detail::request_target& target, const std::vector<detail::named_json>& arguments
  ) {
    using Result = detail::result_t<Schema, Model, Paths...>;
    return One<Paths...>(
        detail::make_request(target, arguments, detail::selection_of<Result>(), false)
    );
  }
  template <fixed_string... Paths>
  static auto many(
      const detail::request_target& target, const std::vector<detail::named_json>& arguments
  ) {
    using Result = detail::result_t<Schema, Model, Paths...>;
    return Many<Paths...>(
        detail::make_request(target, arguments, detail::selection_of<Result>(), true)
    );
  }
  template <fixed_string... Paths>
  static auto mutation(kind kind, const detail::input_values& input, const Mutation& options) {
    std::vector<detail::named_json> arguments{{"input", input.toJson()}};
    if (!options.condition.empty()) arguments.push_back({"condition", options.condition.json()});
    return one<Paths...>({view, kind, Model}, arguments);
  }
  template <fixed_string... Paths>
  static auto subscription(kind kind, const Subscription& options) {
    std::vector<detail::named_json> arguments;
    if (!options.filter.empty()) arguments.push_back({"filter", options.filter.json()});
    return one<Paths...>({view, kind, Model}, arguments);
  }
};

}  // namespace amplify
