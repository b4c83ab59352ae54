// SPDX-License-Identifier: Apache-2.0
#include "run/process.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <amplify/error.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace amplify::detail {
namespace {

[[noreturn]] void fail(std::string_view what) {
  throw std::system_error(errno, std::generic_category(), std::string(what));
}

/// Closed at the end.
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

/// A file in memory that the child reads from its beginning, as often as it opens /dev/stdin: the
/// aws CLI reads such files twice, which a pipe gives once.
class Input {
 public:
  explicit Input(std::string_view text) : file_(::memfd_create("input", MFD_CLOEXEC)) {
    if (!file_.is_open()) fail("memfd_create");
    while (!text.empty()) {
      const auto count = ::write(file_.number(), text.data(), text.size());
      if (count < 0 && errno != EINTR) fail("write");
      if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::lseek(file_.number(), 0, SEEK_SET) != 0) fail("lseek");
  }
  int number() const { return file_.number(); }

 private:
  Descriptor file_;
};

bool failures_are_told = false;

/// Arguments hold no secrets; those go by standard input.
void tell(const std::vector<std::string>& command, const ProcessResult& result) {
  const auto text = fmt::format(
      "{} ended with {}:\n{}{}", fmt::join(command, " "), result.status, result.out, result.err
  );
  std::fputs(text.c_str(), stderr);
  if (!text.ends_with('\n')) std::fputs("\n", stderr);
}

volatile std::sig_atomic_t running_child = 0;
volatile std::sig_atomic_t was_interrupted = 0;
/// The signal that came before there was a child to have it.
volatile std::sig_atomic_t held_signal = 0;

void forward(int signal) {
  was_interrupted = 1;
  if (running_child > 0)
    ::kill(static_cast<pid_t>(running_child), signal);
  else
    held_signal = signal;
}

/// Passes interrupts on to a child, those too that come before it is there.
class Forwarding {
 public:
  Forwarding() {
    running_child = 0;
    was_interrupted = 0;
    held_signal = 0;
    struct sigaction action{};
    action.sa_handler = forward;
    ::sigaction(SIGINT, &action, &interrupt_);
    ::sigaction(SIGTERM, &action, &terminate_);
  }
  static void to(pid_t child) {
    running_child = child;
    if (held_signal != 0) ::kill(child, held_signal);
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

/// Reads until the child has closed its ends.
void listen(Descriptor& out, Lines& out_lines, Descriptor& err, Lines& err_lines) {
  std::array<char, 65536> buffer;
  while (out.is_open() || err.is_open()) {
    std::array<pollfd, 2> waiting = {{{out.number(), POLLIN, 0}, {err.number(), POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      fail("poll");
    }
    const auto read = [&](Descriptor& from, Lines& lines, short events) {
      if (!from.is_open() || events == 0) return;
      const auto count = ::read(from.number(), buffer.data(), buffer.size());
      if (count > 0) lines.add({buffer.data(), static_cast<std::size_t>(count)});
      if (count == 0 || (count < 0 && errno != EINTR)) from.close();
    };
    read(out, out_lines, waiting[0].revents);
    read(err, err_lines, waiting[1].revents);
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

void tell_failures(bool on) { failures_are_told = on; }

ProcessResult run_process(const std::vector<std::string>& command, const ProcessOptions& options) {
  ProcessResult result;
  FileActions actions;
  if (options.inherit) {
    const Forwarding forwarding;
    const auto child = spawn(command, options, actions);
    Forwarding::to(child);
    result.status = wait_for(child);
    result.interrupted = was_interrupted != 0;
    return result;
  }
  const Input in(options.input);
  Pipe out;
  Pipe err;
  actions.connect(in.number(), STDIN_FILENO);
  actions.connect(out.to.number(), STDOUT_FILENO);
  actions.connect(err.to.number(), STDERR_FILENO);
  const Forwarding forwarding;
  const auto child = spawn(command, options, actions);
  Forwarding::to(child);
  out.to.close();
  err.to.close();
  Lines out_lines(result.out, options.line);
  Lines err_lines(result.err, options.line);
  listen(out.from, out_lines, err.from, err_lines);
  result.status = wait_for(child);
  result.interrupted = was_interrupted != 0;
  if (failures_are_told && result.status != 0) tell(command, result);
  return result;
}

}  // namespace amplify::detail
