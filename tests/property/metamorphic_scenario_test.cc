// Relations between scenarios and the networks they make, on a thousand random networks each.

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "corridor/scenario/apply.h"
#include "support/answers.h"
#include "support/rewrite.h"

namespace corridor {
namespace {

using test::answers;
using test::Answers;
using test::ask;
using test::Random;
using test::Sample;

Scenario scenario(std::string id, std::vector<Change> changes) {
  Scenario scenario;
  scenario.id = std::move(id);
  scenario.changes = std::move(changes);
  return scenario;
}

Change change(ChangeKind kind, Selector::By by, std::vector<Text> names) {
  Change change;
  change.kind = kind;
  change.selector.by = by;
  change.selector.names = std::move(names);
  return change;
}

Change with(Change change, Field field, std::string value) {
  change.values[static_cast<std::size_t>(field)] = std::move(value);
  return change;
}

Network applied(Network const& base, std::vector<Scenario> const& scenarios) {
  Result<Network> result = corridor::apply(base, scenarios);  // not std::apply
  if (result) return std::move(result).value();
  throw std::invalid_argument(result.error().front().message);
}

struct Base {
  explicit Base(Sample const& sample)
      : network(test::build(sample.spec)), question(ask(network, sample.from, sample.to)) {}
  Answers after(std::vector<Scenario> const& scenarios) const {
    return answers(applied(network, scenarios), question);
  }
  Network network;
  Question question;
};

template <class Relation>
void for_each_sample(Relation const& relation) {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed + 99);
    relation(test::sample(seed), random);
    if (::testing::Test::HasFailure()) return;
  }
}

LinkSpec const& any_link(Sample const& sample, Random& random) {
  return sample.spec.links[random.below(sample.spec.links.size())];
}

using enum ChangeKind;
using By = Selector::By;

TEST(Metamorphic, AScenarioWithoutChangesIsTheBase) {
  for_each_sample([](Sample const& sample, Random&) {
    Base const base(sample);
    EXPECT_EQ(base.after({scenario("nothing", {})}), answers(base.network, base.question));
  });
}

TEST(Metamorphic, SettingTwiceIsSettingOnce) {
  for_each_sample([](Sample const& sample, Random& random) {
    Base const base(sample);
    Change const once =
        with(with(change(set, By::links, {any_link(sample, random).id}), Field::capacity,
                  std::to_string(random.between(0, 9)) + " TEU/year"),
             Field::time, std::to_string(random.between(0, 9)) + " h");
    EXPECT_EQ(base.after({scenario("twice", {once, once})}),
              base.after({scenario("once", {once})}));
  });
}

TEST(Metamorphic, ClosingTwiceIsClosingOnce) {
  for_each_sample([](Sample const& sample, Random& random) {
    Base const base(sample);
    Change const once = change(close, By::links, {any_link(sample, random).id});
    EXPECT_EQ(base.after({scenario("twice", {once, once})}),
              base.after({scenario("once", {once})}));
  });
}

TEST(Metamorphic, OpeningTwiceIsOpeningOnce) {
  for_each_sample([](Sample const& sample, Random& random) {
    Base const base(sample);
    Change const once = change(open, By::links, {any_link(sample, random).id});
    EXPECT_EQ(base.after({scenario("twice", {once, once})}),
              base.after({scenario("once", {once})}));
  });
}

TEST(Metamorphic, ClosingThenOpeningIsOpening) {
  for_each_sample([](Sample const& sample, Random& random) {
    Base const base(sample);
    Text const id = any_link(sample, random).id;
    EXPECT_EQ(base.after({scenario(
                  "both", {change(close, By::links, {id}), change(open, By::links, {id})})}),
              base.after({scenario("open", {change(open, By::links, {id})})}));
  });
}

TEST(Metamorphic, ClosingThenOpeningALinkThatWasOpenIsTheBase) {
  for_each_sample([](Sample const& sample, Random& random) {
    LinkSpec const& link = any_link(sample, random);
    if (link.status || link.opens || link.closes) return;
    Base const base(sample);
    EXPECT_EQ(base.after({scenario("both", {change(close, By::links, {link.id}),
                                            change(open, By::links, {link.id})})}),
              answers(base.network, base.question));
  });
}

TEST(Metamorphic, ScenariosOnDifferentLinksGoInEitherOrder) {
  for_each_sample([](Sample const& sample, Random& random) {
    LinkSpec const& one = any_link(sample, random);
    LinkSpec const& other = any_link(sample, random);
    if (one.id.text == other.id.text) return;
    Base const base(sample);
    Scenario const first =
        scenario("first", {with(change(multiply, By::links, {one.id}), Field::capacity, "2.5"),
                           with(change(add, By::links, {one.id}), Field::time, "1 h")});
    Scenario const second =
        scenario("second", {with(change(set, By::links, {other.id}), Field::cost, "4 USD/TEU"),
                            change(open, By::links, {other.id})});
    EXPECT_EQ(base.after({first, second}), base.after({second, first}));
  });
}

TEST(Metamorphic, MultiplyingByAScenarioIsWritingTheProduct) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::int64_t const factor = random.between(0, 5);
    std::size_t const index = random.below(sample.spec.links.size());
    Sample written = sample;
    LinkSpec& link = written.spec.links[index];
    std::int64_t const capacity = test::number_of(*link.element.capacity);
    if (capacity >= 0) link.element.capacity = std::to_string(factor * capacity) + " TEU/year";
    Base const base(sample);
    Base const product(written);
    Change const times = with(change(multiply, By::links, {sample.spec.links[index].id}),
                              Field::capacity, std::to_string(factor));
    EXPECT_EQ(base.after({scenario("times", {times})}), answers(product.network, product.question));
  });
}

TEST(Metamorphic, AddingByAScenarioIsWritingTheSum) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::int64_t const more = random.between(0, 5);
    std::size_t const index = random.below(sample.spec.links.size());
    Sample written = sample;
    ElementSpec& element = written.spec.links[index].element;
    element.cost = std::to_string(test::number_of(*element.cost) + more) + " USD/TEU";
    Base const base(sample);
    Base const sum(written);
    Change const plus = with(change(add, By::links, {sample.spec.links[index].id}), Field::cost,
                             std::to_string(more) + " USD/TEU");
    EXPECT_EQ(base.after({scenario("plus", {plus})}), answers(sum.network, sum.question));
  });
}

TEST(Metamorphic, ClosingByAScenarioIsWritingClosed) {
  for_each_sample([](Sample const& sample, Random& random) {
    std::size_t const index = random.below(sample.spec.links.size());
    Sample written = sample;
    written.spec.links[index].status = "closed";
    Base const base(sample);
    Base const shut(written);
    EXPECT_EQ(
        base.after({scenario("shut", {change(close, By::links, {sample.spec.links[index].id})})}),
        answers(shut.network, shut.question));
  });
}

TEST(Metamorphic, ClosingEveryLinkOfANodeIsClosingTheNode) {
  for_each_sample([](Sample const& sample, Random& random) {
    Text const node = sample.spec.nodes[random.below(sample.spec.nodes.size())].id;
    std::vector<Text> links;
    for (LinkSpec const& link : sample.spec.links) {
      if (link.from->text == node.text || link.to->text == node.text) links.push_back(link.id);
    }
    if (links.empty()) return;
    Base const base(sample);
    EXPECT_EQ(base.after({scenario("links", {change(close, By::links, links)})}),
              base.after({scenario("node", {change(close, By::nodes, {node})})}));
  });
}

TEST(Metamorphic, DifferenceIsEmptyExactlyForEqualNetworks) {
  for_each_sample([](Sample const& sample, Random& random) {
    Base const base(sample);
    EXPECT_TRUE(difference(base.network, base.network).empty());
    Change const plus =
        with(change(add, By::links, {any_link(sample, random).id}), Field::time, "1 h");
    auto const found = difference(base.network, applied(base.network, {scenario("plus", {plus})}));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().field, Field::time);
  });
}

}  // namespace
}  // namespace corridor
