#include "http/forwarded.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <optional>

namespace baize::server {

namespace {

using Address = boost::asio::ip::address;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// An IPv4 address within IPv6 is what it stands for ("::ffff:10.0.0.1", RFC 4291 section 2.5.5.2).
std::optional<Address> address_in(std::string_view text) {
  boost::system::error_code failure;
  const Address address = boost::asio::ip::make_address(std::string(text), failure);
  if (failure) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
  return address;
}

std::string network_of(const std::string& text) {
  const auto address = address_in(text);
  if (!address || address->is_v4()) return text;
  auto bytes = address->to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return boost::asio::ip::address_v6(bytes).to_string() + "/64";
}

// The members of a list field, in order (RFC 9110 section 5.3).
std::vector<std::string_view> members(const Request& request, std::string_view name) {
  std::vector<std::string_view> all;
  for (const auto& [field, value] : request.fields) {
    if (field != name) continue;
    for (std::string_view rest = value;;) {
      const auto end = rest.find(',');
      all.push_back(trimmed(rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return all;
}

}  // namespace

Forwarded::Forwarded(const std::vector<std::string>& proxies) {
  for (const std::string& one : proxies)
    if (const auto address = address_in(one)) proxies_.push_back(address->to_string());
}

bool Forwarded::is_proxy(const std::string& address) const {
  return std::find(proxies_.begin(), proxies_.end(), address) != proxies_.end();
}

std::string Forwarded::nearest(const Request& request) const {
  auto nearest = address_in(request.peer);
  if (!nearest) return request.peer;
  const auto through = members(request, "x-forwarded-for");
  for (auto one = through.rbegin(); one != through.rend() && is_proxy(nearest->to_string()); ++one) {
    const auto next = address_in(*one);
    if (!next) break;
    nearest = next;
  }
  return nearest->to_string();
}

std::string Forwarded::address(const Request& request) const { return network_of(nearest(request)); }

bool Forwarded::of_many(const Request& request) const { return is_proxy(nearest(request)); }

std::string Forwarded::address_of_peer(const std::string& peer) const {
  const auto address = address_in(peer);
  const std::string plain = address ? address->to_string() : peer;
  return is_proxy(plain) ? std::string() : network_of(plain);
}

bool Forwarded::encrypted(const Request& request) const {
  const auto nearest = address_in(request.peer);
  if (!nearest || !is_proxy(nearest->to_string())) return false;
  const auto said = members(request, "x-forwarded-proto");
  return !said.empty() && said.back() == "https";
}

}  // namespace baize::server
