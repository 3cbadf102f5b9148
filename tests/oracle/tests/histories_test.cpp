// What Baize writes the oracle reads back: random hands of every kind of table are written as PHH, with all cards and
// as each viewer may know them, and played again from that text alone.
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "conformance/random_play.h"
#include "games/holdem/story.h"
#include "report.h"

namespace baize::oracle {
namespace {

namespace holdem = games::holdem;
using core::Seat;
using games::Viewer;
using holdem::Game;

// A hand that is over, with all its cards.
struct PlayedHand {
  holdem::Settings settings;
  games::DealFacts facts;
  std::vector<holdem::Event> events;
};

std::string phh_of(const PlayedHand& hand, std::optional<Viewer> viewer) {
  if (!viewer) return history(hand.settings, hand.facts, hand.events, games::HistoryForm::notation);
  std::vector<holdem::Event> visible;
  for (const holdem::Event& event : hand.events)
    if (const auto one = Game::shown(event, *viewer)) visible.push_back(*one);
  return history(hand.settings, hand.facts, visible, games::HistoryForm::notation);
}

std::string report_of(const std::string& phh) {
  std::ostringstream out;
  Report report(out);
  report.add_file("written.phh", phh);
  report.summarise();
  return out.str();
}

// Plays until so many hands are over and hands each of them over, void ones too.
void play(std::uint8_t seed, const holdem::Settings& settings, int hands,
          const std::function<void(const PlayedHand&)>& visit) {
  games::conformance::RandomPlay<Game> table(seed, settings);
  PlayedHand hand;
  bool running = false;
  while (hands > 0) {
    const holdem::State before = table.state();
    const auto step = table.next();
    for (const holdem::Event& event : step.events) {
      if (std::holds_alternative<holdem::HandStarted>(event)) {
        hand = {before.settings, {}, {}};
        hand.facts.table = "Round \"and\" round";
        hand.facts.seat_count = 10;
        hand.facts.began_at = 1'763'755'423'000 + 60'000 * hands;
        running = true;
        for (Seat seat = 0; seat < holdem::k_max_players; ++seat) {
          if (!before.chairs[static_cast<std::size_t>(seat)].taken) continue;
          hand.facts.stacks[static_cast<std::size_t>(seat)] = Game::stack(before, seat);
          hand.facts.names.set(seat, "Player \\ " + std::to_string(seat));
        }
      }
      if (running) hand.events.push_back(event);
      if (!running || !std::holds_alternative<holdem::HandEnded>(event)) continue;
      running = false;
      --hands;
      visit(hand);
    }
    if (::testing::Test::HasFailure()) return;
  }
}

void expect_read_back(std::uint8_t seed, const holdem::Settings& settings) {
  play(seed, settings, 60, [](const PlayedHand& hand) {
    for (const std::optional<Viewer>& viewer :
         {std::optional<Viewer>(), std::optional<Viewer>(Viewer()), std::optional<Viewer>(Viewer(Seat{2}))}) {
      const std::string phh = phh_of(hand, viewer);
      const std::string report = report_of(phh);
      EXPECT_NE(report.find("hands 1,"), std::string::npos) << report << phh;
      EXPECT_NE(report.find("mismatches 0\n"), std::string::npos) << report << phh;
      if (!viewer) {
        EXPECT_EQ(report.find("without a comparison"), std::string::npos) << report << phh;
      }
    }
  });
}

TEST(Histories, the_oracle_reads_back_hands_with_blinds) {
  for (std::uint8_t seed = 0; seed < 10; ++seed) expect_read_back(seed, {});
}

TEST(Histories, the_oracle_reads_back_hands_with_antes_of_each_and_of_the_table) {
  for (std::uint8_t seed = 20; seed < 30; ++seed) {
    holdem::Settings settings;
    settings.ante = Chips{1 + seed % 4};
    settings.ante_by = seed % 2 == 0 ? holdem::AnteBy::each : holdem::AnteBy::big_blind;
    expect_read_back(seed, settings);
  }
}

TEST(Histories, the_oracle_reads_back_straddles_and_hands_that_were_run_twice) {
  for (std::uint8_t seed = 40; seed < 55; ++seed) {
    holdem::Settings settings;
    settings.straddle = true;
    settings.run_twice = true;
    settings.rabbit_hunt = true;
    expect_read_back(seed, settings);
  }
}

TEST(Histories, the_oracle_reads_back_hands_of_short_stacks) {
  for (std::uint8_t seed = 60; seed < 75; ++seed) {
    holdem::Settings settings;
    settings.min_buy_in = Chips{20};
    settings.max_buy_in = Chips{60};
    settings.ante = Chips{seed % 3};
    settings.straddle = true;
    expect_read_back(seed, settings);
  }
}

TEST(Histories, a_hand_whose_cards_are_hidden_names_no_card_of_others) {
  play(7, {}, 40, [](const PlayedHand& hand) {
    const std::string seen = phh_of(hand, Viewer());
    for (const holdem::Event& event : hand.events) {
      const auto* dealt = std::get_if<holdem::Dealt>(&event);
      if (dealt == nullptr) continue;
      bool shown = false;
      for (const holdem::Event& other : hand.events)
        if (const auto* one = std::get_if<holdem::Shown>(&other)) shown = shown || one->seat == dealt->seat;
      if (shown) continue;
      for (const Card card : dealt->cards) EXPECT_EQ(seen.find(cards::to_text(card)), std::string::npos) << seen;
    }
  });
}

}  // namespace
}  // namespace baize::oracle
