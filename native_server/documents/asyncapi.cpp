#include "documents/asyncapi.h"

#include "documents/messages.h"
#include "protocol/client_messages.h"

namespace baize::server::documents {

// What may stand in every message of a client besides its own fields.
struct CommandFields {
  core::OrAbsent<core::RequestId> request_id;
  core::OrAbsent<std::uint64_t> version;
};
BOOST_DESCRIBE_STRUCT(CommandFields, (), (request_id, version))

namespace {

using core::Json;

// One channel's messages under the names that references use, and the operation that sends them.
class Channel {
 public:
  Channel(std::string id, std::string address, std::string words) : id_(std::move(id)) {
    channel_ = {{"address", std::move(address)},
                {"description", std::move(words)},
                {"parameters", {{"tableID", {{"description", "The table's id."}}}}},
                {"messages", Json::object()}};
  }

  // `action`: "receive" for what the server takes, "send" for what it sends.
  void add(const std::string& operation, const std::string& action, const std::vector<Message>& messages,
           const Json& besides = nullptr) {
    Json listed = Json::array();
    for (const Message& one : messages) {
      const std::string key = id_ + "." + operation + "." + one.name;
      Json payload = one.schema;
      if (!besides.is_null()) payload = {{"allOf", {one.schema, besides}}};
      messages_[key] = {{"name", one.name},
                        {"summary", one.words},
                        {"contentType", "application/json"},
                        {"payload", std::move(payload)},
                        {"examples", {{{"payload", one.example}}}}};
      channel_["messages"][key] = {{"$ref", "#/components/messages/" + key}};
      listed.push_back({{"$ref", "#/channels/" + id_ + "/messages/" + key}});
    }
    operations_[id_ + "." + operation] = {
        {"action", action}, {"channel", {{"$ref", "#/channels/" + id_}}}, {"messages", std::move(listed)}};
  }

  void put_into(Json& document) const {
    document["channels"][id_] = channel_;
    document["operations"].update(operations_);
    document["components"]["messages"].update(messages_);
  }

 private:
  std::string id_;
  Json channel_;
  Json operations_ = Json::object();
  Json messages_ = Json::object();
};

}  // namespace

std::string asyncapi(std::string_view version) {
  core::SchemaDefinitions named;
  Channel table("table", "/ws/table/{tableID}",
                "The conversation at one table. Silent until join-table, unless a ws-token in ?token= has joined it. "
                "Subprotocols: baize.json.v1 (these messages as JSON), baize.cereal.v1 (the same structs in binary).");
  table.add("commands", "receive", client_messages(named), core::json_schema<CommandFields>(&named));
  table.add("news", "send", server_messages(named));
  Channel stream("stream", "/ws/games/{tableID}", "One table to be read: the newest snapshot, on every change.");
  stream.add("news", "send", stream_messages(named));
  Json document = {{"asyncapi", "3.0.0"},
                   {"info",
                    {{"title", "Baize"},
                     {"version", std::string(version)},
                     {"description", "What is said over the WebSockets of a table."}}},
                   {"channels", Json::object()},
                   {"operations", Json::object()},
                   {"components", {{"messages", Json::object()}, {"schemas", Json::object()}}}};
  table.put_into(document);
  stream.put_into(document);
  document["components"]["schemas"] = std::move(named.schemas);
  return document.dump();
}

}  // namespace baize::server::documents
