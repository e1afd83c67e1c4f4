// tests/bad/ holds a file for each code that a file can cause, named after the code. Its first line
// says where: `# expect: 7:15 unknown-node` (0:0: the file as a whole). Where the first line cannot
// be a comment, a file CODE.expect says it.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "cli/study_places.h"
#include "corridor/base/code.h"
#include "corridor/io/load.h"
#include "corridor/scenario/apply.h"

namespace corridor {
namespace {

namespace fs = std::filesystem;

fs::path const kFolder = fs::path(CORRIDOR_SOURCE_DIR) / "tests" / "bad";

// These need something that is no YAML file in a folder; load_test.cc, file_bytes_test.cc,
// dimacs_test.cc and verify_test.cc cause them.
std::set<std::string> const kCausedByTests = {
    "file-not-found",       "not-a-file",       "unreadable-file", "file-too-large",
    "unknown-study",        "dimacs-line",      "wrong-count",     "json-syntax",
    "missing-problem-line", "missing-terminal", "not-a-result"};

std::string text_of(fs::path const& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Expectation {
  std::uint32_t line = 0, column = 0;
  std::string code;
};

std::optional<Expectation> expectation_of(fs::path const& path) {
  auto beside = path;
  beside.replace_extension(".expect");
  auto const text = text_of(fs::exists(beside) ? beside : path);
  static std::regex const form(R"(# expect: (\d+):(\d+) ([a-z0-9-]+))");
  std::smatch match;
  auto const first = text.substr(0, text.find('\n'));
  if (!std::regex_match(first, match, form)) return std::nullopt;
  return Expectation{static_cast<std::uint32_t>(std::stoul(match[1])),
                     static_cast<std::uint32_t>(std::stoul(match[2])), match[3]};
}

void append(Diagnostics& all, Diagnostics const& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// Everything the program says about a file that is used as what it says it is. A file of a wrong
/// kind is used as a network.
Diagnostics findings_of(fs::path const& path) {
  Loader loader;
  auto const name = path.string();
  Diagnostics all;
  auto const document = parse_file(std::make_shared<Sources>(), name);
  auto const kind = document ? kind_of(*document) : Result<FileKind>(FileKind::network);
  bool const as_network = path.stem() == "wrong-file-kind" || !kind || *kind == FileKind::network;
  if (as_network) {
    auto const network = loader.network(name);
    if (!network) append(all, network.error());
  } else if (*kind == FileKind::scenario) {
    auto const base = loader.network((kFolder / "base" / "network.yaml").string());
    auto const scenarios = loader.scenarios(std::vector{name});
    if (!base) append(all, base.error());
    if (!scenarios) append(all, scenarios.error());
    if (base && scenarios) {
      auto const changed = corridor::apply(*base, *scenarios);
      if (!changed) append(all, changed.error());
    }
  } else {
    auto const study = loader.study(name);
    if (!study) append(all, study.error());
    auto const network = study ? loader.network_of(*study) : Result<Network>(Diagnostics{});
    if (!network) append(all, network.error());
    if (study && network) {
      auto const places = cli::resolve(*study, *network);
      if (!places) append(all, places.error());
    }
  }
  append(all, loader.warnings());
  return all;
}

std::vector<fs::path> bad_files() {
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class BadFile : public testing::TestWithParam<fs::path> {};

TEST_P(BadFile, GivesExactlyItsCodeAtItsPlace) {
  auto const expected = expectation_of(GetParam());
  ASSERT_TRUE(expected) << "the first line is no expectation";
  EXPECT_EQ(expected->code, GetParam().stem().string());
  auto const findings = findings_of(GetParam());
  ASSERT_FALSE(findings.empty());
  for (auto const& finding : findings) {
    SCOPED_TRACE(finding.message);
    EXPECT_EQ(name_of(finding.code), expected->code);
    EXPECT_FALSE(finding.message.empty());
  }
  auto const& first = findings.front();
  EXPECT_EQ(std::to_string(first.span.line) + ":" + std::to_string(first.span.column),
            std::to_string(expected->line) + ":" + std::to_string(expected->column))
      << first.message;
}

INSTANTIATE_TEST_SUITE_P(Each, BadFile, testing::ValuesIn(bad_files()), [](auto const& each) {
  auto name = each.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BadFiles, EveryCodeHasOne) {
  for (auto const code : all_codes()) {
    auto const name = std::string(name_of(code));
    bool const there = fs::exists(kFolder / (name + ".yaml"));
    EXPECT_EQ(there, kCausedByTests.count(name) == 0) << name;
  }
}

TEST(BadFiles, BelongToCodes) {
  std::set<std::string> names;
  for (auto const code : all_codes()) names.emplace(name_of(code));
  for (auto const& file : bad_files()) EXPECT_TRUE(names.count(file.stem().string())) << file;
}

TEST(ErrorPage, HasASectionForEveryCodeWithCauseExampleAndCure) {
  auto const page = text_of(fs::path(CORRIDOR_SOURCE_DIR) / "docs" / "errors.md");
  for (auto const code : all_codes()) {
    auto const heading = "\n### " + std::string(name_of(code)) + "\n";
    auto const start = page.find(heading);
    ASSERT_NE(start, std::string::npos) << "no section " << name_of(code);
    auto const section =
        page.substr(start + heading.size(), page.find("\n##", start + heading.size()) - start);
    EXPECT_NE(section.find("**Cause.**"), std::string::npos) << name_of(code);
    EXPECT_NE(section.find("**Example.**"), std::string::npos) << name_of(code);
    EXPECT_NE(section.find("**Cure.**"), std::string::npos) << name_of(code);
  }
}

TEST(ErrorPage, HasNoSectionsForCodesThatAreNotThere) {
  auto const page = text_of(fs::path(CORRIDOR_SOURCE_DIR) / "docs" / "errors.md");
  std::set<std::string> names;
  for (auto const code : all_codes()) names.emplace(name_of(code));
  static std::regex const heading(R"(\n### (\S+)\n)");
  for (std::sregex_iterator it(page.begin(), page.end(), heading), end; it != end; ++it) {
    EXPECT_TRUE(names.count((*it)[1])) << (*it)[1];
  }
}

}  // namespace
}  // namespace corridor
