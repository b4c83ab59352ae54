// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/cdk/construct.hpp>

#include <concepts>
#include <memory>
#include <utility>

namespace amplify::cdk {

/// When an aspect comes, against others: the smallest first.
struct AspectPriority {
  /// For aspects that change what they visit.
  static constexpr int mutating = 200;
  static constexpr int standard = 500;
  /// For aspects that look only, after all changes.
  static constexpr int readonly = 1000;
};

struct AspectOptions {
  int priority = AspectPriority::standard;
};

namespace detail {

class Aspect {
 public:
  Aspect() = default;
  Aspect(const Aspect&) = delete;
  Aspect& operator=(const Aspect&) = delete;
  virtual ~Aspect();
  virtual void visit(Construct& construct) = 0;
};

template <class Visitor>
concept VisitsConstructs = std::invocable<Visitor&, Construct&>;
template <class Visitor>
concept VisitsResources = std::invocable<Visitor&, Resource&>;

template <class Visitor>
class AspectOf final : public Aspect {
 public:
  explicit AspectOf(Visitor visitor) : visitor_(std::move(visitor)) {}
  void visit(Construct& construct) override {
    if constexpr (VisitsConstructs<Visitor>) {
      visitor_(construct);
    } else if constexpr (VisitsResources<Visitor>) {
      if (auto resource = Resource::from(construct)) visitor_(*resource);
    }
  }

 private:
  Visitor visitor_;
};

}  // namespace detail

/// What is done at synthesis to a construct and everything below it.
///
/// `Aspects::of(stack).add([](cdk::Resource resource) { … });` A function of a `Resource` sees
/// every resource, those that deploy nested stacks too; one of a `Construct` sees every construct.
class Aspects {
 public:
  static Aspects of(const Construct& scope) { return Aspects(scope); }

  /// Each construct is visited once, before what is below it; what aspects add is visited as well.
  /// At one priority outer constructs' aspects come first, then those that were added first.
  ///
  /// Errors (at synthesis): `EndlessAspectError` when aspects don't stop adding constructs.
  template <class Visitor>
  void add(Visitor visitor, AspectOptions options = {}) const {
    constexpr bool ok = detail::VisitsConstructs<Visitor> || detail::VisitsResources<Visitor>;
    static_assert(ok, "Aspects.add(): takes a function of a cdk::Resource or of a cdk::Construct");
    if constexpr (ok)
      append(std::make_unique<detail::AspectOf<Visitor>>(std::move(visitor)), options);
  }

 private:
  explicit Aspects(const Construct& scope) : scope_(scope) {}
  void append(std::unique_ptr<detail::Aspect> aspect, AspectOptions options) const;

  Construct scope_;
};

}  // namespace amplify::cdk
