// What a player of Nommie may do. The names are the wire's: {"action":"player-play","card":"As"}.
#pragma once

#include <variant>

#include "games/nommie/views.h"

namespace baize::games::nommie {

// How many tricks the seat says it will take.
struct Bid {
  static constexpr core::Tag k_tag{"action", "player-bid"};
  std::int32_t bid = 0;
  friend bool operator==(const Bid&, const Bid&) = default;
};
BOOST_DESCRIBE_STRUCT(Bid, (), (bid))

struct NameTrump {
  static constexpr core::Tag k_tag{"action", "player-trump"};
  Trump trump = Trump::no_trumps;
  friend bool operator==(const NameTrump&, const NameTrump&) = default;
};
BOOST_DESCRIBE_STRUCT(NameTrump, (), (trump))

struct PlayCard {
  static constexpr core::Tag k_tag{"action", "player-play"};
  Card card;
  friend bool operator==(const PlayCard&, const PlayCard&) = default;
};
BOOST_DESCRIBE_STRUCT(PlayCard, (), (card))

using Move = std::variant<Bid, NameTrump, PlayCard>;

}  // namespace baize::games::nommie
