// A process that the generator starts and ends: the server with a database of its own, or the bare broadcaster. It
// never outlives the generator.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace baize::bench {

class Child {
 public:
  // Runs `body` in a copy of this process; what it returns is the exit code. Before any thread was started.
  explicit Child(const std::function<int()>& body);
  // Asks it to stop, and waits.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::int64_t pid() const { return pid_; }
  // It has ended by itself.
  bool ended();

 private:
  int pid_ = 0;
};

// For a Child: becomes this program. Returns only if that fails.
int become(const std::vector<std::string>& command);

// A folder that goes with its holder.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace baize::bench
