#include "http/router.h"

namespace baize::server {

namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = path.find('/');
    segments.push_back(path.substr(0, end));
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
  }
  return segments;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path,
          std::vector<std::string>& parameters) {
  parameters.clear();
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{')) {
      // "{n}.phh" leaves what stands behind the name.
      const std::string_view behind = std::string_view(pattern[i]).substr(pattern[i].find('}') + 1);
      if (!path[i].ends_with(behind) || path[i].size() == behind.size()) return false;
      std::string value;
      if (!percent_decode(path[i].substr(0, path[i].size() - behind.size()), value)) return false;
      parameters.push_back(std::move(value));
    } else if (pattern[i] != path[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler) {
  Route route{std::move(method), std::string(pattern), {}, std::move(handler)};
  for (const auto segment : split(pattern)) route.segments.emplace_back(segment);
  routes_.push_back(std::move(route));
}

std::vector<std::pair<std::string, std::string>> Router::routes() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Route& route : routes_) all.emplace_back(route.method, route.pattern);
  return all;
}

Router::Match Router::find(std::string_view method, std::string_view path) const {
  Match match;
  if (!path.starts_with('/')) return match;
  const auto segments = split(path);
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  std::vector<std::string> parameters;
  for (const Route& route : routes_) {
    if (!fits(route.segments, segments, parameters)) continue;
    if (route.method == wanted) {
      match.handler = &route.handler;
      match.parameters = std::move(parameters);
      return match;
    }
    match.allowed += (match.allowed.empty() ? "" : ", ") + route.method;
  }
  return match;
}

}  // namespace baize::server
