// Runs a measurement that is written down as a coroutine, on the generator's one thread. Used by every run.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>

namespace baize::bench {

// Runs `script` to its end beside everything else of `context`, then stops that. What it throws is thrown here.
void run_script(boost::asio::io_context& context, const std::function<boost::asio::awaitable<void>()>& script);

boost::asio::awaitable<void> pause(std::chrono::milliseconds time);

}  // namespace baize::bench
