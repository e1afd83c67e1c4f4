# Writes the header with version and git commit of this build; leaves the file alone when nothing
# changed, so that a build without a new commit compiles nothing.
#   cmake -D ROOT=<source folder> -D VERSION=<x.y.z> -D OUTPUT=<build_info.h> -P commit.cmake
cmake_minimum_required(VERSION 3.25)

set(commit "unknown")
find_program(git git)
# The folder may lie inside somebody else's repository (a vendored copy): ask only our own.
if(git AND EXISTS "${ROOT}/.git")
  execute_process(
    COMMAND "${git}" -C "${ROOT}" rev-parse --short=12 HEAD
    OUTPUT_VARIABLE answer
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
    RESULT_VARIABLE code)
  if(code EQUAL 0)
    set(commit "${answer}")
  endif()
endif()
file(
  CONFIGURE
  OUTPUT
  "${OUTPUT}"
  CONTENT
  "#pragma once

#include <string_view>

namespace corridor::cli {

inline constexpr std::string_view kVersion = \"@VERSION@\";
inline constexpr std::string_view kCommit = \"@commit@\";

}  // namespace corridor::cli
"
  @ONLY)
