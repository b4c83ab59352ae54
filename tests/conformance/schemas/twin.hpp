// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/function.hpp>
#include <amplify/schema.hpp>
#include <amplify/schema/schema_ref.hpp>

#include <map>
#include <string>

/// A schema in C++ with a twin of the same name in TypeScript. It registers itself.
class Twin {
 public:
  Twin(const std::string& name, amplify::SchemaRef schema) { all().emplace(name, schema); }

  static std::map<std::string, amplify::SchemaRef>& all() {
    static std::map<std::string, amplify::SchemaRef> schemas;
    return schemas;
  }
};
