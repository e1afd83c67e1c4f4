#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "corridor/export.h"

namespace corridor {

/// Stable kebab-case codes of everything an input can have wrong; docs/errors.md explains each and
/// tests/bad/ holds a file for each. To add one: a row here, a name in base/code.cc, a file in
/// tests/bad/, a section in docs/errors.md (tests fail when one is missing).
enum class Code : std::uint8_t {
  // the file itself
  file_not_found,
  not_a_file,
  unreadable_file,
  empty_file,
  file_too_large,
  invalid_utf8,
  control_character,
  bidirectional_override,
  // YAML that the format does not use
  yaml_syntax,
  tab_indentation,
  unclosed_quote,
  second_document,
  anchor,
  alias,
  tag,
  merge_key,
  complex_key,
  directive,
  nesting_too_deep,
  scalar_too_long,
  duplicate_key,
  null_value,
  // structure
  wrong_type,
  unknown_key,
  missing_key,
  wrong_file_kind,
  unsupported_format,
  no_nodes,
  no_links,
  // scalars
  bad_id,
  duplicate_id,
  bad_number,
  missing_unit,
  unknown_unit,
  wrong_unit,
  too_precise,
  out_of_range,
  negative_number,
  missing_assumption,
  bad_share,
  needless_expansion,
  no_departures,
  bad_year,
  bad_date,
  closes_before_opens,
  bad_status,
  bad_coordinates,
  swapped_coordinates,  ///< a warning
  unknown_kind,         ///< a warning
  // references
  unknown_node,
  unknown_mode,
  unknown_link,
  unknown_transfer,
  unknown_passage,
  unknown_region,
  unknown_corridor,
  unknown_source,
  unknown_network,
  unknown_scenario,
  unknown_study,
  unknown_objective,
  unknown_field,
  node_region_clash,
  // networks
  self_loop,
  self_transfer,
  duplicate_transfer,
  missing_capacity,
  missing_value,
  idle_transfer,  ///< a warning: a mode that no link of the node has
  // scenarios
  unknown_change,
  missing_selector,
  several_selectors,
  selects_nothing,
  changes_nothing,
  bad_factor,
  below_zero,
  share_without_capacity,
  extends_cycle,
  missing_requirement,
  excluded_scenario,
  // studies
  overlapping_ends,
  bad_range,
  // DIMACS networks
  dimacs_line,
  missing_problem_line,
  missing_terminal,
  wrong_count,
  // results
  json_syntax,
  not_a_result,
};

CORRIDOR_EXPORT std::string_view name_of(Code code);  ///< "unknown-node"
CORRIDOR_EXPORT std::span<Code const> all_codes();

}  // namespace corridor
