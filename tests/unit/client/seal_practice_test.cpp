// A player's session with the practice table, and with one whose messages somebody changes on the way.
#include <gtest/gtest.h>

#include <functional>

#include "client/local_door.h"
#include "client/table_session.h"

namespace baize::client {
namespace {

using Tamper = std::function<void(protocol::ServerMessage&)>;

// The practice table behind somebody who may change what it says.
class TamperedDoor final : public Door {
 public:
  TamperedDoor(const Practice& practice, TimeMs now, Tamper tamper)
      : door_(practice, now), tamper_(std::move(tamper)) {}
  void send(const protocol::ClientMessage& message) override { door_.send(message); }
  void advance(TimeMs now) override { door_.advance(now); }
  std::optional<TimeMs> next_wake() const override { return door_.next_wake(); }
  Link link() const override { return door_.link(); }
  std::vector<protocol::ServerMessage> take() override {
    auto messages = door_.take();
    for (auto& message : messages) tamper_(message);
    return messages;
  }

 private:
  LocalDoor door_;
  Tamper tamper_;
};

core::Entropy entropy(std::uint8_t byte) {
  core::Entropy all;
  all.raw.fill(byte);
  return all;
}

struct Game {
  TimeMs now = 1'000'000;
  TableSession session;
  std::uint64_t moves = 0;

  explicit Game(Tamper tamper, const char* audit = "sample")
      : session(std::make_unique<TamperedDoor>(practice(audit), 1'000'000, std::move(tamper)), entropy(3)) {}

  static Practice practice(const char* audit) {
    Practice one;
    one.settings = *table::changed_settings(*table::default_settings("holdem"), core::Json{{"audit", audit}});
    one.player = core::Name("Me");
    one.seat = 2;
    one.buy_in = core::Chips{2000};
    one.bots = 2;
    one.strength = games::Strength::easy;
    one.chance = entropy(9);
    return one;
  }

  std::uint32_t hand() const {
    return session.view() == nullptr ? 0 : games::deal_number(session.view()->shared.value.public_);
  }

  // Plays until a hand above `last` has begun; false if the seal breaks before.
  bool play_past(std::uint32_t last) {
    for (int steps = 0; hand() <= last; ++steps) {
      if (session.witness().standing() == Witness::Standing::broken) return false;
      EXPECT_LT(steps, 20'000);
      if (steps >= 20'000) return false;
      session.advance(now);
      const auto* view = session.view();
      if (view != nullptr && asked(*view)) play(*view);
      if (view != nullptr && !view->viewer.seat) buy_in();
      now = std::max(now + 1, std::min(session.next_wake().value_or(now + 100), now + 1'000));
    }
    return true;
  }

  // The last chips are gone, and the seat with them.
  void buy_in() {
    protocol::TakeSeat wanted;
    wanted.seatID = 2;
    wanted.buyIn = core::Chips{2000};
    session.ask(wanted);
  }

  static bool asked(const table::GameView& view) {
    const auto& shared = view.shared.value;
    return !shared.next_deal && !games::controls(shared.public_, view.viewer.own.value).empty();
  }

  void play(const table::GameView& view) {
    const auto move = games::choose(view.shared.value.public_, view.viewer.own.value, Seat{2}, games::Strength::easy,
                                    core::derive(entropy(1), "move", moves++));
    (void)session.play(move);
  }
};

template <class T>
T* as(protocol::ServerMessage& message) {
  return std::get_if<T>(&message);
}

TEST(Seal, practice_deals_are_fair_and_the_player_has_a_part_in_each) {
  Game game([](protocol::ServerMessage&) {});
  ASSERT_TRUE(game.play_past(30)) << game.session.witness().broken_because();
  const Witness& witness = game.session.witness();
  EXPECT_EQ(witness.standing(), Witness::Standing::unbroken);
  EXPECT_GE(witness.tally().sealed, 30);
  EXPECT_GE(witness.tally().own_value, 28);
  EXPECT_EQ(witness.tally().left_out, (std::array<int, core::k_max_seats>{}));
  EXPECT_GE(witness.tally().proofs, 2 * 30);
}

TEST(Seal, hands_that_the_draw_names_are_opened_in_practice_too) {
  Game game([](protocol::ServerMessage&) {});
  ASSERT_TRUE(game.play_past(150)) << game.session.witness().broken_because();
  EXPECT_GE(game.session.witness().tally().opened, 1);
}

TEST(Seal, a_proof_changed_on_the_way_breaks_it_and_the_log_says_so) {
  Game game([](protocol::ServerMessage& message) {
    if (auto* proven = as<protocol::CardProofs>(message); proven != nullptr && proven->hand == 3)
      proven->proofs[0].salt.raw[0] ^= 1;
  });
  EXPECT_FALSE(game.play_past(5));
  EXPECT_EQ(game.session.witness().broken_in(), 3u);
  EXPECT_NE(game.session.log().back().text.find("The seal broke in hand 3: The proof of "), std::string::npos);
}

TEST(Seal, another_root_breaks_it) {
  Game game([](protocol::ServerMessage& message) {
    if (auto* sealed = as<table::DealSealed>(message); sealed != nullptr && sealed->hand == 2) sealed->root.raw[9] ^= 1;
  });
  EXPECT_FALSE(game.play_past(5));
  EXPECT_EQ(game.session.witness().broken_in(), 2u);
}

TEST(Seal, proofs_that_are_held_back_break_it) {
  Game game([](protocol::ServerMessage& message) {
    if (auto* proven = as<protocol::CardProofs>(message); proven != nullptr) proven->proofs.clear();
  });
  EXPECT_FALSE(game.play_past(5));
  EXPECT_NE(game.session.witness().broken_because().find("No proof came for "), std::string::npos);
}

TEST(Seal, a_value_left_out_though_it_was_sent_breaks_it) {
  Game game([](protocol::ServerMessage& message) {
    if (auto* sealed = as<table::DealSealed>(message); sealed != nullptr && sealed->hand == 4)
      for (auto& part : sealed->parts) part.value.reset();
  });
  EXPECT_FALSE(game.play_past(6));
  EXPECT_EQ(game.session.witness().broken_because(), "Your value was sent in time, and the house dealt without it.");
}

}  // namespace
}  // namespace baize::client
