#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "corridor/io/builtin.h"

namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<std::string> shipped_paths() {
  std::vector<std::string> paths;
  for (std::string const folder : {"network", "scenarios"}) {
    for (auto const& entry : fs::directory_iterator(fs::path(CORRIDOR_SOURCE_DIR) / folder)) {
      if (entry.path().extension() == ".yaml") {
        paths.push_back(folder + "/" + entry.path().filename().string());
      }
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(BuiltinFiles, AreAllShippedFilesInOrderOfPath) {
  std::vector<std::string> paths;
  for (auto const& file : corridor::builtin_files()) paths.emplace_back(file.path);
  EXPECT_EQ(paths, shipped_paths());
}

TEST(BuiltinFiles, HoldEveryByteOfTheirFile) {
  for (auto const& file : corridor::builtin_files()) {
    EXPECT_EQ(file.text, read(fs::path(CORRIDOR_SOURCE_DIR) / file.path)) << file.path;
  }
}

}  // namespace
