// The operations of the HTTP API, one row each: what an operation does, takes and answers. The API document is made of
// them; how to serve one stands with its route.
#pragma once

#include <string_view>
#include <vector>

#include "core/schema.h"

namespace baize::server {

using SchemaOf = core::Json (*)(core::SchemaDefinitions*);

struct ApiAnswer {
  int status;
  std::string_view words;
  SchemaOf schema = nullptr;   // none: another form than JSON, or no body
  std::string_view type = {};  // of another form; empty: no body
};

struct ApiOperation {
  enum class Needs { nobody, account };
  enum class Key { no, yes };  // whether it honours Idempotency-Key

  std::string_view method;
  std::string_view path;  // the route's pattern
  std::string_view group;
  std::string_view words;
  Needs needs = Needs::nobody;
  SchemaOf body = nullptr;  // none: it takes none
  std::vector<ApiAnswer> answers = {};
  std::vector<std::string_view> query = {};
  Key key = Key::no;
};

std::vector<ApiOperation> api_operations();

}  // namespace baize::server
