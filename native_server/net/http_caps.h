// How many connections may speak HTTP at once: in all and from one address. Each holds a place from when it was
// accepted until it ends or becomes a WebSocket, which net/connection_caps counts. While places are scarce nobody keeps
// one between two requests.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/error.h"

namespace baize::server {

// 0: as many as come.
struct MostHttp {
  std::size_t in_all = 4'000;
  std::size_t of_address = 200;
};

class HttpCaps {
 public:
  class Place;

  explicit HttpCaps(const MostHttp& most) : most_(most) {}
  HttpCaps(const HttpCaps&) = delete;
  HttpCaps& operator=(const HttpCaps&) = delete;

  // server-full where there is no place in all, too-many where this address has too many. `address`: as http/forwarded
  // tells it; empty for a proxy's, which speaks for many. Any thread. Outlives every place.
  core::Result<std::unique_ptr<Place>> admit(const std::string& address);
  // More than half of the places are taken.
  bool crowded() const;

 private:
  void leave(const std::string& address);

  const MostHttp most_;
  mutable std::mutex mutex_;
  std::size_t in_all_ = 0;
  std::unordered_map<std::string, std::size_t> addresses_;
};

// Given back when it goes.
class HttpCaps::Place {
 public:
  ~Place() { caps_.leave(address_); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  bool crowded() const { return caps_.crowded(); }

 private:
  friend class HttpCaps;
  Place(HttpCaps& caps, std::string address) : caps_(caps), address_(std::move(address)) {}

  HttpCaps& caps_;
  const std::string address_;
};

}  // namespace baize::server
