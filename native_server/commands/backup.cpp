#include <iostream>

#include "commands/commands.h"
#include "store/backup.h"

namespace baize::server {

int backup(const std::string& database, const std::string& copy) {
  int told = 0;  // tenths
  const auto tell = [&told](int copied, int all) {
    const int tenths = all == 0 ? 10 : static_cast<int>(std::int64_t{10} * copied / all);
    if (tenths > told) std::cout << tenths * 10 << " % of " << all << " pages\n" << std::flush;
    told = tenths;
  };
  const auto done = back_up(database, copy, tell);
  if (!done) {
    std::cerr << done.error().message << '\n';
    return 1;
  }
  std::cout << copy << " is a whole copy of " << database << " and on the disk.\n";
  return 0;
}

}  // namespace baize::server
