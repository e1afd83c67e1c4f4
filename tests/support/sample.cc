#include "support/generate.h"

namespace corridor::test {
namespace {

std::string number(std::int64_t value, char const* unit) {
  return std::to_string(value) + " " + unit;
}

class Sampler {
 public:
  Sampler(std::uint64_t seed, SampleSize size)
      : random_(seed),
        nodes_(2 + random_.below(size.nodes - 1)),
        modes_(1 + random_.below(size.modes)) {}

  Sample sample() {
    Sample result;
    result.spec.title = "sample";
    for (std::size_t i = 0; i < modes_; ++i) result.spec.modes.push_back(mode(i));
    for (std::size_t i = 0; i < nodes_; ++i) result.spec.nodes.push_back(node(i));
    std::size_t const links = 1 + random_.below(3 * nodes_);
    for (std::size_t i = 0; i < links; ++i) result.spec.links.push_back(link(i));
    result.from = "n0";
    result.to = node_id(nodes_ - 1);
    if (nodes_ > 3 && random_.percent(25)) result.from += ",n1";
    if (nodes_ > 4 && random_.percent(25)) result.to += ",n2";
    return result;
  }

 private:
  static std::string node_id(std::size_t i) { return "n" + std::to_string(i); }
  static std::string mode_id(std::size_t i) { return "m" + std::to_string(i); }

  static ModeSpec mode(std::size_t i) {
    ModeSpec spec;
    spec.id = mode_id(i);
    spec.kind = i == 2 ? "sea" : "rail";
    if (i != 2) spec.gauge = i == 0 ? "1435 mm" : "1520 mm";
    return spec;
  }

  ElementSpec element(std::int64_t least_amount) {
    ElementSpec spec;
    spec.time = number(random_.between(least_amount, 3), "h");
    spec.cost = number(random_.between(0, 3), "USD/TEU");
    spec.emissions = number(random_.between(0, 2), "kg/TEU");
    spec.capacity = random_.percent(15) ? "unlimited" : number(random_.between(0, 5), "TEU/year");
    return spec;
  }

  NodeSpec node(std::size_t i) {
    NodeSpec spec;
    spec.id = node_id(i);
    if (random_.percent(80)) spec.country = random_.percent(50) ? "KZ" : "CN";
    if (random_.percent(30)) spec.passage = element(0);
    for (std::size_t from = 0; from < modes_; ++from) {
      for (std::size_t to = from + 1; to < modes_; ++to) add_transfers(from, to, spec);
    }
    return spec;
  }

  void add_transfers(std::size_t from, std::size_t to, NodeSpec& node) {
    int const kind = static_cast<int>(random_.between(0, 4));
    if (kind == 0) return;
    TransferSpec spec;
    spec.from = mode_id(kind == 2 ? to : from);
    spec.to = mode_id(kind == 2 ? from : to);
    spec.both_ways = kind >= 3;
    spec.element = element(0);
    node.transfers.push_back(spec);
  }

  LinkSpec link(std::size_t i) {
    LinkSpec spec;
    spec.id = "l" + std::to_string(i);
    std::size_t const from = random_.below(nodes_);
    std::size_t const to = (from + 1 + random_.below(nodes_ - 1)) % nodes_;
    spec.from = node_id(from);
    spec.to = node_id(to);
    spec.both_ways = random_.percent(60);
    spec.mode = mode_id(random_.below(modes_));
    spec.element = element(0);
    spec.element.length = number(random_.between(0, 3), "km");
    if (random_.percent(30)) spec.corridors = {random_.percent(50) ? "east" : "west"};
    int const state = static_cast<int>(random_.between(0, 19));
    if (state == 0) spec.status = "closed";
    if (state == 1) spec.status = "planned";
    if (state == 2) spec.opens = std::to_string(random_.between(2024, 2027));
    if (state == 3) spec.closes = std::to_string(random_.between(2024, 2027));
    return spec;
  }

  Random random_;
  std::size_t nodes_, modes_;
};

}  // namespace

Sample sample(std::uint64_t seed, SampleSize size) { return Sampler(seed, size).sample(); }

}  // namespace corridor::test
