// A whole game of Nommie that must stay what it is: stored tables are loaded by playing their logs again, and with the
// same rules number every state has to come out the same, byte for byte, natively and in wasm. A change that alters it
// is a change of the rules (the medium bot is part of them: it plays when a clock runs out): raise Game::k_rules, write
// the new line, and run this program once with BAIZE_WRITE_GOLDEN=1 to write the game down anew.
#include <gtest/gtest.h>

#include "cards/keystream.h"
#include "core/json_write.h"
#include "games/nommie/story.h"
#include "golden/record.h"

namespace baize::games::nommie {
namespace {

struct Golden {
  int rules;
  std::string_view digest;  // of the chain of all states
};
constexpr Golden k_golden{1, "11bf1bf20e588a4ffd487cabb2c0f0a5fbdab0f565831cdfeacb1ebd577d89ed"};
constexpr const char* k_record = "tests/golden/nommie/game.txt";

class Playthrough {
 public:
  Playthrough() {
    facts_.table = "Golden";
    facts_.seat_count = k_seats;
    for (Seat seat = 0; seat < k_seats; ++seat)
      facts_.names.set(seat, std::array{"Ann", "Bob", "Cid", "Dee"}[static_cast<std::size_t>(seat)]);
    for (Seat seat = 0; seat < k_seats; ++seat) take(Game::sit(state_, seat, Chips{0}));
    // One round is void, and dealt again.
    for (int deal = 0; deal < k_rounds + 1; ++deal) {
      core::Entropy entropy;
      for (auto& byte : entropy.raw) byte = chance_.next_byte();
      take(Game::deal(state_, entropy));
      for (int moves = 0; Game::running(state_); ++moves)
        deal == 7 && moves == 9 ? take(Result<Step<Game>>(Game::void_deal(state_))) : decide();
      // To be read: the first round and the last, and those of few cards with the void one. All others by the digest.
      const int cards = std::get<RoundStarted>(events_[0]).hand_size;
      if (cards <= 6 || cards == k_most_cards) record_ += history({}, facts_, events_, HistoryForm::text) + "\n";
      events_.clear();
    }
  }

  std::string digest() const { return to_text(digest_); }
  const std::string& record() const { return record_; }
  std::size_t rounds() const { return state_.finished.size(); }

 private:
  void take(const Result<Step<Game>>& step) {
    ASSERT_TRUE(step) << step.error().message;
    state_ = step->state;
    for (const Event& event : step->events) events_.push_back(event);
    digest_ = core::sha256(to_text(digest_) + core::to_json(state_));
  }

  // Any legal move; now and then a clock runs out.
  void decide() {
    const Seat seat = *Game::to_act(state_);
    if (chance_.below(6) == 0) return take(Game::on_timeout(state_, 30'000));
    const Private own = Game::view(state_, seat);
    const auto one_of = [&](const auto& all) { return all[chance_.below(static_cast<std::uint32_t>(all.size()))]; };
    if (const auto* trump = offered<LegalTrump>(own))
      return take(Game::apply(state_, seat, NameTrump{one_of(trump->trumps)}, {}));
    if (const auto* play = offered<LegalPlay>(own))
      return take(Game::apply(state_, seat, PlayCard{one_of(play->cards)}, {}));
    std::vector<Bid> open;
    for (std::int32_t bid = 0; bid <= offered<LegalBid>(own)->max; ++bid)
      if (Game::admissible(own, Bid{bid})) open.push_back(Bid{bid});
    take(Game::apply(state_, seat, one_of(open), {}));
  }

  cards::Keystream chance_{core::Entropy{{0x60, 0x1d, 0x26}}};
  State state_ = Game::create({});
  core::Digest digest_;
  DealFacts facts_;
  std::vector<Event> events_;
  std::string record_;
};

TEST(GoldenPlaythrough, of_nommie_changes_only_with_its_rules_number) {
  const Playthrough play;
  EXPECT_EQ(play.rounds(), 26u);
  EXPECT_EQ(Game::k_rules, k_golden.rules) << "write the line of the new rules: \"" << play.digest() << '"';
  EXPECT_EQ(play.digest(), k_golden.digest) << "this game went another way: raise Game::k_rules";
}

TEST(GoldenPlaythrough, of_nommie_reads_as_it_is_written_down) {
  const Playthrough play;
  expect_as_written(k_record, play.record());
}

}  // namespace
}  // namespace baize::games::nommie
