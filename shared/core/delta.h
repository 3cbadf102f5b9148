// What changed between two values of one described type, in a few bits, and the way back. A struct is a bit for each
// member that may have changed and the changes of those that have; a number is its difference to what it was; a text
// that the base holds somewhere is its place there; a list changes item by item, with its tail added or cut. Used for
// the views of a table in binary (protocol/view_delta.h); it knows no message.
//
// Numbers go in groups of three bits with a fourth that says whether more follow, signed ones zigzag. A difference of
// sixteen or more that came before, up or down, is its place among those: what leaves a stack goes into a pot.
#pragma once

#include <string>
#include <vector>

#include "core/form.h"

namespace baize::core {

// The texts of a value in the order of its description: what a delta to it may name by their places. They are gathered
// when they are first asked for, as most deltas have none, and lie in the value, which outlives them and stays as it
// is.
class KnownTexts {
 public:
  KnownTexts() = default;  // of nothing: none
  template <class T>
  explicit KnownTexts(const T& value) : form_(&FormOf<T>::form), value_(&value) {}

  const std::vector<std::string_view>& all();

 private:
  const Form* form_ = nullptr;
  const void* value_ = nullptr;
  std::vector<std::string_view> texts_;
};

// At most so many items are added to one list by a delta. Whoever needs more sends the value whole.
inline constexpr std::size_t k_most_added = 256;

// Differences that came before, the first sixteen.
struct KnownNumbers {
  static constexpr std::size_t k_most = 16;
  std::array<std::uint64_t, k_most> sizes{};
  std::uint8_t count = 0;
};

class DeltaOutput {
 public:
  // `texts` outlives it; `numbers` are those that a reader knows, too, when it comes to the beginning.
  explicit DeltaOutput(KnownTexts& texts, const KnownNumbers& numbers = {}) : texts_(texts), numbers_(numbers) {}

  template <class T>
  void put(const T& base, const T& value) {
    put(FormOf<T>::form, &base, &value);
  }
  // A bit that says whether there is a change, then the change.
  template <class T>
  void put_if_changed(const T& base, const T& value) {
    (void)put_if_changed(FormOf<T>::form, &base, &value);
  }
  // What was put, the last byte filled up with zeros.
  const std::string& bytes() const { return bytes_; }
  const KnownNumbers& numbers() const { return numbers_; }
  // More than a delta can say was asked of it: the bytes are of no use.
  bool failed() const { return failed_; }

 private:
  void bit(bool one) { bits(one ? 1 : 0, 1); }
  void bits(std::uint64_t value, unsigned count);
  void groups(std::uint64_t value);
  // Writes in any case; whether there was a change. So that what lies deep in a value is compared once and not once for
  // each that holds it, who writes first and finds no change takes back what was written.
  bool put(const Form& form, const void* base, const void* value);
  bool put_if_changed(const Form& form, const void* base, const void* value);
  bool put_items(const Form& form, const void* base, const void* value, std::size_t count);
  bool put_optional(const Form& form, const void* base, const void* value);
  bool put_list(const Form& form, const void* base, const void* value);
  bool put_choice(const Form& form, const void* base, const void* value);
  void put_number(std::uint64_t difference);
  void put_text(std::string_view text);
  void take_back(std::size_t bytes, unsigned free_bits);

  KnownTexts& texts_;
  KnownNumbers numbers_;
  std::string bytes_;
  unsigned free_bits_ = 0;  // of the last byte
  bool failed_ = false;
};

// Trusts nothing: each item that it makes has taken a bit at least, a place is one of those that there are, a number
// within its type, an enumerator or card one that exists. Fails once and stays failed.
class DeltaInput {
 public:
  explicit DeltaInput(std::string_view bytes, KnownTexts& texts) : bytes_(bytes), texts_(texts) {}

  // Turns `value`, which is the base, into what the delta was made of. What a failed one leaves is of no use.
  template <class T>
  void get(T& value) {
    get(FormOf<T>::form, &value);
  }
  // What put_if_changed put; whether there is a change.
  template <class T>
  bool get_if_changed(T& value) {
    const bool changed = bit();
    if (changed) get(FormOf<T>::form, &value);
    return changed;
  }
  // Goes on with the next whole byte, where another output began; failed unless what it skips is zeros.
  void to_next_byte();
  bool failed() const { return failed_; }
  // Nothing is left.
  bool at_end() const { return at_ >= 8 * bytes_.size(); }

 private:
  bool bit() { return bits(1) != 0; }
  // At most 64.
  std::uint64_t bits(unsigned count);
  std::uint64_t groups();
  void get(const Form& form, void* value);
  void get_text(const Form& form, void* value);
  void get_list(const Form& form, void* value);
  void get_choice(const Form& form, void* value);
  std::uint64_t difference();

  std::string_view bytes_;
  KnownTexts& texts_;
  KnownNumbers numbers_;
  std::size_t at_ = 0;  // in bits
  bool failed_ = false;
};

}  // namespace baize::core
