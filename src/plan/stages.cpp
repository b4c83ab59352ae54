// SPDX-License-Identifier: Apache-2.0
#include "plan/stages.hpp"

#include "plan/pruning.hpp"

#include <algorithm>
#include <cstddef>

namespace amplify::plan {
namespace {

using diff::Snapshot;
using Kind = IndexChange::Kind;

/// A table on its way from one set of indexes to another.
class Progress {
 public:
  Progress(const TableChanges& changes, const Snapshot& before, const Snapshot& after)
      : changes_(changes),
        old_(table_in(before, changes.table)),
        now_(table_in(after, changes.table)) {
    for (std::string& name : index_names(old_))
      indexes_.emplace_back(std::move(name), Version::old);
  }

  const TableName& table() const { return changes_.table; }
  /// Stages before the one with the rest: that one takes the last of the early changes.
  std::size_t stages_before() const {
    return changes_.early.empty() ? 0 : changes_.early.size() - 1;
  }
  bool is_done() const { return next_ == changes_.count(); }

  /// The next change, if its time has come.
  const IndexChange* step(bool early) {
    if (is_done() || (early && next_ >= stages_before())) return nullptr;
    const bool is_early = next_ < changes_.early.size();
    const IndexChange& change =
        is_early ? changes_.early[next_] : changes_.late[next_ - changes_.early.size()];
    ++next_;
    if (change.kind == Kind::adds)
      indexes_.emplace_back(change.index, Version::now);
    else
      std::erase(indexes_, std::pair(change.index, Version::old));
    return &change;
  }

  /// What stays is what it becomes.
  void take_over() {
    for (auto& [name, version] : indexes_) {
      if (is_kept(old_, now_, name)) version = Version::now;
    }
  }

  Json entry(bool early) const { return with_indexes(early ? old_ : now_, old_, now_, indexes_); }

 private:
  const TableChanges& changes_;
  const Json& old_;
  const Json& now_;
  Indexes indexes_{};
  std::size_t next_ = 0;
};

class Journey {
 public:
  Journey(const Snapshot& before, const Snapshot& after, const std::vector<TableName>& remade)
      : before_(before), after_(after), remade_(remade), changes_(index_changes(before, after)) {
    for (const TableChanges& changes : changes_)
      tables_.emplace_back(changes, before, after);
  }

  std::vector<Stage> run() {
    std::size_t first = 0;
    for (const Progress& table : tables_)
      first = std::max(first, table.stages_before());
    for (std::size_t i = 0; i < first; ++i)
      add({.state = before_, .early = true});
    for (Progress& table : tables_)
      table.take_over();
    Stage rest{.without = remade_, .rest = true};
    if (!remade_.empty()) {
      auto pruned = plan::without(after_, remade_);
      if (!pruned) return {};
      rest.state = std::move(*pruned);
    } else {
      rest.state = after_;
    }
    add(std::move(rest));
    const auto is_done = [&] { return std::ranges::all_of(tables_, &Progress::is_done); };
    if (!remade_.empty() && is_done()) add({.state = after_});
    while (!is_done())
      add({.state = after_});
    stages_.back().state = after_;
    return std::move(stages_);
  }

 private:
  void add(Stage stage) {
    for (Progress& table : tables_) {
      if (const IndexChange* const change = table.step(stage.early))
        stage.indexes.emplace_back(table.table(), *change);
      const auto& [place, id] = table.table();
      stage.state.templates.at(place)["Resources"][id] = table.entry(stage.early);
    }
    stages_.push_back(std::move(stage));
  }

  const Snapshot& before_;
  const Snapshot& after_;
  const std::vector<TableName>& remade_;
  std::vector<TableChanges> changes_;
  std::vector<Progress> tables_{};
  std::vector<Stage> stages_{};
};

}  // namespace

std::vector<Stage> stages(
    const Snapshot& before, const Snapshot& after, const std::vector<TableName>& remade
) {
  return Journey(before, after, remade).run();
}

}  // namespace amplify::plan
