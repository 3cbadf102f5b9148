// JSON Schema (draft 2020-12) from the same descriptions as the codecs, so that documents cannot drift from what is
// sent. Used by the generated protocol documents.
#pragma once

#include <boost/type_index.hpp>

#include "core/described.h"
#include "core/json_read.h"

namespace baize::core {

// The described structs of a document, each once, by name.
struct SchemaDefinitions {
  std::string where = "#/components/schemas/";  // what a reference begins with
  Json schemas = Json::object();
};

// With `named`, described structs are references into it, and it gets what it has not yet; without, all is in place.
template <class T>
Json json_schema(SchemaDefinitions* named = nullptr);

// A struct's name in a document: that in the code below baize::, with points and hyphens ("protocol.Joined",
// "games.MoveOf-games.go.Game").
template <class T>
std::string schema_name() {
  std::string name;
  for (const char c : boost::typeindex::type_id<T>().pretty_name()) {
    if (c == ':' && (name.empty() || name.ends_with('.'))) continue;
    if (c != '>' && c != ' ') name += c == ':' ? '.' : c == '<' || c == ',' ? '-' : c;
    constexpr std::string_view k_root = "baize.";
    if (name.ends_with(k_root)) name.erase(name.size() - k_root.size());
  }
  return name;
}

namespace detail {

template <class T>
void describe_fields(Json& properties, Json& required, SchemaDefinitions* named) {
  if constexpr (Tagged<T>) {
    properties[std::string(T::k_tag.key)] = {{"const", std::string(T::k_tag.name)}};
    required.push_back(std::string(T::k_tag.key));
  }
  const T sample{};
  for_each_member(sample, [&](std::string_view name, const auto& member) {
    using M = std::remove_cvref_t<decltype(member)>;
    if constexpr (FlatShape<M>) {
      using Inner = decltype(member.value);
      if constexpr (DescribedStruct<Inner>) describe_fields<Inner>(properties, required, named);
    } else {
      properties[std::string(name)] = json_schema<M>(named);
      if constexpr (!OptionalShape<M> && !Defaulted<T>) required.push_back(std::string(name));
    }
  });
}

// The variants whose fields are spliced into T: alternatives of which one must hold.
template <class T>
void describe_spliced(Json& all_of, SchemaDefinitions* named) {
  const T sample{};
  for_each_member(sample, [&](std::string_view, const auto& member) {
    using M = std::remove_cvref_t<decltype(member)>;
    if constexpr (FlatShape<M>) {
      using Inner = decltype(member.value);
      if constexpr (VariantShape<Inner>)
        all_of.push_back(json_schema<Inner>(named));
      else
        describe_spliced<Inner>(all_of, named);
    }
  });
}

// draft 2020-12, "prefixItems": a schema for each place of the list.
template <Listed T>
Json describe_listed(SchemaDefinitions* named) {
  Json places = Json::array();
  const T sample{};
  for_each_member(sample, [&](std::string_view name, const auto& member) {
    Json place = json_schema<std::remove_cvref_t<decltype(member)>>(named);
    place["title"] = std::string(name);
    places.push_back(std::move(place));
  });
  const std::size_t count = places.size();
  return {{"type", "array"}, {"prefixItems", std::move(places)}, {"minItems", count}, {"maxItems", count}};
}

template <class... T>
Json describe_alternatives(const std::variant<T...>&, SchemaDefinitions* named) {
  Json alternatives = Json::array();
  (alternatives.push_back(json_schema<T>(named)), ...);
  return {{"oneOf", std::move(alternatives)}};
}

template <DescribedStruct T>
Json describe_struct(SchemaDefinitions* named) {
  if constexpr (Listed<T>) return describe_listed<T>(named);
  Json schema = {{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
  describe_fields<T>(schema["properties"], schema["required"], named);
  Json all_of = Json::array();
  describe_spliced<T>(all_of, named);
  if (!all_of.empty()) schema["allOf"] = std::move(all_of);
  return schema;
}

}  // namespace detail

template <class T>
Json json_schema(SchemaDefinitions* named) {
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
    Json inner = json_schema<typename T::value_type>(named);
    return {{"oneOf", Json::array({std::move(inner), {{"type", "null"}}})}};
  } else if constexpr (SequenceShape<T>) {
    return {{"type", "array"},
            {"items", json_schema<typename T::value_type>(named)},
            {"maxItems", detail::Shape<T>::k_cap}};
  } else if constexpr (ArrayShape<T>) {
    constexpr auto count = std::tuple_size_v<T>;
    return {{"type", "array"},
            {"items", json_schema<typename T::value_type>(named)},
            {"minItems", count},
            {"maxItems", count}};
  } else if constexpr (VariantShape<T>) {
    return detail::describe_alternatives(T{}, named);
  } else {
    if (named == nullptr) return detail::describe_struct<T>(nullptr);
    const std::string name = schema_name<T>();
    if (!named->schemas.contains(name)) {
      named->schemas[name] = nullptr;  // it may hold itself
      named->schemas[name] = detail::describe_struct<T>(named);
    }
    return {{"$ref", named->where + name}};
  }
}

}  // namespace baize::core
