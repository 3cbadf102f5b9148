// Described values to JSON text, written straight from the description (no tree in between). Used for the wire, the
// log and printing in tests; reading is in json_read.h.
#pragma once

#include <charconv>
#include <string>

#include "core/bytes.h"
#include "core/described.h"

namespace baize::core {

// Appends `text` as a JSON string with RFC 8259 section 7 escapes; invalid UTF-8 is passed through as it is.
void write_json_string(std::string& out, std::string_view text);

template <class T>
void write_json(std::string& out, const T& value);

namespace detail {

template <Integer T>
void write_integer(std::string& out, T value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

inline void write_name(std::string& out, std::string_view name, bool& first) {
  if (!first) out.push_back(',');
  first = false;
  out.push_back('"');
  out.append(name);
  out.append("\":");
}

// The fields of a struct without its braces; `first` says whether a comma is due.
template <class T>
void write_fields(std::string& out, const T& value, bool& first) {
  if constexpr (VariantShape<T>) {
    std::visit([&](const auto& one) { write_fields(out, one, first); }, value);
  } else {
    if constexpr (Tagged<T>) {
      write_name(out, T::k_tag.key, first);
      write_json_string(out, T::k_tag.name);
    }
    for_each_member(value, [&](std::string_view name, const auto& member) {
      using M = std::remove_cvref_t<decltype(member)>;
      if constexpr (FlatShape<M>) {
        write_fields(out, member.value, first);
      } else {
        if constexpr (is_or_absent<M>)
          if (!member.has_value()) return;
        write_name(out, name, first);
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
    write_json_string(out, enum_name(value));
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
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a text form");
    out.push_back('{');
    bool first = true;
    detail::write_fields(out, value, first);
    out.push_back('}');
  }
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

}  // namespace baize::core
