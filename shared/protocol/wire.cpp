#include "protocol/wire.h"

#include "core/fingerprint.h"
#include "protocol/client_messages.h"
#include "protocol/server_messages.h"

namespace baize::protocol {

const std::string& greeting() {
  static const std::string all = [] {
    std::string text;
    for (const core::Digest& one : {core::fingerprint<ClientMessage>(), core::fingerprint<ServerMessage>()})
      text.append(reinterpret_cast<const char*>(one.data()), core::Digest::size());
    const core::Digest both = core::sha256(text);
    return std::string(reinterpret_cast<const char*>(both.data()), core::Digest::size());
  }();
  return all;
}

}  // namespace baize::protocol
