// Pre-actions (rule 12): what a player may decide before the turn comes, by the bet that there is to call.
#include <algorithm>

#include "games/holdem/game.h"
#include "narration/words.h"

namespace baize::games::holdem {
namespace {

constexpr std::string_view k_check_fold = "check-fold";

// These hold for one street only.
std::string of_street(std::string_view what, Street street) {
  return std::string(what) + "/" + std::string(core::enum_name(street));
}

std::string check_id(const Public& shared) { return of_street("check", shared.street); }
std::string call_any_id(const Public& shared) { return of_street("call-any", shared.street); }
std::string call_id(const Public& shared, Chips amount) {
  return of_street("call", shared.street) + "/" + std::to_string(amount.count);
}

template <class L>
const L* find(const Private& own) {
  for (const Legal& one : own.legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

}  // namespace

std::vector<PreAction> Game::pre_actions(const Public& shared, const Private&, Seat seat) {
  const bool betting = shared.street != Street::over && shared.run_out != RunOut::asking;
  if (!betting || shared.to_act == seat) return {};
  const auto player = std::find_if(shared.players.begin(), shared.players.end(),
                                   [&](const PlayerView& one) { return one.seat == seat; });
  if (player == shared.players.end() || player->folded || player->all_in) return {};
  if (player->bet >= shared.current_bet) {
    std::vector<PreAction> all{{std::string(k_check_fold), "Check/fold"}};
    // Who has acted on this street is asked again only if there is something to call.
    if (!player->last_action) all.push_back({check_id(shared), "Check"});
    all.push_back({call_any_id(shared), "Call any"});
    return all;
  }
  const Chips amount = std::min(shared.current_bet - player->bet, player->stack);
  const std::string all_in = amount == player->stack ? " (all-in)" : "";
  return {{std::string(k_check_fold), "Fold"},
          {call_id(shared, amount), "Call " + narration::number(amount) + all_in},
          {call_any_id(shared), "Call any"}};
}

std::optional<Move> Game::pre_decided(const Public& shared, const Private& own, std::string_view id) {
  const bool free = find<LegalCheck>(own) != nullptr;
  const auto* call = find<LegalCall>(own);
  if (!free && call == nullptr) return std::nullopt;
  if (id == k_check_fold) return free ? Move{Check{}} : Move{Fold{}};
  if (id == call_any_id(shared)) return free ? Move{Check{}} : Move{Call{}};
  if (free && id == check_id(shared)) return Check{};
  if (call != nullptr && id == call_id(shared, call->amount)) return Call{};
  return std::nullopt;
}

}  // namespace baize::games::holdem
