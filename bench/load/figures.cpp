#include "load/figures.h"

#include <algorithm>
#include <cmath>

namespace baize::bench {

double Latencies::percentile_ms(double share) const {
  if (all_.empty()) return 0;
  if (sorted_ != all_.size()) std::sort(all_.begin(), all_.end());
  sorted_ = all_.size();
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(all_.size())));
  return static_cast<double>(all_[std::clamp<std::size_t>(rank, 1, all_.size()) - 1]) / 1000;
}

}  // namespace baize::bench
