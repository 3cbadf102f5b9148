// Empty buffers that the connections of one loop pass on to each other: whoever has something to send takes one and
// gives it back when all is sent, so that a silent connection holds none and a busy one seldom allocates. One thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace baize::server {

class SpareBuffers {
 public:
  // Empty, with whatever capacity it has.
  std::string take() {
    if (spare_.empty()) return {};
    std::string one = std::move(spare_.back());
    spare_.pop_back();
    return one;
  }
  // Its content is gone. Large ones, and those beyond a few, are freed.
  void give_back(std::string one) {
    if (one.capacity() > k_largest || spare_.size() >= k_most) return;
    one.clear();
    spare_.push_back(std::move(one));
  }

 private:
  static constexpr std::size_t k_largest = 16 * 1024;  // bytes
  static constexpr std::size_t k_most = 256;

  std::vector<std::string> spare_;
};

}  // namespace baize::server
