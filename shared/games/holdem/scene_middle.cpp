#include <algorithm>

#include "games/holdem/scene_parts.h"
#include "games/holdem/words.h"

namespace baize::games::holdem {
namespace {

using scene::Element;
using scene::Part;
using scene::Rect;
using scene::Role;

constexpr std::size_t k_board_cards = 5;
constexpr std::uint16_t k_deal_step_ms = 45;
constexpr std::uint16_t k_board_step_ms = 90;

Chips all_bets(const Public& shared) {
  Chips sum;
  for (const PlayerView& player : shared.players) sum += player.bet;
  return sum;
}

Chips all_pots(const Public& shared) {
  Chips sum;
  for (const Pot& pot : shared.pots) sum += pot.amount;
  return sum;
}

void add_board(Canvas& canvas) {
  const Rect row = canvas.board_row();
  const auto& board = canvas.shared.board;
  std::string label = "Board: ";
  label += board.empty() ? "no cards yet" : narration::card_names(board.begin(), board.size());
  canvas.out.add("board", row, scene::Nothing{}).meaning = {Part::list, std::move(label), {}, {}};
  const float width = canvas.measures.board_card.width * canvas.scale;
  const float step = width + canvas.measures.board_gap * canvas.scale;
  for (std::size_t i = 0; i < k_board_cards; ++i) {
    const Rect box{row.x + step * static_cast<float>(i), row.y, width, row.height};
    canvas.out.add("place." + std::to_string(i), box, scene::CardPlace{});
    if (i >= board.size()) continue;
    Element& card = canvas.card("board." + std::to_string(i) + canvas.hand_tag, box, board[i], "board");
    card.motion.delay_ms = static_cast<std::uint16_t>(i < 3 ? i * k_board_step_ms : 0);
  }
}

// While a hand runs: everything that can be won, over the chips that the bets of former streets left in the middle.
void add_pot(Canvas& canvas) {
  const Chips whole = all_pots(canvas.shared);
  if (whole <= Chips{0}) return;
  const float size = canvas.measures.text * canvas.scale * 1.08F;
  const std::string text = "Pot " + narration::number(whole);
  const Rect row = canvas.pot_row();
  const Rect panel = scene::around(row.centre(), {row.width * 0.5F, row.height});
  canvas.out.add("pot.panel", panel, scene::Panel{Role::plate, Role::plate_edge, panel.height / 2, 0, 0.34F});
  Element& pot = canvas.out.add("pot" + canvas.hand_tag, row,
                                scene::ChipPile{whole - all_bets(canvas.shared), text,
                                                canvas.measures.disc * canvas.scale, size, scene::Align::centre});
  pot.meaning = {Part::text, text, {}, {}};
}

// Pots that more than one seat can win, if there are several; who is alone in one gets it back anyway.
void add_side_pots(Canvas& canvas) {
  core::Bounded<const Pot*, k_max_players> contested;
  for (const Pot& pot : canvas.shared.pots)
    if (pot.seats.size() > 1) contested.push_back(&pot);
  if (contested.size() < 2) return;
  const Rect row = canvas.caption_row();
  const float width = row.width / static_cast<float>(contested.size());
  const float size = std::max(canvas.measures.text * canvas.scale * 0.8F, 10.5F);
  for (std::size_t i = 0; i < contested.size(); ++i) {
    std::string text = i == 0 ? "Main " : contested.size() == 2 ? "Side " : "Side " + std::to_string(i) + ": ";
    text += canvas.amount(contested[i]->amount, Chips{1'000'000});
    const Rect box{row.x + width * static_cast<float>(i), row.y, width, row.height};
    Element& pill = canvas.out.add("pot." + std::to_string(i) + canvas.hand_tag, box,
                                   scene::Pill{text, size, scene::Align::centre, Role::plate, Role::ink});
    pill.meaning = {Part::text, text, {}, {}};
  }
}

// "Bob wins 340", "Ann and Bob split 340", "Ann wins 300, Bob 40".
std::string result(const Canvas& canvas) {
  const auto& winners = canvas.shared.winners;
  std::vector<std::string> names;
  Chips sum;
  bool equal = true;
  for (const Winner& one : winners) {
    names.push_back(canvas.names[one.seat]);
    sum += one.amount;
    // Odd chips don't make a split unequal.
    const std::int64_t apart = one.amount.count - winners[0].amount.count;
    equal = equal && apart >= -1 && apart <= 1;
  }
  if (winners.size() == 1 && canvas.facts.viewer == winners[0].seat) return "You win " + narration::number(sum);
  if (winners.size() == 1) return names[0] + " wins " + narration::number(sum);
  if (equal) return narration::list(names) + " split " + narration::number(sum);
  std::string text;
  for (std::size_t i = 0; i < winners.size(); ++i) {
    text += i == 0 ? names[i] + " wins " : ", " + names[i] + " ";
    text += narration::number(winners[i].amount);
  }
  return text;
}

void add_result(Canvas& canvas) {
  const auto& winners = canvas.shared.winners;
  if (winners.empty()) return;
  const std::string headline = result(canvas);
  const float size = canvas.measures.text * canvas.scale;
  Element& line =
      canvas.out.add("result" + canvas.hand_tag, canvas.pot_row(),
                     scene::Text{headline, size * 1.25F, scene::Weight::bold, scene::Align::centre, Role::brass_light});
  line.meaning = {Part::text, headline, {}, {}};
  const Winner* best = &winners[0];
  for (const Winner& one : winners)
    if (one.amount > best->amount) best = &one;
  if (best->hand.empty()) return;
  const std::string words =
      narration::sentence_case(hand_words({best->hand.begin(), best->hand.size()}, Kickers::named));
  Element& caption =
      canvas.out.add("result.hand" + canvas.hand_tag, canvas.caption_row(),
                     scene::Text{words, size, scene::Weight::regular, scene::Align::centre, Role::ink_on_felt});
  caption.meaning = {Part::text, words, {}, {}};
}

}  // namespace

scene::Rect Canvas::board_row() const {
  const auto cards = static_cast<float>(k_board_cards);
  const float width = (measures.board_card.width * cards + measures.board_gap * (cards - 1)) * scale;
  const float height = measures.board_card.height * scale;
  const scene::Point c = layout.middle.centre();
  const float spare = layout.middle.height - height;
  return {c.x - width / 2, layout.middle.y + spare * 0.6F, width, height};
}

scene::Rect Canvas::pot_row() const {
  const Rect board = board_row();
  const float height = measures.disc * 1.75F * scale;
  return {layout.middle.x, board.y - height - 6 * scale, layout.middle.width, height};
}

scene::Rect Canvas::caption_row() const {
  const Rect board = board_row();
  const float top = board.bottom() + 6 * scale;
  return {layout.middle.x, top, layout.middle.width, layout.middle.bottom() - top};
}

scene::Rect Canvas::below_middle() const {
  return {layout.middle.x, layout.middle.bottom(), layout.middle.width, measures.needs.front.height * scale};
}

std::uint16_t Canvas::deal_delay(Seat seat, std::size_t which) const {
  const int seats = std::max(facts.seat_count, 1);
  const int order = (seat - shared.button - 1 + 2 * seats) % seats;
  const int card = static_cast<int>(which) * static_cast<int>(shared.players.size()) + order;
  return static_cast<std::uint16_t>(std::max(card, 0) * k_deal_step_ms);
}

void add_middle(Canvas& canvas) {
  add_board(canvas);
  const bool over = canvas.shared.street == Street::over;
  if (over) {
    add_result(canvas);
  } else {
    add_pot(canvas);
    add_side_pots(canvas);
  }
  const Rect below = canvas.below_middle();
  canvas.out.add("notice", over || canvas.shared.pots.size() > 1 ? below : canvas.caption_row(), scene::Nothing{});
}

}  // namespace baize::games::holdem
