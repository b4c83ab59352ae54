// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/schema/detail/meta.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace amplify::detail {

/// A short text built at compile time. What does not fit is cut off.
struct message {
  std::array<char, 200> chars{};
  std::size_t size = 0;

  constexpr void append(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && size < chars.size(); ++i)
      chars[size++] = text[i];
  }
  constexpr std::string_view view() const { return {chars.data(), size}; }
};

using pieces = std::initializer_list<std::string_view>;

/// A place in a schema: an entry or one of its fields, or what `suffix` says of it, of several the
/// one about `subject`.
struct place {
  const parts_view& schema;
  const type_meta& type;
  const field_meta* field = nullptr;
  std::string_view suffix{};
  std::string_view subject{};

  /// As users know it: `Post.title`, `Post.location.lat`, `echo.returns`, `Post.authorization`,
  /// `Post.index(title)`.
  constexpr void write_to(message& text) const {
    write(type, text);
    if (field != nullptr) {
      text.append(".");
      text.append(
          field->role == field_role::source   ? "for_"
          : field->role == field_role::result ? "returns"
                                              : field->name.text
      );
    }
    text.append(suffix);
    if (subject.empty()) return;
    for (const std::string_view part : {std::string_view("("), subject, std::string_view(")")})
      text.append(part);
  }

 private:
  constexpr void write(const type_meta& entry, message& text) const {
    if (entry.inlined()) {
      write(schema.types[entry.owner], text);
      text.append(".");
      text.append(entry.name.text.empty() ? "returns" : entry.name.text);
    } else {
      text.append(entry.name.text.empty() ? "a.schema(...)" : entry.name.text);
    }
  }
};

/// One fault of a schema: the place in the user's words, what is wrong there, what to do.
struct finding {
  message where{}, what{}, help{};
};

/// Counts faults, and keeps the text of the one asked for. Text costs compile time, so no other is
/// built.
class findings {
 public:
  constexpr findings() = default;
  /// Keeps fault number `wanted`, from 0, in `kept`.
  constexpr findings(std::size_t wanted, finding& kept) : wanted_(wanted), kept_(&kept) {}

  constexpr void add(const place& where, pieces what, pieces help) {
    if (kept_ != nullptr && count_ == wanted_) {
      where.write_to(kept_->where);
      for (const auto text : what)
        kept_->what.append(text);
      for (const auto text : help)
        kept_->help.append(text);
    }
    ++count_;
  }
  constexpr std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
  std::size_t wanted_ = 0;
  finding* kept_ = nullptr;
};

/// Decimal digits of an integer, for messages.
class digits {
 public:
  constexpr explicit digits(std::int64_t value) {
    auto rest = static_cast<std::uint64_t>(value);
    if (value < 0) rest = 0 - rest;
    do {
      chars_[--first_] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (value < 0) chars_[--first_] = '-';
  }
  constexpr std::string_view view() const {
    return {chars_.data() + first_, chars_.size() - first_};
  }

 private:
  std::array<char, 20> chars_{};
  std::size_t first_ = 20;
};

}  // namespace amplify::detail
