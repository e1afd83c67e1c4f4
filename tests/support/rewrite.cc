#include "support/rewrite.h"

#include <algorithm>
#include <map>
#include <utility>

namespace corridor::test {
namespace {

std::string quantity(std::int64_t number, std::string_view unit) {
  return std::to_string(number) + " " + std::string(unit);
}

template <class Change>
void for_each_element(Sample& sample, Change const& change) {
  for (LinkSpec& link : sample.spec.links) change(link.element);
  for (NodeSpec& node : sample.spec.nodes) {
    if (node.passage) change(*node.passage);
    for (TransferSpec& transfer : node.transfers) change(transfer.element);
  }
}

void rename(Text& id) { id.text = "x-" + id.text + ".renamed"; }

std::string renamed_ends(std::string const& ends) {
  std::string result;
  for (char const c : ends + ",") {
    if (c == ',') {
      result += ".renamed,x-";
    } else {
      result += c;
    }
  }
  return "x-" + result.substr(0, result.size() - 3);
}

/// Divides `n unit` into two parts that add up.
std::pair<std::string, std::string> divided(Text const& text, Random& random) {
  std::int64_t const whole = number_of(text);
  std::int64_t const first = random.between(0, whole);
  std::string const unit = text.text.substr(text.text.find(' ') + 1);
  return {quantity(first, unit), quantity(whole - first, unit)};
}

std::vector<std::string> parts_of(std::string const& list) {
  std::vector<std::string> parts(1);
  for (char const c : list) {
    if (c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

std::int64_t number_of(Text const& text) {
  return text.text == "unlimited" ? -1 : std::stoll(text.text);
}

Sample renamed(Sample sample) {
  for (ModeSpec& mode : sample.spec.modes) rename(mode.id);
  for (NodeSpec& node : sample.spec.nodes) {
    rename(node.id);
    for (TransferSpec& transfer : node.transfers) {
      rename(*transfer.from);
      rename(*transfer.to);
    }
  }
  for (LinkSpec& link : sample.spec.links) {
    rename(link.id);
    rename(*link.from);
    rename(*link.to);
    rename(*link.mode);
    for (Text& corridor : link.corridors) rename(corridor);
  }
  sample.from = renamed_ends(sample.from);
  sample.to = renamed_ends(sample.to);
  return sample;
}

Sample shuffled(Sample sample, Random& random) {
  random.shuffle(sample.spec.modes);
  random.shuffle(sample.spec.nodes);
  random.shuffle(sample.spec.links);
  for (NodeSpec& node : sample.spec.nodes) random.shuffle(node.transfers);
  return sample;
}

Sample reversed(Sample sample) {
  for (LinkSpec& link : sample.spec.links) std::swap(link.from, link.to);
  for (NodeSpec& node : sample.spec.nodes) {
    for (TransferSpec& transfer : node.transfers) std::swap(transfer.from, transfer.to);
  }
  std::swap(sample.from, sample.to);
  return sample;
}

Sample with_capacities_times(Sample sample, std::int64_t factor) {
  for_each_element(sample, [factor](ElementSpec& element) {
    std::int64_t const capacity = number_of(*element.capacity);
    if (capacity >= 0) element.capacity = quantity(factor * capacity, "TEU/year");
  });
  return sample;
}

Sample with_costs_times(Sample sample, std::int64_t factor) {
  for_each_element(sample, [factor](ElementSpec& element) {
    element.cost = quantity(factor * number_of(*element.cost), "USD/TEU");
  });
  return sample;
}

Sample with_middle_node(Sample sample, std::size_t index, Random& random) {
  NodeSpec& middle = sample.spec.nodes.emplace_back();
  middle.id = "middle";
  LinkSpec second = sample.spec.links[index];
  LinkSpec& first = sample.spec.links[index];
  second.id = second.id.text + "-second";
  first.to = "middle";
  second.from = "middle";
  for (auto const member :
       {&ElementSpec::length, &ElementSpec::time, &ElementSpec::cost, &ElementSpec::emissions}) {
    auto const [before, after] = divided(*(first.element.*member), random);
    first.element.*member = before;
    second.element.*member = after;
  }
  sample.spec.links.push_back(std::move(second));
  return sample;
}

Sample with_parallel_split(Sample sample, std::size_t index, Random& random) {
  LinkSpec& first = sample.spec.links[index];
  LinkSpec second = first;
  second.id = second.id.text + "-second";
  if (number_of(*first.element.capacity) >= 0) {
    auto const [one, other] = divided(*first.element.capacity, random);
    first.element.capacity = one;
    second.element.capacity = other;
  }
  sample.spec.links.push_back(std::move(second));
  return sample;
}

Sample with_dominated_copy(Sample sample, std::size_t index, Random& random) {
  LinkSpec copy = sample.spec.links[index];
  copy.id = copy.id.text + "-worse";
  for (auto const member :
       {&ElementSpec::length, &ElementSpec::time, &ElementSpec::cost, &ElementSpec::emissions}) {
    Text const& written = *(copy.element.*member);
    std::string const unit = written.text.substr(written.text.find(' ') + 1);
    copy.element.*member = quantity(number_of(written) + random.between(0, 1), unit);
  }
  sample.spec.links.push_back(std::move(copy));
  return sample;
}

Sample with_unconnected_copy(Sample sample) {
  Sample const other = renamed(sample);
  auto& spec = sample.spec;
  spec.modes.insert(spec.modes.end(), other.spec.modes.begin(), other.spec.modes.end());
  spec.nodes.insert(spec.nodes.end(), other.spec.nodes.begin(), other.spec.nodes.end());
  spec.links.insert(spec.links.end(), other.spec.links.begin(), other.spec.links.end());
  return sample;
}

Sample without_passages(Sample sample) {
  for (NodeSpec& node : sample.spec.nodes) node.passage.reset();
  return sample;
}

Sample with_super_origin(Sample sample, std::string const& cost) {
  auto const origins = parts_of(sample.from);
  for (NodeSpec& node : sample.spec.nodes) {
    if (std::find(origins.begin(), origins.end(), node.id.text) != origins.end()) {
      node.passage.reset();
    }
  }
  sample.spec.nodes.emplace_back().id = "super";
  for (std::string const& origin : origins) {
    for (ModeSpec const& mode : sample.spec.modes) {
      LinkSpec& link = sample.spec.links.emplace_back();
      link.id = "to-" + origin + "-by-" + mode.id.text;
      link.from = "super";
      link.to = origin;
      link.mode = mode.id;
      link.element.length = "0 km";
      link.element.time = "0 h";
      link.element.cost = cost;
      link.element.emissions = "0 kg/TEU";
      link.element.capacity = "unlimited";
    }
  }
  sample.from = "super";
  return sample;
}

}  // namespace corridor::test
