// SPDX-License-Identifier: Apache-2.0
// generator headers SPEC DIRECTORY          writes DIRECTORY/amplify/cfn/<service>.hpp
// generator table SPEC DIRECTORY            writes DIRECTORY/table.cpp
// generator tests SPEC DIRECTORY PARTS      writes DIRECTORY/resources_<part>.cpp
#include "generator.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace amplify::spec {
namespace {

/// Leaves a file alone that has the text already, so that nothing is compiled again.
void write(const std::filesystem::path& file, const std::string& text) {
  {
    std::ifstream in(file, std::ios::binary);
    const std::string present(std::istreambuf_iterator<char>(in), {});
    if (in && present == text) return;
  }
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

void run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3)
    throw std::runtime_error("usage: generator headers|table|tests SPEC DIRECTORY");
  const auto services = read(arguments[1]);
  const std::filesystem::path directory = arguments[2];
  if (arguments[0] == "headers") {
    for (const auto& service : services)
      write(directory / "amplify" / "cfn" / (service.cxx + ".hpp"), header(service));
    return;
  }
  if (arguments[0] == "table") {
    write(directory / "table.cpp", table_source(services));
    return;
  }
  const auto parts = std::stoul(arguments.at(3));
  for (std::size_t part = 0; part < parts; ++part) {
    write(
        directory / ("resources_" + std::to_string(part) + ".cpp"),
        test_source(services, part, parts)
    );
  }
}

}  // namespace
}  // namespace amplify::spec

int main(int argc, char** argv) {
  try {
    amplify::spec::run({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
