#include "games/holdem/scene.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <string>

#include "scene/svg.h"
#include "unit/games/holdem/situations.h"

namespace baize::games::holdem {
namespace {

using namespace cards::literals;
using scene::CardFigure;
using scene::Element;
using scene::PlateMood;
using scene::Scene;
using scene::SeatPlate;
using situations::Situation;

constexpr scene::Size k_desktop{1280, 800};
constexpr scene::Insets k_desktop_safe{0, 48, 0, 110};
constexpr scene::Size k_phone{390, 844};
constexpr scene::Insets k_phone_safe{0, 48, 0, 180};

Scene pictured(const Situation& s) {
  Scene scene;
  picture(s.shared, s.facts.viewer ? &s.own : nullptr, s.facts, scene);
  return scene;
}

template <class F>
const F& figure(const Scene& scene, std::string_view id) {
  const Element* element = scene.find(id);
  if (element == nullptr) throw std::out_of_range(std::string(id));
  return std::get<F>(element->figure);
}

std::string label(const Scene& scene, std::string_view id) { return scene.find(id)->meaning.label; }

int faces_seen(const Scene& scene) {
  int n = 0;
  for (const Element& element : scene.elements)
    if (const auto* card = std::get_if<CardFigure>(&element.figure)) n += card->face.has_value();
  return n;
}

TEST(Picture, own_cards_lie_face_up_and_those_of_others_face_down) {
  const Scene scene = pictured(situations::flop(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(figure<CardFigure>(scene, "seat.0.card.0#12").face, "Ah"_card);
  EXPECT_EQ(figure<CardFigure>(scene, "seat.0.card.1#12").face, "Kd"_card);
  EXPECT_EQ(figure<CardFigure>(scene, "seat.1.card.0#12").face, std::nullopt);
  EXPECT_EQ(faces_seen(scene), 2 + 3);
}

TEST(Picture, a_spectator_sees_the_board_alone) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  s.facts.viewer.reset();
  EXPECT_EQ(faces_seen(pictured(s)), 3);
}

TEST(Picture, cards_lie_on_the_board_in_order_beside_the_places_for_those_to_come) {
  const Scene scene = pictured(situations::flop(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(figure<CardFigure>(scene, "board.0#12").face, "Ts"_card);
  EXPECT_EQ(figure<CardFigure>(scene, "board.2#12").face, "4d"_card);
  EXPECT_EQ(scene.find("board.3#12"), nullptr);
  ASSERT_NE(scene.find("place.4"), nullptr);
  EXPECT_LT(scene.find("board.0#12")->box.x, scene.find("board.1#12")->box.x);
  EXPECT_EQ(label(scene, "board"), "Board: ten of spades, king of hearts and four of diamonds");
}

TEST(Picture, the_seat_whose_turn_it_is_is_lit_with_its_clock) {
  const Scene scene = pictured(situations::preflop(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.5.plate").mood, PlateMood::lit);
  ASSERT_TRUE(figure<SeatPlate>(scene, "seat.5.plate").clock);
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.5.plate").clock->deadline, 20'000);
  for (int seat = 0; seat < 5; ++seat) {
    const auto& plate = figure<SeatPlate>(scene, "seat." + std::to_string(seat) + ".plate");
    EXPECT_NE(plate.mood, PlateMood::lit);
    EXPECT_FALSE(plate.clock);
  }
}

TEST(Picture, the_pot_tells_everything_in_it_and_its_chips_those_of_former_streets) {
  const Scene scene = pictured(situations::flop(6, k_desktop, k_desktop_safe));
  const auto& pot = figure<scene::ChipPile>(scene, "pot#12");
  EXPECT_EQ(pot.text, "Pot 400");
  EXPECT_EQ(pot.amount, Chips{400 - 4 * 40 - 120});
  EXPECT_EQ(figure<scene::ChipPile>(scene, "seat.5.bet#12.1").text, "120");
}

TEST(Picture, side_pots_are_named_where_more_than_one_seat_can_win_them) {
  const Scene scene = pictured(situations::side_pots(6, k_phone, k_phone_safe));
  EXPECT_EQ(label(scene, "pot.0#12"), "Main 1,340");
  EXPECT_EQ(label(scene, "pot.1#12"), "Side 12,400");
  EXPECT_EQ(scene.find("pot.2#12"), nullptr);
}

TEST(Picture, winning_cards_are_raised_and_the_others_shaded) {
  const Scene scene = pictured(situations::showdown(6, k_desktop, k_desktop_safe));
  for (const char* id : {"board.1#12", "board.2#12", "board.4#12", "seat.1.card.0#12", "seat.1.card.1#12"}) {
    EXPECT_TRUE(figure<CardFigure>(scene, id).raised) << id;
    EXPECT_FALSE(figure<CardFigure>(scene, id).shaded) << id;
  }
  for (const char* id : {"board.0#12", "board.3#12", "seat.0.card.0#12", "seat.0.card.1#12"}) {
    EXPECT_FALSE(figure<CardFigure>(scene, id).raised) << id;
    EXPECT_TRUE(figure<CardFigure>(scene, id).shaded) << id;
  }
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.1.plate").mood, PlateMood::winner);
  EXPECT_EQ(label(scene, "result#12"), "Bob Marlowe wins 1,340");
  EXPECT_EQ(label(scene, "result.hand#12"), "Four of a kind, fours, king kicker");
}

TEST(Picture, a_pot_won_without_a_showdown_shades_no_card) {
  Situation s = situations::showdown(6, k_desktop, k_desktop_safe);
  s.shared.winners[0].hand.clear();
  for (PlayerView& player : s.shared.players) player.shown.clear();
  const Scene scene = pictured(s);
  for (const Element& element : scene.elements)
    if (const auto* card = std::get_if<CardFigure>(&element.figure)) {
      EXPECT_FALSE(card->shaded || card->raised) << element.id;
    }
  EXPECT_EQ(scene.find("result.hand#12"), nullptr);
}

TEST(Picture, equal_winners_split_and_unequal_ones_are_told_apart) {
  Situation s = situations::showdown(6, k_desktop, k_desktop_safe);
  s.shared.winners = {{0, Chips{171}, {}, {}}, {1, Chips{170}, {}, {}}};
  EXPECT_EQ(label(pictured(s), "result#12"), "Ann and Bob Marlowe split 341");
  s.shared.winners = {{0, Chips{300}, {}, {}}, {1, Chips{40}, {}, {}}};
  EXPECT_EQ(label(pictured(s), "result#12"), "Ann wins 300, Bob Marlowe 40");
  s.shared.winners = {{0, Chips{300}, {}, {}}};
  EXPECT_EQ(label(pictured(s), "result#12"), "You win 300");
}

TEST(Picture, a_hand_run_twice_shows_both_boards_each_with_who_won_on_it) {
  for (const auto& [area, safe] : {std::pair(k_desktop, k_desktop_safe), std::pair(k_phone, k_phone_safe)}) {
    const Situation s = situations::run_twice(6, area, safe);
    const Scene scene = pictured(s);
    EXPECT_EQ(figure<CardFigure>(scene, "board.4#12").face, s.shared.board[4]);
    EXPECT_EQ(figure<CardFigure>(scene, "second.4#12").face, s.shared.second_board[4]);
    EXPECT_TRUE(figure<CardFigure>(scene, "board.4#12").shaded) << "it is no part of the winning hand";
    EXPECT_FALSE(figure<CardFigure>(scene, "second.4#12").shaded);
    EXPECT_EQ(label(scene, "board.winner#12"), "Ann on the first board");
    EXPECT_EQ(label(scene, "second.winner#12"), "Bob Marlowe on the second board");
    const scene::Rect first = scene.find("board.4#12")->box;
    const scene::Rect second = scene.find("second.4#12")->box;
    EXPECT_GT(second.y, first.bottom()) << "one below the other";
    EXPECT_GE(first.width, 27) << "and still to be read";
  }
}

TEST(Picture, a_rabbit_lies_shaded_where_it_would_have_come) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  s.shared.street = Street::over;
  s.shared.rabbit = {"2c"_card, "3c"_card};
  const Scene scene = pictured(s);
  EXPECT_TRUE(figure<CardFigure>(scene, "rabbit.3#12").shaded);
  EXPECT_EQ(label(scene, "rabbit.4#12"), "three of clubs, would have come");
  EXPECT_EQ(scene.find("board.3#12"), nullptr);
}

TEST(Picture, a_time_bank_and_a_question_are_told_at_the_seat) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  s.shared.to_act = Seat{1};
  s.shared.time_bank = true;
  situations::player(s, 1).time_bank_ms = 60'000;
  EXPECT_EQ(figure<scene::Pill>(pictured(s), "seat.1.pill").utf8, "Time bank");
  EXPECT_EQ(figure<SeatPlate>(pictured(s), "seat.1.plate").clock->turn_ms, 90'000);
  s.shared.time_bank = false;
  s.shared.run_out = RunOut::asking;
  EXPECT_EQ(figure<scene::Pill>(pictured(s), "seat.1.pill").utf8, "Once or twice?");
}

TEST(Picture, a_sit_and_go_tells_its_level_and_the_places_that_are_decided) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  s.shared.tournament = TournamentView{true, 2, Chips{10}, Chips{20}, Chips{0}, 3, 0, 6, 5, {Chips{390}, Chips{210}}};
  EXPECT_EQ(label(pictured(s), "level"), "Level 2 · 10/20 · higher in 4 hands");
  s.shared.street = Street::over;
  s.shared.places.push_back({1, 2, Chips{210}});
  EXPECT_EQ(figure<scene::Pill>(pictured(s), "seat.1.pill").utf8, "2nd, 210");
}

TEST(Picture, what_was_won_comes_from_the_middle_to_the_winner) {
  const Scene scene = pictured(situations::showdown(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(figure<scene::ChipPile>(scene, "seat.1.won#12").amount, Chips{1340});
  EXPECT_TRUE(scene.find("seat.1.won#12")->motion.from);
  EXPECT_EQ(scene.find("seat.0.won#12"), nullptr);
}

TEST(Picture, room_is_left_for_what_the_table_has_to_say) {
  for (const Situation& s : {situations::flop(6, k_phone, k_phone_safe), situations::showdown(6, k_phone, k_phone_safe),
                             situations::side_pots(8, k_desktop, k_desktop_safe)}) {
    const Scene scene = pictured(s);
    ASSERT_NE(scene.find("notice"), nullptr);
    const scene::Rect free = scene.find("notice")->box.inset(0.1F);
    for (const Element& element : scene.elements) {
      const bool in_the_way = element.id.starts_with("pot") || element.id.starts_with("result") ||
                              std::holds_alternative<CardFigure>(element.figure) ||
                              std::holds_alternative<SeatPlate>(element.figure);
      if (in_the_way) {
        EXPECT_FALSE(free.overlaps(element.box)) << element.id;
      }
    }
  }
}

TEST(Picture, folded_seats_are_quiet_and_hold_no_cards) {
  const Scene scene = pictured(situations::flop(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.2.plate").mood, PlateMood::quiet);
  EXPECT_EQ(scene.find("seat.2.card.0#12"), nullptr);
}

TEST(Picture, own_folded_cards_stay_in_sight_but_shaded) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  situations::player(s, 0).folded = true;
  EXPECT_TRUE(figure<CardFigure>(pictured(s), "seat.0.card.0#12").shaded);
}

TEST(Picture, an_empty_seat_is_an_offer_to_those_who_may_sit_down) {
  Situation s = situations::side_pots(6, k_phone, k_phone_safe);
  EXPECT_EQ(pictured(s).find("seat.3")->meaning.action, "take-seat/3");
  EXPECT_EQ(label(pictured(s), "seat.3"), "Sit here: seat 4");
  EXPECT_EQ(seat_of_action("take-seat/3", "take-seat/"), Seat{3});
  s.facts.may_sit = false;
  EXPECT_TRUE(pictured(s).find("seat.3")->meaning.action.empty());
}

TEST(Picture, a_seat_is_told_in_words_with_all_that_it_shows) {
  const Scene scene = pictured(situations::flop(6, k_desktop, k_desktop_safe));
  EXPECT_EQ(label(scene, "seat.0"), "Ann (you), 1,000 chips, bet 40, bet, your turn");
  EXPECT_EQ(label(scene, "seat.5"), "Fatima, 10,625 chips, bet 120, dealer, raise");
  EXPECT_EQ(label(scene, "seat.1.card.0#12"), "two cards face down");
  EXPECT_EQ(scene.find("seat.0.card.0#12")->meaning.within, "seat.0");
}

TEST(Picture, own_cards_can_be_picked_when_a_control_asks_for_one) {
  Situation s = situations::flop(6, k_desktop, k_desktop_safe);
  EXPECT_TRUE(pictured(s).find("seat.0.card.0#12")->meaning.action.empty());
  s.facts.may_pick = true;
  EXPECT_EQ(pictured(s).find("seat.0.card.0#12")->meaning.action, "card/Ah");
}

TEST(Picture, ids_are_unique_and_everything_within_something_names_an_element) {
  for (const Situation& s :
       {situations::flop(10, k_phone, k_phone_safe), situations::showdown(9, k_desktop, k_desktop_safe),
        situations::side_pots(8, k_desktop, k_desktop_safe), situations::preflop(3, k_phone, k_phone_safe)}) {
    const Scene scene = pictured(s);
    std::set<std::string> ids;
    for (const Element& element : scene.elements) {
      EXPECT_TRUE(ids.insert(element.id).second) << element.id;
      if (!element.meaning.within.empty()) {
        EXPECT_NE(scene.find(element.meaning.within), nullptr) << element.id;
      }
    }
  }
}

TEST(Picture, ids_stay_while_a_hand_goes_on) {
  const Situation flop = situations::flop(6, k_desktop, k_desktop_safe);
  Situation turn = flop;
  turn.shared.street = Street::turn;
  turn.shared.board.push_back("2c"_card);
  const Scene before = pictured(flop);
  const Scene after = pictured(turn);
  for (const char* id : {"seat.0.card.0#12", "board.0#12", "seat.3.plate", "button", "pot#12"}) {
    ASSERT_NE(before.find(id), nullptr) << id;
    ASSERT_NE(after.find(id), nullptr) << id;
    EXPECT_EQ(before.find(id)->box, after.find(id)->box) << id;
  }
}

TEST(Picture, what_can_be_touched_lies_within_the_safe_area_and_plates_never_overlap_the_board) {
  for (int seats = 2; seats <= 10; ++seats)
    for (const auto& [area, safe] : {std::pair{k_desktop, k_desktop_safe}, std::pair{k_phone, k_phone_safe}}) {
      const Scene scene = pictured(situations::flop(seats, area, safe));
      const scene::Rect room = scene::Rect{0, 0, area.width, area.height}.inset(safe);
      const scene::Rect board = scene.find("board")->box;
      for (const Element& element : scene.elements) {
        if (!element.meaning.action.empty()) {
          EXPECT_TRUE(room.contains(element.box)) << seats << element.id;
        }
        if (std::holds_alternative<SeatPlate>(element.figure)) {
          EXPECT_FALSE(board.overlaps(element.box)) << seats << element.id;
        }
      }
    }
}

TEST(Picture, an_empty_table_before_the_first_hand_is_a_whole_picture) {
  Situation s{{}, {}, situations::table(2, k_phone, k_phone_safe)};
  s.facts.seat_count = 6;
  s.facts.viewer.reset();
  s.facts.may_sit = true;
  const Scene scene = pictured(s);
  EXPECT_EQ(scene.find("button"), nullptr);
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.0.plate").mood, PlateMood::plain);
  EXPECT_EQ(figure<scene::EmptySeat>(scene, "seat.4").label, "Sit here");
  EXPECT_EQ(label(scene, "board"), "Board: no cards yet");
}

TEST(Picture, a_hostile_name_is_harmless_in_a_preview) {
  Situation s = situations::flop(2, k_phone, k_phone_safe);
  s.facts.viewer.reset();
  s.facts.seats[0].name = "</text><script>x";
  const std::string svg = scene::to_svg(pictured(s), scene::house_theme(), 0);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace baize::games::holdem
