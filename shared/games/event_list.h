// EventList: what happened in one step of a game, in order. Room for the longest step, but only what happened costs
// anything: the room behind it is never written, and copying copies no more than there is. Used by Step (contract.h).
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <type_traits>

#include "core/check.h"

namespace baize::games {

// At most N events. Overfilling is a broken invariant.
template <class E, std::size_t N>
class EventList {
  static_assert(std::is_trivially_copyable_v<E>, "events are values without allocations");

 public:
  using value_type = E;

  EventList() {}  // NOLINT(modernize-use-equals-default): a defaulted one would have the room zeroed
  EventList(const EventList& other) { *this = other; }
  EventList& operator=(const EventList& other) {
    if (this == &other) return *this;
    count_ = other.count_;
    std::memcpy(room_, other.room_, count_ * sizeof(E));
    return *this;
  }

  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  const E* begin() const { return std::launder(reinterpret_cast<const E*>(room_)); }
  const E* end() const { return begin() + count_; }
  const E& operator[](std::size_t i) const { return begin()[i]; }
  const E& back() const { return begin()[count_ - 1]; }

  void push_back(const E& event) {
    core::check(count_ < N, "a step has more events than its game said");
    std::construct_at(reinterpret_cast<E*>(room_ + count_ * sizeof(E)), event);
    ++count_;
  }

 private:
  std::size_t count_ = 0;
  alignas(E) std::byte room_[N * sizeof(E)];
};

}  // namespace baize::games
