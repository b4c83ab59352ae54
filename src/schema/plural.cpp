// SPDX-License-Identifier: Apache-2.0
#include "schema/plural.hpp"

#include "detail/pattern.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace amplify::ir {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

const std::unordered_map<std::string, std::string>& irregular_plurals() {
  static const std::unordered_map<std::string, std::string> words = {
      {"i", "we"},
      {"me", "us"},
      {"he", "they"},
      {"she", "they"},
      {"them", "them"},
      {"myself", "ourselves"},
      {"yourself", "yourselves"},
      {"itself", "themselves"},
      {"herself", "themselves"},
      {"himself", "themselves"},
      {"themself", "themselves"},
      {"is", "are"},
      {"was", "were"},
      {"has", "have"},
      {"this", "these"},
      {"that", "those"},
      {"my", "our"},
      {"its", "their"},
      {"his", "their"},
      {"her", "their"},
      {"echo", "echoes"},
      {"dingo", "dingoes"},
      {"volcano", "volcanoes"},
      {"tornado", "tornadoes"},
      {"torpedo", "torpedoes"},
      {"genus", "genera"},
      {"viscus", "viscera"},
      {"stigma", "stigmata"},
      {"stoma", "stomata"},
      {"dogma", "dogmata"},
      {"lemma", "lemmata"},
      {"schema", "schemata"},
      {"anathema", "anathemata"},
      {"ox", "oxen"},
      {"axe", "axes"},
      {"die", "dice"},
      {"yes", "yeses"},
      {"foot", "feet"},
      {"eave", "eaves"},
      {"goose", "geese"},
      {"tooth", "teeth"},
      {"quiz", "quizzes"},
      {"human", "humans"},
      {"proof", "proofs"},
      {"carve", "carves"},
      {"valve", "valves"},
      {"looey", "looies"},
      {"thief", "thieves"},
      {"groove", "grooves"},
      {"pickaxe", "pickaxes"},
      {"passerby", "passersby"},
  };
  return words;
}

bool is_irregular_plural(const std::string& word) {
  static const std::unordered_set<std::string> plurals = [] {
    std::unordered_set<std::string> words;
    for (const auto& [singular, plural] : irregular_plurals())
      words.insert(plural);
    return words;
  }();
  return plurals.contains(word);
}

bool is_uncountable(const std::string& word) {
  static const std::unordered_set<std::string> words = {
      "adulthood", "advice",         "agenda",    "aid",        "aircraft",     "alcohol",
      "ammo",      "analytics",      "anime",     "athletics",  "audio",        "bison",
      "blood",     "bream",          "buffalo",   "butter",     "carp",         "cash",
      "chassis",   "chess",          "clothing",  "cod",        "commerce",     "cooperation",
      "corps",     "debris",         "diabetes",  "digestion",  "elk",          "energy",
      "equipment", "excretion",      "expertise", "firmware",   "flounder",     "fun",
      "gallows",   "garbage",        "graffiti",  "hardware",   "headquarters", "health",
      "herpes",    "highjinks",      "homework",  "housework",  "information",  "jeans",
      "justice",   "kudos",          "labour",    "literature", "machinery",    "mackerel",
      "mail",      "media",          "mews",      "moose",      "music",        "mud",
      "manga",     "news",           "only",      "personnel",  "pike",         "plankton",
      "pliers",    "police",         "pollution", "premises",   "rain",         "research",
      "rice",      "salmon",         "scissors",  "series",     "sewage",       "shambles",
      "shrimp",    "software",       "species",   "staff",      "swine",        "tennis",
      "traffic",   "transportation", "trout",     "tuna",       "wealth",       "welfare",
      "whiting",   "wildebeest",     "wildlife",  "you"
  };
  return words.contains(word);
}

struct Rule {
  detail::Pattern pattern;
  /// `$1` and `$2` stand for the pattern's groups, `$&` for the match.
  const char* replacement;
};

/// The first that matches wins.
const std::vector<Rule>& rules() {
  static const std::vector<Rule> list = [] {
    constexpr std::array<std::array<const char*, 2>, 32> table = {{
        {"pokemon$", "$&"},
        {"[^aeiou]ese$", "$&"},
        {"deer$", "$&"},
        {"fish$", "$&"},
        {"measles$", "$&"},
        {"o[iu]s$", "$&"},
        {"pox$", "$&"},
        {"sheep$", "$&"},
        {"^thou$", "you"},
        {"m[ae]n$", "men"},
        {"eaux$", "$&"},
        {"(child)(?:ren)?$", "$1ren"},
        {"(pe)(?:rson|ople)$", "$1ople"},
        {"\\b((?:tit)?m|l)(?:ice|ouse)$", "$1ice"},
        {"(matr|cod|mur|sil|vert|ind|append)(?:ix|ex)$", "$1ices"},
        {"(x|ch|ss|sh|zz)$", "$1es"},
        {"([^ch][ieo][ln])ey$", "$1ies"},
        {"([^aeiouy]|qu)y$", "$1ies"},
        {"(?:(kni|wi|li)fe|(ar|l|ea|eo|oa|hoo)f)$", "$1$2ves"},
        {"sis$", "ses"},
        {"(apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr|automat)"
         "(?:a|on)$",
         "$1a"},
        {"(agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov|symposi|"
         "curricul|automat|quor)(?:a|um)$",
         "$1a"},
        {"(her|at|gr)o$", "$1oes"},
        {"(seraph|cherub)(?:im)?$", "$1im"},
        {"(alumn|alg|vertebr)(?:a|ae)$", "$1ae"},
        {"(alumn|syllab|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc|strat)(?:us|i)$",
         "$1i"},
        {"([^l]ias|[aeiou]las|[ejzr]as|[iu]am)$", "$1"},
        {"(e[mn]u)s?$", "$1s"},
        {"(alias|[^aou]us|t[lm]as|gas|ris)$", "$1es"},
        {"(ax|test)is$", "$1es"},
        {"([^aeiou]ese)$", "$1"},
        {"s?$", "s"},
    }};
    std::vector<Rule> compiled;
    for (const auto& [pattern, replacement] : table) {
      compiled.push_back({detail::Pattern(pattern, detail::Pattern::Case::ignored), replacement});
    }
    return compiled;
  }();
  return list;
}

/// `text` in the letter case of `model`: a word in capitals keeps its plural in capitals.
std::string in_case_of(std::string_view model, const std::string& text) {
  if (model == text) return text;
  if (model == lower(model)) return lower(text);
  if (model == upper(model)) return upper(text);
  if (std::isupper(static_cast<unsigned char>(model.front()))) {
    return upper(text.substr(0, 1)) + lower(text.substr(1));
  }
  return lower(text);
}

/// The replacement with what its signs stand for.
std::string filled(std::string_view replacement, const std::vector<std::string_view>& groups) {
  std::string text;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != '$') {
      text += replacement[i];
      continue;
    }
    const char sign = replacement[++i];
    text += groups.at(sign == '&' ? 0 : static_cast<std::size_t>(sign - '0'));
  }
  return text;
}

std::string apply(
    const Rule& rule, const std::string& word, const std::vector<std::string_view>& groups
) {
  const auto found = groups.front();
  const auto start = static_cast<std::size_t>(found.data() - word.data());
  const auto model = found.empty() ? std::string_view(word).substr(start - 1, 1) : found;
  return word.substr(0, start) + in_case_of(model, filled(rule.replacement, groups));
}

std::string made_plural(const std::string& word) {
  const std::string key = lower(word);
  if (is_irregular_plural(key)) return in_case_of(word, key);
  if (const auto irregular = irregular_plurals().find(key);
      irregular != irregular_plurals().end()) {
    return in_case_of(word, irregular->second);
  }
  if (word.empty() || is_uncountable(key)) return word;
  for (const Rule& rule : rules()) {
    if (const auto groups = rule.pattern.search(word).groups; !groups.empty())
      return apply(rule, word, groups);
  }
  return word;
}

}  // namespace

std::string plural(std::string_view name) {
  // The same few words are asked for over and over.
  static std::mutex mutex;
  static std::unordered_map<std::string, std::string> known;
  const std::scoped_lock lock(mutex);
  const auto [entry, is_new] = known.try_emplace(std::string(name));
  if (is_new) entry->second = made_plural(entry->first);
  return entry->second;
}

}  // namespace amplify::ir
