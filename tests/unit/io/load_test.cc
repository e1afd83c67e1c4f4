#include "corridor/io/load.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace corridor {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class Files : public testing::Test {
 protected:
  void SetUp() override {
    auto pattern = (fs::temp_directory_path() / "corridor-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(std::string const& name, std::string const& text) const {
    auto const path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string scenario(std::string const& id, std::string const& rest = "") const {
    return write(id + ".yaml", "format: 1\nscenario: " + id + "\n" + rest);
  }
  std::string path(std::string const& name) const { return (folder_ / name).string(); }

 private:
  fs::path folder_;
};

template <class T>
std::string code_of(Result<T> const& result) {
  return result ? "none" : std::string(name_of(result.error().front().code));
}

std::string code_of_parsing(std::string const& path) {
  return code_of(parse_file(std::make_shared<Sources>(), path));
}

std::vector<std::string> ids(Result<std::vector<Scenario>> const& scenarios) {
  std::vector<std::string> all;
  if (!scenarios) return {code_of(scenarios)};
  for (auto const& scenario : *scenarios) all.push_back(scenario.id.text);
  return all;
}

using Ids = std::vector<std::string>;

TEST_F(Files, RefusesWhatIsNoFileWithoutWaiting) {
  EXPECT_EQ(code_of_parsing(path("missing.yaml")), "file-not-found");
  EXPECT_EQ(code_of_parsing(path("")), "not-a-file");
  EXPECT_EQ(code_of_parsing("/dev/null"), "not-a-file");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(code_of_parsing(path("pipe")), "not-a-file");
  EXPECT_EQ(code_of_parsing(write("empty.yaml", "")), "empty-file");
}

TEST_F(Files, RefusesSparseGiantsByTheirSize) {
  auto const giant = write("giant.yaml", "a");
  fs::resize_file(giant, kMaxFileBytes + 1);
  EXPECT_EQ(code_of_parsing(giant), "file-too-large");
}

TEST_F(Files, SaysWhyAFileCannotBeRead) {
  // A link that leads to itself cannot be opened by anybody, not even by root.
  ASSERT_EQ(::symlink("loop.yaml", path("loop.yaml").c_str()), 0);
  auto const document = parse_file(std::make_shared<Sources>(), path("loop.yaml"));
  ASSERT_EQ(code_of(document), "unreadable-file");
  EXPECT_EQ(document.error().front().file, path("loop.yaml"));
  EXPECT_NE(document.error().front().message.find("symbolic"), std::string::npos);
}

TEST_F(Files, FindsNamesBesideTheFileThatUsesThem) {
  scenario("today", "note: mine\n");
  auto const user = scenario("user", "extends: today\n");
  auto const scenarios = Loader().scenarios(std::vector{user});
  ASSERT_EQ(ids(scenarios), (Ids{"today", "user"}));
  EXPECT_EQ((*scenarios)[0].note, "mine");
}

TEST_F(Files, FallsBackToBuiltInNames) {
  auto const user = scenario("user", "extends: fivefold\n");
  EXPECT_EQ(ids(Loader().scenarios(std::vector{user})).back(), "user");
  EXPECT_TRUE(Loader().network(kDefaultNetwork));
  EXPECT_TRUE(Loader().study(kDefaultStudy));
}

TEST_F(Files, AppliesEachScenarioOnceAtItsFirstPlace) {
  scenario("a");
  scenario("b", "extends: a\n");
  auto const c = scenario("c", "extends: [b, a]\n");
  EXPECT_EQ(ids(Loader().scenarios(std::vector{c, path("a.yaml"), path("./b.yaml")})),
            (Ids{"a", "b", "c"}));
}

TEST_F(Files, ReportsACycleWithTheWayRound) {
  auto const a = scenario("a", "extends: b\n");
  scenario("b", "extends: c\n");
  scenario("c", "extends: b\n");
  auto const scenarios = Loader().scenarios(std::vector{a});
  ASSERT_EQ(code_of(scenarios), "extends-cycle");
  EXPECT_NE(scenarios.error().front().message.find("b extends c extends b"), std::string::npos);
  EXPECT_EQ(scenarios.error().front().span.line, 3U);
}

TEST_F(Files, NamesTheNearestNameOfTheRightKind) {
  auto const study = Loader().study("what-does-fivefold-by");
  ASSERT_EQ(code_of(study), "unknown-study");
  EXPECT_EQ(study.error().front().hint, "did you mean 'what-does-fivefold-buy'?");
  EXPECT_EQ(code_of(Loader().network("midle-corridor")), "unknown-network");
  EXPECT_EQ(code_of(Loader().scenarios(std::vector<std::string>{"fivefoldd"})), "unknown-scenario");
  // A study is no scenario, so its name is not known as one.
  EXPECT_EQ(code_of(Loader().scenarios(std::vector<std::string>{kDefaultStudy})),
            "unknown-scenario");
}

TEST_F(Files, ReportsAFileOfTheWrongKind) {
  EXPECT_EQ(code_of(Loader().network(scenario("a"))), "wrong-file-kind");
}

TEST_F(Files, ReportsAMissingFileWhereItIsNamed) {
  auto const user = scenario("user", "extends: gone.yaml\n");
  auto const scenarios = Loader().scenarios(std::vector{user});
  ASSERT_EQ(code_of(scenarios), "file-not-found");
  EXPECT_EQ(scenarios.error().front().span.line, 3U);
  EXPECT_EQ(code_of(Loader().network("gone.yaml")), "file-not-found");
}

TEST_F(Files, ResolvesAStudysNamesBesideTheStudy) {
  scenario("mine");
  auto const study_file = write("study.yaml",
                                "format: 1\nstudy: s\nfrom: xian\nto: europe\n"
                                "scenarios: [base, mine]\n");
  Loader loader;
  auto const study = loader.study(study_file);
  ASSERT_TRUE(study);
  EXPECT_EQ(ids(loader.scenarios_of(*study, study->scenarios[0])), Ids{});
  EXPECT_EQ(ids(loader.scenarios_of(*study, study->scenarios[1])), Ids{"mine"});
  EXPECT_TRUE(loader.network_of(*study));
}

TEST_F(Files, ParsesEachFileOnce) {
  auto const file = scenario("a");
  Loader loader;
  ASSERT_TRUE(loader.scenarios(std::vector{file}));
  auto const texts = loader.sources()->size();
  ASSERT_TRUE(loader.scenarios(std::vector{file, path("./a.yaml")}));
  EXPECT_EQ(loader.sources()->size(), texts);
}

TEST(Builtin, EveryFileIsReadAndKnownByName) {
  for (auto const& name : builtin_names(FileKind::network)) {
    EXPECT_EQ(code_of(Loader().network(name)), "none") << name;
  }
  for (auto const& name : builtin_names(FileKind::scenario)) {
    EXPECT_EQ(code_of(Loader().scenarios(std::vector{name})), "none") << name;
  }
  for (auto const& name : builtin_names(FileKind::study)) {
    EXPECT_EQ(code_of(Loader().study(name)), "none") << name;
  }
  EXPECT_GE(builtin_names(FileKind::scenario).size(), 1U);
}

}  // namespace
}  // namespace corridor
