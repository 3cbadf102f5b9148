// Asio and Beast, compiled once for the whole server (their "separate compilation" mode).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
