// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/value.hpp>

#include <cstdint>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::cdk {

namespace detail {
struct ConstructNode;
}
class Condition;
class Stack;
struct ResourceOptions;

/// What CloudFormation does with the real resource: on `delete_` it is gone.
enum class DeletionPolicy : std::uint8_t {
  /// As CloudFormation has it for the type.
  unset,
  delete_,
  retain,
  retainExceptOnCreate,
  snapshot,
};

/// What happens to the real resource when it leaves the template.
enum class RemovalPolicy { destroy, retain, snapshot };

/// A node of the construct tree. A handle: copies are the same construct, which its App owns.
///
/// Nothing here throws for a mistake in a definition (a duplicate id, say): the fault is recorded
/// with its place, and synthesis reports all of them together.
class Construct {
 public:
  /// A construct without a resource of its own, to group others.
  ///
  /// Errors (at synthesis): `DuplicateConstructError` when the scope has a child of this id;
  /// `InvalidConstructIdError` for an empty id or one that contains `/`.
  Construct(
      const Construct& scope, std::string_view id,
      std::source_location where = std::source_location::current()
  );

  std::string_view id() const;
  /// Ids from the app down, joined by `/`.
  std::string path() const;
  Construct scope() const;
  std::vector<Construct> children() const;
  /// The nearest enclosing stack, or this one itself.
  Stack stack() const;

  /// An entry of the CDK's context: from `cdk -c key=value`, `cdk.json` or `cdk.context.json`, or
  /// set by `App::setContext`. Texts as they are, everything else as JSON text; none when there is
  /// no such entry.
  ///
  /// Errors (at synthesis): `InvalidContextError` when the `cdk` CLI handed over something else
  /// than a JSON object.
  std::optional<std::string> context(std::string_view key) const;

  /// Tags every taggable resource in this construct and below. An inner construct's tag of the same
  /// key wins.
  void addTag(std::string_view key, std::string_view value);
  /// Sets the removal policy of every resource in this construct and below, whatever they set
  /// themselves.
  void applyRemovalPolicy(RemovalPolicy policy);
  /// Makes every resource in this construct wait for every resource in `other`.
  void addDependency(const Construct& other);

  friend bool operator==(const Construct& left, const Construct& right) {
    return left.node_ == right.node_;
  }

 protected:
  explicit Construct(detail::ConstructNode* node) : node_(node) {}
  friend struct detail::ConstructNode;
  detail::ConstructNode* node_ = nullptr;
};

/// Any CloudFormation resource by its type name and properties.
class Resource : public Construct {
 public:
  Resource(
      const Construct& scope, std::string_view id, std::string_view type, Json properties = {},
      std::source_location where = std::source_location::current()
  );

  /// The construct as a resource; none when it isn't one.
  static std::optional<Resource> from(const Construct& construct);

  std::string_view type() const;
  /// What `Ref` gives for this type. Usable from any stack of the same root: outputs and parameters
  /// are wired.
  Any ref() const;
  /// What `Fn::GetAtt` gives for `attribute`. Usable from any stack of the same root.
  Any getAtt(std::string_view attribute) const;

  /// Sets one property, or removes it when `value` is unset.
  void setProperty(std::string_view name, Json value);
  /// The property's present value, with overrides; unset when there is none.
  Json property(std::string_view name) const;
  void addMetadata(std::string_view key, Json value);
  /// Sets what is set in `options`, and leaves the rest as it is.
  void setOptions(const ResourceOptions& options);
  /// Changes one place in the properties, after everything else: `"Policies.0.PolicyName"` is a
  /// member of the first element of `Policies`; one past the last element appends. `\.` is a dot
  /// in a key. Objects are merged with what is there, everything else is replaced. An unset value
  /// removes.
  ///
  /// Errors (at synthesis): `InvalidOverrideError` for a path that leads nowhere.
  void addPropertyOverride(
      std::string_view path, Json value,
      std::source_location where = std::source_location::current()
  );
  /// Removes one place from the properties, after everything else.
  void addPropertyDeletionOverride(
      std::string_view path, std::source_location where = std::source_location::current()
  );
  /// As `addPropertyOverride`, anywhere in the resource: `"DeletionPolicy"`, `"Metadata.note"`.
  void addOverride(
      std::string_view path, Json value,
      std::source_location where = std::source_location::current()
  );
  void addDeletionOverride(
      std::string_view path, std::source_location where = std::source_location::current()
  );
  /// Gives the resource this logical id instead of the one made from its path.
  void overrideLogicalId(std::string_view logical_id);

 private:
  friend struct detail::ConstructNode;
  explicit Resource(detail::ConstructNode* node) : Construct(node) {}
};

}  // namespace amplify::cdk
