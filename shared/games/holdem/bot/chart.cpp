#include "games/holdem/bot/chart.h"

#include <array>
#include <utility>

namespace baize::games::holdem {

namespace {

using Row = std::array<std::int16_t, cards::k_rank_count>;

// In parts of a thousand. Rows and columns from ace to deuce; suited above the diagonal. Ordered by the share of the
// pot against one and against three hands of any cards, played out 120,000 times each, the two counting alike.
constexpr std::array<Row, cards::k_rank_count> k_chart = {{
    // clang-format off
    {2, 29, 32, 48, 54, 95, 110, 130, 169, 166, 172, 199, 231},
    {42, 7, 51, 66, 83, 133, 196, 210, 243, 273, 306, 338, 374},
    {60, 89, 11, 98, 122, 175, 249, 314, 335, 386, 401, 433, 481},
    {77, 116, 151, 16, 136, 202, 261, 362, 430, 469, 496, 532, 570},
    {104, 142, 190, 216, 20, 246, 294, 398, 466, 558, 582, 615, 646},
    {160, 225, 279, 320, 356, 25, 350, 404, 493, 585, 670, 700, 730},
    {181, 300, 380, 410, 442, 475, 35, 436, 517, 597, 676, 763, 802},
    {237, 344, 460, 511, 548, 564, 591, 70, 520, 603, 697, 796, 848},
    {267, 392, 502, 609, 640, 664, 691, 706, 126, 600, 673, 766, 845},
    {255, 419, 526, 630, 724, 748, 772, 790, 781, 206, 658, 733, 814},
    {288, 451, 576, 682, 757, 839, 866, 875, 857, 830, 310, 799, 851},
    {329, 487, 621, 715, 808, 884, 923, 932, 914, 905, 941, 426, 890},
    {368, 538, 652, 739, 821, 896, 950, 977, 968, 959, 986, 995, 554}
    // clang-format on
}};

}  // namespace

double tightness(Card a, Card b) {
  if (a.rank() < b.rank()) std::swap(a, b);
  const auto from_ace = [](Card card) { return cards::k_rank_count - 1 - static_cast<std::size_t>(card.rank()); };
  const bool suited = a.suit() == b.suit();
  return k_chart[from_ace(suited ? a : b)][from_ace(suited ? b : a)] / 1000.0;
}

}  // namespace baize::games::holdem
