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

// The cards that a rabbit hunt shows lie on the places that they would have had.
void add_rabbit(Canvas& canvas, std::size_t i, const Rect& box) {
  const std::size_t number = i - canvas.shared.board.size();
  if (number >= canvas.shared.rabbit.size()) return;
  const Card face = canvas.shared.rabbit[number];
  Element& card = canvas.card("rabbit." + std::to_string(i) + canvas.hand_tag, box, face, "board");
  auto& figure = std::get<scene::CardFigure>(card.figure);
  figure.raised = false;
  figure.shaded = true;
  card.meaning.label = narration::card_name(face) + ", would have come";
  card.motion.delay_ms = static_cast<std::uint16_t>(number * k_board_step_ms);
}

// What won on a board (1 or 2), and who.
bool won_with(const Canvas& canvas, Card card, int board) {
  return std::any_of(canvas.shared.winners.begin(), canvas.shared.winners.end(), [&](const Winner& one) {
    const auto& hand = board == 1 ? one.hand : one.second_hand;
    return std::find(hand.begin(), hand.end(), card) != hand.end();
  });
}

std::string winners_on(const Canvas& canvas, int board) {
  std::vector<std::string> names;
  for (const Winner& one : canvas.shared.winners)
    if (!(board == 1 ? one.hand : one.second_hand).empty()) names.push_back(canvas.names[one.seat]);
  return narration::list(names);
}

// A hand that was run twice: both boards one below the other, each with who won on it.
void add_two_boards(Canvas& canvas) {
  const auto& shared = canvas.shared;
  const std::string label =
      "First board: " + narration::card_names(shared.board.begin(), shared.board.size()) +
      "; second board: " + narration::card_names(shared.second_board.begin(), shared.second_board.size());
  const Rect rows = canvas.two_board_rows();
  canvas.out.add("board", rows, scene::Nothing{}).meaning = {Part::list, label, {}, {}};
  const float gap = canvas.measures.board_gap * canvas.scale;
  const float height = (rows.height - gap) / 2;
  const float width = height * canvas.measures.board_card.width / canvas.measures.board_card.height;
  const float whole = width * k_board_cards + gap * (k_board_cards - 1);
  const float left = rows.centre().x - whole / 2;
  const float size = std::max(canvas.measures.text * canvas.scale * 0.85F, 10.5F);
  for (int board = 1; board <= 2; ++board) {
    const float top = rows.y + static_cast<float>(board - 1) * (height + gap);
    const auto& cards = board == 1 ? shared.board : shared.second_board;
    const std::string name = board == 1 ? "board." : "second.";
    for (std::size_t i = 0; i < cards.size(); ++i) {
      const Rect box{left + (width + gap) * static_cast<float>(i), top, width, height};
      Element& card = canvas.card(name + std::to_string(i) + canvas.hand_tag, box, cards[i], "board");
      auto& figure = std::get<scene::CardFigure>(card.figure);
      figure.raised = false;
      figure.shaded = !won_with(canvas, cards[i], board);
      card.box = box;
      card.motion.delay_ms = static_cast<std::uint16_t>((board - 1) * 700 + static_cast<int>(i) * k_board_step_ms);
    }
    const Rect side{left + whole + gap, top, std::max(rows.right() - left - whole - gap, 0.0F), height};
    const std::string winners = winners_on(canvas, board);
    canvas.out
        .add(name + "winner" + canvas.hand_tag, side,
             scene::Text{winners, size, scene::Weight::bold, scene::Align::left, Role::brass_light})
        .meaning = {Part::text, winners + (board == 1 ? " on the first board" : " on the second board"), {}, {}};
    const Rect before{rows.x, top, std::max(left - rows.x - gap, 0.0F), height};
    canvas.out.add(
        name + "number" + canvas.hand_tag, before,
        scene::Text{board == 1 ? "1st" : "2nd", size, scene::Weight::regular, scene::Align::right, Role::ink_on_felt});
  }
}

void add_board(Canvas& canvas) {
  if (!canvas.shared.second_board.empty()) return add_two_boards(canvas);
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
    add_rabbit(canvas, i < board.size() ? k_board_cards + board.size() : i, box);
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
  if (!canvas.shared.second_board.empty()) return;
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

// A sit-and-go: level, blinds, and when the next ones come.
void add_level(Canvas& canvas) {
  const auto& one = canvas.shared.tournament;
  if (!one) return;
  const std::string text = tournament_words(*one);
  const float size = std::max(canvas.measures.text * canvas.scale * 0.85F, 10.5F);
  canvas.out
      .add("level", canvas.caption_row(),
           scene::Text{text, size, scene::Weight::regular, scene::Align::centre, Role::ink_on_felt})
      .meaning = {Part::text, text, {}, {}};
}

bool contested_sides(const Public& shared) {
  int contested = 0;
  for (const Pot& pot : shared.pots) contested += pot.seats.size() > 1;
  return contested > 1;
}

}  // namespace

scene::Rect Canvas::two_board_rows() const {
  const Rect first = board_row();
  return {layout.middle.x, first.y, layout.middle.width, layout.middle.bottom() - first.y};
}

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
    if (!contested_sides(canvas.shared)) add_level(canvas);
  }
  const Rect below = canvas.below_middle();
  canvas.out.add("notice",
                 over || canvas.shared.tournament || canvas.shared.pots.size() > 1 ? below : canvas.caption_row(),
                 scene::Nothing{});
}

}  // namespace baize::games::holdem
