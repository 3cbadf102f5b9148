#include <algorithm>

#include "games/holdem/scene_parts.h"
#include "games/holdem/words.h"
#include "games/table_picture.h"

namespace baize::games::holdem {
namespace {

using scene::Element;
using scene::Part;
using scene::Rect;
using scene::Role;
using scene::Size;

class SeatPicture {
 public:
  SeatPicture(Canvas& canvas, Seat seat)
      : canvas_(canvas),
        seat_(seat),
        id_(seat_id(seat)),
        place_(canvas.layout.seats[static_cast<std::size_t>(seat)]),
        facts_(canvas.facts.at(seat)),
        player_(canvas.player(seat)),
        winner_(canvas.winner(seat)) {}

  void add() {
    if (facts_ == nullptr) return add_empty_seat(canvas_.out, canvas_.facts, seat_, place_.plate);
    // Read out first, painted last: the group stands before what is in it, the plate lies above the cards.
    group();
    cards();
    plate();
    pill();
    chips();
    winnings();
  }

 private:
  bool acting() const { return canvas_.shared.to_act == seat_; }
  bool over() const { return canvas_.shared.street == Street::over; }
  bool folded() const { return player_ != nullptr && player_->folded; }

  // "Ann, 1,250 chips, bet 50, dealer, all-in": everything that the seat shows.
  std::string label() const {
    std::string text = facts_->name;
    if (place_.own) text += " (you)";
    text += ", " + narration::number(facts_->stack) + " chips";
    if (player_ != nullptr && player_->bet > Chips{0}) text += ", bet " + narration::number(player_->bet);
    if (canvas_.shared.hand > 0 && canvas_.shared.button == seat_) text += ", dealer";
    if (const std::string state = pill_text(); !state.empty()) text += ", " + state;
    if (!facts_->connected) text += ", not connected";
    if (acting()) text += place_.own ? ", your turn" : ", to act";
    return text;
  }

  void group() {
    canvas_.out.add(id_, seat_box(place_), scene::Nothing{}).meaning = {Part::item, label(), {}, "seats"};
  }

  // The two hole cards as far as this viewer sees them; nothing where the seat holds none.
  core::Bounded<std::optional<Card>, 2> faces() const {
    core::Bounded<std::optional<Card>, 2> faces;
    if (player_ == nullptr) return faces;
    if (place_.own && canvas_.own != nullptr && !canvas_.own->hand.empty()) {
      for (const Card card : canvas_.own->hand) faces.push_back(card);
      return faces;
    }
    for (const Card card : player_->shown) faces.push_back(card);
    if (faces.empty() && (player_->folded || (over() && winner_ == nullptr))) return faces;
    while (!faces.full()) faces.push_back(std::nullopt);
    return faces;
  }

  void cards() {
    const auto held = faces();
    const Size size = (place_.own ? canvas_.measures.own_card : canvas_.measures.card) * canvas_.scale;
    const float span = place_.hand.width - size.width;  // from the first card's left edge to the second's
    for (std::size_t i = 0; i < held.size(); ++i) {
      const Rect box{place_.hand.x + span * static_cast<float>(i), place_.hand.y, size.width, size.height};
      Element& card = canvas_.card(id_ + ".card." + std::to_string(i) + canvas_.hand_tag, box, held[i], id_);
      auto& figure = std::get<scene::CardFigure>(card.figure);
      if (!place_.own) figure.degrees = i == 0 ? -4.0F : 4.0F;
      if (folded()) figure.shaded = true;
      if (place_.own && canvas_.facts.may_pick && held[i]) {
        card.meaning.part = Part::button;
        card.meaning.action = card_action(*held[i]);
      }
      if (!held[i] && i == 0) card.meaning = {Part::image, "two cards face down", {}, id_};
      card.motion.delay_ms = canvas_.deal_delay(seat_, i);
    }
  }

  void plate() {
    scene::SeatPlate plate = plate_of(*facts_, place_.own);
    plate.second = canvas_.amount(facts_->stack, Chips{10'000'000});
    const bool out =
        folded() || (player_ == nullptr && canvas_.shared.hand > 0) || facts_->status == SeatStatus::sitting_out;
    plate.mood = winner_ != nullptr ? scene::PlateMood::winner
                 : acting()         ? scene::PlateMood::lit
                 : out              ? scene::PlateMood::quiet
                                    : scene::PlateMood::plain;
    if (acting()) plate.clock = canvas_.facts.turn_clock;
    // The clock's ring holds turn and bank together.
    if (plate.clock && canvas_.shared.time_bank && player_ != nullptr) plate.clock->turn_ms += player_->time_bank_ms;
    canvas_.out.add(id_ + ".plate", place_.plate, std::move(plate)).meaning = {Part::button, facts_->name,
                                                                               seat_action(seat_), id_};
  }

  const PlaceView* place_taken() const {
    for (const PlaceView& one : canvas_.shared.places)
      if (one.seat == seat_) return &one;
    return nullptr;
  }

  std::string pill_text() const {
    if (const PlaceView* place = place_taken(); place != nullptr && over()) return place_words(*place);
    if (acting() && canvas_.shared.run_out == RunOut::asking) return "once or twice?";
    if (acting() && canvas_.shared.time_bank) return "time bank";
    if (winner_ != nullptr) return "wins " + narration::number(winner_->amount);
    if (facts_->status == SeatStatus::leaving) return "leaving";
    if (player_ == nullptr || over())
      return facts_->status == SeatStatus::sitting_out         ? "sitting out"
             : facts_->status == SeatStatus::waiting_for_blind ? "waits for blind"
                                                               : std::string();
    if (player_->folded || player_->all_in || player_->last_action) {
      const ActKind kind = player_->folded ? ActKind::fold : player_->last_action.value_or(ActKind::raise);
      std::string word(action_word(player_->all_in ? ActKind::raise : kind, player_->all_in));
      word[0] = static_cast<char>(word[0] - 'A' + 'a');
      return word;
    }
    if (canvas_.shared.street != Street::preflop) return {};
    if (canvas_.shared.small_blind_seat == seat_) return "small blind";
    return canvas_.shared.big_blind_seat == seat_ ? "big blind" : std::string();
  }

  float pill_text_size() const { return std::max(canvas_.measures.text * canvas_.scale * 0.8F, 9.0F); }

  scene::Pill pill_look(std::string text) const {
    scene::Pill pill{std::move(text), pill_text_size(), scene::Align::centre, Role::plate, Role::ink_soft};
    if (place_taken() != nullptr && over()) {
      pill.colour = Role::brass_light;
    } else if (acting() && (canvas_.shared.time_bank || canvas_.shared.run_out == RunOut::asking)) {
      pill.fill = Role::brass;
      pill.colour = Role::ink_on_lit;
    } else if (winner_ != nullptr) {
      pill.utf8 = "+" + canvas_.amount(winner_->amount, Chips{10'000'000});
      pill.colour = Role::brass_light;
    } else if (player_ != nullptr && !over() && !player_->folded) {
      const std::optional<ActKind> act = player_->last_action;
      if (player_->all_in) {
        pill.fill = Role::danger;
        pill.colour = Role::ink;
      } else if (act == ActKind::bet || act == ActKind::raise) {
        pill.fill = Role::brass;
        pill.colour = Role::ink_on_lit;
      } else if (act == ActKind::call) {
        pill.colour = Role::good;
      } else {
        pill.colour = Role::ink;
      }
    }
    return pill;
  }

  // Text that still reads on the smallest screens, on a pill that is high enough for it.
  Rect pill_box(float size, float width) const {
    const float hanging = canvas_.measures.needs.pill * canvas_.scale;
    const float height = std::max(hanging * 1.4F, size * 1.3F);
    return {place_.plate.centre().x - width / 2, place_.plate.bottom() - hanging * 0.4F, width, height};
  }

  // On the plate's lower edge: what the seat did last; for the own seat, what its hand is worth.
  void pill() {
    const bool about_place = place_taken() != nullptr && over();
    if (place_.own && winner_ == nullptr && !about_place && !folded() && canvas_.own != nullptr &&
        !canvas_.own->hand.empty()) {
      core::Bounded<Card, 7> all;
      for (const Card card : canvas_.own->hand) all.push_back(card);
      for (const Card card : canvas_.shared.board) all.push_back(card);
      scene::Pill pill{narration::sentence_case(hand_words({all.begin(), all.size()}, Kickers::left_out)),
                       pill_text_size(), scene::Align::centre, Role::plate, Role::brass_light};
      const Rect wide = pill_box(pill.size, place_.plate.width * 2);
      const std::string label = pill.utf8;
      canvas_.out.add(id_ + ".pill", wide, std::move(pill)).meaning = {Part::text, label, {}, id_};
      return;
    }
    const std::string text = pill_text();
    if (text.empty()) return;
    canvas_.out.add(id_ + ".pill", pill_box(pill_text_size(), place_.plate.width),
                    pill_look(narration::sentence_case(text)));
  }

  // What was won comes out of the middle and lies in front of the winner.
  void winnings() {
    if (winner_ == nullptr) return;
    Element& won = canvas_.out.add(id_ + ".won" + canvas_.hand_tag, place_.front,
                                   scene::ChipPile{winner_->amount,
                                                   {},
                                                   canvas_.measures.disc * canvas_.scale,
                                                   canvas_.measures.text * canvas_.scale,
                                                   scene::Align::centre});
    won.motion.from = canvas_.pot_row().centre();
    won.motion.to = place_.plate.centre();
  }

  void chips() {
    if (player_ == nullptr || player_->bet <= Chips{0}) return;
    const Measures& measures = canvas_.measures;
    Element& bet = canvas_.out.add(
        id_ + ".bet" + canvas_.hand_tag + "." + std::to_string(static_cast<int>(canvas_.shared.street)), place_.front,
        scene::ChipPile{player_->bet, canvas_.amount(player_->bet, Chips{1'000'000}), measures.disc * canvas_.scale,
                        measures.text * canvas_.scale, scene::Align::centre});
    bet.motion.from = place_.plate.centre();
    bet.motion.to = canvas_.pot_row().centre();
  }

  Canvas& canvas_;
  Seat seat_;
  std::string id_;
  const scene::SeatPlace& place_;
  const SeatFacts* facts_;
  const PlayerView* player_;
  const Winner* winner_;
};

}  // namespace

void add_seat(Canvas& canvas, Seat seat) { SeatPicture(canvas, seat).add(); }

}  // namespace baize::games::holdem
