#include "ops/metrics.h"

#include <algorithm>

namespace baize::server {

void Histogram::add_since(Clock::time_point start) {
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
  const auto bucket = std::lower_bound(k_bounds_us.begin(), k_bounds_us.end(), took) - k_bounds_us.begin();
  buckets_[static_cast<std::size_t>(bucket)].add();
  sum_us_.add(static_cast<std::uint64_t>(took));
}

Histogram::Counts Histogram::counts() const {
  Counts all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = buckets_[i].value();
  return all;
}

}  // namespace baize::server
