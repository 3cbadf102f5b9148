// What a proxy in front of this server says about a request: whose it is, and whether it came encrypted. Believed from
// the proxies in the settings only, since anybody can write these fields.
#pragma once

#include "http/message.h"

namespace baize::server {

class Forwarded {
 public:
  // Addresses of proxies, "127.0.0.1"; what is no address is nobody's.
  explicit Forwarded(const std::vector<std::string>& proxies);

  // Of whoever asked: the last in X-Forwarded-For that is not a proxy's, else the connection's. An IPv6 address stands
  // for its network of 64 bits, which one customer has for himself.
  std::string address(const Request& request) const;
  // Whether that is a proxy's, which has not told whose the request is: then it speaks for many, or for somebody at
  // this very machine.
  bool of_many(const Request& request) const;
  // Of a connection that has said nothing yet, given where it comes from: the same as address(), and nothing for a
  // proxy's.
  std::string address_of_peer(const std::string& peer) const;
  // Whether the client's connection is TLS (X-Forwarded-Proto).
  bool encrypted(const Request& request) const;

 private:
  bool is_proxy(const std::string& address) const;
  std::string nearest(const Request& request) const;

  std::vector<std::string> proxies_;
};

}  // namespace baize::server
