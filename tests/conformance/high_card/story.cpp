#include "conformance/high_card/game.h"
#include "scene/layout.h"

namespace baize::games::high_card {

std::string words(const Event& event, const narration::Names& names, narration::Style) {
  if (const auto* got = std::get_if<Got>(&event))
    return names[got->seat] + (got->swapped ? " swaps" : " gets") +
           (got->card ? " for the " + std::string(to_text(*got->card)) : std::string(" a card"));
  if (const auto* shown = std::get_if<Shown>(&event))
    return names[shown->seat] + " shows the " + std::string(to_text(shown->card)) + (shown->wins ? " and wins" : "");
  const auto* over = std::get_if<Over>(&event);
  return over != nullptr && over->voided ? "The deal is void" : "";
}

std::string status(const Public& shared, const Private* own, const narration::Names& names) {
  if (!shared.to_act) return {};
  if (own != nullptr && !own->legal.empty()) return "Your turn: keep the card or swap it";
  return "Waiting for " + names[*shared.to_act];
}

ScoreSheet score_sheet(const Public&) { return {}; }

std::optional<GameNotice> notice(const Event&, Viewer) { return std::nullopt; }

std::string history(const Settings&, const DealFacts& deal, std::span<const Event> events, HistoryForm form) {
  std::string text;
  if (form != HistoryForm::text) return text;
  for (const Event& event : events)
    if (const auto line = words(event, deal.names, narration::Style::written); !line.empty()) text += line + '\n';
  return text;
}

DealSummary summary(std::span<const Event> events) {
  DealSummary all;
  for (const Event& event : events) {
    if (const auto* started = std::get_if<Started>(&event)) all.number = started->deal;
    if (const auto* got = std::get_if<Got>(&event); got != nullptr && !got->swapped) all.players.push_back(got->seat);
    if (const auto* over = std::get_if<Over>(&event)) all.over = true, all.voided = over->voided;
    const auto* shown = std::get_if<Shown>(&event);
    if (shown == nullptr || !shown->wins) continue;
    all.winners.push_back({shown->seat, Chips{1}});
    all.pot += Chips{1};
    all.gained[static_cast<std::size_t>(shown->seat)] = 1;
  }
  return all;
}

std::vector<ReplayStep> replay_steps(const DealFacts& deal, std::span<const Event> events) {
  std::vector<ReplayStep> steps;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (auto text = words(events[i], deal.names, narration::Style::written); !text.empty())
      steps.push_back({i + 1, std::move(text), {}});
  return steps;
}

Replayed<Game> replayed(const Settings&, const DealFacts&, std::span<const Event> events, std::size_t count) {
  Replayed<Game> at;
  for (const Event& event : events.first(std::min(count, events.size()))) {
    if (const auto* started = std::get_if<Started>(&event)) at.shared.deal = started->deal;
    if (const auto* got = std::get_if<Got>(&event)) {
      if (!got->swapped) at.shared.players.push_back({got->seat, false, {}, false});
      for (PlayerView& one : at.shared.players)
        if (one.seat == got->seat) one.swapped = got->swapped;
      if (!got->card) continue;
      at.own.hand.clear();
      at.own.hand.push_back(*got->card);
    }
    if (const auto* shown = std::get_if<Shown>(&event))
      for (PlayerView& one : at.shared.players)
        if (one.seat == shown->seat) one.shown = shown->card, one.wins = shown->wins;
  }
  return at;
}

void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene) {
  scene.area = facts.area;
  float x = 0;
  const auto add = [&](const std::string& id, Card card) {
    scene.add(id, {x, 0, 60, 84}, scene::CardFigure{card, 0});
    x += 70;
  };
  for (const PlayerView& one : shared.players)
    if (one.shown) add("shown." + std::to_string(one.seat), *one.shown);
  if (own != nullptr)
    for (const Card card : own->hand) add("own", card);
}

}  // namespace baize::games::high_card
