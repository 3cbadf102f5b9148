// The client's end of a connection in one wire: it writes what the client says and reads what the server sends, frame
// by frame. Whole messages are read as they are; a view that comes as what changed is put together with the view before
// it. It never makes a wrong view: where a change does not fit what is known, it says so, and its owner asks for a
// whole one. Knows no connection. The binary form has its own header (binary_end.h), so that a page that speaks JSON
// alone carries nothing of it.
#pragma once

#include <utility>
#include <vector>

#include "core/json_read.h"
#include "protocol/client_messages.h"
#include "protocol/server_messages.h"
#include "protocol/wire.h"

namespace baize::protocol {

class ClientEnd {
 public:
  virtual ~ClientEnd() = default;
  virtual Wire wire() const = 0;
  virtual std::string write(const ClientMessage& message) const = 0;
  // Adds what the frame says to `out`, in order. An error for what is no message of this server, which changes nothing;
  // the other messages of a batch are read all the same.
  virtual core::Result<void> read(std::string_view frame, std::vector<ServerMessage>& out) = 0;
  // A new connection begins: what was known of the last one is no base.
  virtual void begin() = 0;
  // A view could not be made: a whole one is to be asked for. Told once.
  bool take_lost() { return std::exchange(lost_, false); }

 protected:
  ClientEnd() = default;
  ClientEnd(const ClientEnd&) = default;
  ClientEnd& operator=(const ClientEnd&) = default;

  bool lost_ = false;
};

class JsonEnd final : public ClientEnd {
 public:
  Wire wire() const override { return Wire::json; }
  std::string write(const ClientMessage& message) const override;
  core::Result<void> read(std::string_view frame, std::vector<ServerMessage>& out) override;
  void begin() override;

 private:
  core::Result<void> read_batch(core::Json& batch, std::vector<ServerMessage>& out);
  core::Result<void> read_one(core::Json json, std::vector<ServerMessage>& out);
  bool change(const core::Json& delta, std::vector<ServerMessage>& out);

  core::Json document_;  // the last view; null where none is a base
};

}  // namespace baize::protocol
