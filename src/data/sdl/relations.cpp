// SPDX-License-Identifier: Apache-2.0
#include "data/access.hpp"
#include "data/fields.hpp"
#include "data/names.hpp"
#include "data/sdl/context.hpp"
#include "data/sdl/directives.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace amplify::sdl {
namespace {

struct Kind {
  std::string_view directive;
  ir::Relationship relationship;
};

constexpr std::array<Kind, 3> kinds = {{
    {"hasOne", ir::Relationship::hasOne},
    {"hasMany", ir::Relationship::hasMany},
    {"belongsTo", ir::Relationship::belongsTo},
}};

/// A field of a model that leads to another, and what the text says of it.
struct Link {
  ir::Model* model = nullptr;
  const Field* field = nullptr;
  const Directive* directive = nullptr;
  ir::Relationship kind = ir::Relationship::hasMany;
  ir::Model* related = nullptr;

  std::string where() const { return model->name + "." + field->name; }
  ir::Field& lowered() const {
    return *std::ranges::find(model->fields, field->name, &ir::Field::name);
  }
};

std::vector<std::string> key_names(const ir::Model& model) {
  std::vector<std::string> names;
  for (const ir::Field& field : appsync::key_fields(model))
    names.push_back(field.name);
  return names;
}

class Relations {
 public:
  explicit Relations(Context& context) : context_(context) {}

  void lower() {
    add_join_models();
    const std::vector<Link> links = this->links();
    // What belongsTo leaves out is told by the other side.
    for (const Link& link : links) {
      if (link.kind != ir::Relationship::belongsTo) relate(link);
    }
    for (const Link& link : links) {
      if (link.kind == ir::Relationship::belongsTo) relate(link);
    }
    for (const Link& link : links) {
      name_index(link);
      check_other_side(link);
    }
  }

 private:
  void fault(const Link& link, std::string message, std::string help) {
    context_.faults.add(link.directive->at, link.where(), std::move(message), std::move(help));
  }

  ir::Model* model(std::string_view name) {
    const auto found = std::ranges::find(context_.definition.models, name, &ir::Model::name);
    return found == context_.definition.models.end() ? nullptr : &*found;
  }

  // Links between models

  std::vector<Link> links() {
    std::vector<Link> all;
    for (const auto& [name, type] : context_.types) {
      ir::Model* const owner = model(name);
      if (!owner) continue;
      for (const Field& field : type.fields)
        add_link(all, *owner, field);
    }
    return all;
  }

  void add_link(std::vector<Link>& all, ir::Model& owner, const Field& field) {
    if (!appsync::find_field(owner, field.name)) return;  // has its error already
    const std::string where = owner.name + "." + field.name;
    const std::size_t before = all.size();
    bool related = false;
    for (const Kind& kind : kinds) {
      const Directive* directive = find(field.directives, kind.directive);
      if (!directive) continue;
      related = true;
      ir::Model* const other = model(field.type.name);
      if (!other) {
        context_.faults.add(
            field.type.at, where, fmt::format("'{}' is no model", field.type.name),
            "write @model on it, or remove @" + directive->name
        );
      } else {
        all.push_back({&owner, &field, directive, kind.relationship, other});
      }
    }
    if (all.size() > before + 1) {
      context_.faults.add(field.at, where, "a field has one relation", "remove one of the two");
    }
    const bool joined = find(field.directives, "manyToMany") != nullptr;
    if (!related && !joined && model(field.type.name)) {
      context_.faults.add(
          field.type.at, where, fmt::format("the field leads to the model '{}'", field.type.name),
          "write @hasOne, @hasMany or @belongsTo"
      );
    }
  }

  void relate(const Link& link) {
    const bool list = link.kind == ir::Relationship::hasMany;
    if (link.field->type.list != list) {
      return fault(
          link,
          list ? "@hasMany leads to a list"
               : fmt::format("@{} leads to one item", link.directive->name),
          fmt::format(
              "write {0}: {1}{2}{3}", link.field->name, list ? "[" : "", link.related->name,
              list ? "]" : ""
          )
      );
    }
    ir::Relation relation{.kind = link.kind};
    const std::vector<std::string> references = texts(argument(*link.directive, "references"));
    const std::vector<std::string> fields = texts(argument(*link.directive, "fields"));
    if (!references.empty() && !fields.empty())
      return fault(link, "`fields` and `references` exclude each other", "keep `references`");
    if (!references.empty()) {
      if (link.field->type.required || link.field->type.elementRequired)
        fault(link, "an item may be missing on the other side", "remove the '!' from its type");
      relation.references = references;
    } else if (link.kind == ir::Relationship::hasMany) {
      relate_many(link, fields, relation);
    } else if (link.kind == ir::Relationship::hasOne || !fields.empty()) {
      relation.referencesHere = link.kind == ir::Relationship::hasOne;
      relation.references = fields.empty() ? keys_here(link) : fields;
    } else {
      relation.references = told_by_other_side(link);
    }
    link.lowered().relation = std::move(relation);
  }

  /// `@hasMany(indexName: …, fields: …)` of Gen 1, or `@hasMany` alone.
  void relate_many(
      const Link& link, const std::vector<std::string>& fields, ir::Relation& relation
  ) {
    const std::string name = text(*link.directive, "indexName");
    if (name.empty() && fields.empty()) {
      relation.references = add_keys(
          *link.related, {link.model->name, link.field->name}, *link.model,
          link.field->type.required
      );
      return;
    }
    const auto index = std::ranges::find(link.related->indexes, name, &ir::Index::name);
    if (index == link.related->indexes.end()) {
      std::vector<std::string_view> names;
      for (const ir::Index& candidate : link.related->indexes)
        names.push_back(candidate.name);
      return fault(
          link, fmt::format("'{}' has no index '{}'", link.related->name, name),
          did_you_mean(
              name, names, "write @hasMany(references: [...]) with the fields that hold the key"
          )
      );
    }
    const std::vector<std::string> key = key_names(*link.model);
    if (fields.empty() || fields.size() > key.size() ||
        !std::equal(fields.begin(), fields.end(), key.begin())) {
      return fault(
          link, fmt::format("`fields` is not the key of '{}'", link.model->name),
          fmt::format("write fields: [\"{}\"]", fmt::join(key, "\", \""))
      );
    }
    relation.index = name;
    relation.references = {index->partitionKey};
    if (fields.size() > 1) {
      if (fields.size() != index->sortKeys.size() + 1)
        fault(link, "`fields` and the index have different numbers of keys", "give all of them");
      relation.references.insert(
          relation.references.end(), index->sortKeys.begin(), index->sortKeys.end()
      );
    }
  }

  /// The key of the related model, in fields of this one.
  std::vector<std::string> keys_here(const Link& link) {
    return add_keys(
        *link.model, {link.model->name, link.field->name}, *link.related, link.field->type.required
    );
  }

  /// Adds fields to `holder` for the key of `target`, unless it has them; gives their names.
  static std::vector<std::string> add_keys(
      ir::Model& holder, const std::vector<std::string>& prefix, const ir::Model& target,
      bool required
  ) {
    std::vector<std::string> names;
    for (ir::Field key : appsync::key_fields(target)) {
      std::vector<std::string> parts = prefix;
      parts.push_back(key.name);
      names.push_back(appsync::camel_case(parts));
      if (appsync::find_field(holder, names.back())) continue;
      key.type.required = required;
      holder.fields.push_back({.name = names.back(), .type = key.type});
    }
    return names;
  }

  /// `@belongsTo` alone.
  std::vector<std::string> told_by_other_side(const Link& link) {
    for (const ir::Field& other : link.related->fields) {
      if (other.type.name != link.model->name || !other.relation) continue;
      if (other.relation->kind == ir::Relationship::hasMany) return other.relation->references;
      if (other.relation->kind == ir::Relationship::hasOne) return keys_here(link);
    }
    fault(
        link, fmt::format("'{}' has no @hasMany or @hasOne to this model", link.related->name),
        fmt::format("add one to '{}'", link.related->name)
    );
    return {};
  }

  /// `overrideIndexName`, which stands on belongsTo, names the index of the other side.
  void name_index(const Link& link) {
    const std::string name = text(*link.directive, "overrideIndexName");
    if (name.empty() || !link.lowered().relation) return;
    for (ir::Field& other : link.related->fields) {
      if (other.relation && other.type.name == link.model->name &&
          other.relation->kind != ir::Relationship::belongsTo &&
          other.relation->references == link.lowered().relation->references)
        other.relation->index = name;
    }
  }

  /// References, which are Gen 2's, make a relation that both models know of.
  void check_other_side(const Link& link) {
    if (!argument(*link.directive, "references") || !link.lowered().relation) return;
    const bool belongs = link.kind == ir::Relationship::belongsTo;
    const bool known = std::ranges::any_of(link.related->fields, [&](const ir::Field& other) {
      return other.relation && other.type.name == link.model->name &&
             (other.relation->kind == ir::Relationship::belongsTo) != belongs &&
             other.relation->references == link.lowered().relation->references;
    });
    if (known) return;
    fault(
        link,
        fmt::format("'{}' has no field that leads back by the same references", link.related->name),
        fmt::format(
            "add {0}: {1} @{2}(references: [\"{3}\"]) to it",
            appsync::uncapitalized(link.model->name),
            belongs ? "[" + link.model->name + "]" : link.model->name,
            belongs ? "hasMany" : "belongsTo",
            fmt::join(link.lowered().relation->references, "\", \"")
        )
    );
  }

  // @manyToMany

  struct Side {
    ir::Model* model = nullptr;
    const Field* field = nullptr;
    const Directive* directive = nullptr;
  };

  void add_join_models() {
    std::map<std::string, std::vector<Side>> relations;
    for (const auto& [name, type] : context_.types) {
      ir::Model* const owner = model(name);
      for (const Field& field : type.fields) {
        const Directive* directive = find(field.directives, "manyToMany");
        if (owner && directive && appsync::find_field(*owner, field.name))
          relations[appsync::capitalized(text(*directive, "relationName"))].push_back(
              {owner, &field, directive}
          );
      }
    }
    std::vector<ir::Model> joins;
    for (const auto& [name, sides] : relations) {
      if (check_sides(name, sides)) joins.push_back(join(name, sides[0], sides[1]));
    }
    // Last, as the sides point at models.
    std::ranges::move(joins, std::back_inserter(context_.definition.models));
  }

  bool check_sides(const std::string& name, const std::vector<Side>& sides) {
    const auto fault = [&](std::string message, std::string help) {
      const Side& side = sides.front();
      context_.faults.add(
          side.directive->at, side.model->name + "." + side.field->name, std::move(message),
          std::move(help)
      );
      return false;
    };
    if (sides.size() != 2) {
      return fault(
          fmt::format("@manyToMany '{}' is there {} times, not twice", name, sides.size()),
          "write it on a field of each of the two models"
      );
    }
    const auto leads_to = [](const Side& side, const Side& other) {
      return side.field->type.list && side.field->type.name == other.model->name;
    };
    if (!leads_to(sides[0], sides[1]) || !leads_to(sides[1], sides[0])) {
      return fault(
          fmt::format("the two fields of @manyToMany '{}' don't lead to each other", name),
          fmt::format("write {}: [{}]", sides[0].field->name, sides[1].model->name)
      );
    }
    if (sides[0].model == sides[1].model)
      return fault("@manyToMany leads to its own model", "declare a model for the pairs");
    if (context_.types.contains(name))
      return fault(fmt::format("there is a type '{}' already", name), "change `relationName`");
    return true;
  }

  ir::Model join(const std::string& name, const Side& one, const Side& other) {
    ir::Model result{.name = name, .rules = one.model->rules};
    for (const ir::Rule& rule : other.model->rules) {
      // A caller whom both models know has the rights of the second.
      std::erase_if(result.rules, [&](const ir::Rule& known) {
        return appsync::same_callers(known, rule);
      });
      result.rules.push_back(rule);
    }
    result.fields.push_back({.name = "id", .type = {.scalar = ir::Scalar::id, .required = true}});
    add_side(result, one);
    add_side(result, other);
    return result;
  }

  /// The key of one side with an index on it, and the two relations between that side and the join.
  static void add_side(ir::Model& join, const Side& side) {
    const std::string stem = appsync::uncapitalized(side.model->name);
    std::vector<std::string> references;
    for (ir::Field key : appsync::key_fields(*side.model)) {
      // Amplify capitalizes the partition key alone.
      references.push_back(stem + (references.empty() ? appsync::capitalized(key.name) : key.name));
      key.type.required = true;
      join.fields.push_back({.name = references.back(), .type = key.type});
    }
    const std::vector<std::string> sort_keys(references.begin() + 1, references.end());
    const std::string index = "by" + side.model->name;
    join.indexes.push_back(
        {.name = index,
         .partitionKey = references.front(),
         .sortKeys = sort_keys,
         .queryField = appsync::index_name(join.name, references.front(), sort_keys),
         .named = true}
    );
    join.fields.push_back(
        {.name = stem,
         .type = {.kind = ir::TypeKind::model, .name = side.model->name, .required = true},
         .relation = ir::Relation{.kind = ir::Relationship::belongsTo, .references = references}}
    );
    ir::Field& field = *std::ranges::find(side.model->fields, side.field->name, &ir::Field::name);
    field.type.name = join.name;
    field.relation = {
        .kind = ir::Relationship::hasMany, .references = std::move(references), .index = index
    };
  }

  Context& context_;
};

}  // namespace

void lower_relations(Context& context) { Relations(context).lower(); }

}  // namespace amplify::sdl
