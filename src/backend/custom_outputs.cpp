// SPDX-License-Identifier: Apache-2.0
#include "backend/custom_outputs.hpp"

#include "cdk/data.hpp"
#include "cdk/json_text.hpp"
#include "cdk/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace amplify::detail {
namespace {

using cdk::detail::Access;
using cdk::detail::Data;
using cdk::detail::Kind;

/// What a key of the file holds.
enum class Shape { object, list, scalar, anything };

struct Key {
  std::string_view path;
  Shape shape = Shape::scalar;
};

/// The schema of the file, version 1.5. Elements of lists have the path of their list.
constexpr Key schema[] = {
    {"auth", Shape::object},
    {"auth.aws_region"},
    {"auth.user_pool_id"},
    {"auth.user_pool_client_id"},
    {"auth.identity_pool_id"},
    {"auth.password_policy", Shape::object},
    {"auth.password_policy.min_length"},
    {"auth.password_policy.require_numbers"},
    {"auth.password_policy.require_lowercase"},
    {"auth.password_policy.require_uppercase"},
    {"auth.password_policy.require_symbols"},
    {"auth.oauth", Shape::object},
    {"auth.oauth.identity_providers", Shape::list},
    {"auth.oauth.domain"},
    {"auth.oauth.scopes", Shape::list},
    {"auth.oauth.redirect_sign_in_uri", Shape::list},
    {"auth.oauth.redirect_sign_out_uri", Shape::list},
    {"auth.oauth.response_type"},
    {"auth.standard_required_attributes", Shape::list},
    {"auth.username_attributes", Shape::list},
    {"auth.user_verification_types", Shape::list},
    {"auth.unauthenticated_identities_enabled"},
    {"auth.mfa_configuration"},
    {"auth.mfa_methods", Shape::list},
    {"auth.passwordless", Shape::object},
    {"auth.passwordless.email_otp_enabled"},
    {"auth.passwordless.sms_otp_enabled"},
    {"auth.passwordless.web_authn", Shape::object},
    {"auth.passwordless.web_authn.relying_party_id"},
    {"auth.passwordless.web_authn.user_verification"},
    {"auth.passwordless.preferred_challenge"},
    {"auth.groups", Shape::anything},
    {"data", Shape::object},
    {"data.aws_region"},
    {"data.url"},
    {"data.model_introspection", Shape::anything},
    {"data.api_key"},
    {"data.default_authorization_type"},
    {"data.authorization_types", Shape::list},
    {"storage", Shape::object},
    {"storage.aws_region"},
    {"storage.bucket_name"},
    {"storage.buckets", Shape::list},
    {"storage.buckets.name"},
    {"storage.buckets.bucket_name"},
    {"storage.buckets.aws_region"},
    {"storage.buckets.paths", Shape::anything},
    {"analytics", Shape::object},
    {"analytics.amazon_pinpoint", Shape::object},
    {"analytics.amazon_pinpoint.aws_region"},
    {"analytics.amazon_pinpoint.app_id"},
    {"geo", Shape::object},
    {"geo.aws_region"},
    {"geo.maps", Shape::object},
    {"geo.maps.items", Shape::anything},
    {"geo.maps.default"},
    {"geo.search_indices", Shape::object},
    {"geo.search_indices.items", Shape::list},
    {"geo.search_indices.default"},
    {"geo.geofence_collections", Shape::object},
    {"geo.geofence_collections.items", Shape::list},
    {"geo.geofence_collections.default"},
    {"notifications", Shape::object},
    {"notifications.aws_region"},
    {"notifications.amazon_pinpoint_app_id"},
    {"notifications.channels", Shape::list},
    {"notifications.amazon_connect", Shape::object},
    {"notifications.amazon_connect.aws_region"},
    {"notifications.amazon_connect.endpoint"},
    {"custom", Shape::anything},
};

std::string below(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

/// The keys that may stand in an object at `path`.
std::string keys_in(std::string_view path) {
  std::string keys;
  for (const Key& key : schema) {
    const auto dot = key.path.rfind('.');
    if (dot == key.path.npos || key.path.substr(0, dot) != path) continue;
    keys += (keys.empty() ? "" : ", ") + std::string(key.path.substr(dot + 1));
  }
  return keys;
}

bool is_token(const Data& data) {
  return data.kind == Kind::reference || data.kind == Kind::lazy ||
         cdk::detail::is_function_call(data);
}

bool are_equal(const Data& left, const Data& right) {
  if (&left == &right) return true;
  if (left.kind == Kind::reference && right.kind == Kind::reference) {
    return left.reference->target == right.reference->target &&
           left.reference->attribute == right.reference->attribute;
  }
  if (left.kind != right.kind || left.kind == Kind::lazy) return false;
  if (left.kind == Kind::list || left.kind == Kind::object) {
    if (left.size != right.size) return false;
    for (std::uint32_t i = 0; i < left.size; ++i) {
      if (left.kind == Kind::list) {
        if (!are_equal(*left.elements[i], *right.elements[i])) return false;
      } else if (left.members[i].key != right.members[i].key ||
                 !are_equal(*left.members[i].value, *right.members[i].value)) {
        return false;
      }
    }
    return true;
  }
  return cdk::print(left) == cdk::print(right);
}

struct Version {
  int major = 0;
  int minor = 0;
  auto operator<=>(const Version&) const = default;
};

/// `1`, `1.4` or `1.4.0`.
std::optional<Version> parse_version(std::string_view text) {
  Version version;
  const auto* const end = text.data() + text.size();
  auto [next, error] = std::from_chars(text.data(), end, version.major);
  if (error != std::errc()) return std::nullopt;
  if (next == end) return version;
  if (*next != '.') return std::nullopt;
  std::tie(next, error) = [&] {
    const auto result = std::from_chars(next + 1, end, version.minor);
    return std::pair(result.ptr, result.ec);
  }();
  if (error != std::errc() || (next != end && *next != '.')) return std::nullopt;
  return version;
}

class Merger {
 public:
  Merger(
      cdk::App& app, const std::map<std::string, std::string>& reserved,
      std::map<std::string, std::source_location>& sources, std::source_location where
  )
      : app_(app), reserved_(reserved), sources_(sources), where_(where) {}

  /// Whether the value has the file's schema.
  bool check(const std::string& path, const Data& data) {
    const auto* const key = std::ranges::find(schema, path, &Key::path);
    if (key == std::end(schema)) {
      const auto dot = path.rfind('.');
      const auto parent = path.substr(0, dot);
      fail(
          "UnknownOutputKeyError", path, fmt::format("`{}` has no such key", parent),
          fmt::format("its keys are {}; what is your own belongs under `custom`", keys_in(parent))
      );
      return false;
    }
    if (key->shape == Shape::anything || is_token(data)) return true;
    const bool fits = key->shape == Shape::object ? data.kind == Kind::object
                      : key->shape == Shape::list
                          ? data.kind == Kind::list
                          : data.kind != Kind::object && data.kind != Kind::list;
    if (!fits) {
      fail("InvalidOutputError", path, "the value has the wrong shape", shape_help(key->shape));
      return false;
    }
    if (data.kind == Kind::list) {
      return std::ranges::all_of(data.list(), [&](const Data* element) {
        return element->kind != Kind::object || is_token(*element) || check_members(path, *element);
      });
    }
    return data.kind != Kind::object || check_members(path, data);
  }

  const Data* merge(const std::string& path, const Data* present, const Data& added) {
    if (const auto found = reserved_.find(path); found != reserved_.end()) {
      fail(
          "OutputEntryAlreadyExistsError", path, fmt::format("{} sets it itself", found->second),
          "leave it out, or put a value of your own under `custom`"
      );
      return present;
    }
    const bool is_object = added.kind == Kind::object && !is_token(added);
    if (is_object &&
        (present == nullptr || (present->kind == Kind::object && !is_token(*present)))) {
      return merge_objects(path, present, added);
    }
    if (present == nullptr) {
      sources_.emplace(path, where_);
      return &added;
    }
    if (present->kind == Kind::list) return joined(*present, added);
    if (are_equal(*present, added)) return present;
    const auto first = sources_.find(path);
    fail(
        "OutputEntryAlreadyExistsError", path,
        first == sources_.end() ? std::string("it has another value already")
                                : fmt::format(
                                      "it has another value already, from {}:{}",
                                      first->second.file_name(), first->second.line()
                                  ),
        "give every key one value; only objects are merged, and lists joined"
    );
    return present;
  }

  void fail(std::string code, const std::string& path, std::string message, std::string help) {
    app_.addError(
        {.code = std::move(code),
         .where = "addOutput " + path,
         .message = std::move(message),
         .help = std::move(help),
         .source = where_}
    );
  }

 private:
  static std::string shape_help(Shape shape) {
    if (shape == Shape::object) return "write cdk::Json::object({...})";
    if (shape == Shape::list) return "write cdk::Json::array({...})";
    return "write a single value";
  }

  bool check_members(const std::string& path, const Data& data) {
    bool fits = true;
    for (const auto& member : data.object())
      fits = check(below(path, member.key), *member.value) && fits;
    return fits;
  }

  const Data* merge_objects(const std::string& path, const Data* present, const Data& added) {
    const auto* merged = present != nullptr ? present : cdk::detail::make_object({});
    for (const auto& member : added.object()) {
      const auto* const value =
          merge(below(path, member.key), merged->find(member.key), *member.value);
      if (value != nullptr) merged = cdk::detail::with_member(merged, member.key, value);
    }
    return merged;
  }

  static const Data* joined(const Data& present, const Data& added) {
    std::vector<const Data*> elements(present.list().begin(), present.list().end());
    if (added.kind == Kind::list) {
      elements.insert(elements.end(), added.list().begin(), added.list().end());
    } else {
      elements.push_back(&added);
    }
    return cdk::detail::make_list(elements);
  }

  cdk::App& app_;
  const std::map<std::string, std::string>& reserved_;
  std::map<std::string, std::source_location>& sources_;
  std::source_location where_;
};

}  // namespace

void CustomOutputs::reserve(
    std::initializer_list<const char*> keys, const std::string& definition
) {
  for (const auto* key : keys)
    reserved_.emplace(key, definition);
}

void CustomOutputs::add(cdk::App& app, const ClientConfig& part, std::source_location where) {
  added_ = true;
  Merger merger(app, reserved_, sources_, where);
  if (!part.version.empty()) {
    const auto version = parse_version(part.version);
    const auto present = parse_version(version_);
    if (!version || version->major != present->major) {
      merger.fail(
          "VersionMismatchError", "version",
          fmt::format("`{}` doesn't go with version {}", part.version, version_),
          "leave the version out, or write 1 to 1.5"
      );
    } else if (*version > *present) {
      version_ = part.version;
    }
  }
  const std::pair<const char*, const cdk::Json*> sections[] = {
      {"auth", &part.auth},           {"data", &part.data}, {"storage", &part.storage},
      {"analytics", &part.analytics}, {"geo", &part.geo},   {"notifications", &part.notifications},
      {"custom", &part.custom},
  };
  const auto* merged = Access::data(merged_);
  if (merged == nullptr) merged = cdk::detail::make_object({});
  for (const auto& [name, section] : sections) {
    const auto* const data = Access::data(*section);
    if (data == nullptr) continue;
    if (data->kind != Kind::object || is_token(*data)) {
      merger.fail("InvalidOutputError", name, "it is no object", "write cdk::Json::object({...})");
      continue;
    }
    if (!merger.check(name, *data)) continue;
    merged = cdk::detail::with_member(merged, name, merger.merge(name, merged->find(name), *data));
  }
  merged_ = Access::make<cdk::Json>(merged);
}

cdk::Any CustomOutputs::text() const {
  const auto* const merged = Access::data(merged_);
  const auto* const version = cdk::detail::make_string(version_);
  return cdk::json_text(Access::make<cdk::Json>(cdk::detail::with_member(merged, "version", version)
  ));
}

}  // namespace amplify::detail
