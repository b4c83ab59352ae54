// SPDX-License-Identifier: Apache-2.0
// golden PROGRAM OUTPUT GOLDEN [--update]
// Synthesizes PROGRAM into the directory OUTPUT and compares that with the directory GOLDEN: the
// same files, JSON files by what they mean, all others byte by byte. --update replaces GOLDEN
// instead. Programs differ from compiler to compiler, and with them all hashes: where there is one,
// assets are called by their construct, and the program is left out. Compilers don't agree on the
// line of a call that spans several, so traces are compared without lines.
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// The default identity depends on who runs the program and where.
constexpr auto context = R"({
  "amplify-backend-namespace": "app",
  "amplify-backend-name": "main",
  "amplify-backend-type": "sandbox",
  "secretLastUpdated": 1
})";

using Files = std::map<std::string, std::string>;

Files read_directory(const fs::path& directory) {
  Files files;
  if (!fs::exists(directory)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(directory).generic_string()].assign(
        std::istreambuf_iterator<char>(stream), {}
    );
  }
  return files;
}

void synthesize(const std::string& program, const fs::path& output) {
  fs::remove_all(output);
  fs::create_directories(output.parent_path());
  setenv("CDK_OUTDIR", output.c_str(), 1);
  setenv("CDK_CONTEXT_JSON", context, 1);
  setenv("SOURCE_DATE_EPOCH", "1767225600", 1);  // API keys expire after that
  const auto command = "'" + program + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error(command + " failed");
  if (read_directory(output).empty()) throw std::runtime_error(command + " wrote nothing");
}

/// By hash, the constructs that the asset manifests name.
std::map<std::string, std::string> names_of_assets(const Files& files) {
  std::map<std::string, std::string> names;
  for (const auto& [name, content] : files) {
    if (!name.ends_with(".assets.json")) continue;
    const json manifest = json::parse(content);
    for (const auto& [key, asset] : manifest.at("files").items())
      names[key.substr(0, key.find('.'))] = asset.at("displayName");
  }
  return names;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

Files without_programs(const Files& files) {
  const auto is_program = [](const auto& file) { return file.first.ends_with("/bootstrap"); };
  if (std::ranges::none_of(files, is_program)) return files;
  const auto names = names_of_assets(files);
  Files result;
  for (const auto& file : files) {
    std::string name = file.first;
    std::string content = file.second;
    for (const auto& [hash, construct] : names) {
      std::string file_name = construct;
      replace_all(file_name, "/", ".");
      replace_all(name, hash, file_name);
      replace_all(content, hash, "<" + construct + ">");
    }
    result[name] = is_program(file) ? "" : content;
  }
  return result;
}

/// `Resource (app.cpp:62:1)` becomes `Resource (app.cpp)`.
Files without_lines(Files files) {
  static const std::regex line(R"((\.[ch]pp):\d+:\d+\))");
  for (auto& [name, content] : files)
    if (name == "manifest.json") content = std::regex_replace(content, line, "$1)");
  return files;
}

bool is_json(const std::string& name) { return fs::path(name).extension() == ".json"; }

void update(const Files& actual, const fs::path& golden) {
  fs::remove_all(golden);
  for (const auto& [name, content] : actual) {
    fs::create_directories((golden / name).parent_path());
    std::ofstream stream(golden / name, std::ios::binary);
    stream << (is_json(name) ? json::parse(content).dump(1) + "\n" : content);
    if (!stream.flush()) throw std::runtime_error("cannot write " + (golden / name).string());
  }
}

std::vector<std::string> compare(const Files& actual, const Files& expected) {
  std::vector<std::string> differences;
  for (const auto& [name, content] : expected) {
    const auto found = actual.find(name);
    if (found == actual.end()) {
      differences.push_back(name + ": missing");
    } else if (!is_json(name)) {
      if (found->second != content) differences.push_back(name + ": differs");
    } else {
      for (const auto& change : json::diff(json::parse(content), json::parse(found->second)))
        differences.push_back(name + ": " + change.dump());
    }
  }
  for (const auto& [name, content] : actual)
    if (!expected.contains(name)) differences.push_back(name + ": not in the golden");
  return differences;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3)
    throw std::runtime_error("usage: golden PROGRAM OUTPUT GOLDEN [--update]");
  const fs::path output = arguments[1];
  const fs::path golden = arguments[2];
  synthesize(arguments[0], output);
  const auto actual = without_lines(without_programs(read_directory(output)));
  if (arguments.size() > 3 && arguments[3] == "--update") {
    update(actual, golden);
    return 0;
  }
  const auto differences = compare(actual, read_directory(golden));
  for (const auto& difference : differences)
    std::cerr << difference << "\n";
  if (!differences.empty())
    std::cerr << "intended? rewrite with the target update-goldens and review the diff\n";
  return differences.empty() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
