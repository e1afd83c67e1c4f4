#include "corridor/verify/verify.h"
#include "session.h"
#include "verb_runs.h"

namespace corridor::cli {

Outcome run_verify(Session& session) {
  auto const& request = session.request();
  auto const answer = session.accept(
      verify_file(session.loader(), request.words.front(), request.value("network")));
  return session.answer(answer, Network{});
}

}  // namespace corridor::cli
