#include "scene/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace baize::scene {
namespace {

struct Screen {
  const char* name;
  Size area;
  Insets safe;
};

// Title above, controls below, as the table screen has them.
const std::vector<Screen> k_screens{{"desktop", {1280, 800}, {0, 48, 0, 110}},
                                    {"phone upright", {390, 844}, {0, 48, 0, 180}},
                                    {"small phone upright", {320, 568}, {0, 40, 0, 120}},
                                    {"phone on its side", {844, 390}, {0, 36, 0, 56}},
                                    {"square tablet", {1024, 1024}, {0, 48, 0, 120}},
                                    {"wall", {2560, 1440}, {}}};

SeatNeeds needs_for(const Screen& screen) {
  if (screen.area.width > screen.area.height) return {};
  return {{106, 40}, {66, 34}, {142, 90}, {82, 24}, {292, 138}, 11, 0.4F, 2};
}

// Everything that a seat takes, by name.
std::vector<std::pair<std::string, Rect>> parts_of(const RingLayout& layout) {
  std::vector<std::pair<std::string, Rect>> parts{{"middle", layout.middle}};
  for (std::size_t i = 0; i < layout.seats.size(); ++i) {
    const SeatPlace& seat = layout.seats[i];
    const std::string name = "seat " + std::to_string(i);
    parts.emplace_back(name + " plate", seat.plate);
    parts.emplace_back(name + " hand", seat.hand);
    parts.emplace_back(name + " front", seat.front);
  }
  return parts;
}

TEST(Layout, nothing_overlaps_for_two_to_ten_seats_on_any_screen) {
  for (const Screen& screen : k_screens)
    for (int seats = 2; seats <= core::k_max_seats; ++seats)
      for (const bool watching : {false, true}) {
        const auto viewer = watching ? std::nullopt : std::optional<core::Seat>(core::Seat{0});
        const RingLayout layout = ring_layout(screen.area, screen.safe, seats, viewer, needs_for(screen));
        ASSERT_EQ(layout.seats.size(), static_cast<std::size_t>(seats));
        const auto parts = parts_of(layout);
        for (std::size_t a = 0; a < parts.size(); ++a)
          for (std::size_t b = a + 1; b < parts.size(); ++b)
            EXPECT_FALSE(parts[a].second.inset(0.1F).overlaps(parts[b].second.inset(0.1F)))
                << screen.name << ", " << seats << " seats: " << parts[a].first << " and " << parts[b].first;
      }
}

TEST(Layout, everything_lies_within_the_safe_area) {
  for (const Screen& screen : k_screens)
    for (int seats = 2; seats <= core::k_max_seats; ++seats) {
      const RingLayout layout = ring_layout(screen.area, screen.safe, seats, core::Seat{1}, needs_for(screen));
      const Rect room = Rect{0, 0, screen.area.width, screen.area.height}.inset(screen.safe);
      for (const auto& [name, rect] : parts_of(layout))
        EXPECT_TRUE(room.contains(rect)) << screen.name << ", " << seats << " seats: " << name;
    }
}

TEST(Layout, plates_stay_large_enough_to_read_and_to_touch) {
  for (const Screen& screen : k_screens)
    for (int seats = 2; seats <= core::k_max_seats; ++seats) {
      const RingLayout layout = ring_layout(screen.area, screen.safe, seats, core::Seat{0}, needs_for(screen));
      for (const SeatPlace& seat : layout.seats) {
        EXPECT_GE(seat.plate.width, 60) << screen.name << ", " << seats << " seats";
        EXPECT_GE(seat.plate.height, 22) << screen.name << ", " << seats << " seats";
      }
    }
}

TEST(Layout, the_viewers_own_seat_is_at_the_bottom_in_the_middle) {
  for (const Screen& screen : k_screens)
    for (int viewer = 0; viewer < 6; ++viewer) {
      const RingLayout layout =
          ring_layout(screen.area, screen.safe, 6, static_cast<core::Seat>(viewer), needs_for(screen));
      for (int seat = 0; seat < 6; ++seat) {
        const SeatPlace& place = layout.seats[static_cast<std::size_t>(seat)];
        EXPECT_EQ(place.own, seat == viewer);
        if (place.own) {
          EXPECT_NEAR(place.plate.centre().x, screen.area.width / 2, 0.5F);
        }
        EXPECT_LE(place.plate.bottom(), layout.seats[static_cast<std::size_t>(viewer)].plate.bottom() + 0.5F);
      }
    }
}

TEST(Layout, seats_go_round_clockwise_from_the_viewer) {
  const RingLayout layout = ring_layout({1280, 800}, {}, 6, core::Seat{2}, {});
  // Next to act sits on the viewer's left, which is left on the screen; the seat before on the right.
  EXPECT_LT(layout.seats[3].plate.centre().x, layout.seats[2].plate.centre().x);
  EXPECT_GT(layout.seats[1].plate.centre().x, layout.seats[2].plate.centre().x);
  EXPECT_LT(layout.seats[5].plate.centre().y, layout.middle.centre().y);
}

TEST(Layout, it_is_the_same_for_the_same_facts) {
  const RingLayout a = ring_layout({390, 844}, {0, 48, 0, 180}, 9, core::Seat{4}, {});
  const RingLayout b = ring_layout({390, 844}, {0, 48, 0, 180}, 9, core::Seat{4}, {});
  for (std::size_t i = 0; i < a.seats.size(); ++i) EXPECT_EQ(a.seats[i].plate, b.seats[i].plate);
}

TEST(Layout, an_area_without_room_still_places_every_seat) {
  for (Size area : {Size{0, 0}, Size{40, 40}, Size{200, 10}}) {
    const RingLayout layout = ring_layout(area, {0, 30, 0, 30}, 10, core::Seat{0}, {});
    EXPECT_EQ(layout.seats.size(), 10u);
    EXPECT_FLOAT_EQ(layout.scale, SeatNeeds{}.smallest);
  }
}

}  // namespace
}  // namespace baize::scene
