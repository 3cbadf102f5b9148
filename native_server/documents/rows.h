// How the rows of messages.h are made: each from a value of its struct.
#pragma once

#include <algorithm>

#include "core/check.h"
#include "core/json_write.h"
#include "documents/messages.h"

namespace baize::server::documents {

class Rows {
 public:
  explicit Rows(core::SchemaDefinitions& named) : named_(named) {}

  template <core::Tagged T>
  void add(const T& example, std::string words, std::string_view name = T::k_tag.name) {
    rows_.push_back({std::string(name), std::move(words), core::json_schema<T>(&named_),
                     core::Json::parse(core::to_json(example))});
  }

  // Each alternative of the variant has one row, and no row is of anything else.
  template <class Variant>
  void check_complete() const {
    core::check(rows_.size() == std::variant_size_v<Variant>, "the documents have a row for each message");
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>([&](auto one) {
      const auto name = decltype(one)::type::k_tag.name;
      core::check(std::any_of(rows_.begin(), rows_.end(), [&](const Message& row) { return row.name == name; }),
                  "the documents have a row for this message");
    });
  }

  std::vector<Message> take() { return std::move(rows_); }

 private:
  core::SchemaDefinitions& named_;
  std::vector<Message> rows_;
};

}  // namespace baize::server::documents
