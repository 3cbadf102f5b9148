#include "scene/svg.h"

#include <gtest/gtest.h>

#include "scene/draw.h"

namespace baize::scene {
namespace {

using namespace cards::literals;

std::string svg_of(Figure figure, TimeMs now = 0) {
  Scene scene;
  scene.area = {200, 100};
  scene.add("it", {10, 10, 80, 40}, std::move(figure));
  return to_svg(scene, house_theme(), now);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST(Svg, a_panel_becomes_a_rectangle) {
  EXPECT_EQ(svg_of(Panel{Role::felt, Role::brass, 8, 2, 0.5F}),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"200\" height=\"100\""
            " viewBox=\"0 0 200 100\" font-family=\"Inter, system-ui, sans-serif\" font-weight=\"450\">\n"
            "<defs>\n</defs>\n"
            "<rect x=\"10\" y=\"10\" width=\"80\" height=\"40\" rx=\"8\" fill=\"#27694f\" fill-opacity=\"0.5\"/>\n"
            "<rect x=\"11\" y=\"11\" width=\"78\" height=\"38\" rx=\"7\" fill=\"none\" stroke=\"#ddb867\""
            " stroke-width=\"2\"/>\n"
            "</svg>\n");
}

TEST(Svg, names_are_escaped) {
  const std::string svg = svg_of(Text{"<script>\"&'", 6, Weight::bold, Align::left, Role::ink});
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_NE(svg.find("&lt;script&gt;&quot;&amp;&#39;"), std::string::npos);
}

TEST(Svg, what_xml_forbids_is_replaced) {
  const std::string svg = svg_of(Text{std::string("a\x01\x1B") + "\xFF" + "b", 6, Weight::regular, Align::left, {}});
  EXPECT_NE(svg.find("a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                     "b"),
            std::string::npos);
}

TEST(Svg, texts_are_held_to_the_width_that_the_layout_counted_on) {
  const std::string svg = svg_of(Text{"8888", 10, Weight::regular, Align::right, Role::ink});
  EXPECT_NE(svg.find("textLength=\"26.12\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("x=\"63.88\""), std::string::npos) << svg;
}

TEST(Svg, a_gradient_is_defined_once) {
  Scene scene;
  scene.area = {100, 100};
  for (int i = 0; i < 3; ++i) scene.add(std::to_string(i), {0, 0, 10, 10}, Backdrop{});
  const std::string svg = to_svg(scene, house_theme(), 0);
  EXPECT_EQ(count(svg, "<radialGradient"), 1u);
  EXPECT_EQ(count(svg, "url(#f0)"), 3u);
}

TEST(Svg, a_turned_and_faded_element_is_posed) {
  Scene scene;
  scene.area = {100, 100};
  scene.add("card", {10, 10, 20, 28}, CardFigure{"As"_card, 4}).opacity = 0.5F;
  const std::string svg = to_svg(scene, house_theme(), 0);
  EXPECT_NE(svg.find("<g transform=\"translate(20 24) rotate(4) scale(1 1) translate(-20 -24)\" opacity=\"0.5\">"),
            std::string::npos);
  EXPECT_EQ(count(svg, "<g"), count(svg, "</g>"));
}

TEST(Svg, every_figure_is_drawn_without_numbers_that_are_none) {
  for (const Figure& figure :
       {Figure(Backdrop{}), Figure(Felt{16, 12}), Figure(CardFigure{}), Figure(CardFigure{"Qh"_card, 3, true, true}),
        Figure(CardPlace{}), Figure(ChipPile{core::Chips{1234}, "1,234", 18, 14}), Figure(Pill{"Call"}),
        Figure(SeatPlate{"Ann", "1,000", "A", 7, PlateMood::lit, true, true, true, TurnClock{100, 0}}),
        Figure(EmptySeat{"Sit here"}), Figure(EmptySeat{}), Figure(Token{"D"}), Figure(Sign{})}) {
    const std::string svg = svg_of(figure);
    EXPECT_EQ(svg.find("nan"), std::string::npos) << figure.index();
    EXPECT_EQ(svg.find("inf"), std::string::npos) << figure.index();
    EXPECT_GT(svg.size(), 250u) << figure.index();
  }
}

}  // namespace
}  // namespace baize::scene
