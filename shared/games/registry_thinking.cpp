#include "games/registry_thinking.h"

#include "games/registry_dispatch.h"

namespace baize::games {

namespace {

template <class G>
using HasThoughts = boost::mp11::mp_bool<Thinks<G>>;
static_assert(boost::mp11::mp_all_of<Registered, HasThoughts>::value, "every game thinks in pieces");

}  // namespace

AnyThought thought(const AnyPublic& shared, const AnyPrivate& own, Seat seat, Strength strength,
                   const Entropy& entropy) {
  return with_game(shared, [&](auto tag, const auto& one) -> AnyThought {
    using G = typename decltype(tag)::type;
    return typename G::Thought(one, same_game<typename G::Private>(own), seat, strength, entropy);
  });
}

AnyOdds odds(const AnyPublic& shared, const AnyPrivate& own, Seat seat) {
  return with_game(shared, [&](auto tag, const auto& one) -> AnyOdds {
    using G = typename decltype(tag)::type;
    return typename G::Odds(one, same_game<typename G::Private>(own), seat);
  });
}

bool think(AnyThought& thought, int pieces) {
  return with_game(thought, [&](auto, auto& one) { return one.think(pieces); });
}

bool think(AnyOdds& odds, int pieces) {
  return with_game(odds, [&](auto, auto& one) { return one.think(pieces); });
}

AnyMove move(const AnyThought& thought) {
  return with_game(
      thought, [](auto tag, const auto& one) -> AnyMove { return MoveOf<typename decltype(tag)::type>{one.move()}; });
}

Outlook outlook(const AnyOdds& odds) {
  return with_game(odds, [](auto, const auto& one) { return one.outlook(); });
}

bool ask_the_same(const AnyOdds& one, const AnyOdds& other) {
  return with_game(one, [&](auto tag, const auto& odds) {
    return odds.ask_the_same(same_game<typename decltype(tag)::type::Odds>(other));
  });
}

}  // namespace baize::games
