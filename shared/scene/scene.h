// Scene: a picture as a value. Games and the table describe what lies where in CSS px, in painter's order, with a
// stable id for everything that a viewer would call the same thing in the next picture; whoever draws it animates from
// one scene to the next by those ids. Knows no game, no colour values and no time: clocks are deadlines, read when
// drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cards/card.h"
#include "core/chips.h"
#include "core/time.h"
#include "scene/geometry.h"
#include "scene/shapes.h"
#include "scene/text.h"
#include "scene/theme.h"

namespace baize::scene {

using core::Chips;
using core::TimeMs;

enum class Align : std::uint8_t { left, centre, right };

// --- figures: what is drawn in an element's box ---

// Nothing to see: a group, a list, a target.
struct Nothing {
  friend bool operator==(const Nothing&, const Nothing&) = default;
};

// The room behind the table.
struct Backdrop {
  friend bool operator==(const Backdrop&, const Backdrop&) = default;
};

// The table: a racetrack with a rail of `rail` px inside the box and a line printed `line` px within the felt (0:
// none).
struct Felt {
  float rail = 16;
  float line = 0;
  friend bool operator==(const Felt&, const Felt&) = default;
};

// A flat area with round corners. Edge 0: no border. `opacity` of its fill alone.
struct Panel {
  Role fill = Role::plate;
  Role edge = Role::plate_edge;
  float radius = 8;
  float edge_width = 1;
  float opacity = 1;
  friend bool operator==(const Panel&, const Panel&) = default;
};

// A card: its face, or its back. `raised` ones have a brass rim and a deeper shadow (and are moved by whoever places
// them), `shaded` ones are out of play. Whoever animates flips it over when `face` comes or goes under the same id.
struct CardFigure {
  std::optional<cards::Card> face;
  float degrees = 0;  // clockwise
  bool raised = false;
  bool shaded = false;
  friend bool operator==(const CardFigure&, const CardFigure&) = default;
};

// A place where a card will lie.
struct CardPlace {
  friend bool operator==(const CardPlace&, const CardPlace&) = default;
};

// Chips worth `amount`: a handful of discs, `disc` px wide, with `text` (the amount in figures) behind them; fewer
// columns where the box is narrow.
struct ChipPile {
  Chips amount;
  std::string text;
  float disc = 18;
  float text_size = 14;
  Align align = Align::centre;
  friend bool operator==(const ChipPile&, const ChipPile&) = default;
};

// One line of text in the middle of the box's height, cut with an ellipsis where the box ends.
struct Text {
  std::string utf8;
  float size = 14;
  Weight weight = Weight::regular;
  Align align = Align::centre;
  Role colour = Role::ink;
  friend bool operator==(const Text&, const Text&) = default;
};

// A text on a pill that is as wide as it needs, within the box and aligned in it.
struct Pill {
  std::string utf8;
  float size = 12;
  Align align = Align::centre;
  Role fill = Role::plate;
  Role colour = Role::ink;
  friend bool operator==(const Pill&, const Pill&) = default;
};

// The running clock of a turn: `deadline` as an instant, `turn_ms` the whole of the turn's time.
struct TurnClock {
  TimeMs deadline = 0;
  TimeMs turn_ms = 0;
  friend bool operator==(const TurnClock&, const TurnClock&) = default;
};

// lit: it is their turn; winner; quiet: at the table but out of this deal; plain otherwise.
enum class PlateMood : std::uint8_t { plain, lit, winner, quiet };

// A seat's plate: avatar disc, name, and a second line (a stack, a score, "Sitting out").
struct SeatPlate {
  std::string name;
  std::string second;
  std::string initials;
  std::uint32_t person = 0;  // from the player's uuid: the colour of the disc
  PlateMood mood = PlateMood::plain;
  bool own = false;
  bool bot = false;
  bool away = false;  // not connected
  std::optional<TurnClock> clock;
  friend bool operator==(const SeatPlate&, const SeatPlate&) = default;
};

// An empty seat. `label` ("Sit here") where it is an offer, else a quiet outline.
struct EmptySeat {
  std::string label;
  friend bool operator==(const EmptySeat&, const EmptySeat&) = default;
};

// The dealer's button, or another round marker with one or two letters on it.
struct Token {
  std::string letters;
  friend bool operator==(const Token&, const Token&) = default;
};

// A mark in one colour, stretched to the box.
struct Sign {
  Mark mark = Mark::star;
  Role colour = Role::brass;
  friend bool operator==(const Sign&, const Sign&) = default;
};

using Figure = std::variant<Nothing, Backdrop, Felt, Panel, CardFigure, CardPlace, ChipPile, Text, Pill, SeatPlate,
                            EmptySeat, Token, Sign>;

// --- what an element means, for those who do not see it ---

enum class Part : std::uint8_t { none, group, list, item, image, text, button };

struct Meaning {
  Part part = Part::none;
  std::string label;   // in words: "ace of spades"
  std::string action;  // what touching it asks for, opaque here: "take-seat/3"; empty if nothing
  std::string within;  // the id of the group or list it belongs to; empty if none
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// How a thing comes and goes when its id appears in a scene or is missing from the next. Without it, it fades.
struct Motion {
  std::optional<Point> from;   // the centre it comes from
  std::optional<Point> to;     // the centre it goes to
  std::uint16_t delay_ms = 0;  // after the others of this scene
  friend bool operator==(const Motion&, const Motion&) = default;
};

struct Element {
  std::string id;  // unique in a scene; the same thing keeps it
  Rect box;        // where it lies, and what a pointer or a DOM twin touches
  Figure figure;
  Meaning meaning{};
  Motion motion{};
  float opacity = 1;
  friend bool operator==(const Element&, const Element&) = default;
};

struct Scene {
  Size area;
  std::vector<Element> elements;  // in painter's order, and in the order they are read out

  Element& add(std::string id, const Rect& box, Figure figure) {
    return elements.emplace_back(Element{std::move(id), box, std::move(figure), {}, {}, 1});
  }
  // Nothing if there is no such element.
  const Element* find(std::string_view id) const;
  friend bool operator==(const Scene&, const Scene&) = default;
};

// The topmost element with an action at this point; nothing if there is none.
const Element* touched(const Scene& scene, Point point);

}  // namespace baize::scene
