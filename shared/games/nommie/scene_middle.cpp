#include <algorithm>
#include <array>
#include <cmath>

#include "games/nommie/scene_parts.h"
#include "games/nommie/words.h"

namespace baize::games::nommie {
namespace {

using scene::Element;
using scene::Part;
using scene::Rect;
using scene::Role;

// The cards that lie in the middle: the running trick, or the last one until the next is led.
const TrickCards& lying(const Public& shared) {
  return shared.current_trick.empty() && shared.last_trick ? shared.last_trick->cards : shared.current_trick;
}

// "Ann: ace of spades"; for who does not see where it lies.
std::string played_words(const Canvas& canvas, const PlayedCard& one) {
  return canvas.names[one.seat] + ": " + narration::card_name(one.card);
}

void add_trick(Canvas& canvas) {
  const auto& cards = lying(canvas.shared);
  const bool complete = canvas.shared.current_trick.empty() && canvas.shared.last_trick.has_value();
  std::string label = complete ? "Last trick" : "Trick";
  if (complete) label += ", won by " + canvas.names[canvas.shared.last_trick->winner];
  canvas.out.add("trick", canvas.trick_area(), scene::Nothing{}).meaning = {Part::list, std::move(label), {}, {}};
  for (const PlayedCard& one : cards) {
    const bool wins = complete && canvas.shared.last_trick->winner == one.seat;
    Element& card = canvas.out.add(canvas.card_id(one.card), canvas.trick_place(one.seat),
                                   scene::CardFigure{one.card, 0, wins, complete && !wins});
    card.meaning = {Part::image, played_words(canvas, one), {}, "trick"};
    const auto seat_at = static_cast<std::size_t>(one.seat);
    if (seat_at < canvas.layout.seats.size()) card.motion.from = canvas.layout.seats[seat_at].plate.centre();
    // A complete trick goes to who won it as soon as the next is led.
    if (!complete) continue;
    const auto winner = static_cast<std::size_t>(canvas.shared.last_trick->winner);
    if (winner < canvas.layout.seats.size()) card.motion.to = canvas.layout.seats[winner].plate.centre();
  }
}

// The corners beside the trick's cards: `left` and `upper` say which.
Rect corner(const Canvas& canvas, bool left, bool upper) {
  const Rect area = canvas.trick_area();
  const float gap = 6 * canvas.scale;
  const float width = area.width / 2 - canvas.measures.trick_card.width * canvas.scale / 2 - gap;
  const float height = area.height / 2 - canvas.measures.trick_card.height * canvas.scale / 2 - gap;
  return {left ? area.x : area.right() - width, upper ? area.y : area.bottom() - height, width, height};
}

void add_line(Canvas& canvas, std::string id, const Rect& row, std::string text, float size, scene::Weight weight,
              scene::Align align, Role colour) {
  const std::string label = text;
  canvas.out.add(std::move(id), row, scene::Text{std::move(text), size, weight, align, colour}).meaning = {
      Part::text, label, {}, {}};
}

// Trump as its sign, with who named it.
void add_trump(Canvas& canvas) {
  if (!canvas.shared.trump) return;
  const Trump trump = *canvas.shared.trump;
  const Rect box = corner(canvas, true, true);
  const float size = std::max(canvas.measures.text * canvas.scale * 0.84F, 10.5F);
  const float mark = std::max(box.height - size * 1.5F, size * 1.4F);
  std::string label = "Trump: " + std::string(trump_name(trump));
  if (canvas.shared.trump_by) label += ", named by " + canvas.names[*canvas.shared.trump_by];
  const float panel_width = std::max(mark * 1.5F, size * 4);
  const Rect panel{box.x, box.y, std::min(panel_width, box.width), mark};
  canvas.out.add("trump" + canvas.tag, panel, scene::Panel{Role::card, Role::card_edge, mark * 0.18F, 1, 0.95F})
      .meaning = {Part::text, label, {}, {}};
  if (trump == Trump::no_trumps) {
    canvas.out.add("trump.sign" + canvas.tag, panel,
                   scene::Text{"NT", mark * 0.55F, scene::Weight::bold, scene::Align::centre, Role::black_suit});
  } else {
    const auto suit = static_cast<Suit>(trump);
    const bool red = suit == Suit::diamonds || suit == Suit::hearts;
    const Rect sign = scene::around(panel.centre(), {mark * 0.66F, mark * 0.7F});
    canvas.out.add("trump.sign" + canvas.tag, sign,
                   scene::Sign{scene::mark_of(suit), red ? Role::red_suit : Role::black_suit});
  }
  const std::string by = canvas.shared.trump_by ? "by " + canvas.names[*canvas.shared.trump_by] : std::string();
  canvas.out.add("trump.by" + canvas.tag, {box.x, panel.bottom(), box.width, size * 1.4F},
                 scene::Text{by, size, scene::Weight::regular, scene::Align::left, Role::ink_on_felt});
}

void add_round(Canvas& canvas) {
  if (canvas.shared.round == 0) return;
  const Rect box = corner(canvas, false, true);
  const float size = std::max(canvas.measures.text * canvas.scale * 0.84F, 10.5F);
  const std::string round = "Round " + std::to_string(canvas.shared.round) + " of " + std::to_string(k_rounds);
  add_line(canvas, "round" + canvas.tag, {box.x, box.y, box.width, size * 1.4F}, round, size, scene::Weight::bold,
           scene::Align::right, Role::ink_on_felt);
  add_line(canvas, "round.cards" + canvas.tag, {box.x, box.y + size * 1.4F, box.width, size * 1.4F},
           std::to_string(canvas.shared.hand_size) + " cards", size, scene::Weight::regular, scene::Align::right,
           Role::ink_on_felt);
}

// "Bids 8 of 9: 1 under".
std::string bids_words(const Public& shared) {
  const int sum = bid_total(shared);
  const bool all = std::all_of(shared.bids.begin(), shared.bids.end(), [](const auto& bid) { return bid.has_value(); });
  std::string text = "Bids " + std::to_string(sum) + " of " + std::to_string(shared.hand_size);
  if (!all) return text + " so far";
  const int over = sum - shared.hand_size;
  return text + ": " + std::to_string(std::abs(over)) + (over > 0 ? " over" : " under");
}

// The headline of the moment, where there is no trick to see.
std::string headline(const Canvas& canvas) {
  const Public& shared = canvas.shared;
  if (!shared.winners.empty()) {
    std::vector<std::string> names;
    for (const Seat seat : shared.winners) names.push_back(canvas.names[seat]);
    const bool you = names.size() == 1 && canvas.facts.viewer == shared.winners[0];
    const std::string who = you ? "You win" : narration::list(names) + (names.size() == 1 ? " wins" : " win");
    return who + " with " + std::to_string(shared.scores[static_cast<std::size_t>(shared.winners[0])]) + " points";
  }
  if (shared.phase == Phase::over) return shared.round > 0 ? "Round " + std::to_string(shared.round) + " is over" : "";
  if (shared.phase == Phase::trump && shared.trump_by) {
    if (canvas.facts.viewer == shared.trump_by) return "Name trump";
    return canvas.names[*shared.trump_by] + " names trump";
  }
  return shared.phase == Phase::bidding ? "Bidding" : "";
}

void add_words(Canvas& canvas) {
  const Public& shared = canvas.shared;
  const float size = std::max(canvas.measures.text * canvas.scale, 11.5F);
  const std::string head = headline(canvas);
  const bool over = shared.phase == Phase::over;
  if (!over && !head.empty() && lying(shared).empty()) {
    const Rect area = canvas.trick_area();
    add_line(canvas, "headline", scene::around(area.centre(), {area.width, size * 2.4F}), head, size * 1.7F,
             scene::Weight::bold, scene::Align::centre, Role::brass_light);
  }
  const std::string caption = over || shared.round == 0 ? head : bids_words(shared);
  if (caption.empty()) return;
  add_line(canvas, "caption", canvas.caption_row(), caption, over ? size * 1.25F : size,
           over ? scene::Weight::bold : scene::Weight::regular, scene::Align::centre,
           over ? Role::brass_light : Role::ink_on_felt);
}

}  // namespace

Rect Canvas::trick_area() const {
  Rect area = layout.middle;
  area.height -= measures.caption * scale;
  return area;
}

Rect Canvas::caption_row() const {
  const float height = measures.caption * scale;
  return {layout.middle.x, layout.middle.bottom() - height, layout.middle.width, height};
}

Rect Canvas::trick_place(Seat seat) const {
  const scene::Point c = trick_area().centre();
  // Clockwise from the seat at the bottom.
  constexpr std::array<scene::Point, k_seats> k_sides{{{0, 1}, {-1, 0}, {0, -1}, {1, 0}}};
  const int bottom = facts.viewer.value_or(0);
  const scene::Point side = k_sides[static_cast<std::size_t>((seat - bottom + k_seats) % k_seats)];
  const scene::Size reach = measures.reach * scale;
  return scene::around({c.x + side.x * reach.width, c.y + side.y * reach.height}, measures.trick_card * scale);
}

void add_middle(Canvas& canvas) {
  add_trump(canvas);
  add_round(canvas);
  add_trick(canvas);
  add_words(canvas);
  canvas.out.add("notice", canvas.caption_row(), scene::Nothing{});
}

}  // namespace baize::games::nommie
