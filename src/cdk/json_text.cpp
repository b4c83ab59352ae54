// SPDX-License-Identifier: Apache-2.0
#include "cdk/json_text.hpp"

#include "cdk/data.hpp"
#include "cdk/print.hpp"

#include <amplify/cdk/fn.hpp>

#include <string>
#include <vector>

namespace amplify::cdk {

using detail::Access;
using detail::Data;
using detail::Kind;

namespace {

/// The parts of a string put together by CloudFormation with nothing between; null for others.
const Data* concatenated(const Data& data) {
  if (data.kind != Kind::object || data.size != 1 || data.members[0].key != "Fn::Join") {
    return nullptr;
  }
  const auto& arguments = *data.members[0].value;
  if (arguments.kind != Kind::list || arguments.size != 2) return nullptr;
  const auto& separator = *arguments.elements[0];
  const bool is_plain = separator.kind == Kind::string && separator.size == 0;
  return is_plain && arguments.elements[1]->kind == Kind::list ? arguments.elements[1] : nullptr;
}

class Writer {
 public:
  void value(const Data& data) {
    switch (data.kind) {
      case Kind::list:
        return list(data);
      case Kind::object:
        return detail::is_function_call(data) ? token(data) : object(data);
      case Kind::lazy:
        return lazy(data);
      case Kind::null:
      case Kind::boolean:
      case Kind::integer:
      case Kind::number:
      case Kind::string:
        text_ += print(data);
        return;
      default:
        return token(data);
    }
  }

  Any take() {
    flush();
    return fn::join("", List<Str>(parts_));
  }

 private:
  void list(const Data& data) {
    text_ += '[';
    for (std::uint32_t i = 0; i < data.size; ++i) {
      if (i != 0) text_ += ',';
      value(*data.elements[i]);
    }
    text_ += ']';
  }

  void object(const Data& data) {
    text_ += '{';
    for (std::uint32_t i = 0; i < data.size; ++i) {
      if (i != 0) text_ += ',';
      text_ += print(*detail::make_string(data.members[i].key)) + ":";
      value(*data.members[i].value);
    }
    text_ += '}';
  }

  void lazy(const Data& data) {
    const auto* const result = Access::data((*data.function)());
    if (result != nullptr) return value(*result);
    text_ += "null";
  }

  void token(const Data& data) {
    text_ += '"';
    part(data);
    text_ += '"';
  }

  void part(const Data& data) {
    if (const auto* const parts = concatenated(data)) {
      for (const auto* each : parts->list())
        part(*each);
    } else if (data.kind == Kind::string) {
      const auto quoted = print(data);
      text_.append(quoted, 1, quoted.size() - 2);
    } else {
      flush();
      parts_.push_back(Access::make<Str>(&data));
    }
  }

  void flush() {
    if (text_.empty()) return;
    parts_.emplace_back(text_);
    text_.clear();
  }

  std::string text_;
  std::vector<Str> parts_;
};

}  // namespace

Any json_text(const Node& value) {
  const auto* const data = Access::data(value);
  if (data == nullptr) return {};
  Writer writer;
  writer.value(*data);
  return writer.take();
}

}  // namespace amplify::cdk
