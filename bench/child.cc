#include "child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace corridor::bench {

namespace {

/// Everything up to the end, which comes when the child has closed its side.
std::string read_all(int from) {
  constexpr std::size_t kChunk = 4'096;
  std::array<char, kChunk> chunk{};
  std::string text;
  while (true) {
    auto const count = read(from, chunk.data(), chunk.size());
    if (count > 0) {
      text.append(chunk.data(), static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
      return text;
    }
  }
}

}  // namespace

Ended run_child(std::string const& program, std::vector<std::string> const& arguments,
                Output output) {
  auto words = arguments;
  words.insert(words.begin(), program);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  std::array<int, 2> ends{-1, -1};
  if (output == Output::discarded) {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  } else {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  }
  pid_t child = 0;
  int const error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (ends[1] >= 0) close(ends[1]);
  if (error != 0) throw std::runtime_error("cannot start " + program);
  std::string text;
  if (ends[0] >= 0) {
    text = read_all(ends[0]);
    close(ends[0]);
  }

  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) throw std::runtime_error("lost " + program);
  constexpr std::int64_t kKibibyte = 1024;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, usage.ru_maxrss * kKibibyte,
          std::move(text)};
}

std::string sibling(std::string const& name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

}  // namespace corridor::bench
