#include "games/nommie/scene.h"

#include <cmath>
#include <set>
#include <stdexcept>

#include "scene/svg.h"
#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

using scene::CardFigure;
using scene::Element;
using scene::Pill;
using scene::PlateMood;
using scene::Rect;
using scene::Scene;
using scene::SeatPlate;

struct Stage {
  scene::Size area;
  scene::Insets safe;
};
constexpr Stage k_desktop{{1280, 800}, {0, 48, 0, 110}};
constexpr Stage k_phone{{390, 844}, {0, 48, 0, 180}};
constexpr Stage k_flat_phone{{844, 390}, {0, 40, 0, 56}};

TableFacts seen_by(Viewer viewer, const Stage& stage = k_desktop) {
  TableFacts facts;
  facts.area = stage.area;
  facts.safe = stage.safe;
  facts.seat_count = k_seats;
  facts.viewer = viewer;
  for (Seat seat = 0; seat < k_seats; ++seat) {
    SeatFacts one;
    one.seat = seat;
    one.name = std::array{"Ann", "Bob Marlowe", "Chloé", "Dee"}[static_cast<std::size_t>(seat)];
    one.uuid = "uuid-" + std::to_string(seat * 7919);
    facts.seats.push_back(one);
  }
  return facts;
}

Scene pictured(const Four& four, const TableFacts& facts) {
  Scene scene;
  const Private own = facts.viewer ? four.own(*facts.viewer) : Private{};
  picture(four.shared(), facts.viewer ? &own : nullptr, facts, scene);
  return scene;
}

const Element& element(const Scene& scene, std::string_view id) {
  const Element* found = scene.find(id);
  if (found == nullptr) throw std::out_of_range(std::string(id));
  return *found;
}

template <class F>
const F& figure(const Scene& scene, std::string_view id) {
  return std::get<F>(element(scene, id).figure);
}

std::string label(const Scene& scene, std::string_view id) { return element(scene, id).meaning.label; }
std::string pill(const Scene& scene, std::string_view id) { return figure<Pill>(scene, id).utf8; }

std::set<std::string> faces_seen(const Scene& scene) {
  std::set<std::string> faces;
  for (const Element& one : scene.elements)
    if (const auto* card = std::get_if<CardFigure>(&one.figure); card != nullptr && card->face)
      faces.insert(std::string(to_text(*card->face)));
  return faces;
}

// Round 12, dealt by Dee, with two cards each: before the first bid.
Four dealt() {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Ks 3d", "Qs 4d", "Js 5d"});
  return four;
}

// Ann has led the ace of spades, Bob is to follow.
Four led() {
  Four four = dealt();
  four.bid({1, 0, 1, 2});
  four.name(Trump::clubs);
  four.play("As");
  return four;
}

// A first round with thirteen cards, some of them played.
Four in_the_first_round(int cards) {
  Four four;
  four.deal();
  for (int moves = 0; moves < 5 + cards; ++moves)
    four.move(Game::choose(four.shared(), four.own(*four.state.to_act), *four.state.to_act, Strength::medium, {}));
  return four;
}

TEST(NommiePicture, own_cards_lie_face_up_in_a_fan_and_those_of_others_face_down) {
  Four four;
  four.deal();
  const Scene scene = pictured(four, seen_by(Seat{2}));
  std::set<std::string> held;
  const Rect* before = nullptr;
  float leaning = -90;
  for (const Card card : four.own(2).hand) {
    const std::string id = "card." + std::string(to_text(card)) + "#1";
    held.insert(std::string(to_text(card)));
    EXPECT_GT(figure<CardFigure>(scene, id).degrees, leaning);
    leaning = figure<CardFigure>(scene, id).degrees;
    if (before != nullptr) {
      EXPECT_GT(element(scene, id).box.x, before->x);
    }
    before = &element(scene, id).box;
  }
  EXPECT_EQ(faces_seen(scene), held);
  EXPECT_EQ(held.size(), 13u);
  EXPECT_FALSE(figure<CardFigure>(scene, "seat.1.card.12#1").face);
  EXPECT_EQ(scene.find("seat.2.card.0#1"), nullptr);
}

TEST(NommiePicture, a_spectator_sees_what_was_played_alone) {
  EXPECT_TRUE(faces_seen(pictured(dealt(), seen_by({}))).empty());
  EXPECT_EQ(faces_seen(pictured(led(), seen_by({}))), std::set<std::string>{"As"});
}

TEST(NommiePicture, cards_of_a_trick_lie_before_the_seats_that_played_them) {
  Four four = led();
  four.play("Ks Qs");
  for (Seat viewer = 0; viewer < k_seats; ++viewer)
    for (const Stage& stage : {k_desktop, k_phone, k_flat_phone}) {
      const Scene scene = pictured(four, seen_by(viewer, stage));
      const scene::Point middle = element(scene, "trick").box.centre();
      for (const PlayedCard& one : four.shared().current_trick) {
        const scene::Point card = element(scene, "card." + std::string(to_text(one.card)) + "#12").box.centre();
        const scene::Point plate = element(scene, "seat." + std::to_string(int{one.seat}) + ".plate").box.centre();
        const float towards = (card.x - middle.x) * (plate.x - middle.x) + (card.y - middle.y) * (plate.y - middle.y);
        EXPECT_GT(towards, 0) << int{one.seat} << " seen by " << int{viewer};
      }
    }
}

TEST(NommiePicture, a_card_moves_from_the_hand_into_the_trick_and_comes_from_its_seat_for_others) {
  Four four = dealt();
  four.bid({1, 0, 1, 2});
  four.name(Trump::clubs);
  EXPECT_NE(pictured(four, seen_by(Seat{0})).find("card.As#12"), nullptr);
  four.play("As");
  EXPECT_NE(pictured(four, seen_by(Seat{0})).find("card.As#12"), nullptr) << "the same thing, elsewhere";
  const Scene other = pictured(four, seen_by(Seat{2}));
  EXPECT_EQ(element(other, "card.As#12").motion.from, element(other, "seat.0.plate").box.centre());
}

TEST(NommiePicture, a_complete_trick_stays_until_the_next_is_led_and_goes_to_who_won_it) {
  Four four = led();
  four.play("Ks Qs Js");
  const Scene won = pictured(four, seen_by(Seat{1}));
  EXPECT_EQ(label(won, "trick"), "Last trick, won by Ann");
  EXPECT_TRUE(figure<CardFigure>(won, "card.As#12").raised);
  EXPECT_TRUE(figure<CardFigure>(won, "card.Ks#12").shaded);
  for (const char* id : {"card.As#12", "card.Ks#12", "card.Qs#12", "card.Js#12"})
    EXPECT_EQ(element(won, id).motion.to, element(won, "seat.0.plate").box.centre()) << id;
  four.play("2d");
  const Scene next = pictured(four, seen_by(Seat{1}));
  EXPECT_EQ(next.find("card.Ks#12"), nullptr);
  EXPECT_EQ(label(next, "trick"), "Trick");
  EXPECT_EQ(label(next, "card.2d#12"), "Ann: two of diamonds");
}

TEST(NommiePicture, bids_stand_at_the_seats_and_then_what_was_won_of_them) {
  Four four = dealt();
  EXPECT_EQ(pill(pictured(four, seen_by(Seat{3})), "seat.0.pill"), "Bidding");
  EXPECT_EQ(label(pictured(four, seen_by(Seat{3})), "headline"), "Bidding");
  four.bid({1, 0});
  Scene scene = pictured(four, seen_by(Seat{3}));
  EXPECT_EQ(pill(scene, "seat.0.pill"), "Bid 1");
  EXPECT_EQ(scene.find("seat.3.pill"), nullptr);
  EXPECT_EQ(label(scene, "caption"), "Bids 1 of 2 so far");
  four.bid({1, 2});
  EXPECT_EQ(pill(pictured(four, seen_by(Seat{0})), "seat.3.pill"), "Bid 2, names trump");
  EXPECT_EQ(label(pictured(four, seen_by(Seat{0})), "headline"), "Dee names trump");
  EXPECT_EQ(label(pictured(four, seen_by(Seat{3})), "headline"), "Name trump");
  four.name(Trump::clubs);
  four.play("As Ks Qs Js");
  scene = pictured(four, seen_by(Seat{3}));
  EXPECT_EQ(pill(scene, "seat.0.pill"), "Bid 1, won 1");
  EXPECT_EQ(figure<Pill>(scene, "seat.0.pill").colour, scene::Role::good);
  EXPECT_EQ(label(scene, "caption"), "Bids 4 of 2: 2 over");
  EXPECT_EQ(label(scene, "seat.0"), "Ann, 88 points, bid 1, won 1, 1 card, to act");
}

TEST(NommiePicture, trump_is_told_with_who_named_it) {
  const Scene scene = pictured(led(), seen_by(Seat{0}));
  EXPECT_EQ(label(scene, "trump#12"), "Trump: clubs, named by Dee");
  EXPECT_EQ(figure<scene::Text>(scene, "trump.by#12").utf8, "by Dee");
  Four four = dealt();
  EXPECT_EQ(pictured(four, seen_by(Seat{0})).find("trump#12"), nullptr);
  four.bid({1, 0, 1, 2});
  four.name(Trump::no_trumps);
  EXPECT_EQ(figure<scene::Text>(pictured(four, seen_by(Seat{0})), "trump.sign#12").utf8, "NT");
}

TEST(NommiePicture, own_cards_that_may_be_played_are_offered_and_the_others_shaded) {
  const Four four = led();
  TableFacts facts = seen_by(Seat{1});
  EXPECT_TRUE(element(pictured(four, facts), "card.Ks#12").meaning.action.empty()) << "no control asks for a card";
  facts.may_pick = true;
  const Scene scene = pictured(four, facts);
  EXPECT_EQ(element(scene, "card.Ks#12").meaning.action, "card/Ks");
  EXPECT_EQ(label(scene, "card.Ks#12"), "Play the king of spades");
  EXPECT_FALSE(figure<CardFigure>(scene, "card.Ks#12").shaded);
  EXPECT_TRUE(element(scene, "card.3d#12").meaning.action.empty());
  EXPECT_TRUE(figure<CardFigure>(scene, "card.3d#12").shaded);
  EXPECT_FALSE(figure<CardFigure>(pictured(four, seen_by(Seat{2})), "card.4d#12").shaded) << "it is not their turn";
}

TEST(NommiePicture, a_round_that_is_over_shows_what_it_brought) {
  Four four = led();
  four.play("Ks Qs Js 2d 3d 4d 5d");
  const Scene scene = pictured(four, seen_by(Seat{2}));
  EXPECT_EQ(label(scene, "caption"), "Round 12 is over");
  EXPECT_EQ(pill(scene, "seat.0.pill"), "+11 (1 of 1)");
  EXPECT_EQ(pill(scene, "seat.3.pill"), "+1 (1 of 2)");
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.0.plate").second, "99 points");
}

TEST(NommiePicture, a_game_that_is_over_names_its_winners) {
  const Four four(rounds_behind(26));
  const Scene scene = pictured(four, seen_by(Seat{1}));
  EXPECT_EQ(label(scene, "caption"), "Ann wins with " + std::to_string(four.shared().scores[0]) + " points");
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.0.plate").mood, PlateMood::winner);
  EXPECT_EQ(label(pictured(four, seen_by(Seat{0})), "caption").substr(0, 7), "You win");
}

TEST(NommiePicture, the_seat_to_act_is_lit_with_its_clock_and_the_dealer_has_the_button) {
  TableFacts facts = seen_by(Seat{0});
  facts.turn_clock = scene::TurnClock{20'000, 30'000};
  const Scene scene = pictured(led(), facts);
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.1.plate").mood, PlateMood::lit);
  EXPECT_EQ(figure<SeatPlate>(scene, "seat.1.plate").clock->deadline, 20'000);
  EXPECT_FALSE(figure<SeatPlate>(scene, "seat.0.plate").clock);
  const Scene dealer = pictured(dealt(), facts);
  const Rect button = element(dealer, "dealer").box;
  for (int seat = 0; seat < 3; ++seat) {
    const Rect plate = element(dealer, "seat." + std::to_string(seat) + ".plate").box;
    const Rect dees = element(dealer, "seat.3.plate").box;
    const auto far = [&](const Rect& one) {
      return std::hypot(one.centre().x - button.centre().x, one.centre().y - button.centre().y);
    };
    EXPECT_LT(far(dees), far(plate));
  }
}

TEST(NommiePicture, ids_are_unique_and_everything_within_something_names_an_element) {
  for (const Stage& stage : {k_desktop, k_phone, k_flat_phone})
    for (const int cards : {0, 3, 4, 9}) {
      const Scene scene = pictured(in_the_first_round(cards), seen_by(Seat{1}, stage));
      std::set<std::string> ids;
      for (const Element& one : scene.elements) {
        EXPECT_TRUE(ids.insert(one.id).second) << one.id;
        if (!one.meaning.within.empty()) {
          EXPECT_NE(scene.find(one.meaning.within), nullptr) << one.id;
        }
      }
    }
}

TEST(NommiePicture, what_can_be_touched_lies_within_the_safe_area_and_no_plate_covers_the_trick) {
  for (const Stage& stage : {k_desktop, k_phone, k_flat_phone})
    for (Seat viewer = 0; viewer < k_seats; ++viewer) {
      TableFacts facts = seen_by(viewer, stage);
      facts.may_pick = true;
      const Four four = in_the_first_round(4);
      const TrickCards lying = four.shared().last_trick.value().cards;
      const Scene scene = pictured(four, facts);
      const Rect room = Rect{0, 0, stage.area.width, stage.area.height}.inset(stage.safe);
      for (const Element& one : scene.elements) {
        if (!one.meaning.action.empty()) {
          EXPECT_TRUE(room.contains(one.box)) << one.id;
        }
        if (!std::holds_alternative<SeatPlate>(one.figure)) continue;
        for (const PlayedCard& played : lying) {
          const Rect card = element(scene, "card." + std::string(to_text(played.card)) + "#1").box;
          EXPECT_FALSE(one.box.overlaps(card)) << one.id << ' ' << stage.area.width;
        }
      }
    }
}

TEST(NommiePicture, a_hostile_name_is_harmless_in_a_preview) {
  TableFacts facts = seen_by({});
  facts.seats[3].name = "</text><script>x";
  const std::string svg = scene::to_svg(pictured(led(), facts), scene::house_theme(), 0);
  EXPECT_EQ(svg.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace baize::games::nommie
