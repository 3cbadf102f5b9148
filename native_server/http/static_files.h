// The web bundle, read into memory once at the start and served from there: right media types, ETags, the Brotli and
// gzip forms that stand beside a file, caching for good of names with a hash in them. What is not in memory does not
// exist, so no path leads anywhere else.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "http/message.h"

namespace baize::server {

class StaticFiles {
 public:
  // No files: every path is unknown.
  StaticFiles() = default;
  // Everything below `folder` but hidden files. Throws std::filesystem::filesystem_error if it cannot be read.
  explicit StaticFiles(const std::filesystem::path& folder);

  bool empty() const { return files_.empty(); }
  // Nothing if there is no such file. "/" is index.html.
  std::optional<Response> find(const Request& request) const;

 private:
  struct Form {
    std::shared_ptr<const std::string> content;
    std::string etag;
  };
  struct File {
    std::string type;
    std::string cache;
    Form plain;
    std::optional<Form> brotli;
    std::optional<Form> gzip;
  };
  static Form read(const std::filesystem::path& path);
  void add(const std::string& name, const std::filesystem::path& path);

  std::map<std::string, File, std::less<>> files_;  // by their path below the folder, without a leading slash
};

}  // namespace baize::server
