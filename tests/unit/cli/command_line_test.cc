#include "cli/command_line.h"

#include <gtest/gtest.h>

#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/utf8.h"
#include "cli/verbs.h"

namespace corridor::cli {
namespace {

using Words = std::vector<std::string>;

std::string refusal(Words const& arguments) {
  try {
    parse_command_line(arguments);
  } catch (UsageError const& error) {
    return error.what();
  }
  return "understood";
}

TEST(CommandLine, ReadsVerbWordsAndOptionsInAnyOrder) {
  auto const request =
      parse_command_line({"--width", "90", "explain", "--scenario=a", "x.time", "--scenario", "b"});
  ASSERT_NE(request.verb, nullptr);
  EXPECT_EQ(request.verb->name, "explain");
  EXPECT_EQ(request.words, Words{"x.time"});
  EXPECT_EQ(request.values("scenario"), (Words{"a", "b"}));
}

TEST(CommandLine, RefusesAnOptionThatTheVerbDoesNotTake) {
  EXPECT_EQ(refusal({"--year", "2027", "schema", "network"}),
            "option '--year' makes no sense for `schema`");
}

TEST(CommandLine, TakesShortOptions) {
  auto const request = parse_command_line({"flow", "-o", "x.json", "-qv"});
  EXPECT_EQ(request.value("output"), "x.json");
  EXPECT_TRUE(request.has("quiet"));
  EXPECT_TRUE(request.has("verbose"));
}

TEST(CommandLine, TakesADashAsAValue) {
  EXPECT_EQ(parse_command_line({"flow", "-o", "-"}).value("output"), "-");
}

TEST(CommandLine, SuggestsTheNearestVerbAndOption) {
  EXPECT_EQ(refusal({"rout"}), "unknown verb 'rout', did you mean 'route'?");
  EXPECT_EQ(refusal({"route", "--form", "a"}),
            "unknown option '--form' for `route`, did you mean '--format'?");
  EXPECT_EQ(refusal({"route", "--fron", "a"}),
            "unknown option '--fron' for `route`, did you mean '--from'?");
}

TEST(CommandLine, RefusesARepeatedSingleValuedOption) {
  EXPECT_EQ(refusal({"flow", "--from", "a", "--from", "b"}), "option '--from' is given twice");
}

TEST(CommandLine, RefusesAMissingValue) {
  EXPECT_EQ(refusal({"flow", "--from"}), "option '--from' lacks its value");
  EXPECT_EQ(refusal({"flow", "--from", "--to", "b"}), "option '--from' lacks its value");
}

TEST(CommandLine, RefusesEmptyAndForeignBytes) {
  EXPECT_EQ(refusal({"flow", ""}), "argument 2 is empty");
  EXPECT_NE(refusal({"flow", "\xff"}), "understood");
  EXPECT_NE(refusal({"flow", "a\x1b[31m"}), "understood");
}

TEST(CommandLine, KeepsBracketsAndCommasOfAValue) {
  EXPECT_EQ(parse_command_line({"flow", "--from", "[a,b]"}).value("from"), "[a,b]");
}

TEST(CommandLine, TablesAgreeWithEachOther) {
  for (auto const& verb : verbs()) {
    EXPECT_FALSE(verb.examples.empty()) << verb.name;
    for (auto const name : verb.options) EXPECT_NE(find_option(name), nullptr) << name;
    for (auto const* name : {"help", "version", "output"}) {
      EXPECT_NE(std::find(verb.options.begin(), verb.options.end(), name), verb.options.end())
          << verb.name << " lacks --" << name;
    }
    bool const has_format =
        std::find(verb.options.begin(), verb.options.end(), "format") != verb.options.end();
    EXPECT_EQ(has_format, !verb.formats.empty()) << verb.name;
  }
}

TEST(CommandLine, EveryOptionBelongsToAVerb) {
  for (auto const& option : options()) {
    bool used = false;
    for (auto const& verb : verbs()) {
      used = used ||
             std::find(verb.options.begin(), verb.options.end(), option.name) != verb.options.end();
    }
    EXPECT_TRUE(used) << option.name;
  }
}

TEST(PlainUtf8, AcceptsTextAndRefusesBrokenSequences) {
  EXPECT_TRUE(is_plain_utf8("Xi'an, Түркістан, 西安"));
  for (auto const* bad : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8", "a\n",
                          "\x7F", "\xC2\x85"}) {
    EXPECT_FALSE(is_plain_utf8(bad));
  }
}

}  // namespace
}  // namespace corridor::cli
