#include "games/registry.h"

#include "core/json_write.h"
#include "games/registry_dispatch.h"

namespace baize::games {

// Every registered game keeps the whole contract.
template <class G>
using Keeps = std::bool_constant<Game<G>>;
static_assert(boost::mp11::mp_all_of<Registered, Keeps>::value);

namespace {

using boost::mp11::mp_for_each;
using boost::mp11::mp_identity;
using boost::mp11::mp_transform;

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

std::string_view deal_word(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return std::string_view(decltype(tag)::type::k_deal_word); });
}

bool stand_ins(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return bool{decltype(tag)::type::k_stand_ins}; });
}

bool pause_waits(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return bool{decltype(tag)::type::k_pause_waits}; });
}

int rules_of(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return int{decltype(tag)::type::k_rules}; });
}

int min_seats(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto& one) { return decltype(tag)::type::min_seats(one); });
}

int max_seats(const AnySettings& settings) {
  return with_game(settings, [](auto tag, const auto&) { return int{decltype(tag)::type::k_max_seats}; });
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
