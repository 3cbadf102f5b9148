// Described values to JSON text, written straight from the description (no tree in between). Used for the wire, the
// log and printing in tests; reading is in json_read.h.
#pragma once

#include <charconv>
#include <string>
#include <utility>

#include "core/bytes.h"
#include "core/described.h"

namespace baize::core {

// Appends `text` as a JSON string with RFC 8259 section 7 escapes; invalid UTF-8 is passed through as it is.
void write_json_string(std::string& out, std::string_view text);

template <class T>
void write_json(std::string& out, const T& value);
// The fields of a struct as they stand between its braces, for messages that are put together of parts.
template <class T>
void write_json_fields(std::string& out, const T& value);

namespace detail {

template <Integer T>
void write_integer(std::string& out, T value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

// Pieces of JSON that never change, put together when the program is compiled; each begins with the comma that is due
// unless it comes first.
template <std::size_t N>
struct Piece {
  std::array<char, N> text{};
  std::size_t length = 0;
  constexpr Piece& operator<<(std::string_view more) {
    for (const char c : more) text[length++] = c;
    return *this;
  }
  constexpr std::string_view from(std::size_t begin) const { return {text.data() + begin, N - begin}; }
};

template <class Member>
inline constexpr auto k_field_piece = [] {
  constexpr std::string_view k_name = wire_name(Member::name);
  return Piece<k_name.size() + 4>() << ",\"" << k_name << "\":";
}();

template <Tagged T>
inline constexpr auto k_tag_piece = [] {
  return Piece<T::k_tag.key.size() + T::k_tag.name.size() + 6>()
         << ",\"" << T::k_tag.key << "\":\"" << T::k_tag.name << "\"";
}();

template <std::size_t N>
void write_piece(std::string& out, const Piece<N>& piece, bool& first) {
  out.append(piece.from(first ? 1 : 0));
  first = false;
}

// The fields of a struct without its braces; `first` says whether a comma is due.
template <class T>
void write_fields(std::string& out, const T& value, bool& first) {
  if constexpr (VariantShape<T>) {
    std::visit([&](const auto& one) { write_fields(out, one, first); }, value);
  } else {
    if constexpr (Tagged<T>) write_piece(out, k_tag_piece<T>, first);
    boost::mp11::mp_for_each<Members<T>>([&](auto described) {
      const auto& member = value.*described.pointer;
      using M = std::remove_cvref_t<decltype(member)>;
      if constexpr (FlatShape<M>) {
        write_fields(out, member.value, first);
      } else {
        if constexpr (is_or_absent<M>)
          if (!member.has_value()) return;
        write_piece(out, k_field_piece<decltype(described)>, first);
        write_json(out, member);
      }
    });
  }
}

template <class T>
void write_items(std::string& out, const T& items) {
  out.push_back('[');
  bool first = true;
  for (const auto& item : items) {
    if (!first) out.push_back(',');
    first = false;
    write_json(out, item);
  }
  out.push_back(']');
}

template <Listed T>
void write_listed(std::string& out, const T& value) {
  char before = '[';
  for_each_member(value, [&](std::string_view, const auto& member) {
    out.push_back(std::exchange(before, ','));
    write_json(out, member);
  });
  out.push_back(']');
}

}  // namespace detail

template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out.append(value ? "true" : "false");
  } else if constexpr (Integer<T>) {
    detail::write_integer(out, value);
  } else if constexpr (std::same_as<T, Chips>) {
    detail::write_integer(out, value.count);
  } else if constexpr (std::same_as<T, std::string>) {
    write_json_string(out, value);
  } else if constexpr (std::same_as<T, RawJson>) {
    out.append(value.text);
  } else if constexpr (TextShape<T>) {
    write_json_string(out, value.view());
  } else if constexpr (DescribedEnum<T>) {
    out.push_back('"');
    out.append(enum_name(value));
    out.push_back('"');
  } else if constexpr (HasText<T>) {
    write_json_string(out, to_text(value));
  } else if constexpr (OptionalShape<T>) {
    if (value.has_value())
      write_json(out, *value);
    else
      out.append("null");
  } else if constexpr (SequenceShape<T> || ArrayShape<T>) {
    detail::write_items(out, value);
  } else if constexpr (VariantShape<T>) {
    std::visit([&](const auto& one) { write_json(out, one); }, value);
  } else if constexpr (Listed<T>) {
    detail::write_listed(out, value);
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a text form");
    out.push_back('{');
    write_json_fields(out, value);
    out.push_back('}');
  }
}

template <class T>
void write_json_fields(std::string& out, const T& value) {
  bool first = true;
  detail::write_fields(out, value, first);
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  out.reserve(256);
  write_json(out, value);
  return out;
}

}  // namespace baize::core
