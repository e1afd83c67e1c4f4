#pragma once

#include <type_traits>
#include <utility>

#include "corridor/io/read.h"
#include "io/reader.h"

namespace corridor {

// The sections that networks and `insert` share: each function hands out one spec after another
// and keeps none, so a file of any size needs the memory of one.

/// Reads `section` as a map from ids to maps; calls `take(spec)` for each entry. An entry that is
/// no map still counts as declared, so that what refers to it is not refused as well; one whose
/// ends or mode were refused is left out.
template <class Spec, class Take>
void for_each_spec(Reader& reader, Item const& section, std::string_view kind, Rows<Spec> rows,
                   Take&& take) {
  reader.for_each_entry(section, [&](Item const& item) {
    Spec spec;
    spec.id = Text(item.key.text(), item.key.span());
    reader.about(kind, spec.id.text);
    auto const lost = reader.lost_references();
    bool const read = reader.read_map(item.value, item.key.span(), rows, spec);
    // A link that is no map has no ends to check, and nothing refers to it.
    bool const whole = read || !std::is_same_v<Spec, LinkSpec>;
    if (whole && lost == reader.lost_references()) take(std::as_const(spec));
  });
  reader.about({}, {});
}

// Of a node, wherever they stand: under it, or under `transfers:` and `passages:`.
void read_transfers(Reader& reader, Item const& item, NodeSpec& spec);
void read_passage(Reader& reader, Item const& item, NodeSpec& spec);

/// The kind a document says it is is the kind that is wanted; else a finding.
std::optional<Diagnostics> wrong_kind(Document const& document, FileKind wanted);

}  // namespace corridor
