// A digest of what two programs must agree on before one reads the other's binary: every member's name, kind and place.
// Binary is positional, so a server and a bundle built from different descriptions have to find that out first.
//
// It walks the descriptions by type, through small tables and one plain walker a kind. (A digest of the JSON Schema
// would say the same, but brings the whole making of schemas into the bundle: a fifth of its size.)
#pragma once

#include "core/bytes.h"
#include "core/described.h"

namespace baize::core {

namespace detail {

using Speller = void (*)(std::string& text);

struct SpelledMember {
  std::string_view name;
  Speller speller;
};

// A kind without parts of its own, with what bounds it: a width in bytes, a capacity, a count; 0 where nothing does.
void spell_leaf(std::string& text, char kind, std::size_t bound);
void spell_inner(std::string& text, char kind, std::size_t bound, Speller inner);
void spell_names(std::string& text, const std::string_view* names, std::size_t count);
void spell_alternatives(std::string& text, const Speller* alternatives, std::size_t count);
void spell_members(std::string& text, const Tag& tag, const SpelledMember* members, std::size_t count);

template <class T>
void spell(std::string& text);

template <class T>
inline constexpr Tag k_tag_of{};
template <Tagged T>
inline constexpr Tag k_tag_of<T> = T::k_tag;

template <class T>
inline constexpr std::size_t k_byte_count = 0;
template <std::size_t N>
inline constexpr std::size_t k_byte_count<Bytes<N>> = N;

template <class E>
inline constexpr auto k_names = [] {
  std::array<std::string_view, k_enumerators<E>.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = k_enumerators<E>[i].name;
  return names;
}();

template <class V>
struct Alternatives;
template <class... T>
struct Alternatives<std::variant<T...>> {
  static constexpr std::array<Speller, sizeof...(T)> k_all{&spell<T>...};
};

template <class T, class... Member>
constexpr std::array<SpelledMember, sizeof...(Member)> members_of(boost::mp11::mp_list<Member...>) {
  return {SpelledMember{wire_name(Member::name),
                        &spell<std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>>}...};
}
template <class T>
inline constexpr auto k_members = members_of<T>(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});

template <class T>
void spell(std::string& text) {
  if constexpr (std::same_as<T, bool>) {
    spell_leaf(text, 'b', 0);
  } else if constexpr (std::same_as<T, Chips>) {
    spell_leaf(text, 'c', 0);
  } else if constexpr (Integer<T>) {
    spell_leaf(text, std::is_signed_v<T> ? 'i' : 'u', sizeof(T));
  } else if constexpr (std::same_as<T, RawJson>) {
    spell_leaf(text, 'j', 0);
  } else if constexpr (TextShape<T>) {
    spell_leaf(text, 't', T::k_capacity);
  } else if constexpr (k_byte_count<T> != 0) {
    spell_leaf(text, 'x', k_byte_count<T>);
  } else if constexpr (DescribedEnum<T>) {
    spell_names(text, k_names<T>.data(), k_names<T>.size());
  } else if constexpr (std::same_as<T, std::string> || HasText<T>) {
    spell_leaf(text, 's', 0);
  } else if constexpr (OptionalShape<T>) {
    spell_inner(text, is_or_absent<T> ? 'a' : 'o', 0, &spell<typename T::value_type>);
  } else if constexpr (SequenceShape<T>) {
    spell_inner(text, '[', Shape<T>::k_cap, &spell<typename T::value_type>);
  } else if constexpr (ArrayShape<T>) {
    spell_inner(text, '(', std::tuple_size_v<T>, &spell<typename T::value_type>);
  } else if constexpr (FlatShape<T>) {
    spell_inner(text, '+', 0, &spell<decltype(T::value)>);
  } else if constexpr (VariantShape<T>) {
    spell_alternatives(text, Alternatives<T>::k_all.data(), Alternatives<T>::k_all.size());
  } else {
    spell_members(text, k_tag_of<T>, k_members<T>.data(), k_members<T>.size());
  }
}

}  // namespace detail

// SHA-256 over T's description: differs whenever a described name, kind, bound or place differs, and is the same
// whichever compiler made the program.
template <class T>
Digest fingerprint() {
  std::string text;
  detail::spell<T>(text);
  return sha256(text);
}

}  // namespace baize::core
