#include <algorithm>

#include "games/nommie/scene_parts.h"
#include "games/nommie/words.h"
#include "games/table_picture.h"

namespace baize::games::nommie {
namespace {

using scene::Element;
using scene::Part;
using scene::Rect;
using scene::Role;

constexpr std::uint16_t k_deal_step_ms = 35;
// Cards of a held hand lie no further apart than this share of their width.
constexpr float k_widest_step = 0.72F;
// In px.
constexpr float k_narrow = 130;
// A held hand's outermost cards, in degrees from upright, when it is full.
constexpr float k_fan = 8;

bool holds(const core::Bounded<Card, k_most_cards>& cards, Card card) {
  return std::find(cards.begin(), cards.end(), card) != cards.end();
}

class SeatPicture {
 public:
  SeatPicture(Canvas& canvas, Seat seat)
      : canvas_(canvas),
        seat_(seat),
        at_(static_cast<std::size_t>(seat)),
        id_(seat_id(seat)),
        place_(canvas.layout.seats[at_]),
        facts_(canvas.facts.at(seat)) {}

  void add() {
    if (facts_ == nullptr) return add_empty_seat(canvas_.out, canvas_.facts, seat_, place_.plate);
    canvas_.out.add(id_, seat_box(place_), scene::Nothing{}).meaning = {Part::item, label(), {}, "seats"};
    // Read out first, painted last: the plate lies above the cards of the others, below the own hand.
    if (!place_.own) backs();
    plate();
    pill();
    if (place_.own) own_hand();
  }

 private:
  bool in_game() const { return at_ < k_seats; }
  const Public& shared() const { return canvas_.shared; }
  bool acting() const { return shared().to_act == seat_; }
  bool over() const { return shared().phase == Phase::over; }
  bool won() const {
    return std::find(shared().winners.begin(), shared().winners.end(), seat_) != shared().winners.end();
  }

  int left() const {
    return place_.own && canvas_.own != nullptr ? static_cast<int>(canvas_.own->hand.size())
                                                : cards_left(shared(), seat_);
  }

  // "Ann, 45 points, dealer, bid 3, 2 tricks won, 4 cards, to act": everything that the seat shows.
  std::string label() const {
    std::string text = facts_->name;
    if (place_.own) text += " (you)";
    if (!in_game()) return text;
    text += ", " + std::to_string(shared().scores[at_]) + " points";
    if (shared().round > 0 && shared().dealer == seat_) text += ", dealer";
    if (const std::string now = pill_text(); !now.empty()) text += ", " + now;
    if (const int cards = left(); cards > 0) text += ", " + std::to_string(cards) + (cards == 1 ? " card" : " cards");
    if (!facts_->connected) text += ", not connected";
    if (acting()) text += place_.own ? ", your turn" : ", to act";
    return text;
  }

  // No room for whole words beside the disc.
  bool narrow() const { return place_.plate.width < k_narrow; }

  void plate() {
    scene::SeatPlate plate = plate_of(*facts_, place_.own);
    if (in_game()) plate.second = std::to_string(shared().scores[at_]) + (narrow() ? " pts" : " points");
    plate.mood = won() ? scene::PlateMood::winner : acting() ? scene::PlateMood::lit : scene::PlateMood::plain;
    if (acting()) plate.clock = canvas_.facts.turn_clock;
    canvas_.out.add(id_ + ".plate", place_.plate, std::move(plate)).meaning = {Part::button, facts_->name,
                                                                               seat_action(seat_), id_};
  }

  // While a round runs: what was bid and won; after it, what it brought.
  std::string pill_text() const {
    if (facts_->status == SeatStatus::leaving) return "leaving";
    if (!in_game() || shared().round == 0) return {};
    if (over() && shared().previous_round) {
      const RoundScore& last = *shared().previous_round;
      const std::string points = "+" + std::to_string(last.points[at_]);
      return points + " (" + std::to_string(last.tricks[at_]) + " of " + std::to_string(last.bids[at_]) + ")";
    }
    const auto& bid = shared().bids[at_];
    if (!bid) return acting() ? "bidding" : std::string();
    std::string text = "bid " + std::to_string(*bid);
    if (shared().phase == Phase::trick) text += ", won " + std::to_string(shared().tricks_won[at_]);
    if (shared().phase == Phase::trump && shared().trump_by == seat_) text += ", names trump";
    return text;
  }

  // Whether the seat has just its bid: made, still to be made, or past.
  Role pill_colour() const {
    if (over())
      return shared().previous_round && shared().previous_round->points[at_] >= 10 ? Role::brass_light : Role::ink_soft;
    const auto& bid = shared().bids[at_];
    if (!bid || shared().phase != Phase::trick) return Role::ink;
    if (shared().tricks_won[at_] == *bid) return Role::good;
    return shared().tricks_won[at_] > *bid ? Role::danger : Role::ink;
  }

  void pill() {
    const std::string text = pill_text();
    if (text.empty()) return;
    const float size = std::max(canvas_.measures.text * canvas_.scale * 0.86F, 10.0F);
    const float hanging = canvas_.measures.needs.pill * canvas_.scale;
    const float width = place_.plate.width * 1.1F;
    const Rect box{place_.plate.centre().x - width / 2, place_.plate.bottom() - hanging * 0.4F, width,
                   std::max(hanging * 1.4F, size * 1.3F)};
    canvas_.out.add(
        id_ + ".pill", box,
        scene::Pill{narration::sentence_case(text), size, scene::Align::centre, Role::plate, pill_colour()});
  }

  // Where the i-th of `count` cards of this size is held, upright, the whole hand in the middle of its place.
  Rect held(int i, int count, scene::Size size) const {
    const float room = place_.hand.width - size.width;
    const float step = count > 1 ? std::min(room / static_cast<float>(count - 1), size.width * k_widest_step) : 0;
    const float first = place_.hand.centre().x - (step * static_cast<float>(count - 1) + size.width) / 2;
    return {first + step * static_cast<float>(i), place_.hand.y, size.width, size.height};
  }

  // From -1 for the first card of the hand to 1 for the last.
  static float side(int i, int count) {
    return count > 1 ? 2 * static_cast<float>(i) / static_cast<float>(count - 1) - 1 : 0;
  }

  std::uint16_t dealt_after(int i) const {
    const int order = (seat_ - shared().dealer - 1 + 2 * k_seats) % k_seats;
    return static_cast<std::uint16_t>((i * k_seats + order) * k_deal_step_ms / 2);
  }

  void backs() {
    const int count = in_game() ? left() : 0;
    for (int i = 0; i < count; ++i) {
      const Rect box = held(i, count, canvas_.measures.card * canvas_.scale);
      Element& card = canvas_.out.add(id_ + ".card." + std::to_string(i) + canvas_.tag, box,
                                      scene::CardFigure{std::nullopt, side(i, count) * k_fan, false, false});
      card.motion.from = canvas_.trick_area().centre();
      card.motion.delay_ms = dealt_after(i);
    }
  }

  void own_hand() {
    if (canvas_.own == nullptr) return;
    const auto& hand = canvas_.own->hand;
    const auto* play = offered<LegalPlay>(*canvas_.own);
    const int count = static_cast<int>(hand.size());
    for (int i = 0; i < count; ++i) {
      const Card face = hand[static_cast<std::size_t>(i)];
      const float from_middle = side(i, count);
      const float fan = k_fan * std::min(1.0F, static_cast<float>(count) / 9);
      Rect box = held(i, count, canvas_.measures.own_card * canvas_.scale);
      box.y += from_middle * from_middle * box.height * 0.05F;
      const bool legal = play != nullptr && holds(play->cards, face);
      if (legal) box.y -= box.height * 0.06F;
      Element& card = canvas_.out.add(canvas_.card_id(face), box,
                                      scene::CardFigure{face, from_middle * fan, false, play != nullptr && !legal});
      card.meaning = {Part::image, narration::card_name(face), {}, id_};
      if (legal && canvas_.facts.may_pick)
        card.meaning = {Part::button, "Play the " + narration::card_name(face), card_action(face), id_};
      card.motion.from = canvas_.trick_area().centre();
      card.motion.delay_ms = dealt_after(i);
    }
  }

  Canvas& canvas_;
  Seat seat_;
  std::size_t at_;
  std::string id_;
  const scene::SeatPlace& place_;
  const SeatFacts* facts_;
};

}  // namespace

void add_seat(Canvas& canvas, Seat seat) { SeatPicture(canvas, seat).add(); }

}  // namespace baize::games::nommie
