// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/client/models.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify {

/// What a record refers to and doesn't hold: `post["comments"_s]({.limit = 10})` is the request
/// that loads it. Lives as long as the record.
template <const auto& Schema, std::size_t Model, std::size_t Field>
class Relation {
  static constexpr const detail::field_meta& field =
      Schema.fields[Schema.types[Model].fields.first + Field];
  static constexpr detail::schema_view view = Schema.view();
  static constexpr std::uint32_t related = field.type;
  using Options = ListOptions<Schema, related>;

 public:
  explicit Relation(const detail::record_view& owner) : owner_(owner) {}

  /// Of belongsTo: nothing if the record refers to nothing.
  template <fixed_string... Paths>
    requires(field.kind == detail::field_kind::belongsTo)
  auto operator()(Select<Paths...> = {}) const {
    using Result = detail::result_t<Schema, related, Paths...>;
    std::optional<Request<Response<Result>>> request;
    std::vector<detail::named_json> key;
    std::size_t position = 0;
    for (const std::string_view name : detail::key_of(view, Schema.types[related])) {
      key.push_back({std::string(name), detail::field_json(owner_, reference(position++))});
      if (key.back().json == "null") return request;
    }
    request.emplace(detail::make_request(
        {view, detail::request_kind::get, related}, key, detail::selection_of<Result>(), false
    ));
    return request;
  }

  /// Of hasMany and hasOne: the related items.
  template <fixed_string... Paths>
    requires(field.kind != detail::field_kind::belongsTo)
  auto operator()(const Options& options, Select<Paths...> = {}) const {
    using Result = detail::result_t<Schema, related, Paths...>;
    detail::expression filter;
    std::size_t position = 0;
    for (const std::string_view name : detail::key_of(view, Schema.types[Model]))
      filter = joined(
          std::move(filter), {reference(position++), "eq", detail::field_json(owner_, name)}
      );
    if (!options.filter.empty()) filter = joined(std::move(filter), options.filter.value());
    std::vector<detail::named_json> arguments = detail::list_arguments({}, options);
    std::erase_if(arguments, [](const auto& argument) { return argument.name == "filter"; });
    arguments.push_back({"filter", filter.json()});
    return Request<ListResponse<Result>>(detail::make_request(
        {view, detail::request_kind::list, related}, arguments, detail::selection_of<Result>(), true
    ));
  }
  template <fixed_string... Paths>
    requires(field.kind != detail::field_kind::belongsTo)
  auto operator()(Select<Paths...> fields = {}) const {
    return (*this)(Options(), fields);
  }

 private:
  static std::string_view reference(std::size_t position) {
    return Schema.names[field.references.first + position];
  }
  static detail::expression joined(detail::expression left, const detail::expression& right) {
    return left.empty()
               ? right
               : detail::expression(detail::expression::kind::all_of, std::move(left), right);
  }

  detail::record_view owner_;
};

}  // namespace amplify
