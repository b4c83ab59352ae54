// SPDX-License-Identifier: Apache-2.0
#include "cdk/digest.hpp"
#include "plan/stages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

namespace amplify::plan {
namespace {

using diff::member;
using File = cdk::CloudAssembly::File;

bool is_above(std::string_view place, std::string_view other) {
  return place.empty() ? !other.empty() : other.starts_with(std::string(place) + "/");
}

/// Puts one text in place of another in every string.
void replace(Json& value, std::string_view old, std::string_view now) {
  if (value.is_string()) {
    auto& text = value.get_ref<std::string&>();
    if (const auto at = text.find(old); at != text.npos) text.replace(at, old.size(), now);
  } else if (value.is_structured()) {
    for (Json& inner : value)
      replace(inner, old, now);
  }
}

class Writing {
 public:
  Writing(const Stage& stage, const diff::Snapshot& base, const cdk::CloudAssembly& target)
      : templates_(stage.state.templates),
        base_(base),
        root_(target.stacks.front()),
        name_(root_.templateFile.substr(0, root_.templateFile.find(".template.json"))) {
    for (const File& file : target.files)
      files_.emplace(file.path, file);
    assets_ = Json::parse(files_.at(name_ + ".assets.json").content);
    manifest_ = Json::parse(files_.at("manifest.json").content);
    take_root_key();
    if (stage.early) leave_assets();
  }

  cdk::CloudAssembly run() {
    // From the innermost: the name of a template is told by its content.
    for (auto& [place, body] : templates_ | std::views::reverse) {
      if (!place.empty() && is_changed(place)) nested(place, body);
    }
    const auto text = templates_.at("").dump();
    put(root_.templateFile, text, "root template");
    replace(manifest_, root_key_, cdk::sha256_hex(text));
    set("manifest.json", manifest_.dump());
    set(name_ + ".assets.json", assets_.dump());
    cdk::CloudAssembly result;
    for (auto& [path, file] : files_)
      result.files.push_back(std::move(file));
    root_.templateBody = text;
    result.stacks.push_back(std::move(root_));
    return result;
  }

 private:
  /// Whether the template is another than that of the base, by what is in it or below.
  bool is_changed(const std::string& place) const {
    return std::ranges::any_of(templates_, [&](const auto& entry) {
      const auto& [other, body] = entry;
      if (other != place && !is_above(place, other)) return false;
      const auto found = base_.templates.find(other);
      return found == base_.templates.end() || found->second != body;
    });
  }

  void nested(const std::string& place, const Json& body) {
    const auto slash = place.rfind('/');
    const auto above = slash == place.npos ? std::string() : place.substr(0, slash);
    const auto id = slash == place.npos ? place : place.substr(slash + 1);
    Json& url = templates_.at(above)["Resources"][id]["Properties"]["TemplateURL"];
    const auto old = diff::asset_key(url);
    const auto& known = member(member(assets_, "files"), old);
    const auto text = body.dump();
    auto path = id + ".nested.template.json";
    if (const auto& own = member(member(known, "source"), "path"); own.is_string()) path = own;
    replace(url, old, put(path, text, place));
  }

  /// Gives the key under which the file is published.
  std::string put(const std::string& path, const std::string& text, std::string_view name) {
    auto key = cdk::sha256_hex(text) + ".json";
    Json& files = assets_["files"];
    for (auto entry = files.begin(); entry != files.end();) {
      const bool is_own = member(member(entry.value(), "source"), "path") == path;
      entry = is_own ? files.erase(entry) : std::next(entry);
    }
    Json asset = pattern_;
    for (Json& destination : asset["destinations"])
      destination["objectKey"] = key;
    asset["displayName"] = name;
    asset["source"]["path"] = path;
    files[key] = std::move(asset);
    set(path, text);
    return key;
  }

  void set(const std::string& path, std::string content) {
    files_[path] = {.path = path, .content = std::move(content)};
  }

  /// Of the root's template, whose entry shows how templates are published.
  void take_root_key() {
    for (const auto& [key, file] : member(assets_, "files").items()) {
      if (member(member(file, "source"), "path") != root_.templateFile) continue;
      pattern_ = file;
      root_key_ = key.substr(0, key.find('.'));
    }
  }

  /// What the old state needs is published already.
  void leave_assets() {
    assets_["files"] = Json::object();
    manifest_["artifacts"].erase("tree.json");
    std::erase_if(files_, [](const auto& entry) {
      return entry.first != "cdk.out" && entry.first != "manifest.json";
    });
  }

  std::map<std::string, Json> templates_;
  const diff::Snapshot& base_;
  cdk::SynthesizedStack root_;
  std::string name_;
  std::map<std::string, File> files_{};
  Json assets_{};
  Json manifest_{};
  Json pattern_{};
  std::string root_key_{};
};

}  // namespace

cdk::CloudAssembly assembly(
    const Stage& stage, const diff::Snapshot& base, const cdk::CloudAssembly& target
) {
  return Writing(stage, base, target).run();
}

}  // namespace amplify::plan
