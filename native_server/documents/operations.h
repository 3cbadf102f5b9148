// The operations of the HTTP API, one row each: what an operation does, takes and answers. The API document is made of
// them; how to serve one stands with its route.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema.h"

namespace baize::server::documents {

using SchemaOf = core::Json (*)(core::SchemaDefinitions*);

struct Answer {
  int status;
  std::string_view words;
  SchemaOf schema = nullptr;   // none: another form than JSON, or no body
  std::string_view type = {};  // of another form; empty: no body
};

struct Operation {
  enum class Needs { nobody, account };
  enum class Key { no, yes };  // whether it honours Idempotency-Key

  std::string_view method;
  std::string_view path;  // the route's pattern
  std::string_view group;
  std::string_view words;
  Needs needs = Needs::nobody;
  SchemaOf body = nullptr;  // none: it takes none
  std::vector<Answer> answers = {};
  std::vector<std::string_view> query = {};
  Key key = Key::no;
};

std::vector<Operation> operations();

// `routes`: method and pattern of each. A route without a row, or a row without a route, is a broken invariant.
void check_routes(const std::vector<std::pair<std::string, std::string>>& routes);

}  // namespace baize::server::documents
