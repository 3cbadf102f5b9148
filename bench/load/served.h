// The server that is measured: one that is started here with a database of its own, or one that runs already. Knows its
// address and what its process has used; never speaks its protocol.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "load/child.h"
#include "load/machine.h"
#include "load/options.h"
#include "load/socket_transport.h"

namespace baize::bench {

class Served {
 public:
  // Starts it if the options say so, and waits until it answers. Throws std::runtime_error with a sentence for people.
  explicit Served(const Options& options);

  const Site& site() const { return site_; }
  // Where the database of a started server is; else where one would be.
  const std::filesystem::path& folder() const { return folder_.path(); }
  // Nothing where its process is not known.
  std::optional<Usage> usage() const;
  // Its resident memory in bytes; 0 where its process is not known.
  std::int64_t resident_bytes() const;

  // Ends a server that was started here, and reads its database: what `baize audit` says, and whether it is content.
  struct Audited {
    bool content = false;
    std::string text;
  };
  Audited stop_and_audit();

 private:
  std::string server_;  // the program
  TemporaryFolder folder_;
  std::unique_ptr<Child> child_;
  std::optional<std::int64_t> pid_;
  Site site_;
};

// What the server and the generator used between two moments.
class Span {
 public:
  void begin(const Served& server);
  void end(const Served& server);

  const std::optional<Usage>& server_before() const { return before_; }
  const std::optional<Usage>& server_after() const { return after_; }
  double generator_cpu_seconds() const { return generator_cpu_seconds_; }

 private:
  std::optional<Usage> before_;
  std::optional<Usage> after_;
  double generator_cpu_seconds_ = 0;
};

// How many files this process and its children may have open: as many as the system allows. Throws std::runtime_error
// with a sentence for people if that is fewer than `wanted`.
void allow_open_files(int wanted);

}  // namespace baize::bench
