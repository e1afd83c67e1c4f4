#include "verify/context.h"

#include "corridor/scenario/apply.h"
#include "report/json.h"

namespace corridor::verify {
namespace {

template <class T>
T accepted(Result<T> result) {
  if (!result) throw Unreadable{std::move(result).error()};
  return std::move(result).value();
}

/// The kind of a file that a network names; it is read with the network.
constexpr std::string_view kTable = "table";

NodeId read_node(Network const& network, Item const& id) {
  auto const node = find_node(network, id.text());
  if (!node) id.refuse("the network has no node '" + id.text() + "'");
  return *node;
}

}  // namespace

Files::Files(Loader& loader, Item inputs, std::optional<std::string> const& network)
    : loader_(loader), inputs_(std::move(inputs)), replaced_(network.has_value()) {
  if (inputs_.size() == 0) inputs_.refuse("names no network");
  for (std::size_t i = 0; i < inputs_.size(); ++i) inputs_[i].only({"kind", "name", "sha256"});
  inputs_[0].at("kind").expect_text("network");
  base_ = accepted(loader_.network(network ? *network : word(0)));
  unchanged(0, Span{base_.files.front(), 1}, "the network");
}

/// A name without a folder must not be taken for a built-in one.
std::string Files::word(std::size_t index) const {
  auto const& name = inputs_[index].at("name").text();
  bool const is_path = name.find('/') != std::string::npos || name.starts_with("built-in:");
  return is_path ? name : "./" + name;
}

void Files::unchanged(std::size_t index, Span written, std::string const& what) const {
  auto const hash = inputs_[index].at("sha256");
  if (hash.text() == sources().sha256(written.file)) return;
  hash.refuse(what + " has changed since: " + std::string(sources().name(written.file)) +
              " is another file now");
}

Network Files::with(std::vector<std::size_t> const& scenarios, Item const& at) const {
  if (scenarios.empty()) return base_;
  std::vector<std::string> words;
  for (auto const index : scenarios) {
    inputs_[index].at("kind").expect_text("scenario");
    words.push_back(word(index));
  }
  auto const read = accepted(loader_.scenarios(words));
  if (read.size() != scenarios.size()) {
    at.refuse("not every scenario that these extend is among them");
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    unchanged(scenarios[i], read[i].id.span, "scenario " + read[i].id.text);
  }
  auto applied = corridor::apply(base_, read);
  if (!applied) {
    at.refuse("the scenarios cannot be applied: " + applied.error().front().message);
  }
  return std::move(applied).value();
}

Network Files::with_all(std::string_view besides) const {
  std::vector<std::size_t> scenarios;
  for (std::size_t i = 1; i < inputs_.size(); ++i) {
    auto const& kind = inputs_[i].at("kind").text();
    if (kind != kTable && (besides.empty() || kind != besides)) scenarios.push_back(i);
  }
  return with(scenarios, inputs_);
}

std::vector<std::vector<Scenario>> Files::projects() const {
  std::vector<std::vector<Scenario>> projects;
  for (std::size_t i = 1; i < inputs_.size(); ++i) {
    if (inputs_[i].at("kind").text() != "project") continue;
    projects.push_back(accepted(loader_.scenarios(std::vector<std::string>{word(i)})));
    auto const& id = projects.back().back().id;
    unchanged(i, id.span, "project " + id.text);
  }
  return projects;
}

std::optional<Study> Files::study() const {
  if (inputs_.size() < 2 || inputs_[1].at("kind").text() != "study") return std::nullopt;
  auto study = accepted(loader_.study(word(1)));
  unchanged(1, study.id.span, "the study");
  return study;
}

void Files::expect(std::string const& wanted) const {
  Sources own;
  auto const value = parse(own, own.add("inputs", wanted)).value();
  for (std::size_t i = 0; i < inputs_.size() && i < value.items.size(); ++i) {
    for (auto const& member : value.items[i].members) {
      bool const other_name = i == 0 && replaced_ && member.key == "name";
      if (!other_name) inputs_[i].at(member.key).expect(member.value);
    }
  }
  if (inputs_.size() != value.items.size()) {
    inputs_.refuse("has " + std::to_string(inputs_.size()) + " files, the answer rests on " +
                   std::to_string(value.items.size()));
  }
}

std::vector<NodeId> read_place(Network const& network, Item const& typed) {
  auto place = find_place(network, typed.text());
  if (!place.problem.empty()) typed.refuse(place.problem);
  return std::move(place.nodes);
}

void expect_question(Item const& asked, Network const& network, Question const& question,
                     std::initializer_list<std::string_view> besides) {
  auto const wanted =
      report::question_json(network, question, asked.at("from").text(), asked.at("to").text());
  asked.expect_json(wanted.dump(), besides);
}

std::vector<NodeId> read_nodes(Network const& network, Item const& ids) {
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < ids.size(); ++i) nodes.push_back(read_node(network, ids[i]));
  return nodes;
}

Question read_conditions(Network const& network, Item const& result) {
  Question question;
  auto const year = result.at("year");
  constexpr std::int64_t kLastYear = 9999;
  if (year.whole() < 0 || year.whole() > kLastYear) year.refuse("is no year");
  question.year = static_cast<int>(year.whole());
  if (auto const corridor = result.at("corridor"); !corridor.is_null()) {
    question.corridor = find_corridor(network, corridor.text());
    if (!question.corridor)
      corridor.refuse("the network has no corridor " + shown(corridor.value()));
  }
  question.via = read_nodes(network, result.at("via"));
  question.avoid_nodes = read_nodes(network, result.at("avoid_nodes"));
  auto const links = result.at("avoid_links");
  for (std::size_t i = 0; i < links.size(); ++i) {
    auto const link = find_link(network, links[i].text());
    if (!link) links[i].refuse("the network has no link '" + links[i].text() + "'");
    question.avoid_links.push_back(*link);
  }
  return question;
}

Question read_question(Network const& network, Item const& result) {
  auto question = read_conditions(network, result);
  question.from = read_place(network, result.at("from"));
  question.to = read_place(network, result.at("to"));
  auto const problem = problem_of(network, question);
  if (!problem.empty()) result.refuse(problem);
  return question;
}

}  // namespace corridor::verify
