// JSON to described values: parsing by nlohmann/json, then strictly by the description. Nothing is trusted: integers
// must be integer tokens within their type's range, amounts within 0..2^53-1, counts within their field's cap, text
// within its length. Unknown fields are ignored; a missing one is an error unless the field is optional or its struct
// is Defaulted. Errors name the field.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/bytes.h"
#include "core/described.h"
#include "core/error.h"

namespace baize::core {

using Json = nlohmann::json;

// How deep arrays and objects may nest before the text is refused unread.
inline constexpr int k_max_json_depth = 32;

// One JSON value and nothing behind it; Reason::malformed otherwise, also for invalid UTF-8, duplicate depth or depth.
Result<Json> parse_json(std::string_view text);

template <class T>
Result<void> read_json(const Json& json, T& value, std::string_view field);

namespace detail {

Error wrong(std::string_view field, std::string_view expected);
Error wrong_amount(std::string_view field);
Error missing(std::string_view field);
Error unknown_name(std::string_view field, std::string_view name);

// Reads an integer token into [low, high]; false otherwise (fractions, exponents, text).
bool read_integer(const Json& json, std::int64_t low, std::uint64_t high, std::int64_t& value);

template <class T>
Result<void> read_fields(const Json& object, T& value);

template <VariantShape V>
Result<void> read_variant(const Json& object, V& value, std::string_view field) {
  using First = std::variant_alternative_t<0, V>;
  static_assert(Tagged<First>, "alternatives of a variant are told apart by their tags");
  const auto tag = object.find(First::k_tag.key);
  if (tag == object.end() || !tag->is_string()) return fail(missing(First::k_tag.key));
  const auto& name = tag->template get_ref<const std::string&>();
  Result<void> outcome = fail(unknown_name(field.empty() ? First::k_tag.key : field, name));
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<V>>>([&](auto index) {
    using Alternative = std::variant_alternative_t<index, V>;
    static_assert(Alternative::k_tag.key == First::k_tag.key);
    if (found || Alternative::k_tag.name != name) return;
    found = true;
    outcome = read_fields(object, value.template emplace<index>());
  });
  return outcome;
}

template <class T>
Result<void> read_fields(const Json& object, T& value) {
  if constexpr (VariantShape<T>) {
    return read_variant(object, value, {});
  } else {
    Result<void> outcome;
    for_each_member(value, [&](std::string_view name, auto& member) {
      using M = std::remove_cvref_t<decltype(member)>;
      if (!outcome) return;
      if constexpr (FlatShape<M>) {
        outcome = read_fields(object, member.value);
      } else {
        const auto found = object.find(name);
        if (found != object.end())
          outcome = read_json(*found, member, name);
        else if constexpr (OptionalShape<M>)
          member.reset();
        else if constexpr (!Defaulted<T>)
          outcome = fail(missing(name));
      }
    });
    return outcome;
  }
}

template <class T>
Result<void> read_items(const Json& json, T& items, std::string_view field) {
  if (!json.is_array()) return fail(wrong(field, "a list"));
  if constexpr (ArrayShape<T>) {
    if (json.size() != items.size()) return fail(wrong(field, "a list of " + std::to_string(items.size())));
    for (std::size_t i = 0; i < items.size(); ++i)
      if (auto read = read_json(json[i], items[i], field); !read) return read;
  } else {
    if (json.size() > Shape<T>::k_cap) return fail(wrong(field, "a shorter list"));
    items.clear();
    for (const Json& one : json) {
      typename T::value_type item{};
      if (auto read = read_json(one, item, field); !read) return read;
      items.push_back(item);
    }
  }
  return {};
}

template <Listed T>
Result<void> read_listed(const Json& json, T& value, std::string_view field) {
  constexpr std::size_t count = boost::mp11::mp_size<Members<T>>::value;
  if (!json.is_array() || json.size() != count) return fail(wrong(field, "a list of " + std::to_string(count)));
  Result<void> outcome;
  std::size_t at = 0;
  for_each_member(value, [&](std::string_view name, auto& member) {
    if (outcome) outcome = read_json(json[at++], member, name);
  });
  return outcome;
}

}  // namespace detail

// Reads `json` into `value`. On an error `value` may be half read: read into a fresh one. `field` is for the message.
template <class T>
Result<void> read_json(const Json& json, T& value, std::string_view field) {
  if constexpr (std::same_as<T, bool>) {
    if (!json.is_boolean()) return fail(detail::wrong(field, "true or false"));
    value = json.get<bool>();
  } else if constexpr (Integer<T>) {
    std::int64_t number = 0;
    const auto low = static_cast<std::int64_t>(
        std::is_signed_v<T>
            ? std::max<std::int64_t>(static_cast<std::int64_t>(std::numeric_limits<T>::min()), -k_max_chips.count)
            : 0);
    const auto high = std::min<std::uint64_t>(static_cast<std::uint64_t>(std::numeric_limits<T>::max()),
                                              static_cast<std::uint64_t>(k_max_chips.count));
    if (!detail::read_integer(json, low, high, number)) return fail(detail::wrong(field, "a whole number in range"));
    value = static_cast<T>(number);
  } else if constexpr (std::same_as<T, Chips>) {
    if (!detail::read_integer(json, 0, static_cast<std::uint64_t>(k_max_chips.count), value.count))
      return fail(detail::wrong_amount(field));
  } else if constexpr (OptionalShape<T>) {
    if (json.is_null()) {
      value.reset();
      return {};
    }
    return read_json(json, value.emplace(), field);
  } else if constexpr (SequenceShape<T> || ArrayShape<T>) {
    return detail::read_items(json, value, field);
  } else if constexpr (std::same_as<T, std::string>) {
    if (!json.is_string()) return fail(detail::wrong(field, "text"));
    value = json.get_ref<const std::string&>();
  } else if constexpr (std::same_as<T, RawJson>) {
    value.text = json.dump();
  } else if constexpr (TextShape<T>) {
    if (!json.is_string()) return fail(detail::wrong(field, "text"));
    const auto& text = json.get_ref<const std::string&>();
    if (!T::fits(text)) return fail(detail::wrong(field, "at most " + std::to_string(T::k_capacity) + " bytes"));
    value = T(text);
  } else if constexpr (DescribedEnum<T>) {
    if (!json.is_string()) return fail(detail::wrong(field, "a name"));
    const auto found = enum_value<T>(json.get_ref<const std::string&>());
    if (!found) return fail(detail::unknown_name(field, json.get_ref<const std::string&>()));
    value = *found;
  } else if constexpr (HasText<T>) {
    if (!json.is_string() || !parse_text(json.get_ref<const std::string&>(), value))
      return fail(detail::wrong(field, "its text form"));
  } else if constexpr (VariantShape<T>) {
    if (!json.is_object()) return fail(detail::wrong(field, "an object"));
    return detail::read_variant(json, value, field);
  } else if constexpr (Listed<T>) {
    return detail::read_listed(json, value, field);
  } else {
    static_assert(DescribedStruct<T>, "describe this type, or give it a text form");
    if (!json.is_object()) return fail(detail::wrong(field, "an object"));
    return detail::read_fields(json, value);
  }
  return {};
}

template <class T>
Result<T> from_json(const Json& json) {
  T value{};
  if (auto read = read_json(json, value, {}); !read) return fail(read.error());
  return value;
}

template <class T>
Result<T> from_json_text(std::string_view text) {
  auto json = parse_json(text);
  if (!json) return fail(json.error());
  return from_json<T>(*json);
}

}  // namespace baize::core
