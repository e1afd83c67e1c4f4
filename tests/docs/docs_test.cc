// The documentation is run: every `console` block of every page is typed into a shell and must
// print what the page shows; every `cpp` block that names a file must equal that file; every
// relative link must lead somewhere. A line "…" in a block stands for any number of lines.
//
// With CORRIDOR_UPDATE_DOCS=1 in the environment the pages are rewritten instead: what ends with
// "…" keeps its number of lines, and other blocks with "…" are only checked.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "corridor/base/code.h"
#include "corridor/base/units.h"

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = CORRIDOR_SOURCE_DIR;
const fs::path kProgram = CORRIDOR_PROGRAM;

std::string slurp(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::stringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (char const* folder : {".", "docs", "docs/adr", "network/tables", "scenarios", "bench"}) {
    if (!fs::exists(kRoot / folder)) continue;
    for (auto const& entry : fs::directory_iterator(kRoot / folder)) {
      if (entry.path().extension() == ".md") found.push_back(entry.path().lexically_normal());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Runs a command as a reader would, from the top of the repository; stdout and stderr together.
std::string run(std::string const& command) {
  std::string const line = "cd '" + kRoot.string() + "' && PATH='" +
                           kProgram.parent_path().string() + "':\"$PATH\" " +
                           "NO_COLOR=1 COLUMNS= LC_ALL=C.UTF-8 sh -c '" +
                           std::regex_replace(command, std::regex("'"), R"('\'')") + "' 2>&1";
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(line.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 4096> buffer;
  while (std::size_t const n = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), n);
  }
  return output;
}

/// One command of a console block and the lines shown below it.
struct Shown {
  std::string command;
  std::vector<std::string> output;
};

bool matches(std::vector<std::string> const& shown, std::size_t s,
             std::vector<std::string> const& printed, std::size_t p) {
  if (s == shown.size()) return p == printed.size();
  if (shown[s] == "…") {
    for (std::size_t skip = p; skip <= printed.size(); ++skip) {
      if (matches(shown, s + 1, printed, skip)) return true;
    }
    return false;
  }
  return p < printed.size() && shown[s] == printed[p] && matches(shown, s + 1, printed, p + 1);
}

std::string join(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += line + "\n";
  return text;
}

std::vector<Shown> commands_of(std::vector<std::string> const& block) {
  std::vector<Shown> commands;
  for (auto const& line : block) {
    bool const continued = !commands.empty() && commands.back().output.empty() &&
                           commands.back().command.ends_with("\\");
    if (line.starts_with("$ ")) {
      commands.push_back({line.substr(2), {}});
    } else if (continued) {
      commands.back().command.pop_back();
      commands.back().command += line;
    } else if (!commands.empty()) {
      commands.back().output.push_back(line);
    }
  }
  return commands;
}

/// What the page should show of what was printed; empty when an excerpt cannot be renewed.
std::vector<std::string> renewed(std::vector<std::string> const& shown,
                                 std::vector<std::string> const& printed) {
  auto const gap = std::find(shown.begin(), shown.end(), "…");
  if (gap == shown.end()) return printed;
  if (gap + 1 != shown.end() || gap - shown.begin() > std::ssize(printed)) return {};
  std::vector<std::string> lines(printed.begin(), printed.begin() + (gap - shown.begin()));
  lines.emplace_back("…");
  return lines;
}

/// Checks or rewrites one console block; returns the lines that the page should show.
std::vector<std::string> visit_console(std::vector<std::string> const& block, bool update,
                                       fs::path const& page) {
  std::vector<std::string> result;
  std::size_t next = 0;
  for (auto const& shown : commands_of(block)) {
    auto const printed = lines_of(run(shown.command));
    auto const fresh = update ? renewed(shown.output, printed) : std::vector<std::string>();
    while (next < block.size() && !block[next].starts_with("$ ")) ++next;
    do {
      result.push_back(block[next++]);
    } while (result.back().ends_with("\\"));
    auto const& keep = fresh.empty() ? shown.output : fresh;
    result.insert(result.end(), keep.begin(), keep.end());
    if (fresh.empty()) {
      EXPECT_TRUE(matches(shown.output, 0, printed, 0))
          << page << ": $ " << shown.command << "\n--- the page shows\n"
          << join(shown.output) << "--- it prints\n"
          << join(printed);
    }
  }
  return result;
}

void visit(fs::path const& page, bool update) {
  auto const lines = lines_of(slurp(page));
  std::vector<std::string> rewritten;
  std::string quoted_file;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rewritten.push_back(lines[i]);
    std::smatch match;
    if (std::regex_match(lines[i], match, std::regex(R"(<!-- (\S+\.(cc|yaml|txt)) -->)"))) {
      quoted_file = match[1];
      continue;
    }
    if (!lines[i].starts_with("```") || lines[i] == "```") continue;
    std::vector<std::string> block;
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end] != "```") block.push_back(lines[end++]);
    ASSERT_LT(end, lines.size()) << page << ": a block is not closed";
    auto wanted = block;
    if (lines[i] == "```console") {
      wanted = visit_console(block, update, page);
    } else if (!quoted_file.empty()) {
      wanted = lines_of(slurp(kRoot / quoted_file));
      if (!update) {
        EXPECT_EQ(block, wanted) << page << " does not show " << quoted_file << " as is";
      }
    }
    quoted_file.clear();
    rewritten.insert(rewritten.end(), wanted.begin(), wanted.end());
    rewritten.push_back("```");
    i = end;
  }
  if (update) std::ofstream(page, std::ios::binary) << join(rewritten);
}

TEST(Documentation, ShowsWhatTheCommandsPrint) {
  bool const update = std::getenv("CORRIDOR_UPDATE_DOCS") != nullptr;
  for (auto const& page : pages()) visit(page, update);
}

TEST(Documentation, HasNoDeadLinks) {
  std::regex const link(R"(\]\(([^)#\s]+)(#[^)]*)?\))");
  for (auto const& page : pages()) {
    std::string const text = slurp(page);
    for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it) {
      std::string const target = (*it)[1];
      if (target.starts_with("http")) continue;
      EXPECT_TRUE(fs::exists(page.parent_path() / target)) << page << " links to " << target;
    }
  }
}

TEST(Documentation, OfTheFormatNamesEveryUnit) {
  std::string const page = slurp(kRoot / "docs/format.md");
  for (auto const& unit : corridor::units()) {
    if (unit.dimension == corridor::Dimension::value_of_time) continue;
    EXPECT_NE(page.find("`" + std::string(unit.name) + "`"), std::string::npos) << unit.name;
  }
}

/// The figures a page states in prose: numbers of three digits and more or with a decimal point,
/// but not years.
std::vector<std::string> stated_figures(std::vector<std::string> const& prose) {
  std::regex const number(R"((^|[^\w,.])(\d[\d,]*\d(\.\d+)?|\d\.\d+)(?![\w]))");
  std::regex const year("(19|20)[0-9]{2}");
  std::vector<std::string> figures;
  for (auto const& line : prose) {
    for (std::sregex_iterator it(line.begin(), line.end(), number), end; it != end; ++it) {
      std::string const figure = (*it)[2];
      bool const long_enough = figure.size() > 2;
      if (long_enough && !std::regex_match(figure, year)) figures.push_back(figure);
    }
  }
  return figures;
}

TEST(Documentation, OfTheFivefoldLineStatesNoFigureThatItsCommandsDoNotPrint) {
  std::vector<std::string> prose;
  std::string shown;
  bool inside = false;
  for (auto const& line : lines_of(slurp(kRoot / "docs/fivefold.md"))) {
    if (line.starts_with("```")) {
      inside = !inside;
    } else if (inside) {
      shown += line + "\n";
    } else {
      prose.push_back(line);
    }
  }
  auto const figures = stated_figures(prose);
  EXPECT_GT(figures.size(), 15u) << "the story tells hardly any figure";
  for (auto const& figure : figures) {
    EXPECT_NE(shown.find(figure), std::string::npos) << figure << " is in no output on the page";
  }
}

TEST(Documentation, RunsAtLeastTheReadmesCommands) {
  // A page without console blocks would pass the test above without running anything.
  EXPECT_NE(slurp(kRoot / "README.md").find("```console\n$ corridor"), std::string::npos);
  EXPECT_NE(slurp(kRoot / "docs/cli.md").find("```console\n$ corridor"), std::string::npos);
  EXPECT_NE(slurp(kRoot / "docs/seven-places.md").find("```console\n$ corridor"),
            std::string::npos);
}

}  // namespace
