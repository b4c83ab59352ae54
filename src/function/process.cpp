// SPDX-License-Identifier: Apache-2.0
#include "function/process.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace amplify::functions {
namespace {

namespace fs = std::filesystem;

/// The files and the directory that a program starts with.
class Start {
 public:
  Start(const fs::path& directory, const fs::path& output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    constexpr mode_t mode = 0600;
    posix_spawn_file_actions_addopen(
        &actions_, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode
    );
    posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions_, directory.c_str());
  }
  ~Start() { posix_spawn_file_actions_destroy(&actions_); }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

Process::Process(
    const fs::path& directory, const fs::path& output, const std::vector<std::string>& command
) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));  // which isn't written to
  arguments.push_back(nullptr);
  const Start start(directory, output);
  const int error =
      posix_spawn(&pid_, arguments[0], start.actions(), nullptr, arguments.data(), environ);
  if (error != 0) throw std::system_error(error, std::generic_category(), command[0]);
}

Process::Process(Process&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}

Process::~Process() {
  if (pid_ != -1) succeeded();
}

bool Process::succeeded() {
  int status = 0;
  while (waitpid(pid_, &status, 0) == -1) {
    if (errno != EINTR) return false;
  }
  pid_ = -1;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TemporaryDirectory::TemporaryDirectory() {
  auto name = (fs::temp_directory_path() / "amplify-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), "cannot make " + name);
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace amplify::functions
