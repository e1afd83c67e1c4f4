#pragma once

#include <string>

namespace corridor::bench {

// Every benchmark is called question/instance/contender or question/instance/contender/links; the
// contender that all others are compared with is `corridor`.

void register_load();
void register_compile();
void register_route();
void register_k_shortest();
void register_pareto();
void register_flow();
void register_curve();
void register_compare();
void register_criticality();

/// Loads a network file and compiles a question about it, nothing else; for measuring the memory
/// of a process of its own. Returns an exit code.
int load_and_compile(std::string const& path);

}  // namespace corridor::bench
