// A door behind which the table itself runs, with bots: practice mode. The same table::apply and the same messages as
// on the server, in the same program; chips are endless and nothing is stored.
#pragma once

#include "client/door.h"
#include "client/local_bot.h"
#include "core/bytes.h"
#include "protocol/deal_proofs.h"
#include "table/gathering.h"

namespace baize::client {

using core::Chips;
using core::Seat;

struct Practice {
  table::Settings settings;
  core::Name player;
  Seat seat = 0;
  Chips buy_in;
  int bots = 3;  // 1 to the seats that are left
  games::Strength strength = games::Strength::medium;
  core::Entropy chance;  // from the system's generator: every deal follows from it
};

// The uuid of the one person at a practice table.
extern const core::Uuid k_practice_player;

class LocalDoor final : public Door {
 public:
  // Everybody sits down and the first deal is due within two seconds of `now`.
  LocalDoor(const Practice& practice, TimeMs now);

  void send(const protocol::ClientMessage& message) override;
  void advance(TimeMs now) override;
  std::optional<TimeMs> next_wake() const override;
  std::vector<protocol::ServerMessage> take() override;
  Link link() const override { return Link::open; }

 private:
  core::Result<void> submit(const table::Action& action);
  // A value for the open deal is kept; the tip of a chain, and everything else, is for the table.
  std::optional<core::Result<void>> gather(const protocol::ClientVerb& verb);
  core::Entropy draw();
  void answer(const protocol::ClientMessage& message, const core::Result<void>& outcome);
  void show();

  table::State state_;
  table::Gathering gathering_;
  protocol::DealProofs proofs_;
  core::Entropy chance_;
  std::uint64_t draws_ = 0;
  TimeMs now_ = 0;
  LocalBot bot_;
  std::vector<protocol::ServerMessage> arrived_;
};

}  // namespace baize::client
