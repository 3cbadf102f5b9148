// A crowd at one table: many WebSockets on one thread, which read all that comes or nothing at all. For what a server
// does with a thousand connections, where one socket of house.h each would be too much.
#pragma once

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <stdexcept>
#include <string>

namespace baize::server::testing {

// Lets this process and those that it starts hold so many connections at once.
inline void allow_files(rlim_t count) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_max < count) throw std::runtime_error("this system allows too few open files");
  limit.rlim_cur = std::max(limit.rlim_cur, count);
  setrlimit(RLIMIT_NOFILE, &limit);
}

class Crowd {
 public:
  // `target`: what each opens: "/ws/table/ID". Each joins it.
  Crowd(int port, std::string target) : port_(port), target_(std::move(target)) {}

  enum class Who { reads, stalls };
  // One more, who has joined when this returns and, if it reads, answers the close frame that ends it.
  void add(Who who);
  // Reads until every connection of those who read has ended.
  void read_to_the_end();

  // Of those who read: what each has heard.
  std::deque<std::string> heard() const;

 private:
  struct One {
    boost::asio::ip::tcp::socket socket;
    Who who;
    std::string heard = {};
    std::string part = std::string(16 * 1024, '\0');
    bool ended = false;
  };
  void read(One& one);

  int port_;
  std::string target_;
  boost::asio::io_context context_;
  std::deque<One> all_;
};

}  // namespace baize::server::testing
