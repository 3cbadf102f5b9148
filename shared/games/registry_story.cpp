// Deals told again, forwarded: histories, summaries and replays.
#include "games/registry.h"
#include "games/registry_dispatch.h"

namespace baize::games {

namespace {

template <class G>
std::span<const typename G::Event> events_of(const AnyEvents& events) {
  return same_game<EventsOf<G>>(events).events;
}

}  // namespace

std::string history(const AnySettings& settings, const DealFacts& deal, const AnyEvents& events, HistoryForm form) {
  return with_game(settings, [&](auto tag, const auto& one) {
    return history(one, deal, events_of<typename decltype(tag)::type>(events), form);
  });
}

DealSummary summary(const AnyEvents& events) {
  return with_game(events,
                   [&](auto tag, const auto&) { return summary(events_of<typename decltype(tag)::type>(events)); });
}

std::vector<ReplayStep> replay_steps(const DealFacts& deal, const AnyEvents& events) {
  return with_game(events, [&](auto tag, const auto&) {
    return replay_steps(deal, events_of<typename decltype(tag)::type>(events));
  });
}

AnyReplayed replayed(const AnySettings& settings, const DealFacts& deal, const AnyEvents& events, std::size_t count) {
  return with_game(settings, [&](auto tag, const auto& one) -> AnyReplayed {
    const auto after = replayed(one, deal, events_of<typename decltype(tag)::type>(events), count);
    return {after.shared, after.own, after.stacks};
  });
}

}  // namespace baize::games
