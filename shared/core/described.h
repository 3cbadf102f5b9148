// Describing a type once (Boost.Describe) and visiting it by that description. Every message, move, event, view and
// stored state is a plain public struct without bases, described beside its definition; JSON, binary, printing and
// JSON Schema all come from here (json_write.h, json_read.h, binary.h, schema.h) and nobody writes a codec by hand.
//
// What a description may hold: bool, integers, Chips, Bytes, std::string, Text, types with a text form (to_text and
// parse_text found by ADL), described enums, described structs (Listed ones, too), std::optional, OrAbsent, Bounded,
// std::vector, std::array, Flat, and std::variant of tagged structs.
#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/bounded.h"
#include "core/chips.h"

namespace baize::core {

// A struct that names itself among others: {"action": "player-raise", ...}. It declares
//   static constexpr Tag k_tag{"action", "player-raise"};
// The tag is written first and is how a variant finds its alternative. Alternatives of one variant share the key.
struct Tag {
  std::string_view key;
  std::string_view name;
};

// An optional field that is left out of the JSON when it has no value; a std::optional is written as null.
template <class T>
struct OrAbsent : std::optional<T> {
  using std::optional<T>::optional;
  friend bool operator==(const OrAbsent& a, const T& b) { return a.has_value() && *a == b; }
  friend bool operator==(const OrAbsent& a, const OrAbsent& b) {
    return static_cast<const std::optional<T>&>(a) == static_cast<const std::optional<T>&>(b);
  }
};

// A struct (or variant of tagged structs) whose fields stand among those of the struct that holds it.
template <class T>
struct Flat {
  T value{};
  friend bool operator==(const Flat&, const Flat&) = default;
};

// A JSON value taken as it comes, for what only a later reader can interpret (a part of some game's settings).
struct RawJson {
  std::string text = "{}";
  friend bool operator==(const RawJson&, const RawJson&) = default;
};

// How the enumerators of one enumeration are spelt outside: no_trumps is "no-trumps", "no_trumps" or "NO_TRUMPS". An
// enumeration asks for another spelling than the usual hyphens by a function beside its description, found by ADL:
//   constexpr core::Spelling wire_spelling(Trump) { return core::Spelling::capitals; }
enum class Spelling { hyphens, underscores, capitals };

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept Tagged = requires {
  { T::k_tag } -> std::convertible_to<const Tag&>;
};

// A struct whose absent fields keep their defaults when it is read: settings.
template <class T>
concept Defaulted = requires { requires T::k_defaulted; };

// A struct that JSON has as the list of its members' values, in the order of their description, without their names:
// [2,"As"]. It declares `static constexpr bool k_listed = true;`.
template <class T>
concept Listed = requires { requires T::k_listed; };

// A type written as one JSON string.
template <class T>
concept HasText = requires(const T& value, T& out, std::string_view text) {
  { to_text(value) } -> std::convertible_to<std::string_view>;
  { parse_text(text, out) } -> std::same_as<bool>;
};

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

namespace detail {
template <class T>
struct Shape : std::false_type {};
template <class T>
struct Shape<std::optional<T>> : std::true_type {
  static constexpr bool k_optional = true;
};
template <class T>
struct Shape<OrAbsent<T>> : std::true_type {
  static constexpr bool k_optional = true;
};
template <class T>
struct Shape<Flat<T>> : std::true_type {
  static constexpr bool k_flat = true;
};
template <class... T>
struct Shape<std::variant<T...>> : std::true_type {
  static constexpr bool k_variant = true;
};
template <class T, std::size_t N>
struct Shape<Bounded<T, N>> : std::true_type {
  static constexpr bool k_sequence = true;
  static constexpr std::size_t k_cap = N;
};
template <class T>
struct Shape<std::vector<T>> : std::true_type {
  static constexpr bool k_sequence = true;
  static constexpr std::size_t k_cap = 65536;
};
template <class T, std::size_t N>
struct Shape<std::array<T, N>> : std::true_type {
  static constexpr bool k_array = true;
};
template <std::size_t N>
struct Shape<Text<N>> : std::true_type {
  static constexpr bool k_text = true;
};
}  // namespace detail

template <class T>
concept OptionalShape = requires { requires detail::Shape<T>::k_optional; };
template <class T>
concept FlatShape = requires { requires detail::Shape<T>::k_flat; };
template <class T>
concept VariantShape = requires { requires detail::Shape<T>::k_variant; };
template <class T>
concept SequenceShape = requires { requires detail::Shape<T>::k_sequence; };
template <class T>
concept ArrayShape = requires { requires detail::Shape<T>::k_array; };
template <class T>
concept TextShape = requires { requires detail::Shape<T>::k_text; };

template <class T>
inline constexpr bool is_or_absent = false;
template <class T>
inline constexpr bool is_or_absent<OrAbsent<T>> = true;

template <DescribedStruct T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

// How a member is called outside: its name, less the trailing underscore that keeps it from being a keyword.
constexpr std::string_view wire_name(std::string_view member) {
  if (member.ends_with('_')) member.remove_suffix(1);
  return member;
}

// visit(name, member reference) for each described member, in the order of the description.
template <DescribedStruct T, class Visit>
constexpr void for_each_member(T& value, Visit&& visit) {
  boost::mp11::mp_for_each<Members<std::remove_const_t<T>>>(
      [&](auto member) { visit(wire_name(member.name), value.*member.pointer); });
}
template <DescribedStruct T, class Visit>
constexpr void for_each_member(const T& value, Visit&& visit) {
  boost::mp11::mp_for_each<Members<T>>([&](auto member) { visit(wire_name(member.name), value.*member.pointer); });
}

namespace detail {

template <class E>
constexpr Spelling spelling_of() {
  if constexpr (requires(E value) { wire_spelling(value); })
    return wire_spelling(E{});
  else
    return Spelling::hyphens;
}

// `name`: an enumerator's. One that is in capitals already stays as it is.
template <std::size_t N>
constexpr std::array<char, N> spelt(std::string_view name, Spelling spelling) {
  const bool lower = name.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
  std::array<char, N> text{};
  for (std::size_t i = 0; i < N; ++i) {
    const char one = name[i];
    text[i] = one;
    if (lower && spelling == Spelling::hyphens && one == '_') text[i] = '-';
    if (spelling == Spelling::capitals && one >= 'a' && one <= 'z') text[i] = static_cast<char>(one - 'a' + 'A');
  }
  return text;
}

// The text of an enumerator outside, put together when the program is compiled.
template <class Enumerator>
inline constexpr auto k_enumerator_text = spelt<wire_name(Enumerator::name).size()>(
    wire_name(Enumerator::name), spelling_of<std::remove_const_t<decltype(Enumerator::value)>>());

template <class E>
struct NamedValue {
  E value{};
  std::string_view name;
};

// All enumerators of E in the order of their description.
template <DescribedEnum E>
inline constexpr auto k_enumerators = [] {
  using All = boost::describe::describe_enumerators<E>;
  std::array<NamedValue<E>, boost::mp11::mp_size<All>::value> all{};
  std::size_t n = 0;
  boost::mp11::mp_for_each<All>([&](auto one) {
    const auto& text = k_enumerator_text<decltype(one)>;
    all[n++] = {one.value, std::string_view(text.data(), text.size())};
  });
  return all;
}();

}  // namespace detail

// An enumerator's name outside, in the spelling of its enumeration. Empty for a value that has no name.
template <DescribedEnum E>
constexpr std::string_view enum_name(E value) {
  constexpr auto& k_all = detail::k_enumerators<E>;
  // Most enums count from 0, so that the value is the place.
  const auto place = static_cast<std::size_t>(value);
  if (place < k_all.size() && k_all[place].value == value) return k_all[place].name;
  for (const auto& one : k_all)
    if (one.value == value) return one.name;
  return {};
}

// The enumerator of that name; nothing if there is none. Where an enumeration is spelt with underscores, hyphens are
// understood too: tables were stored before it was.
template <DescribedEnum E>
constexpr std::optional<E> enum_value(std::string_view name) {
  constexpr bool k_either = detail::spelling_of<E>() == Spelling::underscores;
  const auto same = [](char given, char own) { return given == own || (k_either && given == '-' && own == '_'); };
  for (const auto& one : detail::k_enumerators<E>)
    if (std::equal(name.begin(), name.end(), one.name.begin(), one.name.end(), same)) return one.value;
  return std::nullopt;
}

// True if `value` is one of the described enumerators of E.
template <DescribedEnum E>
constexpr bool enum_valid(E value) {
  return !enum_name(value).empty();
}

}  // namespace baize::core
