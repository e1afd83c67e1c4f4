// What the longer examples share: a question about the Middle Corridor, and what to do with a
// check.

#pragma once

#include <corridor/io/load.h>
#include <corridor/model/question.h>

#include <cstdlib>
#include <iostream>
#include <string>

/// Every analysis has a check that shares no code with it; an empty text means that all holds.
inline void demand(std::string const& violation) {
  if (!violation.empty()) std::abort();
}

/// The exit code of ask(loader, network, question) about the way from Xi'an to Europe.
template <class Ask>
int ask_about_middle_corridor(Ask const& ask) {
  corridor::Loader loader;
  auto const network = loader.network("middle-corridor");
  if (!network) {
    std::cerr << render(network.error(), *loader.sources());
    return 3;
  }
  corridor::Question question;
  question.from = corridor::find_place(*network, "xian").nodes;
  question.to = corridor::find_place(*network, "europe").nodes;
  question.corridor = corridor::find_corridor(*network, "middle");
  return ask(loader, *network, question);
}
