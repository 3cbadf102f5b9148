// JSON Schema (draft 2020-12) from the same descriptions as the codecs, so that documents cannot drift from what is
// sent. Used by the generated protocol documents.
#pragma once

#include "core/described.h"
#include "core/json_read.h"

namespace baize::core {

template <class T>
Json json_schema();

namespace detail {

template <class T>
void describe_fields(Json& properties, Json& required) {
  if constexpr (Tagged<T>) {
    properties[std::string(T::k_tag.key)] = {{"const", std::string(T::k_tag.name)}};
    required.push_back(std::string(T::k_tag.key));
  }
  const T sample{};
  for_each_member(sample, [&](std::string_view name, const auto& member) {
    using M = std::remove_cvref_t<decltype(member)>;
    if constexpr (FlatShape<M>) {
      using Inner = decltype(member.value);
      if constexpr (DescribedStruct<Inner>) describe_fields<Inner>(properties, required);
    } else {
      properties[std::string(name)] = json_schema<M>();
      if constexpr (!OptionalShape<M> && !Defaulted<T>) required.push_back(std::string(name));
    }
  });
}

// The variants whose fields are spliced into T: alternatives of which one must hold.
template <class T>
void describe_spliced(Json& all_of) {
  const T sample{};
  for_each_member(sample, [&](std::string_view, const auto& member) {
    using M = std::remove_cvref_t<decltype(member)>;
    if constexpr (FlatShape<M>) {
      using Inner = decltype(member.value);
      if constexpr (VariantShape<Inner>)
        all_of.push_back(json_schema<Inner>());
      else
        describe_spliced<Inner>(all_of);
    }
  });
}

// draft 2020-12, "prefixItems": a schema for each place of the list.
template <Listed T>
Json describe_listed() {
  Json places = Json::array();
  const T sample{};
  for_each_member(sample, [&](std::string_view name, const auto& member) {
    Json place = json_schema<std::remove_cvref_t<decltype(member)>>();
    place["title"] = std::string(name);
    places.push_back(std::move(place));
  });
  const std::size_t count = places.size();
  return {{"type", "array"}, {"prefixItems", std::move(places)}, {"minItems", count}, {"maxItems", count}};
}

template <class... T>
Json describe_alternatives(const std::variant<T...>&) {
  Json alternatives = Json::array();
  (alternatives.push_back(json_schema<T>()), ...);
  return {{"oneOf", std::move(alternatives)}};
}

}  // namespace detail

template <class T>
Json json_schema() {
  if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::same_as<T, Chips>) {
    return {{"type", "integer"}, {"minimum", 0}, {"maximum", k_max_chips.count}};
  } else if constexpr (Integer<T>) {
    if constexpr (std::is_unsigned_v<T>) return {{"type", "integer"}, {"minimum", 0}};
    return {{"type", "integer"}};
  } else if constexpr (std::same_as<T, RawJson>) {
    return Json::object();
  } else if constexpr (TextShape<T>) {
    return {{"type", "string"}, {"maxLength", T::k_capacity}};
  } else if constexpr (DescribedEnum<T>) {
    Json names = Json::array();
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto one) { names.push_back(std::string(enum_name(one.value))); });
    return {{"type", "string"}, {"enum", std::move(names)}};
  } else if constexpr (std::same_as<T, std::string> || HasText<T>) {
    return {{"type", "string"}};
  } else if constexpr (OptionalShape<T>) {
    Json inner = json_schema<typename T::value_type>();
    return {{"oneOf", Json::array({std::move(inner), {{"type", "null"}}})}};
  } else if constexpr (SequenceShape<T>) {
    return {{"type", "array"}, {"items", json_schema<typename T::value_type>()}, {"maxItems", detail::Shape<T>::k_cap}};
  } else if constexpr (ArrayShape<T>) {
    constexpr auto count = std::tuple_size_v<T>;
    return {
        {"type", "array"}, {"items", json_schema<typename T::value_type>()}, {"minItems", count}, {"maxItems", count}};
  } else if constexpr (VariantShape<T>) {
    return detail::describe_alternatives(T{});
  } else if constexpr (Listed<T>) {
    return detail::describe_listed<T>();
  } else {
    Json schema = {{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
    detail::describe_fields<T>(schema["properties"], schema["required"]);
    Json all_of = Json::array();
    detail::describe_spliced<T>(all_of);
    if (!all_of.empty()) schema["allOf"] = std::move(all_of);
    return schema;
  }
}

}  // namespace baize::core
