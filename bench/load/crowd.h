// Everybody who plays in a measurement: guests are signed in, tables are made, players sit down and spectators look on,
// and their doors' time passes. The runs in which there is play stand on it; it decides nothing about what is measured.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "load/calls.h"
#include "load/player.h"
#include "load/served.h"

namespace baize::bench {

class Crowd {
 public:
  struct Table {
    Table(const Field& field, const Options& options, int number);
    bool settled() const;

    Progress progress;
    Progress chat;
    std::vector<std::unique_ptr<Player>> players;  // the seats, then the spectators
    std::uint64_t chats = 0;                       // lines that were said here
  };

  // `attention`: how soon everybody's doors notice that time has passed. `views_in_full`: also in JSON, where a glance
  // would do. All three outlive it.
  enum class Reading { glances, views_in_full };
  Crowd(boost::asio::io_context& context, const Served& server, const Options& options,
        std::chrono::milliseconds attention = std::chrono::seconds(1), Reading reading = Reading::glances);

  // Until everybody has a seat, or looks on, and the warm-up is over.
  boost::asio::awaitable<void> settle();
  // Counts for so long, and what the server and the generator use meanwhile.
  boost::asio::awaitable<void> measure(Span& span, std::chrono::seconds time);

  const std::vector<std::unique_ptr<Table>>& tables() const { return tables_; }
  Field& field() { return field_; }
  Figures& figures() { return figures_; }
  const Figures& figures() const { return figures_; }
  // Tables where nothing has happened for seconds.
  int stuck() const;

 private:
  boost::asio::awaitable<void> set_up_tables();
  boost::asio::awaitable<void> set_up(Caller& caller, Table& table, int number);
  boost::asio::awaitable<core::TableId> make_table(Caller& caller, int number, const std::string& token);
  boost::asio::awaitable<void> keep_time(std::chrono::milliseconds attention);
  int unsettled() const;

  boost::asio::io_context& context_;
  const Served& server_;
  const Options& options_;
  Pacer pacer_;
  Figures figures_;
  Field field_;
  std::vector<std::unique_ptr<Table>> tables_;
  std::chrono::milliseconds attention_;
  std::size_t next_ = 0;  // the next table to set up
  std::exception_ptr failure_;
};

}  // namespace baize::bench
