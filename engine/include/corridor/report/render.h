#pragma once

#include <string>
#include <string_view>

#include "corridor/export.h"
#include "corridor/report/answer.h"

namespace corridor {

enum class Format { text, json, csv, geojson, svg };

/// How text is laid out.
struct Style {
  int width = 100;  ///< columns; tables degrade down to 80
  bool colour = false;
};

/// One answer in one format; the bytes are the same on every machine. `network` is the network that
/// was asked (scenarios applied); `sources` quote lines. Empty optional: the verb has no such
/// format.
CORRIDOR_EXPORT std::optional<std::string> render(Answer const& answer, Format format,
                                                  Network const& network, Sources const& sources,
                                                  Style const& style = {});

/// What stands in the way, in one sentence; empty when the question was answered.
CORRIDOR_EXPORT std::string no_answer_reason(Answer const& answer, Network const& network);

}  // namespace corridor
