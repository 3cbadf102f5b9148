#include "documents/protocol_page.h"

#include "core/error.h"
#include "documents/messages.h"
#include "documents/operations.h"

namespace baize::server::documents {

namespace {

using core::Json;
using core::SchemaDefinitions;

constexpr std::string_view k_head = R"(# Protocol

Made by `baize document protocol` from the structs that are sent; do not edit it by hand. The same for programs:
`GET /api/openapi.json` and `GET /api/asyncapi.json`, which have the whole schema of everything named here.

Amounts are integers, times are Unix milliseconds, seats count from 0, cards are text (`As`, `Td`). Unknown fields are
ignored; an unknown action is an error; every error says what to do. Who asks is known by a bearer token, the cookie
`auth_token`, or for sockets by `?token=`, which takes a ws-token only.

## HTTP

Bodies are JSON. An error is `{"error":"sentence","code":"reason"}`. Where a key is taken, a repeated request with the
same `Idempotency-Key` within 24 hours gets the same answer and has no second effect.

| route | asks for | key | what |
| --- | --- | --- | --- |
)";

constexpr std::string_view k_sockets = R"(
## One WebSocket a table: `/ws/table/{tableID}`

Text frames in JSON (`baize.json.v1`), or the same structs in binary (`baize.cereal.v1`). A connection is silent until
`join-table`, unless a token in its address has joined it. Any message may carry `request_id`, which `ack` or `error`
answer with, and which has at most one effect, and `version`, the version of the view that its sender saw.

### Client to server
)";

constexpr std::string_view k_stream = R"(
## A read-only stream: `/ws/games/{tableID}`

For dashboards and programs that move over HTTP. What it receives counts as the messages of a table do, and says nothing
but that its reader is there.
)";

constexpr std::string_view k_types = R"(
## Types

What the fields above are made of, by name. A type with "and the fields of" has those beside its own.

)";

constexpr std::string_view k_reasons = R"(
## Reasons

What `code` of an HTTP error and `reason` of an `error` message may be, with the HTTP status.

| reason | status | what it says |
| --- | --- | --- |
)";

// "integer", "text", "list of text", "table.SeatView".
std::string kind_of(const Json& schema) {
  constexpr std::string_view k_reference = "$ref";
  if (schema.contains(k_reference)) {
    const auto& name = schema[k_reference].get_ref<const std::string&>();
    return name.substr(name.rfind('/') + 1);
  }
  if (schema.contains("oneOf")) {
    const Json& last = schema["oneOf"].back();
    if (last.value("type", "") == "null") return kind_of(schema["oneOf"].front()) + " or null";
    std::string all;
    for (const Json& one : schema["oneOf"]) all += (all.empty() ? "" : " or ") + kind_of(one);
    return all;
  }
  if (schema.contains("enum")) {
    std::string all;
    for (const Json& one : schema["enum"]) all += (all.empty() ? "" : " \\| ") + one.get<std::string>();
    return all;
  }
  const std::string type = schema.value("type", "anything");
  if (type == "string") return "text";
  if (type == "array" && schema.contains("items")) return "list of " + kind_of(schema["items"]);
  if (type == "array" && schema.contains("prefixItems")) {
    std::string places;
    for (const Json& one : schema["prefixItems"])
      places += (places.empty() ? "" : ", ") + one["title"].get<std::string>() + " (" + kind_of(one) + ")";
    return "a list of " + places;
  }
  return type;
}

void write_rows(std::string& page, const Json& whole) {
  const Json required = whole.value("required", Json::array());
  std::string rows;
  const Json properties = whole.value("properties", Json::object());
  for (const auto& [field, kind] : properties.items()) {
    const bool needed = std::find(required.begin(), required.end(), field) != required.end();
    const std::string what = kind.contains("const") ? kind["const"].dump() : kind_of(kind);
    rows += "- `" + field + "`" + (needed ? "" : " (may be absent)") + ": " + what + "\n";
  }
  for (const Json& spliced : whole.value("allOf", Json::array()))
    rows += "- and the fields of " + kind_of(spliced) + "\n";
  if (!whole.contains("properties")) rows += "- " + kind_of(whole) + "\n";
  if (!rows.empty()) page += rows + "\n";
}

void write_fields(std::string& page, const Json& schema, const SchemaDefinitions& named) {
  const std::string name = kind_of(schema);
  write_rows(page, named.schemas.contains(name) ? named.schemas[name] : schema);
}

void write_messages(std::string& page, const std::vector<Message>& messages, const SchemaDefinitions& named) {
  for (const Message& one : messages) {
    page += "\n#### `" + one.name + "`\n\n" + one.words + "\n\n";
    write_fields(page, one.schema, named);
    page += "```json\n" + one.example.dump() + "\n```\n";
  }
}

// Those that are messages themselves stand above.
void write_types(std::string& page, const SchemaDefinitions& named, const std::vector<std::string>& told) {
  page += k_types;
  for (const auto& [name, schema] : named.schemas.items()) {
    if (std::find(told.begin(), told.end(), name) != told.end()) continue;
    page += "#### `" + name + "`\n\n";
    write_rows(page, schema);
  }
}

void write_reasons(std::string& page) {
  page += k_reasons;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Reason>>([&](auto one) {
    page += "| `" + std::string(core::enum_name(one.value)) + "` | " + std::to_string(core::http_status(one.value)) +
            " | " + std::string(core::sentence(one.value)) + " |\n";
  });
}

}  // namespace

std::string protocol_page() {
  SchemaDefinitions named;
  std::string page(k_head);
  for (const Operation& one : operations())
    page += "| `" + std::string(one.method) + " " + std::string(one.path) + "` | " +
            (one.needs == Operation::Needs::account ? "an account" : "") + " | " +
            (one.key == Operation::Key::yes ? "yes" : "") + " | " + std::string(one.words) + " |\n";
  std::vector<std::string> told;
  const auto tell = [&](const std::vector<Message>& messages) {
    write_messages(page, messages, named);
    for (const Message& one : messages) told.push_back(kind_of(one.schema));
  };
  page += k_sockets;
  tell(client_messages(named));
  page += "\n### Server to client\n";
  tell(server_messages(named));
  page += k_stream;
  tell(stream_messages(named));
  write_types(page, named, told);
  write_reasons(page);
  return page;
}

}  // namespace baize::server::documents
