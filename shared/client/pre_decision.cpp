#include "client/pre_decision.h"

#include <algorithm>

namespace baize::client {

std::vector<games::PreAction> PreDecision::offered(const table::GameView& view) {
  if (!view.viewer.seat) return {};
  return games::pre_actions(view.shared.value.public_, view.viewer.own.value, *view.viewer.seat);
}

void PreDecision::toggle(const table::GameView& view, std::string_view id) {
  const bool decided = id == decided_.id;
  take_back();
  if (decided) return;
  for (games::PreAction& one : offered(view))
    if (one.id == id) decided_ = std::move(one);
  deal_ = games::deal_number(view.shared.value.public_);
}

PreDecision::Outcome PreDecision::follow(const table::GameView& view) {
  Outcome outcome;
  if (decided_.id.empty()) return outcome;
  const auto& shared = view.shared.value.public_;
  if (games::deal_number(shared) != deal_ || !view.viewer.seat) {
    take_back();
    return outcome;
  }
  const auto offers = offered(view);
  const auto same = [&](const games::PreAction& one) { return one.id == decided_.id; };
  if (const auto still = std::find_if(offers.begin(), offers.end(), same); still != offers.end()) {
    decided_.label = still->label;
    return outcome;
  }
  outcome.move = games::pre_decided(shared, view.viewer.own.value, decided_.id);
  // On the own turn the turn itself tells it; and when nothing more will be asked of the seat there is nothing to tell.
  if (!offers.empty()) outcome.lapsed = decided_.label;
  take_back();
  return outcome;
}

}  // namespace baize::client
