#include "table/fair_deal.h"

namespace baize::table {

namespace fair = cards::fair;

DealOpen told(const OpenDeal& deal) {
  DealOpen open{deal.hand, fair::hash_of(deal.seed), {}, {}, deal.again};
  for (const FrozenSeat& one : deal.seats) {
    if (one.last)
      open.seats.push_back({one.seat, *one.last});
    else
      open.others.push_back(one.seat);
  }
  return open;
}

DealSealed told(const SealedDeal& deal) { return {deal.hand, fair::hash_of(deal.seed), deal.root, parts_of(deal)}; }

std::vector<fair::Part> parts_of(const SealedDeal& deal) {
  std::vector<fair::Part> parts;
  for (const SealedPart& one : deal.parts) {
    if (one.given)
      parts.push_back({one.seat, fair::hash_of(one.value), one.value});
    else
      parts.push_back({one.seat, one.value, std::nullopt});
  }
  return parts;
}

}  // namespace baize::table
