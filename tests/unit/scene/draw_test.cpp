#include "scene/draw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "scene/chips.h"

namespace baize::scene {
namespace {

using namespace cards::literals;
using core::Chips;

// Notes what is drawn.
class Notes final : public Brush {
 public:
  void push(const Pose&) override { ++depth; }
  void pop() override { --depth; }
  void box(const Rect&, float, const Fill&) override { ++strokes; }
  void frame(const Rect&, float, float, Colour) override { ++strokes; }
  void disc(Point, float, const Fill&) override { ++discs; }
  void line(const Point* points, std::size_t count, float, Colour) override {
    float length = 0;
    for (std::size_t i = 1; i < count; ++i)
      length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    lines.push_back(length);
  }
  void shape(const Shape& shape, const Rect&, Colour colour) override {
    shapes.push_back(&shape);
    colours.push_back(colour);
  }
  void text(const TextRun& run) override { texts.emplace_back(run.utf8); }

  int depth = 0;
  int strokes = 0;
  int discs = 0;
  std::vector<float> lines;
  std::vector<const Shape*> shapes;
  std::vector<Colour> colours;
  std::vector<std::string> texts;
};

Notes drawn(Figure figure, Rect box, TimeMs now = 0, const Theme& theme = house_theme()) {
  Notes notes;
  draw(Element{"it", box, std::move(figure), {}, {}, 1}, theme, now, notes);
  EXPECT_EQ(notes.depth, 0);
  return notes;
}

TEST(Card, its_back_tells_nothing_of_its_face) {
  const Notes notes = drawn(CardFigure{}, {0, 0, 70, 98});
  EXPECT_TRUE(notes.texts.empty());
  EXPECT_TRUE(notes.shapes.empty());
}

TEST(Card, its_face_shows_rank_and_suit_at_every_size) {
  for (float width : {20.0F, 30.0F, 44.0F, 80.0F, 200.0F}) {
    const Notes notes = drawn(CardFigure{"9c"_card}, {0, 0, width, width * 1.4F});
    EXPECT_EQ(notes.texts, (std::vector<std::string>{"9"})) << width;
    EXPECT_EQ(notes.shapes, (std::vector<const Shape*>{&shape(Mark::club), &shape(Mark::club)})) << width;
  }
}

TEST(Card, court_cards_wear_a_mark_of_their_own) {
  const Rect box{0, 0, 80, 112};
  EXPECT_EQ(drawn(CardFigure{"Kh"_card}, box).shapes[1], &shape(Mark::crown));
  EXPECT_EQ(drawn(CardFigure{"Qh"_card}, box).shapes[1], &shape(Mark::tiara));
  EXPECT_EQ(drawn(CardFigure{"Jh"_card}, box).shapes[1], &shape(Mark::lily));
}

TEST(Card, a_four_colour_deck_gives_each_suit_its_own_colour) {
  Theme four = house_theme();
  four.deck = DeckColours::four;
  std::vector<Colour> colours;
  for (const char* text : {"2c", "2d", "2h", "2s"})
    colours.push_back(drawn(CardFigure{*cards::card_from_text(text)}, {0, 0, 50, 70}, 0, four).colours[0]);
  for (std::size_t a = 0; a < colours.size(); ++a)
    for (std::size_t b = a + 1; b < colours.size(); ++b) EXPECT_NE(colours[a], colours[b]);
}

TEST(Plate, its_ring_shrinks_as_the_clock_runs_down) {
  const SeatPlate plate{"Ann", "1,000", "A", 1, PlateMood::lit, false, false, false, TurnClock{30'000, 30'000}};
  const Rect box{0, 0, 150, 50};
  const float whole = drawn(plate, box, 0).lines.at(0);
  EXPECT_NEAR(drawn(plate, box, 15'000).lines.at(0), whole / 2, whole * 0.01F);
  EXPECT_NEAR(drawn(plate, box, 27'000).lines.at(0), whole / 10, whole * 0.01F);
  EXPECT_TRUE(drawn(plate, box, 30'000).lines.empty());
  EXPECT_TRUE(drawn(plate, box, 99'000).lines.empty());
}

TEST(Plate, a_running_clock_asks_for_new_frames_and_nothing_else_does) {
  const SeatPlate plate{"Ann", "1,000", "A", 1, PlateMood::lit, false, false, false, TurnClock{30'000, 30'000}};
  EXPECT_EQ(changes_in(Element{"it", {}, plate, {}, {}, 1}, 0), TimeMs{150});
  EXPECT_FALSE(changes_in(Element{"it", {}, plate, {}, {}, 1}, 30'000));
  EXPECT_FALSE(changes_in(Element{"it", {}, SeatPlate{}, {}, {}, 1}, 0));
  EXPECT_FALSE(changes_in(Element{"it", {}, Felt{}, {}, {}, 1}, 0));
}

TEST(Plate, a_long_name_is_cut_to_the_plate) {
  SeatPlate plate;
  plate.name = "George Washington the Third";
  plate.initials = "GW";
  const Notes notes = drawn(plate, {0, 0, 110, 40});
  EXPECT_TRUE(notes.texts[1].ends_with("…")) << notes.texts[1];
}

TEST(ChipPile, it_has_as_many_columns_as_fit) {
  const ChipPile pile{Chips{1631}, "1,631", 18, 14};
  EXPECT_GT(drawn(pile, {0, 0, 200, 30}).discs, drawn(pile, {0, 0, 60, 30}).discs);
  EXPECT_EQ(drawn(ChipPile{Chips{0}, "Pot 15", 18, 14}, {0, 0, 100, 30}).discs, 0);
}

TEST(Chips, the_fewest_chips_make_an_amount_the_large_ones_first) {
  const auto columns = chip_columns(Chips{640}, 3);
  ASSERT_EQ(columns.size(), 3u);
  EXPECT_EQ(columns[0], (ChipColumn{500, 1}));
  EXPECT_EQ(columns[1], (ChipColumn{100, 1}));
  EXPECT_EQ(columns[2], (ChipColumn{25, 1}));
}

TEST(Chips, any_amount_shows_at_least_one_and_never_a_tower) {
  EXPECT_TRUE(chip_columns(Chips{0}, 3).empty());
  for (std::int64_t amount = 1; amount > 0 && amount <= core::k_max_chips.count; amount *= 7) {
    const auto columns = chip_columns(Chips{amount}, k_max_columns);
    ASSERT_GE(columns.size(), 1u);
    for (const ChipColumn& column : columns) {
      EXPECT_GE(column.count, 1);
      EXPECT_LE(column.count, k_max_column);
    }
  }
}

TEST(Shapes, every_contour_is_a_clockwise_polygon_within_its_box) {
  const Rect box{10, 20, 100, 100};
  std::vector<Point> points;
  for (Mark mark :
       {Mark::club, Mark::diamond, Mark::heart, Mark::spade, Mark::crown, Mark::tiara, Mark::lily, Mark::star}) {
    const Shape& it = shape(mark);
    for (std::size_t i = 0; i < it.count; ++i) {
      flatten(it.contours[i], box, 8, points);
      ASSERT_GE(points.size(), 3u);
      float twice_area = 0;
      for (std::size_t k = 0; k < points.size(); ++k) {
        const Point a = points[k];
        const Point b = points[(k + 1) % points.size()];
        twice_area += a.x * b.y - b.x * a.y;
        EXPECT_TRUE(box.inset(-3).contains(a)) << static_cast<int>(mark);
      }
      EXPECT_GT(twice_area, 0) << static_cast<int>(mark);
      EXPECT_FALSE(points.front() == points.back()) << static_cast<int>(mark);
    }
  }
}

TEST(Theme, text_stands_out_from_what_it_is_written_on) {
  // Relative luminance and contrast as WCAG 2.2 defines them; 4.5 is its level AA.
  const auto luminance = [](Colour c) {
    const auto linear = [](std::uint8_t v) {
      const double s = v / 255.0;
      return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  };
  const auto contrast = [&](Colour a, Colour b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
  };
  const Theme& theme = house_theme();
  for (const auto& [text, ground] : std::vector<std::pair<Role, Role>>{{Role::ink, Role::plate},
                                                                       {Role::ink_soft, Role::plate},
                                                                       {Role::ink, Role::plate_lit},
                                                                       {Role::good, Role::plate},
                                                                       {Role::brass_light, Role::plate},
                                                                       {Role::ink_on_felt, Role::felt},
                                                                       {Role::ink, Role::felt},
                                                                       {Role::brass_light, Role::felt},
                                                                       {Role::ink_on_lit, Role::brass},
                                                                       {Role::red_suit, Role::card},
                                                                       {Role::black_suit, Role::card},
                                                                       {Role::blue_suit, Role::card},
                                                                       {Role::green_suit, Role::card}})
    EXPECT_GE(contrast(theme[text], theme[ground]), 4.5)
        << static_cast<int>(text) << " on " << static_cast<int>(ground);
  for (std::uint32_t seed = 0; seed < 1000; ++seed)
    EXPECT_GE(contrast(theme[Role::ink], person_colour(seed)), 2.5) << seed;
}

TEST(Scene, what_lies_on_top_is_touched_first) {
  Scene scene;
  scene.add("below", {0, 0, 50, 50}, Nothing{}).meaning.action = "a";
  scene.add("above", {20, 20, 50, 50}, Nothing{}).meaning.action = "b";
  scene.add("silent", {0, 0, 100, 100}, Nothing{});
  ASSERT_NE(touched(scene, {30, 30}), nullptr);
  EXPECT_EQ(touched(scene, {30, 30})->id, "above");
  EXPECT_EQ(touched(scene, {10, 10})->id, "below");
  EXPECT_EQ(touched(scene, {90, 10}), nullptr);
}

}  // namespace
}  // namespace baize::scene
