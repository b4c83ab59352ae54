// SPDX-License-Identifier: Apache-2.0
#include "cdk/print.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace amplify::cdk {
namespace {

using detail::Data;
using detail::Kind;

class Printer {
 public:
  explicit Printer(bool indent) : indent_(indent) {}

  void value(const Data& data) {
    switch (data.kind) {
      case Kind::null:
        text_ += "null";
        break;
      case Kind::boolean:
        text_ += data.boolean ? "true" : "false";
        break;
      case Kind::integer:
        number(data.integer);
        break;
      case Kind::number:
        // JSON has no NaN or infinity.
        if (std::isfinite(data.number)) {
          number(data.number);
        } else {
          text_ += "null";
        }
        break;
      case Kind::string:
        string(data.string());
        break;
      case Kind::list:
        list(data);
        break;
      case Kind::object:
        object(data);
        break;
      case Kind::reference:
      case Kind::lazy:
        text_ += "\"<token>\"";
        break;
    }
  }

  std::string take() { return std::move(text_); }

 private:
  template <class Number>
  void number(Number value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    text_.append(buffer.data(), end);
  }

  void string(std::string_view value) {
    text_ += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto c = static_cast<unsigned char>(value[i]);
      if (c >= 0x20 && c != '"' && c != '\\') continue;
      text_.append(value, done, i - done);
      escaped(c);
      done = i + 1;
    }
    text_.append(value, done);
    text_ += '"';
  }

  void escaped(unsigned char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
      case '"':
        text_ += "\\\"";
        break;
      case '\\':
        text_ += "\\\\";
        break;
      case '\b':
        text_ += "\\b";
        break;
      case '\f':
        text_ += "\\f";
        break;
      case '\n':
        text_ += "\\n";
        break;
      case '\r':
        text_ += "\\r";
        break;
      case '\t':
        text_ += "\\t";
        break;
      default:
        text_ += "\\u00";
        text_ += digits[c >> 4U];
        text_ += digits[c & 15U];
    }
  }

  void list(const Data& data) {
    open('[');
    bool first = true;
    for (const auto* element : data.list()) {
      separate(first);
      first = false;
      value(*element);
    }
    close(']', data.size == 0);
  }

  void object(const Data& data) {
    open('{');
    bool first = true;
    for (const auto& member : data.object()) {
      separate(first);
      first = false;
      string(member.key);
      text_ += indent_ ? ": " : ":";
      value(*member.value);
    }
    close('}', data.size == 0);
  }

  void open(char bracket) {
    text_ += bracket;
    ++depth_;
  }
  void separate(bool first) {
    if (!first) text_ += ',';
    new_line();
  }
  void close(char bracket, bool empty) {
    --depth_;
    if (!empty) new_line();
    text_ += bracket;
  }
  void new_line() {
    if (!indent_) return;
    text_ += '\n';
    text_.append(depth_, ' ');
  }

  bool indent_;
  std::size_t depth_ = 0;
  std::string text_;
};

}  // namespace

std::string print(const Data& data, bool indent) {
  Printer printer(indent);
  printer.value(data);
  return printer.take();
}

}  // namespace amplify::cdk
