// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/backend.hpp>

#include "environment.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace amplify::testing {

/// A directory, first on PATH, for programs that stand in for those of AWS.
class StandIns : public ::testing::Test {
 protected:
  StandIns() { std::filesystem::create_directories(directory); }
  ~StandIns() override { std::filesystem::remove_all(directory); }

  /// A shell script, run in the directory, that writes down its arguments in `asked`.
  void program(const std::string& name, const std::string& script) {
    std::ofstream out(directory / name);
    out << "#!/bin/sh\necho \"$*\" >> " << (directory / "asked").string() << "\n" << script;
    out.close();
    std::filesystem::permissions(directory / name, std::filesystem::perms::owner_all);
  }
  void file(const std::string& name, const std::string& text) {
    std::ofstream(directory / name) << text;
  }
  std::string text(const std::string& name) const {
    std::ifstream in(directory / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  struct Outcome {
    int status = 0;
    std::string out{};
    std::string err{};
  };
  /// With what standard input holds.
  Outcome run_backend(
      const Backend& backend, const std::vector<std::string>& arguments,
      const std::string& input = {}
  ) {
    std::vector<std::string> all{"backend"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& argument : all)
      argv.push_back(argument.data());
    file("stdin", input);
    const int in = ::open((directory / "stdin").c_str(), O_RDONLY);
    // The run before may have read its input to the end.
    std::clearerr(stdin);
    std::cin.clear();
    const int saved = ::dup(STDIN_FILENO);
    ::dup2(in, STDIN_FILENO);
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int status = run(backend, static_cast<int>(argv.size()), argv.data());
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    ::close(in);
    return {
        status, ::testing::internal::GetCapturedStdout(), ::testing::internal::GetCapturedStderr()
    };
  }

  std::filesystem::path directory = std::filesystem::path(::testing::TempDir()) /
                                    ("amplify_stand_ins_" + std::to_string(::getpid()));
  Variable path{"PATH", directory.string() + ":" + std::getenv("PATH")};
};

}  // namespace amplify::testing
