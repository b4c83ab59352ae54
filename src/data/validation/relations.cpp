// SPDX-License-Identifier: Apache-2.0
#include "data/fields.hpp"
#include "data/relation_index.hpp"
#include "data/validation/checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace amplify::appsync {
namespace {

/// ID and String hold each other's values.
bool same_type(const ir::Type& one, const ir::Type& other) {
  const auto normal = [](const ir::Type& type) {
    const std::string name = named_type(type);
    return name == "ID" ? std::string("String") : name;
  };
  return normal(one) == normal(other);
}

class RelationCheck {
 public:
  RelationCheck(
      Examination& examination, const ir::Model& model, const ir::Field& field,
      const ir::Model& related
  )
      : examination_(examination),
        model_(model),
        field_(field),
        related_(related),
        relation_(*field.relation),
        here_(is_here(relation_)),
        holder_(here_ ? model : related),
        target_(here_ ? related : model) {}

  static bool is_here(const ir::Relation& relation) {
    return relation.kind == ir::Relationship::belongsTo || relation.referencesHere;
  }

  void check() {
    if (relation_.references.empty())
      return fault("the relation has no references", "name the fields that hold the key");
    if (!check_references()) return;
    check_nullability();
    check_index();
    check_others();
  }

 private:
  void fault(std::string message, std::string help) {
    examination_.fault(model_.name + "." + field_.name, std::move(message), std::move(help));
  }

  bool check_references() {
    const std::vector<ir::Field> keys = key_fields(target_);
    const bool by_index = find_index(related_, relation_.index) != nullptr;
    bool valid = true;
    if (relation_.references.size() > keys.size() ||
        (relation_.references.size() < keys.size() && !by_index)) {
      fault(
          fmt::format(
              "the key of '{}' has {} field{}, and there are {} references", target_.name,
              keys.size(), keys.size() == 1 ? "" : "s", relation_.references.size()
          ),
          "give one reference for each field of the key, in its order"
      );
      valid = false;
    }
    for (std::size_t i = 0; i < relation_.references.size(); ++i) {
      const std::string& name = relation_.references[i];
      const ir::Field* reference = find_field(holder_, name);
      if (!reference) {
        fault(
            fmt::format("'{}' has no field `{}`", holder_.name, name),
            suggestion(name, field_names(holder_), fmt::format("declare it in '{}'", holder_.name))
        );
        valid = false;
      } else if (!is_filterable(*reference) || reference->type.array) {
        fault(
            fmt::format("`{}` can't hold a key", name), "refer to a field with a scalar or an enum"
        );
        valid = false;
      } else if (valid && i < keys.size() && !same_type(reference->type, keys[i].type)) {
        fault(
            fmt::format(
                "'{}.{}' is {}, and '{}.{}' is {}", holder_.name, name, named_type(reference->type),
                target_.name, keys[i].name, named_type(keys[i].type)
            ),
            "give both the same type"
        );
        valid = false;
      }
    }
    return valid;
  }

  void check_nullability() {
    const std::vector<ir::Field> references = fields_named(holder_, relation_.references);
    const auto required =
        std::ranges::count_if(references, [](const ir::Field& f) { return f.type.required; });
    if (required != 0 && static_cast<std::size_t>(required) != references.size()) {
      fault(
          fmt::format(
              "some of the references {} may be null, and some may not",
              fmt::join(relation_.references, ", ")
          ),
          "require all of them, or none"
      );
    }
  }

  /// The index that Amplify makes for the relation must not be another already.
  void check_index() {
    if (here_ || !relation_.index.empty()) return;
    const std::string name = relation_index(model_, field_);
    if (find_index(related_, name)) {
      fault(
          fmt::format("'{}' has an index '{}', as the relation would have", related_.name, name),
          "rename that index"
      );
    }
  }

  /// Which of two relations by the same fields is the other side of a third, nobody could tell.
  void check_others() {
    for (const ir::Field& other : model_.fields) {
      if (&other == &field_) return;
      if (other.relation && other.type.name == field_.type.name &&
          is_here(*other.relation) == here_ && other.relation->references == relation_.references) {
        fault(
            fmt::format("goes by the same references as `{}`", other.name),
            "give it references of its own, or remove one of the two"
        );
      }
    }
  }

  Examination& examination_;
  const ir::Model& model_;
  const ir::Field& field_;
  const ir::Model& related_;
  const ir::Relation& relation_;
  bool here_;
  const ir::Model& holder_;
  const ir::Model& target_;
};

}  // namespace

void check_relations(Examination& examination, const ir::Model& model) {
  for (const ir::Field& field : model.fields) {
    if (!field.relation) continue;
    const ir::Model* related = examination.model(field.type.name);
    if (related) RelationCheck(examination, model, field, *related).check();
  }
}

}  // namespace amplify::appsync
