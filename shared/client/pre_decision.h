// What a player has decided before the turn: "check, or fold to a bet". It is kept by the player's own client alone,
// within one deal, and made when the turn comes if it still means the same; the game says what it means
// (games::PreAction). TableSession holds it against each new view; it sends nothing itself.
#pragma once

#include <optional>
#include <string>

#include "table/view.h"

namespace baize::client {

class PreDecision {
 public:
  // What has become of it: the move that it means now, or that it lapsed while the turn has not come (its label).
  struct Outcome {
    std::optional<games::AnyMove> move;
    std::string lapsed;
  };

  // What this viewer may decide in advance; none on the own turn.
  static std::vector<games::PreAction> offered(const table::GameView& view);

  // The id of what is decided; empty if nothing is.
  const std::string& id() const { return decided_.id; }
  // Decides what has this id, instead of anything else, or takes it back if it is decided already. What this view does
  // not offer (any more) is not decided.
  void toggle(const table::GameView& view, std::string_view id);
  void take_back() { decided_ = {}; }
  // A newer view. Told once; with the deal it ends without a word.
  Outcome follow(const table::GameView& view);

 private:
  games::PreAction decided_;
  std::uint32_t deal_ = 0;
};

}  // namespace baize::client
