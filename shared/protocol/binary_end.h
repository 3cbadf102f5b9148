// The client's end of a connection in the binary form (client_end.h), where views that come as what changed tell what
// happened, too (view_delta.h).
#pragma once

#include <optional>

#include "protocol/client_end.h"

namespace baize::protocol {

class BinaryEnd final : public ClientEnd {
 public:
  Wire wire() const override { return Wire::cereal; }
  std::string write(const ClientMessage& message) const override;
  core::Result<void> read(std::string_view frame, std::vector<ServerMessage>& out) override;
  void begin() override;

 private:
  core::Result<void> read_batch(std::string_view frame, std::vector<ServerMessage>& out);
  core::Result<void> read_one(std::string_view frame, std::vector<ServerMessage>& out);
  bool change(std::string_view frame, std::vector<ServerMessage>& out);

  std::optional<table::GameView> view_;  // the last one; nothing where none is a base
};

}  // namespace baize::protocol
