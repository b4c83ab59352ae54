// SPDX-License-Identifier: Apache-2.0
#include "testing/report.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>

namespace amplify::assertions {
namespace {

constexpr std::size_t longest_inline = 72;

/// What is to be said of a value and of its members.
struct Note {
  std::vector<std::string> messages{};
  std::map<std::string, Note> members{};
};

Note notes_of(const std::vector<Failure>& failures) {
  Note root;
  for (const Failure& failure : failures) {
    Note* note = &root;
    for (const std::string& key : failure.path)
      note = &note->members[key];
    note->messages.push_back(failure.message);
  }
  return root;
}

/// On one line, with what is too long left out.
std::string abridged(const json& value) {
  std::string text = print(value);
  if (text.size() <= longest_inline) return text;
  if (value.is_object()) return "{…}";
  if (value.is_array()) return "[…]";
  auto end = longest_inline;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;  // not within a character
  return text.substr(0, end) + "…";
}

class Printer {
 public:
  void value(const json* actual, const Note& note, const std::string& label, bool last) {
    const std::string comma = last ? "" : ",";
    if (actual == nullptr) {
      line(label + "(missing)", note.messages);
    } else if (note.members.empty() || !actual->is_structured()) {
      line(label + abridged(*actual) + comma, note.messages);
    } else {
      const bool is_object = actual->is_object();
      line(label + (is_object ? '{' : '['), note.messages);
      ++depth_;
      is_object ? members(*actual, note) : elements(*actual, note);
      --depth_;
      line((is_object ? '}' : ']') + comma, {});
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static const Note& of(const Note& note, const std::string& key) {
    static const Note nothing;
    const auto found = note.members.find(key);
    return found == note.members.end() ? nothing : found->second;
  }

  void members(const json& actual, const Note& note) {
    std::map<std::string, const json*> all;
    for (const auto& [key, missing] : note.members)
      all.emplace(key, nullptr);
    for (const auto& [key, member] : actual.items())
      all.insert_or_assign(key, &member);
    std::size_t left = all.size();
    for (const auto& [key, member] : all)
      value(member, of(note, key), print(key) + ": ", --left == 0);
  }

  void elements(const json& actual, const Note& note) {
    for (std::size_t i = 0; i < actual.size(); ++i)
      value(&actual[i], of(note, std::to_string(i)), "", i + 1 == actual.size());
    for (auto i = actual.size(); note.members.contains(std::to_string(i)); ++i)
      value(nullptr, of(note, std::to_string(i)), "", true);
  }

  void line(std::string_view content, const std::vector<std::string>& messages) {
    const char* const mark = messages.empty() ? " " : "!";
    text_ += fmt::format("{} {:{}}{}", mark, "", 2 * depth_, content);
    for (const std::string& message : messages)
      text_ += fmt::format("{}{}", &message == messages.data() ? "   ← " : "; ", message);
    text_ += '\n';
  }

  std::size_t depth_ = 0;
  std::string text_;
};

}  // namespace

std::string show(const json& actual, const std::vector<Failure>& failures) {
  Printer printer;
  printer.value(&actual, notes_of(failures), "", true);
  return printer.take();
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace amplify::assertions
