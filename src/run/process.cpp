// SPDX-License-Identifier: Apache-2.0
#include "run/process.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace amplify::detail {
namespace {

[[noreturn]] void fail(std::string_view what) {
  throw std::system_error(errno, std::generic_category(), std::string(what));
}

/// One end of a pipe, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  void set(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor from{};
  Descriptor to{};

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
    from.set(ends[0]);
    to.set(ends[1]);
  }
};

volatile std::sig_atomic_t running_child = 0;

void forward(int signal) {
  if (running_child > 0) ::kill(static_cast<pid_t>(running_child), signal);
}

/// Passes interrupts on to the child while it lives.
class Forwarding {
 public:
  explicit Forwarding(pid_t child) {
    running_child = child;
    struct sigaction action{};
    action.sa_handler = forward;
    ::sigaction(SIGINT, &action, &interrupt_);
    ::sigaction(SIGTERM, &action, &terminate_);
  }
  Forwarding(const Forwarding&) = delete;
  Forwarding& operator=(const Forwarding&) = delete;
  ~Forwarding() {
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGTERM, &terminate_, nullptr);
    running_child = 0;
  }

 private:
  struct sigaction interrupt_{};
  struct sigaction terminate_{};
};

/// Text of one stream, handed on line by line.
class Lines {
 public:
  Lines(std::string& all, const std::function<void(std::string_view)>& line)
      : all_(all), line_(line) {}

  void add(std::string_view text) {
    all_ += text;
    if (!line_) return;
    for (auto end = all_.find('\n', begun_); end != all_.npos; end = all_.find('\n', begun_)) {
      line_(std::string_view(all_).substr(begun_, end - begun_));
      begun_ = end + 1;
    }
  }
  void finish() {
    if (line_ && begun_ < all_.size()) line_(std::string_view(all_).substr(begun_));
  }

 private:
  std::string& all_;
  const std::function<void(std::string_view)>& line_;
  std::size_t begun_ = 0;
};

std::vector<std::string> environment(const ProcessOptions& options) {
  std::vector<std::string> all;
  const auto is_replaced = [&](std::string_view entry) {
    for (const auto& [name, value] : options.environment) {
      if (entry.starts_with(name + "=")) return true;
    }
    return false;
  };
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!is_replaced(*entry)) all.emplace_back(*entry);
  }
  for (const auto& [name, value] : options.environment)
    all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts)
    all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// Writes and reads until the child has closed its ends.
void talk(
    Descriptor& in, std::string_view input, Descriptor& out, Lines& out_lines, Descriptor& err,
    Lines& err_lines
) {
  std::array<char, 65536> buffer;
  if (input.empty()) in.close();
  // A full pipe must not keep us from reading what the child writes.
  if (in.is_open()) ::fcntl(in.number(), F_SETFL, O_NONBLOCK);
  while (in.is_open() || out.is_open() || err.is_open()) {
    std::array<pollfd, 3> waiting = {{
        {in.number(), POLLOUT, 0},
        {out.number(), POLLIN, 0},
        {err.number(), POLLIN, 0},
    }};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      fail("poll");
    }
    if (in.is_open() && waiting[0].revents != 0) {
      const auto count = ::write(in.number(), input.data(), input.size());
      if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
      // A child that doesn't read its input is no fault.
      if (input.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) in.close();
    }
    const auto read = [&](Descriptor& from, Lines& lines, short events) {
      if (!from.is_open() || events == 0) return;
      const auto count = ::read(from.number(), buffer.data(), buffer.size());
      if (count > 0) lines.add({buffer.data(), static_cast<std::size_t>(count)});
      if (count == 0 || (count < 0 && errno != EINTR)) from.close();
    };
    read(out, out_lines, waiting[1].revents);
    read(err, err_lines, waiting[2].revents);
  }
  out_lines.finish();
  err_lines.finish();
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) fail("waitpid");
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  void connect(int from, int to) { ::posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

pid_t spawn(
    const std::vector<std::string>& command, const ProcessOptions& options,
    const FileActions& actions
) {
  auto arguments = command;
  auto variables = environment(options);
  pid_t child = 0;
  const int error = ::posix_spawnp(
      &child, command.front().c_str(), actions.get(), nullptr, pointers(arguments).data(),
      pointers(variables).data()
  );
  if (error == 0) return child;
  throw UserError(Diagnostic{
      .code = "ToolNotFoundError",
      .where = command.front(),
      .message = fmt::format("it can't be run: {}", std::generic_category().message(error)),
      .help = fmt::format(
          "install `{}`, or put it on PATH; `backend doctor` tells more", command.front()
      ),
  });
}

}  // namespace

std::string find_program(std::string_view name) {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "";
  while (!rest.empty()) {
    const auto end = std::min(rest.find(':'), rest.size());
    const auto file = std::filesystem::path(rest.substr(0, end)) / name;
    if (::access(file.c_str(), X_OK) == 0 && !std::filesystem::is_directory(file)) return file;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
  ProcessResult result;
  FileActions actions;
  if (options.inherit) {
    const auto child = spawn(command, options, actions);
    const Forwarding forwarding(child);
    result.status = wait_for(child);
    return result;
  }
  Pipe in;
  Pipe out;
  Pipe err;
  actions.connect(in.from.number(), STDIN_FILENO);
  actions.connect(out.to.number(), STDOUT_FILENO);
  actions.connect(err.to.number(), STDERR_FILENO);
  // Writing to a child that has ended is an error code, not the end of this process.
  const auto previous = std::signal(SIGPIPE, SIG_IGN);
  const auto child = spawn(command, options, actions);
  const Forwarding forwarding(child);
  in.from.close();
  out.to.close();
  err.to.close();
  Lines out_lines(result.out, options.line);
  Lines err_lines(result.err, options.line);
  talk(in.to, options.input, out.from, out_lines, err.from, err_lines);
  result.status = wait_for(child);
  std::signal(SIGPIPE, previous);
  return result;
}

}  // namespace amplify::detail
