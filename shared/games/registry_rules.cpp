// The contract's rules, forwarded: seats, deals, moves and time.
#include "games/registry.h"
#include "games/registry_dispatch.h"

namespace baize::games {

namespace {

template <class G>
AnyStep any_step(Step<G>&& step) {
  EventsOf<G> events;
  events.events.assign(step.events.begin(), step.events.end());
  return {std::move(step.state), std::move(events)};
}

template <class G>
Result<AnyStep> any_step(Result<Step<G>>&& step) {
  if (!step) return core::fail(std::move(step.error()));
  return any_step<G>(std::move(*step));
}

}  // namespace

std::vector<SettingDescription> describe_settings(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return decltype(tag)::type::describe_settings(); });
}

Result<void> check_settings(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::check_settings(one); });
}

Result<void> check_fit(const AnySettings& settings, int seats) {
  return with_game(settings, [&](auto tag, const auto& one) { return decltype(tag)::type::check_fit(one, seats); });
}

Result<void> may_change(const AnyState& state, const AnySettings& settings) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return G::may_change(one, same_game<typename G::Settings>(settings));
  });
}

AnyState create(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) -> AnyState { return decltype(tag)::type::create(one); });
}

Chips min_buy_in(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::min_buy_in(one); });
}

Chips max_buy_in(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::max_buy_in(one); });
}

std::string stakes(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::stakes(one); });
}

Result<AnyStep> sit(const AnyState& state, Seat seat, Chips chips) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::sit(one, seat, chips));
  });
}

Result<AnyStep> stand(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::stand(one, seat));
  });
}

Result<AnyStep> top_up(const AnyState& state, Seat seat, Chips chips) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::top_up(one, seat, chips));
  });
}

Result<AnyStep> sit_out(const AnyState& state, Seat seat, bool out) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::sit_out(one, seat, out));
  });
}

bool bound(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::bound(one, seat); });
}

Chips stack(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::stack(one, seat); });
}

Chips worth(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::worth(one, seat); });
}

bool finished(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::finished(one, seat); });
}

SeatStatus seat_status(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::seat_status(one, seat); });
}

bool can_deal(const AnyState& state, SeatMask among) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::can_deal(one, among); });
}

bool needs_all_seats(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::needs_all_seats(one); });
}

AnyState at_time(const AnyState& state, TimeMs at) {
  return with_game(state, [&](auto tag, const auto& one) -> AnyState { return decltype(tag)::type::at_time(one, at); });
}

bool running(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::running(one); });
}

TimeMs interlude_ms(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::interlude_ms(one); });
}

Result<AnyStep> deal(const AnyState& state, const Entropy& entropy, SeatMask among) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::deal(one, entropy, among));
  });
}

std::uint32_t deal_number(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::deal_number(one); });
}

std::optional<Seat> to_act(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::to_act(one); });
}

std::uint32_t decision(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::decision(one); });
}

TimeMs allowance_ms(const AnyState& state, TimeMs turn_ms) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::allowance_ms(one, turn_ms); });
}

Result<AnyStep> apply(const AnyState& state, Seat seat, const AnyMove& move, Clock clock) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::apply(one, seat, same_game<MoveOf<G>>(move).move, clock));
  });
}

bool standing(const AnyMove& move) {
  return with_game(move, [](auto tag, const auto& one) { return decltype(tag)::type::standing(one.move); });
}

Result<AnyStep> on_timeout(const AnyState& state, Clock clock) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::on_timeout(one, clock));
  });
}

Result<AnyStep> set_absent(const AnyState& state, Seat seat, bool absent) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::set_absent(one, seat, absent));
  });
}

AnyStep void_deal(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::void_deal(one));
  });
}

AnyState with_settings(const AnyState& state, const AnySettings& settings) {
  return with_game(state, [&](auto tag, const auto& one) -> AnyState {
    using G = typename decltype(tag)::type;
    return G::with_settings(one, same_game<typename G::Settings>(settings));
  });
}

AnyState called_off(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) -> AnyState { return decltype(tag)::type::called_off(one); });
}

AnyState begun_anew(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) -> AnyState { return decltype(tag)::type::begun_anew(one); });
}

std::optional<Audit> audit(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::audit(one); });
}

const cards::Deck* deck(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::deck(one); });
}

std::uint64_t seen(const AnyState& state, Viewer viewer) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::seen(one, viewer); });
}

std::string check(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::check(one); });
}

}  // namespace baize::games
