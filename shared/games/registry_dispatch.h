// How the registry's functions find the game that a value belongs to. Private to the registry.
#pragma once

#include "games/registry.h"

namespace baize::games {

// Calls `visit` with (a tag of the game, the value) of the alternative that `any` holds. Alternatives stand in the
// order of Registered in every variant, so the index names the game.
template <class AnyValue, class Visit>
decltype(auto) with_game(AnyValue&& any, Visit&& visit) {
  return boost::mp11::mp_with_index<boost::mp11::mp_size<Registered>::value>(
      any.index(), [&](auto index) -> decltype(auto) {
        using G = boost::mp11::mp_at_c<Registered, index>;
        return visit(boost::mp11::mp_identity<G>{}, std::get<index>(any));
      });
}

template <class T, class AnyValue>
const T& same_game(const AnyValue& any) {
  const T* value = std::get_if<T>(&any);
  core::check(value != nullptr, "values of one game");
  return *value;
}

}  // namespace baize::games
