// LegalMoves: draws what a seat may do now, for any game, from the game's own descriptions (games::Control), and says
// how a control was answered. It keeps the chosen amount while a decision is open, asks back before something
// dangerous, and sends nothing itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "games/contract.h"
#include "web/controls/amount_picker.h"
#include "web/platform/geometry.h"

namespace baize::web::controls {

class LegalMoves {
 public:
  struct Answered {
    std::string action;  ///< games::Control::action
    games::Answer answer;
  };

  /// tall: shortcuts, amount and buttons one below the other (a phone held upright); wide: two rows; flat: one row (a
  /// phone on its side).
  enum class Shape { tall, wide, flat };
  static Shape shape_for(Size stage);
  /// What a decision with an amount takes: to be kept free, so that the picture does not move.
  static float usual_height(Shape shape);
  /// What the buttons take of it at the lower edge, the gap above them included; flat ones stand in the only row.
  static constexpr float k_buttons = 62;

  /// What may be done now. `decision` names it: with another one amounts start anew and nothing is asked back any more.
  void offer(std::uint64_t decision, std::vector<games::Control> controls);
  const std::vector<games::Control>& offered() const { return controls_; }

  /// Draws along the lower edge of `area` and answers once. `busy`: a move is on its way, nothing can be pressed.
  std::optional<Answered> draw(const Rect& area, Shape shape, bool busy);

  /// A card was touched in the picture: the answer, if a control asks for that card.
  std::optional<Answered> card(cards::Card card) const;
  bool wants_card() const;

 private:
  /// One thing to press: a control, or one option of a control that is a choice.
  struct Cell {
    const games::Control* control = nullptr;
    std::string id;
    std::string label;
    std::string choice;
    std::string forbidden;
  };

  std::vector<Cell> cells() const;
  const games::Control* amount_control() const;
  std::optional<Answered> draw_cells(const Rect& area, bool busy);
  static void draw_reasons(const std::vector<Cell>& all, const Rect& row);
  bool draw_cell(const Cell& cell, const std::string& shortcut, const Rect& rect, bool busy);
  std::optional<Answered> draw_question(const Rect& row, Shape shape, bool busy);
  void draw_amount(Rect& area, Shape shape, bool busy);
  std::optional<Answered> answer_to(const games::Control& control, const std::string& choice) const;
  std::optional<Answered> pressed(const Cell& cell, const Rect& rect, const Rect& area);
  void follow_arrows(bool busy);

  /// A dangerous control that was pressed once. The answer stands where the pressed button does not, so that a double
  /// click is no answer.
  enum class Side { left, right };
  struct Question {
    std::string action;
    std::string choice;
    std::string label;
    Side side = Side::left;
    bool fresh = true;  // not drawn yet
  };

  std::uint64_t decision_ = 0;
  std::vector<games::Control> controls_;
  std::optional<AmountPicker> picker_;  // of the first control that asks for an amount
  std::optional<Question> question_;
};

}  // namespace baize::web::controls
