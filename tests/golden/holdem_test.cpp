// A long game of hold'em that must stay what it is: stored tables are loaded by playing their logs again, and with the
// same rules number every state has to come out the same, byte for byte, natively and in wasm. A change that alters it
// is a change of the rules: raise Game::k_rules, write the new line, and run this program once with
// BAIZE_WRITE_GOLDEN=1 to write its first hands down anew.
#include <gtest/gtest.h>

#include "cards/keystream.h"
#include "core/json_write.h"
#include "games/holdem/story.h"
#include "golden/record.h"

namespace baize::games::holdem {
namespace {

struct Golden {
  int rules;
  std::string_view digest;  // of the chain of all states
};
constexpr Golden k_golden{2, "7b7cacc088758070c20a3a4ad194b96a50269c9709d17d6c687547a0ffe2c70c"};

constexpr std::string_view k_added = R"(,"schedule":"regular","levels":"")";
constexpr const char* k_record = "tests/golden/holdem/game.txt";
constexpr std::uint32_t k_to_be_read = 12;  // hands; all others by the digest

class Playthrough {
 public:
  // Six people; now and then one leaves, comes, sits out, is away, or lets the clock run out.
  Playthrough() {
    facts_.table = "Golden";
    facts_.seat_count = 8;
    for (Seat seat = 0; seat < 8; ++seat) facts_.names.set(seat, "Player " + std::to_string(seat + 1));
    for (Seat seat = 0; seat < 6; ++seat) take(Game::sit(state_, seat, Chips{300 + 170 * seat}));
    for (int hand = 0; hand < 450; ++hand) {
      come_and_go();
      answer_nothing();
      if (!Game::can_deal(state_)) continue;
      core::Entropy entropy;
      for (auto& byte : entropy.raw) byte = chance_.next_byte();
      for (std::size_t seat = 0; seat < 8; ++seat)
        facts_.stacks[seat] = state_.chairs[seat].taken ? std::optional(state_.chairs[seat].stack) : std::nullopt;
      events_.clear();
      take(Game::deal(state_, entropy));
      while (Game::running(state_)) decide();
      if (state_.hand <= k_to_be_read) record_ += history(settings(), facts_, events_, HistoryForm::text) + "\n";
    }
  }
  std::string digest() const { return to_text(digest_); }
  const std::string& record() const { return record_; }
  std::uint32_t hands() const { return state_.hand; }

 private:
  void take(const Result<Step<Game>>& step) {
    if (!step) return;
    state_ = step->state;
    for (const Event& event : step->events) events_.push_back(event);
    std::string json = core::to_json(state_);
    // Settings that came later, as this older game has them.
    if (const auto added = json.find(k_added); added != std::string::npos) json.erase(added, k_added.size());
    digest_ = core::sha256(to_text(digest_) + json);
  }

  void come_and_go() {
    const auto seat = static_cast<Seat>(chance_.below(8));
    const Chair& chair = state_.chairs[static_cast<std::size_t>(seat)];
    switch (chance_.below(6)) {
      case 0:
        return take(Game::stand(state_, seat));
      case 1:
        return take(Game::sit_out(state_, seat, true));
      case 2:
        return take(Game::top_up(state_, seat, Chips{250}));
      default:
        if (!chair.taken) return take(Game::sit(state_, seat, Chips{400}));
        take(Game::set_absent(state_, seat, false));
        return take(Game::sit_out(state_, seat, false));
    }
  }

  void decide() {
    const Seat seat = *Game::to_act(state_);
    const auto whim = chance_.below(40);
    if (whim == 0) return take(Game::on_timeout(state_, 30'000));
    if (whim == 1) return take(Game::set_absent(state_, seat, true));
    // Drawn before the move: compilers differ in which of a call's arguments they look at first.
    const TimeMs elapsed = chance_.below(50'000);
    take(Game::apply(state_, seat, move(Game::view(state_, seat)), elapsed));
  }

  // Cards are shown, rabbits hunted, blinds posted, straddles announced.
  void answer_nothing() {
    const auto seat = static_cast<Seat>(chance_.below(8));
    Private own = Game::view(state_, seat);
    // This game is older than mucking by choice.
    for (std::size_t i = own.legal.size(); i-- > 0;)
      if (std::holds_alternative<LegalMuck>(own.legal[i])) own.legal.erase_at(i);
    if (!own.legal.empty()) take(Game::apply(state_, seat, move(own), 0));
  }

  Move move(const Private& own) {
    const Legal& one = own.legal[chance_.below(static_cast<std::uint32_t>(own.legal.size()))];
    if (std::holds_alternative<LegalFold>(one)) return Fold{};
    if (std::holds_alternative<LegalCheck>(one)) return Check{};
    if (std::holds_alternative<LegalCall>(one)) return Call{};
    if (std::holds_alternative<LegalAllIn>(one)) return AllIn{};
    if (std::holds_alternative<LegalPostBlind>(one)) return PostBlind{};
    if (std::holds_alternative<LegalWaitForBlind>(one)) return WaitForBlind{};
    if (std::holds_alternative<LegalStraddle>(one)) return Straddle{};
    if (std::holds_alternative<LegalRunTwice>(one)) return RunTwice{chance_.below(4) != 0};
    if (std::holds_alternative<LegalRabbit>(one)) return Rabbit{};
    if (std::holds_alternative<LegalTimeBank>(one)) return TimeBank{};
    if (const auto* show = std::get_if<LegalShow>(&one)) return Show{show->cards};
    const auto& raise = std::get<LegalRaise>(one);
    return Raise{raise.min + Chips{chance_.below(static_cast<std::uint32_t>((raise.max - raise.min).count / 3 + 1))}};
  }

  cards::Keystream chance_{core::Entropy{{0x60, 0x1d}}};
  static Settings settings() {
    Settings settings;
    settings.straddle = settings.run_twice = settings.rabbit_hunt = true;
    return settings;
  }

  State state_ = Game::create(settings());
  core::Digest digest_;
  DealFacts facts_;
  std::vector<Event> events_;
  std::string record_;
};

TEST(GoldenPlaythrough, of_holdem_changes_only_with_its_rules_number) {
  const Playthrough play;
  EXPECT_GT(play.hands(), 200u);
  EXPECT_EQ(Game::k_rules, k_golden.rules) << "write the line of the new rules: \"" << play.digest() << '"';
  EXPECT_EQ(play.digest(), k_golden.digest) << "this game went another way: raise Game::k_rules";
}

TEST(GoldenPlaythrough, of_holdem_reads_as_it_is_written_down) {
  const Playthrough play;
  expect_as_written(k_record, play.record());
}

}  // namespace
}  // namespace baize::games::holdem
