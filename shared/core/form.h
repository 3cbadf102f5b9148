// The shape of a described type as a small table that one plain function can walk, where a template would be compiled
// anew for each type: what the parts of a value are and how to reach, add and remove them. Binary deltas stand on it
// (delta.h); the bundle would grow by a twentieth if they were templates.
#pragma once

#include "core/bytes.h"
#include "core/described.h"

namespace baize::core {

struct Form;

// A member of a struct, where it lies in a given one.
struct FormMember {
  const void* (*in)(const void* whole);
  const Form* form;
};

// A kind of item, and one that was made and given nothing: what a new one is a change of.
struct FormItem {
  const Form* form = nullptr;
  const void* fresh = nullptr;
};

struct Form {
  // `byte`: a type with a form of one byte (a card). `raw`: bytes as they lie.
  enum class Kind : std::uint8_t {
    boolean,
    number,
    enumerator,
    byte,
    raw,
    text,
    optional,
    sequence,
    array,
    fields,
    variant
  };
  Kind kind = Kind::boolean;
  std::uint8_t width = 0;  // of a number or an enumerator, in bytes
  bool is_signed = false;
  // How many enumerators, values of a byte, raw bytes, bytes of text, items, members or alternatives at most.
  std::size_t bound = 0;
  std::uint64_t largest = 0;               // of numbers of chips; 0: all of the width
  bool has_texts = false;                  // it is one, or there may be some in it
  const FormMember* members = nullptr;     // of fields
  const FormItem* alternatives = nullptr;  // of a variant
  FormItem item{};                         // of an optional, a sequence or an array

  // What a kind has to do; null where it has no use for it.
  std::string_view (*text)(const void* value) = nullptr;
  void (*set_text)(void* value, std::string_view text) = nullptr;
  std::uint8_t (*byte)(const void* value) = nullptr;
  bool (*set_byte)(void* value, std::uint8_t byte) = nullptr;
  // How many items there are; for an optional 0 or 1, for a variant the place of its alternative.
  std::size_t (*count)(const void* value) = nullptr;
  const void* (*at)(const void* value, std::size_t i) = nullptr;
  // Makes it so many items, new ones as their type makes them; of a variant that alternative, new.
  void (*resize)(void* value, std::size_t count) = nullptr;
};

// The form of a type is FormOf<T>::form.
template <class T>
struct FormOf;

namespace detail {

template <class T>
inline const T k_fresh{};
template <class T>
constexpr FormItem form_item() {
  return {&FormOf<T>::form, &k_fresh<T>};
}

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}
template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

template <class T>
inline constexpr bool is_byte_array = requires(T value) {
  T::size();
  value.data();
};

template <class T>
constexpr Form text_form() {
  Form form{Form::Kind::text};
  form.has_texts = true;
  if constexpr (TextShape<T>) {
    form.bound = T::k_capacity;
    form.text = [](const void* value) { return as<T>(value).view(); };
    form.set_text = [](void* value, std::string_view text) { as<T>(value) = T(text); };
  } else {
    form.bound = 65536;
    form.text = [](const void* value) { return std::string_view(as<T>(value)); };
    form.set_text = [](void* value, std::string_view text) { as<T>(value) = text; };
  }
  return form;
}

template <class T>
constexpr Form list_form() {
  Form form{Form::Kind::sequence};
  form.bound = Shape<T>::k_cap;
  form.item = form_item<typename T::value_type>();
  form.has_texts = FormOf<typename T::value_type>::form.has_texts;
  form.count = [](const void* value) { return as<T>(value).size(); };
  form.at = [](const void* value, std::size_t i) -> const void* { return &as<T>(value)[i]; };
  form.resize = [](void* value, std::size_t count) {
    T& list = as<T>(value);
    while (list.size() > count) list.pop_back();
    while (list.size() < count) list.push_back({});
  };
  return form;
}

template <class T>
constexpr Form optional_form() {
  Form form{Form::Kind::optional};
  form.bound = 1;
  form.item = form_item<typename T::value_type>();
  form.has_texts = FormOf<typename T::value_type>::form.has_texts;
  form.count = [](const void* value) -> std::size_t { return as<T>(value).has_value() ? 1 : 0; };
  form.at = [](const void* value, std::size_t) -> const void* { return &*as<T>(value); };
  form.resize = [](void* value, std::size_t count) {
    if (count == 0)
      as<T>(value).reset();
    else
      as<T>(value).emplace();
  };
  return form;
}

template <class T>
struct VariantForm;
template <class... One>
struct VariantForm<std::variant<One...>> {
  using T = std::variant<One...>;
  static constexpr std::array<FormItem, sizeof...(One)> k_all{form_item<One>()...};
  static constexpr Form form() {
    Form form{Form::Kind::variant};
    form.bound = sizeof...(One);
    form.has_texts = (FormOf<One>::form.has_texts || ...);
    form.alternatives = k_all.data();
    form.count = [](const void* value) { return as<T>(value).index(); };
    form.at = [](const void* value, std::size_t) -> const void* {
      return std::visit([](const auto& one) -> const void* { return &one; }, as<T>(value));
    };
    form.resize = [](void* value, std::size_t index) {
      boost::mp11::mp_with_index<sizeof...(One)>(index, [&](auto i) { as<T>(value).template emplace<i>(); });
    };
    return form;
  }
};

// The fields that stand among those of the struct that holds them are its members; so is what they hold.
template <class T, class Member>
const void* member_in(const void* whole) {
  const auto& member = as<T>(whole).*Member::pointer;
  if constexpr (FlatShape<std::remove_cvref_t<decltype(member)>>)
    return &member.value;
  else
    return &member;
}
template <class M>
struct Unflattened {
  using type = M;
};
template <class M>
struct Unflattened<Flat<M>> {
  using type = M;
};

template <class T, class... Member>
constexpr std::array<FormMember, sizeof...(Member)> form_members(boost::mp11::mp_list<Member...>) {
  return {FormMember{
      &member_in<T, Member>,
      &FormOf<
          typename Unflattened<std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>>::type>::form}...};
}
template <class T>
inline constexpr auto k_form_members = form_members<T>(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});

template <class T>
constexpr Form byte_form() {
  Form form{Form::Kind::byte};
  form.bound = T::k_count;
  form.byte = [](const void* value) { return static_cast<std::uint8_t>(to_byte(as<T>(value))); };
  form.set_byte = [](void* value, std::uint8_t byte) { return parse_byte(byte, as<T>(value)); };
  return form;
}

template <class T>
constexpr Form form_of() {
  if constexpr (std::same_as<T, bool>) {
    return {Form::Kind::boolean};
  } else if constexpr (std::same_as<T, Chips>) {
    return {Form::Kind::number, sizeof(Chips), true, 0, static_cast<std::uint64_t>(k_max_chips.count)};
  } else if constexpr (Integer<T>) {
    return {Form::Kind::number, sizeof(T), std::is_signed_v<T>};
  } else if constexpr (TextShape<T> || std::same_as<T, std::string>) {
    return text_form<T>();
  } else if constexpr (DescribedEnum<T>) {
    // Enumerators count from 0, so that every number below their count is one.
    static_assert(static_cast<std::size_t>(k_enumerators<T>.back().value) + 1 == k_enumerators<T>.size());
    return {Form::Kind::enumerator, sizeof(T), false, k_enumerators<T>.size()};
  } else if constexpr (is_byte_array<T> && !SequenceShape<T> && !ArrayShape<T>) {
    return {Form::Kind::raw, 0, false, sizeof(T)};
  } else if constexpr (requires(const T& value) { to_byte(value); }) {
    return byte_form<T>();
  } else if constexpr (OptionalShape<T>) {
    return optional_form<T>();
  } else if constexpr (SequenceShape<T>) {
    return list_form<T>();
  } else if constexpr (ArrayShape<T>) {
    Form form{Form::Kind::array};
    form.bound = std::tuple_size_v<T>;
    form.item = form_item<typename T::value_type>();
    form.has_texts = FormOf<typename T::value_type>::form.has_texts;
    form.at = [](const void* value, std::size_t i) -> const void* { return &as<T>(value)[i]; };
    return form;
  } else if constexpr (VariantShape<T>) {
    return VariantForm<T>::form();
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a form");
    Form form{Form::Kind::fields};
    form.bound = k_form_members<T>.size();
    form.members = k_form_members<T>.data();
    for (const FormMember& one : k_form_members<T>) form.has_texts = form.has_texts || one.form->has_texts;
    return form;
  }
}

}  // namespace detail

template <class T>
struct FormOf {
  static constexpr Form form = detail::form_of<T>();
};

}  // namespace baize::core
