#include "load/progress.h"

#include <algorithm>

namespace baize::bench {

void Progress::refused(std::uint64_t version) {
  std::erase_if(under_way_, [&](const Move& one) { return one.version == version; });
}

void Progress::seen(int seat, std::uint64_t version) {
  auto& mine = seen_[static_cast<std::size_t>(seat)];
  mine = std::max(mine, version);
  const std::uint64_t common = *std::min_element(seen_.begin(), seen_.end());
  if (common == common_) return;
  common_ = common;
  common_since_ = steady_us();
  while (!under_way_.empty() && under_way_.front().version < common) {
    if (figures_.measuring) latencies_.add(common_since_ - under_way_.front().sent);
    under_way_.pop_front();
  }
}

}  // namespace baize::bench
