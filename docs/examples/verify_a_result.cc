// A result as JSON, and its check without solving again.

#include <corridor/analysis/certificate.h>
#include <corridor/analysis/max_flow.h>
#include <corridor/io/load.h>
#include <corridor/report/render.h>
#include <corridor/verify/verify.h>

#include <iostream>
#include <string>

namespace {

corridor::FlowAnswer answer_of(corridor::Network const& network) {
  corridor::Question question;
  question.from = corridor::find_place(network, "xian").nodes;
  question.to = corridor::find_place(network, "budapest").nodes;
  auto graph = corridor::compile(network, question);
  auto flow = corridor::max_flow(graph);
  auto headroom = corridor::headroom(graph, flow);
  return {question, "xian", "budapest", std::move(graph), std::move(flow), std::move(headroom), {}};
}

/// Whether the text is a result and holds; prints the verdict.
bool holds(std::string const& result) {
  corridor::Loader loader;
  auto const verdict = corridor::verify_text(loader, "result.json", result, {});
  if (!verdict) {
    std::cout << render(verdict.error(), *loader.sources());
    return false;
  }
  std::cout << (verdict->holds ? "holds" : verdict->place + " " + verdict->reason) << '\n';
  return verdict->holds;
}

}  // namespace

int main() {
  corridor::Loader loader;
  auto const network = loader.network("seven-places");
  if (!network) {
    std::cerr << render(network.error(), *loader.sources());
    return 3;
  }
  auto const answer = answer_of(*network);
  auto result = *render(answer, corridor::Format::json, *network, *loader.sources());
  if (!holds(result)) return 1;

  auto const amount = "\"throughput_teu_per_year\": ";
  result.insert(result.find(amount) + std::string(amount).size(), 1, '1');  // another first digit
  return holds(result) ? 1 : 0;
}
