#include "scene/text.h"

#include <gtest/gtest.h>

namespace baize::scene {
namespace {

TEST(Text, its_width_is_the_sum_of_its_advances_and_grows_with_the_size) {
  const float one = text_width("8", 100, Weight::regular);
  EXPECT_GT(one, 0);
  EXPECT_FLOAT_EQ(text_width("88888", 100, Weight::regular), 5 * one);
  EXPECT_FLOAT_EQ(text_width("8", 50, Weight::regular), one / 2);
  EXPECT_FLOAT_EQ(text_width("", 100, Weight::regular), 0);
}

TEST(Text, all_figures_are_equally_wide_so_that_a_counting_stack_does_not_wobble) {
  for (Weight weight : {Weight::regular, Weight::bold})
    for (const char* figure : {"0", "1", "2", "3", "4", "5", "6", "7", "9"})
      EXPECT_NEAR(text_width(figure, 100, weight), text_width("8", 100, weight), 0.5F) << figure;
}

TEST(Text, letters_beyond_ascii_and_the_suits_have_widths_of_their_own) {
  const float missing = text_width("漢", 100, Weight::regular);
  for (const char* known : {"é", "Ö", "ł", "♠", "♥", "½", "…"}) {
    EXPECT_GT(text_width(known, 100, Weight::regular), 0) << known;
    EXPECT_NE(text_width(known, 100, Weight::regular), missing) << known;
  }
}

TEST(Text, what_fits_stays_as_it_is) { EXPECT_EQ(fit_text("Ann", 14, Weight::bold, 200), "Ann"); }

TEST(Text, what_does_not_fit_ends_with_an_ellipsis_and_fits) {
  const std::string cut = fit_text("George Washington", 14, Weight::bold, 80);
  EXPECT_TRUE(cut.ends_with("…"));
  EXPECT_LE(text_width(cut, 14, Weight::bold), 80);
  EXPECT_TRUE(cut.starts_with("Geo"));
}

TEST(Text, it_is_never_cut_within_a_character_nor_after_a_space) {
  for (float width = 0; width < 120; width += 1) {
    std::string cut = fit_text("Zoë Ólafsdóttir", 14, Weight::regular, width);
    ASSERT_FALSE(cut.empty());
    for (std::size_t at = 0; at < cut.size();) ASSERT_NE(next_code_point(cut, at), char32_t{0xFFFD}) << width;
    if (cut.ends_with("…")) {
      cut.resize(cut.size() - 3);
      ASSERT_FALSE(cut.ends_with(" ")) << width;
    }
  }
}

TEST(Text, broken_utf8_is_read_as_replacement_characters_and_never_past_the_end) {
  for (const char* broken : {"\xC3", "\xE2\x99", "\xFF\xFE", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\x80"}) {
    const std::string_view text(broken);
    bool replaced = false;
    for (std::size_t at = 0; at < text.size();) replaced |= next_code_point(text, at) == 0xFFFD;
    EXPECT_TRUE(replaced) << broken;
    EXPECT_GT(text_width(text, 14, Weight::regular), 0);
  }
}

TEST(Text, code_points_of_every_length_are_read) {
  const std::string_view text = "aé♠😀";
  std::size_t at = 0;
  EXPECT_EQ(next_code_point(text, at), U'a');
  EXPECT_EQ(next_code_point(text, at), U'é');
  EXPECT_EQ(next_code_point(text, at), U'♠');
  EXPECT_EQ(next_code_point(text, at), U'\x1F600');
  EXPECT_EQ(at, text.size());
}

TEST(Initials, they_are_the_first_letters_of_the_first_two_words) {
  EXPECT_EQ(initials("Ann Lee"), "AL");
  EXPECT_EQ(initials("bob"), "B");
  EXPECT_EQ(initials("  élan vital third"), "ÉV");
  EXPECT_EQ(initials("jean-luc"), "JL");
  EXPECT_EQ(initials(""), "");
}

}  // namespace
}  // namespace baize::scene
