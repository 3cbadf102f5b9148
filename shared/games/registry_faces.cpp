// What a game shows and asks, forwarded: views, events, controls, words and pictures.
#include "games/registry.h"
#include "games/registry_dispatch.h"

namespace baize::games {

AnyPublic view(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) -> AnyPublic { return decltype(tag)::type::view(one); });
}

AnyPrivate view(const AnyState& state, Seat seat) {
  return with_game(state,
                   [&](auto tag, const auto& one) -> AnyPrivate { return decltype(tag)::type::view(one, seat); });
}

std::optional<BidConstraints> bid_constraints(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::bid_constraints(one, seat); });
}

AnyPrivate nothing_private(const AnyState& state) {
  return with_game(state, [](auto tag, const auto&) -> AnyPrivate { return typename decltype(tag)::type::Private{}; });
}

AnyPrivate hand_alone(const AnyPrivate& own) {
  return with_game(own, [](auto, auto one) -> AnyPrivate {
    one.legal.clear();
    return one;
  });
}

std::uint32_t deal_number(const AnyPublic& shared) {
  return with_game(shared, [](auto tag, const auto& one) { return decltype(tag)::type::deal_number(one); });
}

AnyEvents shown(const AnyEvents& events, Viewer viewer) {
  return with_game(events, [&](auto tag, const auto& all) -> AnyEvents {
    using G = typename decltype(tag)::type;
    EventsOf<G> visible;
    for (const auto& event : all.events)
      if (auto one = G::shown(event, viewer)) visible.events.push_back(std::move(*one));
    return visible;
  });
}

std::vector<cards::Placed> placed(const AnyPublic& shared, const AnyPrivate& own, Viewer viewer) {
  return with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return G::placed(one, same_game<typename G::Private>(own), viewer);
  });
}

bool empty(const AnyEvents& events) {
  return with_game(events, [](auto, const auto& all) { return all.events.empty(); });
}

AnyEvents no_events(const AnyState& state) {
  return with_game(state, [](auto tag, const auto&) -> AnyEvents { return EventsOf<typename decltype(tag)::type>{}; });
}

void append(AnyEvents& events, const AnyEvents& more) {
  with_game(events, [&](auto tag, auto& all) {
    const auto& behind = same_game<EventsOf<typename decltype(tag)::type>>(more);
    all.events.insert(all.events.end(), behind.events.begin(), behind.events.end());
  });
}

Result<void> admissible(const AnyPrivate& own, const AnyMove& move) {
  return with_game(own, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return G::admissible(one, same_game<MoveOf<G>>(move).move);
  });
}

std::vector<Control> controls(const AnyPublic& shared, const AnyPrivate& own) {
  return with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return G::controls(one, same_game<typename G::Private>(own));
  });
}

Result<AnyMove> answer(const AnyPublic& shared, std::string_view action, const Answer& answer) {
  return with_game(shared, [&](auto tag, const auto&) -> Result<AnyMove> {
    using G = typename decltype(tag)::type;
    auto move = G::answer(action, answer);
    if (!move) return core::fail(std::move(move.error()));
    return AnyMove{MoveOf<G>{std::move(*move)}};
  });
}

AnyMove choose(const AnyPublic& shared, const AnyPrivate& own, Seat seat, Strength strength, const Entropy& entropy) {
  return with_game(shared, [&](auto tag, const auto& one) -> AnyMove {
    using G = typename decltype(tag)::type;
    return MoveOf<G>{G::choose(one, same_game<typename G::Private>(own), seat, strength, entropy)};
  });
}

std::vector<PreAction> pre_actions(const AnyPublic& shared, const AnyPrivate& own, Seat seat) {
  return with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return G::pre_actions(one, same_game<typename G::Private>(own), seat);
  });
}

std::optional<AnyMove> pre_decided(const AnyPublic& shared, const AnyPrivate& own, std::string_view id) {
  return with_game(shared, [&](auto tag, const auto& one) -> std::optional<AnyMove> {
    using G = typename decltype(tag)::type;
    auto move = G::pre_decided(one, same_game<typename G::Private>(own), id);
    if (!move) return std::nullopt;
    return AnyMove{MoveOf<G>{std::move(*move)}};
  });
}

std::vector<cards::Card> hand(const AnyPrivate& own) {
  return with_game(own,
                   [](auto, const auto& one) { return std::vector<cards::Card>(one.hand.begin(), one.hand.end()); });
}

std::vector<Told> told(const AnyEvents& events, const narration::Names& names) {
  std::vector<Told> all;
  with_game(events, [&](auto, const auto& one) {
    for (const auto& event : one.events) {
      Told told{words(event, names, narration::Style::written), words(event, names, narration::Style::spoken)};
      if (!told.logged.empty() || !told.spoken.empty()) all.push_back(std::move(told));
    }
  });
  return all;
}

std::string status(const AnyPublic& shared, const AnyPrivate& own, const narration::Names& names) {
  return with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return status(one, &same_game<typename G::Private>(own), names);
  });
}

ScoreSheet score_sheet(const AnyPublic& shared) {
  return with_game(shared, [](auto, const auto& one) { return score_sheet(one); });
}

std::vector<GameNotice> notices(const AnyEvents& events, Viewer viewer) {
  std::vector<GameNotice> all;
  with_game(events, [&](auto, const auto& one) {
    for (const auto& event : one.events)
      if (auto found = notice(event, viewer)) all.push_back(std::move(*found));
  });
  return all;
}

scene::Scene picture(const AnyPublic& shared, const AnyPrivate* own, const TableFacts& facts) {
  scene::Scene scene;
  with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    picture(one, own != nullptr ? &same_game<typename G::Private>(*own) : nullptr, facts, scene);
  });
  return scene;
}

}  // namespace baize::games
