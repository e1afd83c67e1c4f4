#include "corridor/report/render.h"

#include "report/json.h"
#include "report/machine.h"
#include "report/profile_words.h"
#include "report/text.h"

namespace corridor {
namespace {

struct ToText {
  Network const& network;
  Sources const& sources;
  Style const& style;

  std::string operator()(RouteAnswer const& answer) const {
    return report::route_text(answer, network, style);
  }
  std::string operator()(FlowAnswer const& answer) const {
    return report::flow_text(answer, network, style);
  }
  std::string operator()(CompareAnswer const& answer) const {
    return report::compare_text(answer, style);
  }
  std::string operator()(ExplainAnswer const& answer) const {
    return report::explain_text(answer, network, sources, style);
  }
  std::string operator()(DiffAnswer const& answer) const {
    return report::diff_text(answer, style);
  }
  std::string operator()(CheckAnswer const& answer) const {
    return report::check_text(answer, sources, style);
  }
  std::string operator()(ListAnswer const& answer) const {
    return report::list_text(answer, style);
  }
  std::string operator()(CurveAnswer const& answer) const {
    return report::curve_text(answer, network, style);
  }
  std::string operator()(LadderAnswer const& answer) const {
    return report::ladder_text(answer, network, style);
  }
  std::string operator()(CriticalityAnswer const& answer) const {
    return report::criticality_text(answer, network, style);
  }
  std::string operator()(InvestAnswer const& answer) const {
    return report::invest_text(answer, network, style);
  }
  std::string operator()(SweepAnswer const& answer) const {
    return report::sweep_text(answer, network, style);
  }
  std::string operator()(VerifyAnswer const& answer) const {
    return report::verify_text(answer, network, style);
  }
  std::string operator()(ParetoAnswer const& answer) const {
    return report::pareto_text(answer, network, style);
  }
  std::string operator()(SwitchpointsAnswer const& answer) const {
    return report::switchpoints_text(answer, network, style);
  }
  std::string operator()(WhyNotAnswer const& answer) const {
    return report::why_not_text(answer, network, style);
  }
  std::string operator()(ProfileAnswer const& answer) const {
    return report::profile_text(answer, network, style);
  }
  std::string operator()(SkimAnswer const& answer) const {
    return report::skim_text(answer, network, style);
  }
};

/// A comparison of nothing has tables all the same; the others tell their reason themselves.
std::string closing(Answer const& answer, std::string const& reason) {
  bool const compared = std::holds_alternative<CompareAnswer>(answer);
  return compared && !reason.empty() ? "\nNo: " + reason + "\n" : "";
}

struct Reason {
  Network const& network;

  std::string operator()(RouteAnswer const& answer) const {
    if (answer.route) return answer.asked ? report::choice_reason(answer) : "";
    return answer.obstacle ? answer.obstacle->reason : "there is no route";
  }
  std::string operator()(FlowAnswer const& answer) const {
    if (!answer.flow.bounded || answer.flow.throughput.parts() > 0) return {};
    return answer.obstacle ? answer.obstacle->reason : "nothing can flow";
  }
  std::string operator()(CompareAnswer const& answer) const {
    for (auto const& variant : answer.comparison.variants) {
      for (auto const& cell : variant.cells) {
        if (!cell.flow.bounded || cell.flow.throughput.parts() > 0) return {};
      }
    }
    return "nothing can flow from " + answer.from + " to " + answer.to +
           " in any of the scenarios; `corridor route` tells what stands in the way";
  }
  std::string operator()(ExplainAnswer const&) const { return {}; }
  std::string operator()(DiffAnswer const&) const { return {}; }
  std::string operator()(CheckAnswer const&) const { return {}; }
  std::string operator()(ListAnswer const&) const { return {}; }
  template <class Other>
  std::string operator()(Other const& answer) const {
    return report::reason_of(answer);
  }
};

}  // namespace

std::optional<std::string> render(Answer const& answer, Format format, Network const& network,
                                  Sources const& sources, Style const& style) {
  switch (format) {
    case Format::text:
      return std::visit(ToText{network, sources, style}, answer) +
             closing(answer, no_answer_reason(answer, network));
    case Format::json:
      return report::json_of(answer, network, sources, no_answer_reason(answer, network));
    case Format::csv:
      return report::csv_of(answer, network);
    case Format::geojson:
      return report::geojson_of(answer, network, no_answer_reason(answer, network));
    case Format::svg:
      if (auto const* const profile = std::get_if<ProfileAnswer>(&answer)) {
        return report::profile_svg(*profile, network, no_answer_reason(answer, network));
      }
      return std::nullopt;
  }
  return std::nullopt;
}

std::string no_answer_reason(Answer const& answer, Network const& network) {
  return std::visit(Reason{network}, answer);
}

}  // namespace corridor
