#include "games/registry.h"

#include "core/json_write.h"

namespace baize::games {

namespace {

using boost::mp11::mp_for_each;
using boost::mp11::mp_identity;
using boost::mp11::mp_transform;

// Calls `visit` with (a tag of the game, the value) of the alternative that `any` holds. Alternatives stand in the
// order of Registered in every variant, so the index names the game.
template <class AnyValue, class Visit>
decltype(auto) with_game(AnyValue&& any, Visit&& visit) {
  return boost::mp11::mp_with_index<boost::mp11::mp_size<Registered>::value>(
      any.index(), [&](auto index) -> decltype(auto) {
        using G = boost::mp11::mp_at_c<Registered, index>;
        return visit(mp_identity<G>{}, std::get<index>(any));
      });
}

template <class T, class AnyValue>
const T& same_game(const AnyValue& any) {
  const T* value = std::get_if<T>(&any);
  core::check(value != nullptr, "values of one game");
  return *value;
}

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

template <class G>
GameDescription describe() {
  return {std::string(G::k_id), std::string(G::k_title), G::k_min_seats, G::k_max_seats, G::describe_settings()};
}

template <class G>
bool has_move(std::string_view action) {
  bool has = false;
  mp_for_each<mp_transform<mp_identity, typename G::Move>>(
      [&](auto tag) { has = has || decltype(tag)::type::k_tag.name == action; });
  return has;
}

core::Error no_such_game(std::string_view game) {
  std::string known;
  mp_for_each<mp_transform<mp_identity, Registered>>([&](auto tag) {
    using G = typename decltype(tag)::type;
    known += (known.empty() ? "\"" : ", \"") + std::string(G::k_id) + "\"";
  });
  return {core::Reason::invalid_field,
          "There is no game \"" + std::string(game.substr(0, 24)) + "\". Choose " + known + "."};
}

}  // namespace

std::vector<GameDescription> describe_games() {
  std::vector<GameDescription> all;
  mp_for_each<mp_transform<mp_identity, Registered>>(
      [&](auto tag) { all.push_back(describe<typename decltype(tag)::type>()); });
  return all;
}

Result<AnySettings> default_settings(std::string_view game) {
  Result<AnySettings> found = core::fail(no_such_game(game));
  mp_for_each<mp_transform<mp_identity, Registered>>([&](auto tag) {
    using G = typename decltype(tag)::type;
    if (G::k_id == game) found = AnySettings{typename G::Settings{}};
  });
  return found;
}

std::string_view id_of(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return std::string_view(decltype(tag)::type::k_id); });
}

std::string_view title_of(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return std::string_view(decltype(tag)::type::k_title); });
}

int rules_of(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return int{decltype(tag)::type::k_rules}; });
}

int min_seats(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return int{decltype(tag)::type::k_min_seats}; });
}

int max_seats(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return int{decltype(tag)::type::k_max_seats}; });
}

Result<void> check_settings(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::check_settings(one); });
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

SeatStatus seat_status(const AnyState& state, Seat seat) {
  return with_game(state, [&](auto tag, const auto& one) { return decltype(tag)::type::seat_status(one, seat); });
}

bool can_deal(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::can_deal(one); });
}

bool running(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::running(one); });
}

TimeMs interlude_ms(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::interlude_ms(one); });
}

Result<AnyStep> deal(const AnyState& state, const Entropy& entropy) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::deal(one, entropy));
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

Result<AnyStep> apply(const AnyState& state, Seat seat, const AnyMove& move, TimeMs elapsed) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::apply(one, seat, same_game<MoveOf<G>>(move).move, elapsed));
  });
}

Result<AnyStep> on_timeout(const AnyState& state, TimeMs elapsed) {
  return with_game(state, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    return any_step<G>(G::on_timeout(one, elapsed));
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

AnyState begun_anew(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) -> AnyState { return decltype(tag)::type::begun_anew(one); });
}

AnyPublic view(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) -> AnyPublic { return decltype(tag)::type::view(one); });
}

AnyPrivate view(const AnyState& state, Seat seat) {
  return with_game(state,
                   [&](auto tag, const auto& one) -> AnyPrivate { return decltype(tag)::type::view(one, seat); });
}

AnyPrivate nothing_private(const AnyState& state) {
  return with_game(state, [](auto tag, const auto&) -> AnyPrivate { return typename decltype(tag)::type::Private{}; });
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

std::string check(const AnyState& state) {
  return with_game(state, [](auto tag, const auto& one) { return decltype(tag)::type::check(one); });
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

scene::Scene picture(const AnyPublic& shared, const AnyPrivate* own, const TableFacts& facts) {
  scene::Scene scene;
  with_game(shared, [&](auto tag, const auto& one) {
    using G = typename decltype(tag)::type;
    picture(one, own != nullptr ? &same_game<typename G::Private>(*own) : nullptr, facts, scene);
  });
  return scene;
}

Result<AnyMove> move_from_json(std::string_view game, const core::Json& json) {
  Result<AnyMove> found = core::fail(no_such_game(game));
  mp_for_each<mp_transform<mp_identity, Registered>>([&](auto tag) {
    using G = typename decltype(tag)::type;
    if (G::k_id != game) return;
    const auto action = json.find("action");
    if (action == json.end() || !action->is_string() || !has_move<G>(action->get_ref<const std::string&>())) {
      found = core::fail(core::Reason::unknown_action);
      return;
    }
    auto move = core::from_json<typename G::Move>(json);
    if (move)
      found = AnyMove{MoveOf<G>{std::move(*move)}};
    else
      found = core::fail(std::move(move.error()));
  });
  return found;
}

void write_move(std::string& out, const AnyMove& move) {
  with_game(move, [&](auto, const auto& one) { core::write_json(out, one.move); });
}

}  // namespace baize::games
