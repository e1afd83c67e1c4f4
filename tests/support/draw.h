#pragma once

#include <string_view>

#include "support/network_spec.h"

namespace corridor::test {

/// A network as a drawing:
///
///   xian --30 trains/day, 80 h-- dostyk* ==12 train_pairs/day== aktau ~~89000 TEU/year~~> alat
///   xian --slow: 120 h, #northern, opens 2028-- dostyk
///   aktau: rail_1520<>sea 72 h, 140000 TEU/year; passage 5 h; country KZ
///   region caspian: aktau alat
///
/// A line joins nodes: `--` is rail_1435, `==` rail_1520, `~~` sea, `..` road; both ways, or one
/// way with `>` behind. Between stands `id` or `id: ` (default: `from-to`, then `from-to-2`) and,
/// by comma, quantities, `unlimited`, `#corridor`, `opens YEAR`, `closes YEAR`, `planned`,
/// `closed`. What is not drawn is 1 h, 1 km, 1 USD/TEU, 1 kg/TEU and unlimited. A star behind a
/// node gives it free transfers between all its modes. `node:` adds transfers (`>` one way, `<>`
/// both), a passage and the country; their figures are 0 and unlimited unless drawn.
NetworkSpec spec_of(std::string_view drawing);
Network draw(std::string_view drawing);

}  // namespace corridor::test
