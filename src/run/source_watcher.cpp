// SPDX-License-Identifier: Apache-2.0
#include "run/source_watcher.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace amplify::detail {
namespace {

namespace fs = std::filesystem;

constexpr int quiet_milliseconds = 100;

bool is_watched(std::string_view name) {
  return !name.empty() && !name.starts_with('.') && !name.ends_with('~') &&
         name != "node_modules" && name != "cdk.out" && name != "cdk.stages" &&
         name != "amplify_outputs.json" &&
         // Vim makes it to see whether it can write.
         name != "4913";
}

[[noreturn]] void fail(const fs::path& directory) {
  const bool full = errno == ENOSPC || errno == EMFILE;
  throw UserError(Diagnostic{
      .code = "InotifyError",
      .where = directory.string(),
      .message = fmt::format("it can't be watched: {}", std::generic_category().message(errno)),
      .help = full ? "raise the limit: `sysctl fs.inotify.max_user_watches=524288`"
                   : "check that it can be read"
  });
}

}  // namespace

SourceWatcher::SourceWatcher(fs::path root) : root_(std::move(root)) {
  inotify_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (inotify_ < 0) fail(root_);
  try {
    add(root_);
  } catch (...) {
    ::close(inotify_);
    throw;
  }
}

SourceWatcher::~SourceWatcher() { ::close(inotify_); }

void SourceWatcher::add(const fs::path& directory) {
  if (fs::exists(directory / "CMakeCache.txt")) return;
  const int watch = ::inotify_add_watch(
      inotify_, directory.c_str(), IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ONLYDIR
  );
  // One that is gone meanwhile needs no watching.
  if (watch < 0 && errno == ENOENT) return;
  if (watch < 0) fail(directory);
  directories_[watch] = directory;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored) &&
        is_watched(entry.path().filename().native()))
      add(entry.path());
  }
}

bool SourceWatcher::read(std::set<fs::path>& changed, int milliseconds) {
  if (!interrupts_.wait_for(inotify_, milliseconds)) return false;
  alignas(inotify_event) std::array<char, 16384> buffer;
  const auto size = ::read(inotify_, buffer.data(), buffer.size());
  for (const char* at = buffer.data(); at < buffer.data() + size;) {
    const auto& event = *reinterpret_cast<const inotify_event*>(at);
    at += sizeof(inotify_event) + event.len;
    const auto directory = directories_.find(event.wd);
    const std::string_view name = event.len > 0 ? event.name : "";
    if (directory == directories_.end() || !is_watched(name)) continue;
    const fs::path path = directory->second / name;
    const bool is_directory = (event.mask & IN_ISDIR) != 0;
    if (is_directory && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add(path);
    // A new file counts when it is written.
    if (is_directory || (event.mask & IN_CREATE) == 0)
      changed.insert(path.lexically_relative(root_));
  }
  return true;
}

std::set<fs::path> SourceWatcher::wait() {
  std::set<fs::path> changed;
  while (!interrupts_.came() && changed.empty())
    read(changed, -1);
  while (read(changed, quiet_milliseconds)) {
  }
  return interrupts_.came() ? std::set<fs::path>() : changed;
}

}  // namespace amplify::detail
