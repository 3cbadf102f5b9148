// What a player may decide before the turn, for any game (games::PreAction): boxes to tick, one at a time. They stand
// where amounts stand on the own turn, so that a press that comes a moment too late plays nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "games/contract.h"
#include "web/controls/legal_moves.h"

namespace baize::web::controls {

/// Into the area that LegalMoves would be drawn in. `decided`: the id of the ticked one. The id of the one that was
/// pressed, to tick or untick it.
std::optional<std::string> pre_actions(const Rect& area, LegalMoves::Shape shape,
                                       const std::vector<games::PreAction>& offers, std::string_view decided);

}  // namespace baize::web::controls
