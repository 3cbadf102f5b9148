#include "load/quiet.h"

#include "load/glance.h"
#include "protocol/client_codec.h"

namespace baize::bench {

Quiet::Quiet(boost::asio::io_context& context, const Site& site, std::string path, std::string token,
             protocol::Wire wire, Joins joins)
    : transport_(context, site, *this), joins_(joins) {
  transport_.aim(std::move(path), std::move(token));
  transport_.open(*this, wire);
}

bool Quiet::heard(std::string_view frame, protocol::Wire wire, std::uint64_t) {
  const Glance seen = wire == protocol::Wire::cereal ? glance_at_binary(frame) : glance(frame);
  if (seen.kind == Glance::Kind::view) there_ = true;
  return false;
}

void Quiet::lost(std::uint16_t, std::string_view) {
  there_ = false;
  lost_ = true;
}

void Quiet::on_open(protocol::Wire agreed) {
  if (joins_ == Joins::no)
    there_ = true;
  else
    transport_.send(protocol::encode({{}, {}, protocol::TableVerb{protocol::JoinTable{}}}, agreed));
}

}  // namespace baize::bench
