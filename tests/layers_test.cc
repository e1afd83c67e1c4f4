// Who may include whom. Data flows one way through the layers, and each outside library is known
// to few files; this test reads every #include under engine/ and holds it against two tables.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Layer {
  std::string_view name;
  std::vector<std::string_view> may_include;
};

std::vector<Layer> const& layers() {
  static std::vector<Layer> const table = {
      {"base", {}},
      {"model", {"base"}},
      {"io", {"base", "model"}},
      {"scenario", {"base", "model"}},
      {"graph", {"base", "model"}},
      // Vertices and arcs by number: knows nothing of networks.
      {"flow", {"base"}},
      // Likewise: orders, contraction hierarchies and searches on vertices and arcs by number.
      {"hierarchy", {"base"}},
      {"analysis", {"base", "model", "graph", "flow", "hierarchy"}},
      // Answers speak in arcs of the graph; those of `explain` and `diff` are what scenarios did.
      {"report", {"base", "model", "scenario", "graph", "analysis"}},
      // Reads results and checks them: needs every layer that says what an answer means, and shares
      // no code with those that find it.
      {"verify", {"base", "model", "io", "scenario", "graph", "analysis", "report"}},
      {"cli", {"base", "model", "io", "scenario", "graph", "analysis", "report", "verify"}},
  };
  return table;
}

struct Library {
  std::string_view prefix;   // how its headers begin
  std::string_view allowed;  // regular expression of the files that may include it
};

std::vector<Library> const& libraries() {
  static std::vector<Library> const table = {
      {"yaml-cpp/", R"(src/io/document\.cc)"},
      {"CLI/", R"(cli/command_line\.cc)"},
      {"boost/", R"(src/(graph|analysis)/.*|include/corridor/graph/boost\.h)"},
      {"spdlog/", R"(cli/.*|src/base/stages\.cc)"},
      {"fmt/", R"((src|cli)/.*)"},
      {"sha2.h", R"(src/base/sha256\.cc)"},
      {"metis.h", R"(src/hierarchy/order\.cc)"},
      {"hdf5.h", R"(cli/omx\.cc)"},
      {"nlohmann/", R"(src/verify/parse\.cc)"},
  };
  return table;
}

Layer const* find_layer(std::string_view name) {
  auto const& all = layers();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](Layer const& layer) { return layer.name == name; });
  return found == all.end() ? nullptr : &*found;
}

/// The part of `text` before the first slash, or nothing when it has none.
std::optional<std::string_view> first_folder(std::string_view text) {
  auto const slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return text.substr(0, slash);
}

/// The layer a file under engine/ belongs to: `src/io/read.cc` is io, `cli/main.cc` is cli.
std::string_view layer_of_file(std::string_view path) {
  for (std::string_view const root : {"include/corridor/", "src/"}) {
    if (path.starts_with(root)) path.remove_prefix(root.size());
  }
  return first_folder(path).value_or("");
}

/// The layer a quoted include names; a bare file name stays in the layer of the including file.
/// Generated headers such as corridor/export.h belong to no layer.
std::optional<std::string_view> layer_of_include(std::string_view header, std::string_view own) {
  constexpr std::string_view kRoot = "corridor/";
  if (header.starts_with(kRoot)) return first_folder(header.substr(kRoot.size()));
  return first_folder(header).value_or(own);
}

std::optional<std::string> broken_layer_rule(std::string_view path, std::string_view header) {
  auto const own = layer_of_file(path);
  Layer const* const layer = find_layer(own);
  if (layer == nullptr) return "the folder '" + std::string(own) + "' is no known layer";
  auto const other = layer_of_include(header, own);
  if (!other || *other == own) return std::nullopt;
  auto const& allowed = layer->may_include;
  if (std::find(allowed.begin(), allowed.end(), *other) != allowed.end()) return std::nullopt;
  return "layer " + std::string(own) + " may not include layer " + std::string(*other);
}

std::optional<std::string> broken_library_rule(std::string_view path, std::string_view header) {
  for (auto const& library : libraries()) {
    if (!header.starts_with(library.prefix)) continue;
    if (std::regex_match(std::string(path), std::regex(std::string(library.allowed)))) {
      return std::nullopt;
    }
    return std::string(library.prefix) + " belongs into files that match " +
           std::string(library.allowed) + " only";
  }
  if (header.find('/') != std::string_view::npos && !header.starts_with("sys/")) {
    return "this library has no row in the table of outside libraries";
  }
  return std::nullopt;
}

/// Every include of `text` that breaks a rule, as `path:line: #include ...: rule`. `path` is
/// relative to engine/.
std::vector<std::string> violations(std::string const& path, std::string const& text) {
  static std::regex const include(R"re(\s*#\s*include\s*(["<])([^">]+)[">].*)re");
  std::vector<std::string> found;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (!std::regex_match(line, match, include)) continue;
    std::string const header = match[2];
    auto const broken =
        match[1] == "\"" ? broken_layer_rule(path, header) : broken_library_rule(path, header);
    if (broken) {
      found.push_back("engine/" + path + ":" + std::to_string(number) + ": #include of " + header +
                      ": " + *broken);
    }
  }
  return found;
}

std::vector<std::filesystem::path> engine_files(std::filesystem::path const& engine) {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(engine)) {
    auto const extension = entry.path().extension();
    if (extension == ".h" || extension == ".cc") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(Layers, EveryIncludeUnderEngineKeepsTheRules) {
  std::filesystem::path const engine = std::filesystem::path(CORRIDOR_SOURCE_DIR) / "engine";
  auto const files = engine_files(engine);
  ASSERT_GT(files.size(), 20u) << "too few files below " << engine << ": is the path right?";
  for (auto const& file : files) {
    for (auto const& violation :
         violations(file.lexically_relative(engine).generic_string(), read(file))) {
      ADD_FAILURE() << violation;
    }
  }
}

struct Case {
  std::string path;
  std::string line;
  bool allowed;
};

TEST(Layers, CheckerTellsGoodIncludesFromBadOnes) {
  std::vector<Case> const cases = {
      {"src/io/read.cc", "#include \"corridor/model/network.h\"", true},
      {"src/io/read.cc", "#include \"io/fields.h\"", true},
      {"src/io/read.cc", "#include \"fields.h\"", true},
      {"src/io/read.cc", "#include \"corridor/export.h\"", true},
      {"src/io/read.cc", "#include \"corridor/scenario/apply.h\"", false},
      {"src/model/network.cc", "#include \"corridor/io/read.h\"", false},
      {"src/scenario/apply.cc", "#include \"corridor/io/read.h\"", false},
      {"src/graph/compile.cc", "#include \"scenario/select.h\"", false},
      {"src/base/units.cc", "#include \"corridor/model/network.h\"", false},
      {"src/analysis/route.cc", "#include \"corridor/report/render.h\"", false},
      {"src/report/text.cc", "#include \"corridor/io/read.h\"", false},
      {"include/corridor/model/network.h", "#include \"corridor/graph/graph.h\"", false},
      {"src/newcomer/x.cc", "#include \"corridor/base/id.h\"", false},
      {"cli/main.cc", "#include \"corridor/report/render.h\"", true},
      {"src/io/document.cc", "#include <yaml-cpp/eventhandler.h>", true},
      {"src/io/read.cc", "#include <yaml-cpp/yaml.h>", false},
      {"cli/command_line.cc", "#include <CLI/CLI.hpp>", true},
      {"cli/main.cc", "  #  include <CLI/CLI.hpp>  // why", false},
      {"src/graph/graph.cc", "#include <boost/graph/compressed_sparse_row_graph.hpp>", true},
      {"include/corridor/graph/boost.h", "#include <boost/graph/properties.hpp>", true},
      {"include/corridor/graph/graph.h", "#include <boost/graph/properties.hpp>", false},
      {"src/io/read.cc", "#include <boost/unordered_map.hpp>", false},
      {"include/corridor/base/result.h", "#include <fmt/format.h>", false},
      {"include/corridor/report/render.h", "#include <nlohmann/json.hpp>", false},
      {"src/analysis/route.cc", "#include <spdlog/spdlog.h>", false},
      {"src/base/units.cc", "#include <unknown/library.h>", false},
      {"src/base/units.cc", "#include <vector>", true},
      {"src/base/sha256.cc", "#include <sha2.h>", true},
      {"src/io/load.cc", "#include <sha2.h>", false},
      {"src/hierarchy/order.cc", "#include <metis.h>", true},
      {"src/analysis/routing.cc", "#include <metis.h>", false},
      {"src/hierarchy/query.cc", "#include \"graph/topology.h\"", false},
      {"src/analysis/routing.cc", "#include \"hierarchy/query.h\"", true},
      {"src/verify/parse.cc", "#include <nlohmann/json.hpp>", true},
      {"src/report/json.cc", "#include <nlohmann/json.hpp>", false},
      {"src/report/json.cc", "#include \"corridor/verify/verify.h\"", false},
      {"cli/output.cc", "#include <sys/stat.h>", true}};
  for (auto const& [path, line, allowed] : cases) {
    auto const found = violations(path, "// first line\n" + line + "\n");
    EXPECT_EQ(found.empty(), allowed) << path << ": " << line;
    for (auto const& violation : found) {
      EXPECT_EQ(violation.rfind("engine/" + path + ":2: ", 0), 0u) << violation;
    }
  }
}

}  // namespace
