#include <stdexcept>
#include <string>

#include "contenders.h"
#include "flow/solver.h"
#include "support/flow_certificate.h"

namespace corridor::bench {
namespace {

void require_none(std::string const& violation, families::Instance const& instance) {
  if (!violation.empty()) throw std::logic_error(instance.name + ": " + violation);
}

}  // namespace

Measurement measure_ours(families::Instance const& instance, Answer answer,
                         Repetitions const& repetitions) {
  double const start = thread_seconds();
  flow::Solver const solver(instance.problem());
  double const build = thread_seconds() - start;
  flow::Workspace work;
  Measurement measured;
  if (answer == Answer::cut) {
    measured = repeated(repetitions, [&] { return solver.cut(work).value; });
    require_none(families::violation(instance.problem(), solver.cut(work)), instance);
  } else {
    measured = repeated(repetitions, [&] { return solver.solve(work).cut.value; });
    require_none(families::violation(instance.problem(), solver.solve(work)), instance);
  }
  measured.build_seconds = build;
  return measured;
}

}  // namespace corridor::bench
