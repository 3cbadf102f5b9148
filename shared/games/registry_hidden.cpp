#include "games/registry_hidden.h"

#include "games/registry_dispatch.h"

namespace baize::games {

AnyState resample(const AnyState& state, Viewer viewer, const Entropy& entropy) {
  return with_game(state, [&](auto tag, const auto& one) -> AnyState {
    return decltype(tag)::type::resample(one, viewer, entropy);
  });
}

}  // namespace baize::games
