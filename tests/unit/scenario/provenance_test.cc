#include "corridor/scenario/provenance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/scenario/changes.h"

namespace corridor {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the vocabulary of these tests
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A network file and a scenario file of one line per value, so that spans are easy to make.
class Explain : public ::testing::Test {
 protected:
  /// A text of the file with its place.
  static Text at(Sources const& sources, std::uint32_t file, std::string_view text) {
    auto const whole = sources.text(file);
    auto const offset = whole.find(text);
    EXPECT_NE(offset, std::string_view::npos) << text;
    std::uint32_t line = 1;
    for (char const c : whole.substr(0, offset)) line += c == '\n' ? 1U : 0U;
    auto const start = offset == 0 ? 0 : whole.rfind('\n', offset - 1) + 1;
    return {text,
            Span{file, line, static_cast<std::uint32_t>(offset - start + 1),
                 static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(text.size())}};
  }

  void SetUp() override {
    auto const sources = std::make_shared<Sources>();
    auto const net = sources->add("net.yaml",
                                  "aktau-alat:\n  420 km\n  20 h\n  89000 TEU/year\n  50 %\n"
                                  "0.90 USD/TEU/km\n2030\n");
    auto const plus = sources->add("plus.yaml", "1.5\n700 km\n100000 TEU/year\n20 USD/TEU\n");
    auto const in_net = [&](std::string_view text) { return at(*sources, net, text); };
    auto const in_plus = [&](std::string_view text) { return at(*sources, plus, text); };
    world_.modes[2].cost = in_net("0.90 USD/TEU/km");
    auto& link = world_.links[2];
    link.id = in_net("aktau-alat");
    link.closes = in_net("2030");
    link.element.length = in_net("420 km");
    link.element.time = in_net("20 h");
    link.element.capacity = in_net("89000 TEU/year");
    link.element.share = in_net("50 %");
    link.element.sources = {"S1"};
    link.element.estimates = {"capacity"};
    link.element.note = Text("a guess");
    NetworkBuilder builder("n", 2025, sources);
    builder.assume(world_.assumptions).add(world_.sources[0]).add(SourceSpec{.id = "S2"});
    for (auto const& mode : world_.modes) builder.add(mode);
    for (auto const& node : world_.nodes) builder.add(node);
    for (auto const& each : world_.links) builder.add(each);
    base_ = std::move(builder).finish().value();

    auto more = multiply(links({"aktau-alat"}), Field::capacity, in_plus("1.5"));
    more.sources = {"S2"};
    std::vector<Scenario> const scenarios{
        scenario("plus", {more, set(links({"aktau-alat"}), Field::length, in_plus("700 km")),
                          add(links({"aktau-alat"}), Field::cost, in_plus("20 USD/TEU"))}),
        scenario("fixed", {set(links({"aktau-alat"}), Field::capacity, in_plus("100000 TEU/year")),
                           close(links({"aktau-alat"}))})};
    first_ = corridor::apply(base_, std::span(scenarios).first(1)).value();
    both_ = corridor::apply(base_, scenarios).value();
  }

  /// "file:line what => after" of each setting.
  static std::vector<std::string> steps(Network const& network, Provenance const& figure) {
    std::vector<std::string> lines;
    for (auto const& setting : figure.set_by) {
      auto place = network.texts->place(setting.span);
      place.resize(std::min(place.size(), place.rfind(':')));
      lines.push_back(place + " " + setting.what + " => " + setting.after);
    }
    return lines;
  }

  static Provenance one(Network const& network, std::string_view what) {
    auto const explanation = explain(network, what);
    EXPECT_EQ(explanation.problem, "");
    EXPECT_THAT(explanation.figures, SizeIs(1));
    return explanation.figures.at(0);
  }

  Caspian world_;
  Network base_, first_, both_;
};

TEST_F(Explain, TellsWhatWasWrittenAndWhere) {
  auto const figure = one(base_, "aktau-alat.capacity");
  EXPECT_EQ(figure.id, "aktau-alat");
  EXPECT_EQ(figure.title, "aktau-alat");
  EXPECT_EQ(figure.field, "capacity");
  EXPECT_EQ(figure.value, "44500");
  EXPECT_EQ(figure.unit, "TEU/year");
  EXPECT_EQ(figure.written, "89000 TEU/year");
  EXPECT_EQ(figure.note, "a guess");
  EXPECT_TRUE(figure.estimate);
  EXPECT_THAT(figure.sources, ElementsAre(SourceId(0)));
  EXPECT_THAT(steps(base_, figure),
              ElementsAre("net.yaml:4 written 89000 TEU/year, share 50 % => 44500 TEU/year",
                          "net.yaml:5 share 50 % => 44500 TEU/year"));
}

TEST_F(Explain, FollowsAFigureThroughAllScenarios) {
  auto const figure = one(both_, "aktau-alat.capacity");
  EXPECT_EQ(figure.value, "50000");
  EXPECT_EQ(figure.written, "100000 TEU/year");
  EXPECT_FALSE(figure.estimate) << "the scenario's figure, not the guess";
  EXPECT_THAT(figure.sources, ElementsAre(SourceId(0), SourceId(1)));
  EXPECT_THAT(steps(both_, figure),
              ElementsAre("net.yaml:4 written 89000 TEU/year, share 50 % => 44500 TEU/year",
                          "net.yaml:5 share 50 % => 44500 TEU/year",
                          "plus.yaml:1 multiply 1.5 (plus) => 66750 TEU/year",
                          "plus.yaml:3 set 100000 TEU/year (fixed) => 50000 TEU/year"));
  EXPECT_TRUE(one(first_, "aktau-alat.capacity").estimate) << "a scaled guess is a guess";
  EXPECT_EQ(one(first_, "aktau-alat.capacity").written, "89000 TEU/year");
}

TEST_F(Explain, DerivesAFigureFromRateAndLength) {
  auto const base = one(base_, "aktau-alat.cost");
  EXPECT_EQ(base.value, "378");
  EXPECT_EQ(base.written, "420 km at 0.90 USD/TEU/km");
  EXPECT_THAT(steps(base_, base),
              ElementsAre("net.yaml:6 rate 0.90 USD/TEU/km of mode caspian => 378 USD/TEU",
                          "net.yaml:2 length 420 km => 378 USD/TEU"));
  auto const changed = one(both_, "aktau-alat.cost");
  EXPECT_EQ(changed.value, "650");
  EXPECT_THAT(steps(both_, changed),
              ElementsAre("net.yaml:6 rate 0.90 USD/TEU/km of mode caspian => 378 USD/TEU",
                          "net.yaml:2 length 420 km => 378 USD/TEU",
                          "plus.yaml:2 length: set 700 km (plus) => 630 USD/TEU",
                          "plus.yaml:4 add 20 USD/TEU (plus) => 650 USD/TEU"));
}

TEST_F(Explain, TellsTheStateOfALink) {
  auto const base = one(base_, "aktau-alat.status");
  EXPECT_EQ(base.value, "open, closes 2030");
  EXPECT_EQ(base.unit, "");
  EXPECT_THAT(steps(base_, base), ElementsAre("net.yaml:7 written 2030 => open, closes 2030"));
  auto const closed = one(both_, "aktau-alat.status");
  EXPECT_EQ(closed.value, "closed, closes 2030");
  EXPECT_THAT(closed.set_by, SizeIs(2));
  EXPECT_EQ(closed.set_by[1].what, "close (fixed)");
}

TEST_F(Explain, TellsThatALinkIsClosedWhileAnEndOfItIs) {
  auto const node = chosen(By::nodes, "aktau");
  auto const after = [&](std::vector<Change> changes) {
    std::vector<Scenario> const scenarios{scenario("s", std::move(changes))};
    auto const network = corridor::apply(base_, scenarios).value();
    return one(network, "aktau-alat.status");
  };
  auto const shut = after({close(node)});
  EXPECT_EQ(shut.value, "closed");
  ASSERT_THAT(shut.set_by, SizeIs(2));
  EXPECT_EQ(shut.set_by[0].after, "open, closes 2030");
  EXPECT_EQ(shut.set_by[1].what, "close node aktau (s)");
  EXPECT_EQ(shut.set_by[1].after, "closed");

  auto const still = after({close(node), close(links({"aktau-alat"})), open(node)});
  EXPECT_EQ(still.value, "closed, closes 2030");
  ASSERT_THAT(still.set_by, SizeIs(4));
  EXPECT_EQ(still.set_by[2].after, "closed") << "closed twice over";
  EXPECT_EQ(still.set_by[3].what, "open node aktau (s)");
  EXPECT_EQ(still.set_by[3].after, "closed, closes 2030") << "as the link itself";
  EXPECT_EQ(after({close(chosen(By::nodes, "xian"))}).value, "open, closes 2030") << "far away";
}

TEST_F(Explain, GivesAllFiguresOfAnElement) {
  auto const fields = [&](std::string_view what) {
    std::vector<std::string> names;
    for (auto const& figure : explain(base_, what).figures) {
      names.push_back(figure.id + "." + figure.field);
    }
    return names;
  };
  EXPECT_THAT(fields("xian-dostyk"),
              ElementsAre("xian-dostyk.length", "xian-dostyk.time", "xian-dostyk.cost",
                          "xian-dostyk.emissions", "xian-dostyk.capacity", "xian-dostyk.status"));
  EXPECT_THAT(fields("dostyk:passage"), SizeIs(4));
  EXPECT_EQ(fields("dostyk:rail_1435>rail_1435"), fields("dostyk:passage"));
  EXPECT_THAT(fields("dostyk:rail_1520>rail_1435.time"),
              ElementsAre("dostyk:rail_1435>rail_1520.time"))
      << "as it was written";
  EXPECT_THAT(fields("dostyk.time"),
              ElementsAre("dostyk:rail_1435>rail_1520.time", "dostyk:passage.time"));
}

TEST_F(Explain, SaysThatNothingWasWritten) {
  auto const figure = one(base_, "dostyk:passage.cost");
  EXPECT_EQ(figure.value, "0");
  EXPECT_EQ(figure.written, "");
  ASSERT_THAT(figure.set_by, SizeIs(1));
  EXPECT_EQ(figure.set_by[0].what, "not written, so 0");
}

TEST_F(Explain, PrefersTheLongestId) {
  Caspian world;
  world.links[0].id = "a";
  world.links[1].id = "a.time";
  auto const network = world.build().value();
  EXPECT_THAT(explain(network, "a.time").figures, SizeIs(6)) << "the link, not the time of 'a'";
  EXPECT_EQ(one(network, "a.time.time").id, "a.time");
  EXPECT_EQ(one(network, "a.cost").id, "a");
}

TEST_F(Explain, NamesTheNearestOfWhatIsUnknown) {
  EXPECT_EQ(explain(base_, "aktau-alta").problem,
            "no link, transfer or passage 'aktau-alta', did you mean 'aktau-alat'?");
  EXPECT_EQ(explain(base_, "aktau-alta.time").problem,
            "no link, transfer or passage 'aktau-alta', did you mean 'aktau-alat'?");
  EXPECT_EQ(explain(base_, "aktau-alat.tme").problem,
            "link 'aktau-alat' has no figure 'tme', did you mean 'time'?");
  EXPECT_EQ(explain(base_, "dostyk:passage.length").problem,
            "passage 'dostyk:passage' has no figure 'length'");
  EXPECT_EQ(explain(base_, "xian").problem,
            "node 'xian' has no transfer and no passage to explain");
  EXPECT_THAT(explain(base_, "xian").figures, IsEmpty());
  EXPECT_THAT(explain(base_, "aktau:rail_1520>caspan").problem,
              HasSubstr("did you mean 'aktau:rail_1520>caspian'?"));
}

}  // namespace
}  // namespace corridor
