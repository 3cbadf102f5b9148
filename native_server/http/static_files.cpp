#include "http/static_files.h"

#include <array>
#include <fstream>
#include <sstream>

#include "core/bytes.h"

namespace baize::server {

namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array k_types = {
    MediaType{".html", "text/html; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".mjs", "text/javascript; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".json", "application/json"},
    MediaType{".wasm", "application/wasm"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".jpg", "image/jpeg"},
    MediaType{".webp", "image/webp"},
    MediaType{".ico", "image/x-icon"},
    MediaType{".ttf", "font/ttf"},
    MediaType{".woff2", "font/woff2"},
    MediaType{".ogg", "audio/ogg"},
    MediaType{".mp3", "audio/mpeg"},
    MediaType{".txt", "text/plain; charset=utf-8"},
};

std::string type_of(const fs::path& path) {
  const std::string ending = path.extension().string();
  for (const auto& one : k_types)
    if (one.ending == ending) return std::string(one.type);
  return "application/octet-stream";
}

// "baize.1a2b3c4d.wasm": eight hexadecimal digits between two dots are a hash of the content.
bool has_hash(const fs::path& path) {
  const std::string hash = fs::path(path.stem()).extension().string();
  return hash.size() == 9 && hash.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

// Whether the client takes this coding (RFC 9110 section 12.5.3), by name and not by "q=0".
bool accepts(std::string_view field, std::string_view coding) {
  while (!field.empty()) {
    const auto end = field.find(',');
    std::string_view one = field.substr(0, end);
    field = end == std::string_view::npos ? std::string_view() : field.substr(end + 1);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (!one.starts_with(coding)) continue;
    one.remove_prefix(coding.size());
    if (one.empty()) return true;
    if (one.front() != ';' && one.front() != ' ') continue;
    const auto q = one.find("q=0");
    return q == std::string_view::npos || one.find_first_of("123456789", q + 3) != std::string_view::npos;
  }
  return false;
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string ending = entry.path().extension().string();
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    const bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
    if (ending != ".br" && ending != ".gz" && !hidden) add(name, entry.path());
  }
}

StaticFiles::Form StaticFiles::read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  Form form;
  form.content = std::make_shared<const std::string>(std::move(text).str());
  form.etag = '"' + to_text(core::sha256(*form.content)).substr(0, 32) + '"';
  return form;
}

void StaticFiles::add(const std::string& name, const fs::path& path) {
  File file;
  file.type = type_of(path);
  file.cache = has_hash(path) ? "public, max-age=31536000, immutable" : "no-cache";
  file.plain = read(path);
  const auto beside = [&](const char* ending) -> std::optional<Form> {
    fs::path other = path;
    other += ending;
    if (!fs::is_regular_file(other)) return std::nullopt;
    return read(other);
  };
  file.brotli = beside(".br");
  file.gzip = beside(".gz");
  files_.emplace(name, std::move(file));
}

std::optional<Response> StaticFiles::find(const Request& request) const {
  std::string name;
  if (!request.path.starts_with('/') || !percent_decode(std::string_view(request.path).substr(1), name))
    return std::nullopt;
  if (name.empty()) name = "index.html";
  const auto found = files_.find(name);
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;

  const std::string_view codings = request.field("accept-encoding");
  Response response;
  const Form* form = &file.plain;
  if (file.brotli && accepts(codings, "br")) {
    form = &*file.brotli;
    response.fields.emplace_back("Content-Encoding", "br");
  } else if (file.gzip && accepts(codings, "gzip")) {
    form = &*file.gzip;
    response.fields.emplace_back("Content-Encoding", "gzip");
  }
  response.fields.emplace_back("ETag", form->etag);
  response.fields.emplace_back("Cache-Control", file.cache);
  if (file.brotli || file.gzip) response.fields.emplace_back("Vary", "Accept-Encoding");
  if (request.has_etag(form->etag)) {
    response.status = 304;
    return response;
  }
  response.type = file.type;
  response.shared_body = form->content;
  return response;
}

}  // namespace baize::server
