#include "documents/openapi.h"

#include <algorithm>
#include <cctype>

#include "documents/operations.h"
#include "protocol/http_messages.h"

namespace baize::server::documents {

namespace {

using core::Json;
using core::SchemaDefinitions;

Json content(const Answer& answer, SchemaDefinitions& named) {
  if (answer.schema != nullptr) return {{"application/json", {{"schema", answer.schema(&named)}}}};
  return {{std::string(answer.type), {{"schema", {{"type", "string"}}}}}};
}

Json error_answer(SchemaDefinitions& named) {
  return {{"description", "Refused, with a reason and a sentence that says what to do."},
          {"content", {{"application/json", {{"schema", core::json_schema<protocol::HttpError>(&named)}}}}}};
}

Json parameter(std::string_view where, std::string_view name, Json schema) {
  return {{"name", std::string(name)},
          {"in", std::string(where)},
          {"required", where == "path"},
          {"schema", std::move(schema)}};
}

Json parameters(const Operation& operation) {
  Json all = Json::array();
  for (auto rest = operation.path; rest.find('{') != std::string_view::npos;) {
    rest.remove_prefix(rest.find('{') + 1);
    all.push_back(parameter("path", rest.substr(0, rest.find('}')), {{"type", "string"}}));
  }
  for (const auto name : operation.query) all.push_back(parameter("query", name, {{"type", "string"}}));
  if (operation.key == Operation::Key::yes)
    all.push_back(parameter("header", "Idempotency-Key", {{"type", "string"}, {"minLength", 1}, {"maxLength", 128}}));
  return all;
}

// "post.api.tables.id.join": never said twice.
std::string id_of(const Operation& operation) {
  std::string id;
  for (const char c : operation.method) id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const char c : operation.path)
    if (c != '{' && c != '}') id += c == '/' ? '.' : c;
  return id;
}

Json describe(const Operation& operation, SchemaDefinitions& named) {
  Json described = {{"operationId", id_of(operation)},
                    {"tags", {std::string(operation.group)}},
                    {"summary", std::string(operation.words)},
                    {"parameters", parameters(operation)}};
  if (operation.body != nullptr)
    described["requestBody"] = {{"content", {{"application/json", {{"schema", operation.body(&named)}}}}}};
  if (operation.needs == Operation::Needs::account)
    described["security"] = {{{"bearer", Json::array()}}, {{"cookie", Json::array()}}};
  Json& answers = described["responses"];
  for (const Answer& answer : operation.answers) {
    Json& one = answers[std::to_string(answer.status)];
    one["description"] = std::string(answer.words);
    if (answer.schema != nullptr || !answer.type.empty()) one["content"] = content(answer, named);
  }
  answers["default"] = error_answer(named);
  return described;
}

}  // namespace

std::string openapi(std::string_view version) {
  SchemaDefinitions named;
  Json paths = Json::object();
  for (const Operation& one : operations()) {
    std::string method(one.method);
    std::transform(method.begin(), method.end(), method.begin(), [](unsigned char c) { return std::tolower(c); });
    paths[std::string(one.path)][method] = describe(one, named);
  }
  const Json document = {{"openapi", "3.1.0"},
                         {"info",
                          {{"title", "Baize"},
                           {"version", std::string(version)},
                           {"description", "A card room: accounts, tables, hands."}}},
                         {"servers", {{{"url", "/"}}}},
                         {"paths", std::move(paths)},
                         {"components",
                          {{"schemas", std::move(named.schemas)},
                           {"securitySchemes",
                            {{"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}},
                             {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "auth_token"}}}}}}}};
  return document.dump();
}

}  // namespace baize::server::documents
