#include "http/message.h"

#include "core/json_write.h"

namespace baize::server {

namespace {

struct ErrorBody {
  std::string error;
  std::string code;
};
BOOST_DESCRIBE_STRUCT(ErrorBody, (), (error, code))

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string_view Request::field(std::string_view name) const {
  for (const auto& [one, value] : fields)
    if (one == name) return value;
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  std::string_view rest = field("cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

bool Request::has_etag(std::string_view etag) const {
  const std::string_view named = field("if-none-match");
  return named == "*" || named.find(etag) != std::string_view::npos;
}

std::string Request::parameter(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const auto equals = pair.find('=');
    std::string value;
    if (pair.substr(0, equals) == name && equals != std::string_view::npos &&
        percent_decode(pair.substr(equals + 1), value))
      return value;
  }
  return {};
}

Response json_response(int status, std::string body) {
  Response response{status, "application/json", std::move(body), nullptr, {}, {}};
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

Response error_response(const core::Error& error) {
  Response response =
      json_response(core::http_status(error.reason),
                    core::to_json(ErrorBody{error.message, std::string(core::enum_name(error.reason))}));
  response.reason = error.reason;
  return response;
}

bool percent_decode(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) return false;
      c = static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    }
    if (c == '\0') return false;
    out.push_back(c);
  }
  return true;
}

}  // namespace baize::server
