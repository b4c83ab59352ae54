// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cdk/spec/format.hpp"

#include <string>
#include <string_view>
#include <vector>

// spec/cloudformation.txt in memory, with names in C++; spec/README.md has the format.

namespace amplify::spec {

using cdk::spec::parse_type;
using cdk::spec::TypeText;

struct Property {
  std::string name;
  /// In C++.
  std::string cxx;
  /// As the file has it.
  std::string type;
  bool required = false;
  /// `~`: a change replaces the resource; `?`: it may; 0: it doesn't.
  char replacement = 0;
  std::vector<std::string> values;
};

struct Type {
  std::string cxx;
  std::vector<Property> properties;
};

struct Attribute {
  std::string name;
  std::string cxx;
  std::string type;
};

struct ResourceType {
  /// `AWS::SQS::Queue`.
  std::string name;
  std::string cxx;
  /// What `Ref` gives: names of properties or attributes.
  std::vector<std::string> ref;
  std::vector<Property> properties;
  std::vector<Attribute> attributes;
  std::vector<Type> types;
  /// As the file has them.
  std::string lines;

  const Type* find(std::string_view cxx_name) const;
};

struct Service {
  /// The namespace and the header.
  std::string cxx;
  /// `AWS::SQS`.
  std::string name;
  std::vector<ResourceType> resources;
};

/// Errors: std::runtime_error when the file can't be read.
std::vector<Service> read(const std::string& file);

}  // namespace amplify::spec
