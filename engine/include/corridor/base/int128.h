#pragma once

namespace corridor {

/// Wide enough for any product of two kept amounts.
__extension__ typedef __int128 Int128;

}  // namespace corridor
