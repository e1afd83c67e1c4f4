#include "corridor/model/builder.h"

#include <utility>

#include "model/assembly.h"

namespace corridor {
namespace {

Network empty_network(std::string title, int year, std::shared_ptr<Sources const> texts) {
  Network network;
  network.title = std::move(title);
  network.year = year;
  network.texts = std::move(texts);
  return network;
}

}  // namespace

struct NetworkBuilder::State {
  Assembly assembly;
};

NetworkBuilder::NetworkBuilder(std::string title, int year, std::shared_ptr<Sources const> texts)
    : NetworkBuilder(empty_network(std::move(title), year, std::move(texts))) {}

NetworkBuilder::NetworkBuilder(Network base)
    : state_(std::make_unique<State>(State{Assembly(std::move(base))})) {}

NetworkBuilder::NetworkBuilder(NetworkBuilder&&) noexcept = default;
NetworkBuilder& NetworkBuilder::operator=(NetworkBuilder&&) noexcept = default;
NetworkBuilder::~NetworkBuilder() = default;

NetworkBuilder& NetworkBuilder::expect(std::size_t nodes, std::size_t links) {
  state_->assembly.expect(nodes, links);
  return *this;
}

NetworkBuilder& NetworkBuilder::assume(AssumptionsSpec const& spec) {
  state_->assembly.assume(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::add(SourceSpec const& spec) {
  state_->assembly.add_source(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::add(ModeSpec const& spec) {
  state_->assembly.add_mode(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::add(NodeSpec const& spec) {
  state_->assembly.add_node(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::add(LinkSpec const& spec) {
  state_->assembly.add_link(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::add(RegionSpec const& spec) {
  state_->assembly.add_region(spec);
  return *this;
}

NetworkBuilder& NetworkBuilder::note(std::string text) {
  state_->assembly.network().note = std::move(text);
  return *this;
}

NetworkBuilder& NetworkBuilder::read_from(std::uint32_t file) {
  state_->assembly.network().files.push_back(file);
  return *this;
}

NetworkBuilder& NetworkBuilder::read_in(ColumnUnit unit) {
  state_->assembly.network().column_units.push_back(std::move(unit));
  return *this;
}

NetworkBuilder& NetworkBuilder::report(Diagnostic diagnostic) {
  state_->assembly.findings().add(std::move(diagnostic));
  return *this;
}

Result<Network> NetworkBuilder::finish() && {
  auto& assembly = state_->assembly;
  assembly.complete();
  if (assembly.findings().any_errors()) return assembly.findings().take_errors();
  warn_of(assembly.network(), assembly.added(), assembly.findings());
  return std::move(assembly.network());
}

Diagnostics const& NetworkBuilder::warnings() const {
  return state_->assembly.findings().warnings();
}

}  // namespace corridor
