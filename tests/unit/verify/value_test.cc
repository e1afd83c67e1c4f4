#include "verify/value.h"

#include <gtest/gtest.h>

#include <string>

#include "corridor/verify/verify.h"

namespace corridor::verify {
namespace {

Result<Value> parsed(std::string text) {
  Sources sources;
  auto const file = sources.add("test.json", std::move(text));
  return parse(sources, file);
}

std::string refusal(std::string text) {
  auto const value = parsed(std::move(text));
  if (value) return "accepted";
  auto const& finding = value.error().front();
  return std::to_string(finding.span.line) + ":" + std::to_string(finding.span.column) + " " +
         std::string(name_of(finding.code));
}

TEST(ParsedJson, KeepsTheDigitsOfNumbers) {
  auto const value = parsed(R"([9007199254740.993, 123456789012345678901234567890, -0.5, 1E3])");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->items[0].text, "9007199254740.993");
  EXPECT_EQ(value->items[1].text, "123456789012345678901234567890");
  EXPECT_EQ(value->items[2].text, "-0.5");
  EXPECT_EQ(value->items[3].text, "1E3");
}

TEST(ParsedJson, KnowsWhereEachValueStands) {
  std::string const text = R"({"a": 12, "b\"c": "x\"y", "d": [true, null], "e": {}})";
  auto const value = parsed(text);
  ASSERT_TRUE(value);
  auto const written = [&](Value const& each) { return text.substr(each.offset, each.length); };
  EXPECT_EQ(written(*find(*value, "a")), "12");
  EXPECT_EQ(written(*find(*value, "b\"c")), R"("x\"y")");
  EXPECT_EQ(written(find(*value, "d")->items[0]), "true");
  EXPECT_EQ(written(find(*value, "d")->items[1]), "null");
  EXPECT_EQ(written(*find(*value, "d")), "[");
  EXPECT_EQ(written(*find(*value, "e")), "{");
  EXPECT_EQ(find(*value, "f"), nullptr);
}

TEST(ParsedJson, RefusesWhatIsNoJsonWithItsPlace) {
  EXPECT_EQ(refusal(""), "1:1 json-syntax");
  EXPECT_EQ(refusal("{\n  \"a\": flow}"), "2:9 json-syntax");
  EXPECT_EQ(refusal("[NaN]"), "1:2 json-syntax");
  EXPECT_EQ(refusal("[1] 2"), "1:5 json-syntax");
  EXPECT_EQ(refusal("[\"\xff\"]"), "1:3 json-syntax");
  EXPECT_EQ(refusal("[1e999999]"), "1:10 json-syntax");
}

TEST(ParsedJson, RefusesAKeyThatStandsTwice) {
  EXPECT_EQ(refusal("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}"), "2:7 duplicate-key");
}

TEST(ParsedJson, RefusesDeepNestingWithoutEndingTheProgram) {
  auto const depth = static_cast<std::size_t>(kMaxResultNesting);
  EXPECT_TRUE(parsed(std::string(depth, '[') + std::string(depth, ']')));
  EXPECT_EQ(refusal(std::string(depth + 1, '[')),
            "1:" + std::to_string(depth + 1) + " nesting-too-deep");
  EXPECT_EQ(refusal(std::string(1'000'000, '[')),
            "1:" + std::to_string(depth + 1) + " nesting-too-deep");
}

TEST(Numbers, AreTheSameWhateverTheirSpelling) {
  EXPECT_TRUE(same_number("1.50", "1.5"));
  EXPECT_TRUE(same_number("1500", "1.5e3"));
  EXPECT_TRUE(same_number("0.0015", "1.5E-3"));
  EXPECT_TRUE(same_number("-0", "0"));
  EXPECT_TRUE(same_number("0.000", "0"));
  EXPECT_FALSE(same_number("1", "-1"));
  EXPECT_FALSE(same_number("1", "10"));
  EXPECT_FALSE(same_number("9007199254740.993", "9007199254740.992"));
  EXPECT_FALSE(same_number("1e99999999999999999999", "1"));
}

}  // namespace
}  // namespace corridor::verify
