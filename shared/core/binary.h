// Described values to and from compact binary, as archives on cereal's interface: `archive(value)`. Integers are
// variable-length (LEB128, signed ones zigzag), text and sequences carry their count. Reading trusts nothing: a count
// is checked against its field's cap and against the bytes that remain before anything is allocated, a bool is 0 or 1,
// an enum one of its names, a number within its type; nothing may trail. Used for state hashes and `baize.cereal.v1`.
#pragma once

#include <cereal/cereal.hpp>
#include <string>

#include "core/bytes.h"
#include "core/described.h"
#include "core/error.h"

namespace baize::core {

class BinaryOutput : public cereal::OutputArchive<BinaryOutput> {
 public:
  // What is read again is written whole. For a hash, members that were added to a struct later (k_added, see put) are
  // left out as long as they have their defaults: what was hashed before there were any has the same hash still.
  enum class Use { reading, hashing };

  explicit BinaryOutput(std::string& out, Use use = Use::reading) : OutputArchive(this), out_(out), use_(use) {}

  Use use() const { return use_; }

  void put_byte(std::uint8_t byte) { out_.push_back(static_cast<char>(byte)); }
  void put_bytes(const void* bytes, std::size_t count) { out_.append(static_cast<const char*>(bytes), count); }
  void put_unsigned(std::uint64_t value) {
    // Most numbers of a view are small. Others grow the text once, not byte by byte.
    if (value < 0x80) return put_byte(static_cast<std::uint8_t>(value));
    char coded[10];
    std::size_t count = 0;
    for (; value >= 0x80; value >>= 7) coded[count++] = static_cast<char>(value | 0x80);
    coded[count++] = static_cast<char>(value);
    out_.append(coded, count);
  }
  void put_signed(std::int64_t value) {
    put_unsigned((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }

 private:
  std::string& out_;
  Use use_;
};

// Fails once and stays failed: after an error every further read yields zeros and nothing is allocated.
class BinaryInput : public cereal::InputArchive<BinaryInput> {
 public:
  explicit BinaryInput(std::string_view in) : InputArchive(this), in_(in) {}

  bool failed() const { return failed_; }
  void fail() {
    failed_ = true;
    in_ = {};
  }
  std::size_t remaining() const { return in_.size(); }
  std::uint8_t byte() {
    if (in_.empty()) {
      fail();
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(in_.front());
    in_.remove_prefix(1);
    return value;
  }
  bool bytes(void* out, std::size_t count);
  // So many bytes where they lie in the input; nothing and failed if fewer remain.
  std::string_view text(std::size_t count);
  std::uint64_t unsigned_number() {
    if (in_.empty() || static_cast<std::uint8_t>(in_.front()) >= 0x80) return long_number();
    return byte();
  }
  std::int64_t signed_number();
  // A count of items that each take a byte at least; 0 and failed if above `cap` or what remains.
  std::size_t count(std::size_t cap);

 private:
  std::uint64_t long_number();

  std::string_view in_;
  bool failed_ = false;
};

// The largest std::string in binary, in bytes: one frame.
inline constexpr std::size_t k_max_binary_text = 65536;

namespace detail {

// How many members of a struct go into its hash: all up to the last one that was not added later, or that differs from
// its default.
template <DescribedStruct T>
std::size_t hashed_members(const T& value) {
  const T fresh{};
  std::size_t place = 0;
  std::size_t hashed = boost::mp11::mp_size<Members<T>>::value - T::k_added;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    if (++place > hashed && !(value.*member.pointer == fresh.*member.pointer)) hashed = place;
  });
  return hashed;
}

}  // namespace detail

// A struct whose last members were added after tables had been stored with it says how many:
//   static constexpr std::size_t k_added = 2;
template <class T>
void put(BinaryOutput& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out.put_byte(value ? 1 : 0);
  } else if constexpr (Integer<T>) {
    if constexpr (std::is_signed_v<T>)
      out.put_signed(value);
    else
      out.put_unsigned(value);
  } else if constexpr (std::same_as<T, Chips>) {
    out.put_signed(value.count);
  } else if constexpr (std::same_as<T, std::string>) {
    out.put_unsigned(value.size());
    out.put_bytes(value.data(), value.size());
  } else if constexpr (std::same_as<T, RawJson>) {
    put(out, value.text);
  } else if constexpr (TextShape<T>) {
    out.put_unsigned(value.view().size());
    out.put_bytes(value.view().data(), value.view().size());
  } else if constexpr (DescribedEnum<T>) {
    out.put_byte(static_cast<std::uint8_t>(value));
  } else if constexpr (requires {
                         T::size();
                         value.data();
                       }) {
    out.put_bytes(value.data(), T::size());
  } else if constexpr (requires { to_byte(value); }) {
    out.put_byte(to_byte(value));
  } else if constexpr (OptionalShape<T>) {
    out.put_byte(value.has_value() ? 1 : 0);
    if (value.has_value()) put(out, *value);
  } else if constexpr (FlatShape<T>) {
    put(out, value.value);
  } else if constexpr (ArrayShape<T>) {
    for (const auto& item : value) put(out, item);
  } else if constexpr (SequenceShape<T>) {
    out.put_unsigned(value.size());
    for (const auto& item : value) put(out, item);
  } else if constexpr (VariantShape<T>) {
    out.put_byte(static_cast<std::uint8_t>(value.index()));
    std::visit([&](const auto& one) { put(out, one); }, value);
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a byte form");
    if constexpr (requires { T::k_added; }) {
      std::size_t left = out.use() == BinaryOutput::Use::hashing ? detail::hashed_members(value) : ~std::size_t{0};
      for_each_member(value, [&](std::string_view, const auto& member) {
        if (left > 0) put(out, member);
        if (left > 0) --left;
      });
    } else {
      for_each_member(value, [&](std::string_view, const auto& member) { put(out, member); });
    }
  }
}

template <class T>
void get(BinaryInput& in, T& value);

namespace detail {

template <VariantShape V>
void get_variant(BinaryInput& in, V& value) {
  const std::size_t chosen = in.byte();
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<V>>>([&](auto index) {
    if (index != chosen) return;
    found = true;
    get(in, value.template emplace<index>());
  });
  if (!found) in.fail();
}

template <class T>
void get_text(BinaryInput& in, T& value, std::size_t cap) {
  value = T(in.text(in.count(cap)));
}

}  // namespace detail

template <class T>
void get(BinaryInput& in, T& value) {
  if constexpr (std::same_as<T, bool>) {
    const auto byte = in.byte();
    if (byte > 1) in.fail();
    value = byte == 1;
  } else if constexpr (Integer<T>) {
    if constexpr (std::is_signed_v<T>) {
      const auto number = in.signed_number();
      value = static_cast<T>(number);
      if (value != number) in.fail();
    } else {
      const auto number = in.unsigned_number();
      value = static_cast<T>(number);
      if (value != number) in.fail();
    }
  } else if constexpr (std::same_as<T, Chips>) {
    value.count = in.signed_number();
    if (value < Chips{0} || value > k_max_chips) in.fail();
  } else if constexpr (std::same_as<T, std::string>) {
    detail::get_text(in, value, k_max_binary_text);
  } else if constexpr (std::same_as<T, RawJson>) {
    detail::get_text(in, value.text, k_max_binary_text);
  } else if constexpr (TextShape<T>) {
    detail::get_text(in, value, T::k_capacity);
  } else if constexpr (DescribedEnum<T>) {
    value = static_cast<T>(in.byte());
    if (!enum_valid(value)) in.fail();
  } else if constexpr (requires {
                         T::size();
                         value.data();
                       }) {
    in.bytes(value.data(), T::size());
  } else if constexpr (requires(std::uint8_t byte) { parse_byte(byte, value); }) {
    if (!parse_byte(in.byte(), value)) in.fail();
  } else if constexpr (OptionalShape<T>) {
    bool present = false;
    get(in, present);
    value.reset();
    if (present) get(in, value.emplace());
  } else if constexpr (FlatShape<T>) {
    get(in, value.value);
  } else if constexpr (ArrayShape<T>) {
    for (auto& item : value) get(in, item);
  } else if constexpr (SequenceShape<T>) {
    value.clear();
    for (std::size_t left = in.count(detail::Shape<T>::k_cap); left > 0 && !in.failed(); --left) {
      typename T::value_type item{};
      get(in, item);
      value.push_back(item);
    }
  } else if constexpr (VariantShape<T>) {
    detail::get_variant(in, value);
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a byte form");
    for_each_member(value, [&](std::string_view, auto& member) { get(in, member); });
  }
}

// cereal's door: archive(value) of a described type ends here.
template <class T>
  requires(DescribedStruct<T> || VariantShape<T>)
void CEREAL_SAVE_FUNCTION_NAME(BinaryOutput& out, const T& value) {
  put(out, value);
}
template <class T>
  requires(DescribedStruct<T> || VariantShape<T>)
void CEREAL_LOAD_FUNCTION_NAME(BinaryInput& in, T& value) {
  get(in, value);
}

template <class T>
std::string to_binary(const T& value, BinaryOutput::Use use = BinaryOutput::Use::reading) {
  std::string out;
  out.reserve(1024);
  BinaryOutput archive(out, use);
  put(archive, value);
  return out;
}

// Reason::malformed unless the bytes are exactly one T.
template <class T>
Result<T> from_binary(std::string_view bytes) {
  BinaryInput in(bytes);
  T value{};
  get(in, value);
  if (in.failed() || in.remaining() > 0) return baize::core::fail(Reason::malformed);
  return value;
}

}  // namespace baize::core
