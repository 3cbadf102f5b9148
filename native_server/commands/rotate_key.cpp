#include <iostream>

#include "accounts/secrets.h"
#include "commands/commands.h"
#include "net/loop.h"
#include "store/sqlite_store.h"

namespace baize::server {

int rotate_key(const std::string& database) {
  // Only an existing file: a mistyped name should not make a new one.
  if (const auto there = open_sqlite_reader(database); !there) {
    std::cerr << there.error().message << '\n';
    return 1;
  }
  auto store = open_sqlite_store(database);
  if (!store) {
    std::cerr << store.error().message << '\n';
    return 1;
  }
  try {
    const CommitUnit unit{{NewSigningKey{fresh_entropy(), now_ms()}}};
    (*store)->commit({&unit});
  } catch (const std::exception& failure) {
    std::cerr << "Cannot write to the database " << database << ": " << failure.what() << ".\n";
    return 1;
  }
  std::cout << "There is a new key. It is used from the server's next start; tokens of the key before it stay valid.\n";
  return 0;
}

}  // namespace baize::server
