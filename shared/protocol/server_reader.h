// Reading of what a server sends on one connection, frame by frame: whole messages as they are, and views that come as
// what changed put together with the view before. It never makes a wrong view: where a change does not fit what is
// known, it says so, and its owner asks for a whole one. Knows no connection.
#pragma once

#include <vector>

#include "protocol/view_delta.h"

namespace baize::protocol {

class ServerReader {
 public:
  // Adds what the frame says to `out`, in order. An error for what is no message of this server, which changes nothing.
  core::Result<void> read(std::string_view frame, Wire wire, std::vector<ServerMessage>& out);
  // A new connection begins: what was known of the last one is no base.
  void begin();
  // A view could not be made: a whole one is to be asked for. Told once.
  bool take_lost() { return std::exchange(lost_, false); }

 private:
  core::Result<void> read_json(core::Json json, std::vector<ServerMessage>& out);
  core::Result<void> read_binary(std::string_view frame, std::vector<ServerMessage>& out);
  bool change_json(const core::Json& delta, std::vector<ServerMessage>& out);
  bool change_binary(std::string_view frame, std::vector<ServerMessage>& out);
  core::Result<void> lose();

  // The last view, in the form of the wire; nothing where none is a base.
  core::Json document_;
  std::optional<table::GameView> view_;
  bool lost_ = false;
};

}  // namespace baize::protocol
