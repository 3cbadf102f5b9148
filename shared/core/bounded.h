// Fixed-capacity containers for states: Bounded<T, N> (a sequence) and Text<N> (UTF-8 bytes). A state made of them is
// one block of memory, copied without an allocation. Overfilling is a broken invariant: callers check input first.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "core/check.h"

namespace baize::core {

// At most N values of T, in order.
template <class T, std::size_t N>
class Bounded {
 public:
  using value_type = T;
  static constexpr std::size_t k_capacity = N;

  constexpr Bounded() = default;
  constexpr Bounded(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  constexpr std::size_t size() const { return count_; }
  constexpr bool empty() const { return count_ == 0; }
  constexpr bool full() const { return count_ == N; }
  constexpr T* begin() { return items_.data(); }
  constexpr T* end() { return items_.data() + count_; }
  constexpr const T* begin() const { return items_.data(); }
  constexpr const T* end() const { return items_.data() + count_; }
  constexpr T& operator[](std::size_t i) { return items_[i]; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }
  constexpr T& back() { return items_[count_ - 1]; }
  constexpr const T& back() const { return items_[count_ - 1]; }

  constexpr void push_back(const T& value) {
    check(count_ < N, "Bounded holds no more");
    items_[count_++] = value;
  }
  constexpr void pop_back() {
    check(count_ > 0, "Bounded is empty");
    --count_;
  }
  // Removes the item at `i`, keeping the order of the others.
  constexpr void erase_at(std::size_t i) {
    check(i < count_, "Bounded has no such item");
    for (std::size_t k = i + 1; k < count_; ++k) items_[k - 1] = items_[k];
    --count_;
  }
  constexpr void clear() { count_ = 0; }

  friend constexpr bool operator==(const Bounded& a, const Bounded& b) {
    if (a.count_ != b.count_) return false;
    for (std::size_t i = 0; i < a.count_; ++i)
      if (!(a.items_[i] == b.items_[i])) return false;
    return true;
  }

 private:
  std::array<T, N> items_{};
  std::uint16_t count_ = 0;
};

// At most N bytes of UTF-8. Longer input is cut by nobody: `fits` is asked first.
template <std::size_t N>
class Text {
 public:
  static constexpr std::size_t k_capacity = N;
  static constexpr bool fits(std::string_view text) { return text.size() <= N; }

  constexpr Text() = default;
  constexpr explicit Text(std::string_view text) {
    check(fits(text), "Text holds no more");
    std::copy(text.begin(), text.end(), bytes_.begin());
    length_ = static_cast<std::uint16_t>(text.size());
  }

  constexpr std::string_view view() const { return {bytes_.data(), length_}; }
  constexpr bool empty() const { return length_ == 0; }
  friend constexpr bool operator==(const Text& a, const Text& b) { return a.view() == b.view(); }
  friend constexpr bool operator==(const Text& a, std::string_view b) { return a.view() == b; }

 private:
  std::array<char, N> bytes_{};
  std::uint16_t length_ = 0;
};

}  // namespace baize::core
