// What changed between two values of one described type as the operations of a JSON Patch (RFC 6902), written straight
// from the description. Only add, remove and replace are used, so that any library applies them; where the parts of a
// value cost more than the value, it is replaced whole. Applying is in json_patch.h.
#pragma once

#include "core/json_write.h"

namespace baize::core {

class JsonDifference {
 public:
  // Adds what makes `value` of `base`. The paths begin with `below`, a JSON Pointer (RFC 6901) or nothing.
  template <class T>
  void put(const T& base, const T& value, std::string_view below = {}) {
    path_ = below;
    fields(base, value);
  }
  // The operations without the brackets of their list, commas between them.
  const std::string& operations() const { return operations_; }
  // The values differ in what a patch of their fields cannot say: which game it is.
  bool failed() const { return failed_; }

 private:
  // Replacing is not tried for less than this, in bytes.
  static constexpr std::size_t k_worth_a_try = 96;

  void begin(std::string_view name) {
    operations_.append(operations_.empty() ? R"({"op":")" : R"(,{"op":")");
    operations_.append(name);
    operations_.append(R"(","path":)");
    write_json_string(operations_, path_);
  }
  template <class T>
  void give(std::string_view name, const T& value) {
    begin(name);
    operations_.append(R"(,"value":)");
    write_json(operations_, value);
    operations_.push_back('}');
  }
  void remove() {
    begin("remove");
    operations_.push_back('}');
  }
  // Does `what` with `name` at the end of the path.
  template <class What>
  void at(std::string_view name, What&& what) {
    const std::size_t length = path_.size();
    path_.push_back('/');
    path_.append(name);
    what();
    path_.resize(length);
  }

  template <class T>
  void fields(const T& base, const T& value);
  template <class T>
  void parts(const T& base, const T& value);
  template <class T>
  void items(const T& base, const T& value);
  template <class T>
  void change(const T& base, const T& value);

  std::string path_;
  std::string operations_;
  bool failed_ = false;
};

template <class T>
void JsonDifference::fields(const T& base, const T& value) {
  if constexpr (VariantShape<T>) {
    if (base.index() != value.index()) {
      failed_ = true;
      return;
    }
    boost::mp11::mp_with_index<std::variant_size_v<T>>(
        value.index(), [&](auto i) { fields(*std::get_if<i>(&base), *std::get_if<i>(&value)); });
  } else {
    boost::mp11::mp_for_each<Members<T>>([&](auto described) {
      const auto& before = base.*described.pointer;
      const auto& now = value.*described.pointer;
      if constexpr (FlatShape<std::remove_cvref_t<decltype(now)>>) {
        fields(before.value, now.value);
      } else {
        if (!(before == now)) at(wire_name(described.name), [&] { change(before, now); });
      }
    });
  }
}

template <class T>
void JsonDifference::items(const T& base, const T& value) {
  const std::size_t before = base.size();
  const std::size_t now = value.size();
  for (std::size_t i = 0; i < std::min(before, now); ++i)
    if (!(base[i] == value[i])) at(std::to_string(i), [&] { change(base[i], value[i]); });
  for (std::size_t i = before; i > now; --i) at(std::to_string(i - 1), [&] { remove(); });
  for (std::size_t i = before; i < now; ++i) at("-", [&] { give("add", value[i]); });
}

template <class T>
void JsonDifference::parts(const T& base, const T& value) {
  if constexpr (OptionalShape<T>) {
    if (base.has_value() && value.has_value())
      change(*base, *value);
    else if (is_or_absent<T> && !value.has_value())
      remove();
    else
      give(is_or_absent<T> && !base.has_value() ? "add" : "replace", value);
  } else if constexpr (SequenceShape<T> || ArrayShape<T>) {
    items(base, value);
  } else if constexpr (VariantShape<T>) {
    if (base.index() == value.index())
      fields(base, value);
    else
      give("replace", value);
  } else if constexpr (DescribedStruct<T> && !Listed<T> && !HasText<T>) {
    fields(base, value);
  } else {
    give("replace", value);
  }
}

template <class T>
void JsonDifference::change(const T& base, const T& value) {
  const std::size_t begin = operations_.size();
  parts(base, value);
  if (operations_.size() - begin < k_worth_a_try) return;
  if constexpr (!is_or_absent<T>) {
    const std::size_t by_parts = operations_.size();
    give("replace", value);
    const bool shorter = operations_.size() - by_parts < by_parts - begin;
    // What comes first has no comma.
    if (shorter)
      operations_.erase(begin, by_parts - begin + (begin == 0 ? 1 : 0));
    else
      operations_.resize(by_parts);
  }
}

}  // namespace baize::core
