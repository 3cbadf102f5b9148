#include "sources.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <sstream>
#include <vector>

namespace baize::oracle {
namespace {

namespace fs = std::filesystem;

bool ends_with_any(const std::string& name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return name.ends_with(end); });
}

bool is_record_file(const std::string& name) { return ends_with_any(name, {".jsonl", ".phh", ".phhs"}); }

bool is_archive(const std::string& name) {
  return ends_with_any(name, {".tar", ".tar.xz", ".tar.gz", ".tgz", ".tar.bz2", ".tar.zst", ".zip"});
}

std::string visit_file(const fs::path& path, const Visit& visit) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) return "can't read " + path.string();
  visit(path.string(), text.str());
  return {};
}

std::string read_entry(archive& reader) {
  std::string text;
  std::array<char, 1 << 16> block;
  for (;;) {
    const la_ssize_t size = archive_read_data(&reader, block.data(), block.size());
    if (size <= 0) return text;
    text.append(block.data(), static_cast<std::size_t>(size));
  }
}

std::string visit_archive(const fs::path& path, const Visit& visit) {
  const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), &archive_read_free);
  archive_read_support_filter_all(reader.get());
  archive_read_support_format_all(reader.get());
  const auto failed = [&] { return "can't read " + path.string() + ": " + archive_error_string(reader.get()); };
  if (archive_read_open_filename(reader.get(), path.c_str(), 1 << 16) != ARCHIVE_OK) return failed();
  archive_entry* entry = nullptr;
  for (;;) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return {};
    if (status < ARCHIVE_WARN) return failed();
    const char* const name = archive_entry_pathname(entry);
    if (name != nullptr && is_record_file(name)) {
      const std::string text = read_entry(*reader);
      if (archive_errno(reader.get()) != 0) return failed();
      visit(name, text);
    }
  }
}

std::string visit_folder(const fs::path& path, const Visit& visit) {
  std::vector<fs::path> inside;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file() && (is_record_file(entry.path()) || is_archive(entry.path())))
      inside.push_back(entry.path());
  std::sort(inside.begin(), inside.end());
  for (const fs::path& one : inside)
    if (std::string wrong = visit_records(one, visit); !wrong.empty()) return wrong;
  return {};
}

}  // namespace

std::string visit_records(const fs::path& path, const Visit& visit) {
  std::error_code error;
  if (fs::is_directory(path, error)) return visit_folder(path, visit);
  if (!fs::exists(path, error)) return "no such file: " + path.string();
  if (is_record_file(path)) return visit_file(path, visit);
  if (is_archive(path)) return visit_archive(path, visit);
  return path.string() + " is neither .jsonl, .phh, .phhs, an archive, nor a folder of them";
}

}  // namespace baize::oracle
