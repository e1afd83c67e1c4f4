# Writes a C++ source with the text of the built-in files.
#   cmake -D ROOT=<folder the paths are relative to> -D OUTPUT=<file.cc> -P embed.cmake
# Raw literals keep line numbers and bytes as they are in the file; they compile much faster than
# arrays of numbers.
cmake_minimum_required(VERSION 3.25)

file(GLOB files RELATIVE "${ROOT}" "${ROOT}/network/*.yaml" "${ROOT}/scenarios/*.yaml")
list(SORT files)
list(LENGTH files count)

set(delimiter "corridor_text")
set(entries "")
foreach(path IN LISTS files)
  file(READ "${ROOT}/${path}" text)
  string(FIND "${text}" ")${delimiter}\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${path} contains the end mark of its own literal, ')${delimiter}\"'")
  endif()
  string(APPEND entries
         "    BuiltinFile{\"${path}\",\n                R\"${delimiter}(${text})${delimiter}\"},\n")
endforeach()

file(
  WRITE "${OUTPUT}"
  "// Generated from network/*.yaml and scenarios/*.yaml; sorted by path.
#include \"corridor/io/builtin.h\"

#include <array>

namespace corridor {
namespace {

constexpr std::array<BuiltinFile, ${count}> kFiles{{
${entries}}};

}  // namespace

std::span<BuiltinFile const> builtin_files() { return kFiles; }

}  // namespace corridor
")
