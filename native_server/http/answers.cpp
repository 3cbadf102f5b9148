#include "http/answers.h"

namespace baize::server {

namespace {

struct StaleBody {
  std::string error;
  core::Reason code = core::Reason::stale;
  std::uint64_t expected = 0;
  core::OrAbsent<std::uint64_t> actual;
};
BOOST_DESCRIBE_STRUCT(StaleBody, (), (error, code, expected, actual))

}  // namespace

Response too_many_response(std::string sentence, core::TimeMs wait) {
  Response response = error_response({core::Reason::too_many, std::move(sentence)});
  response.fields.emplace_back("Retry-After", std::to_string((wait + 999) / 1000));
  return response;
}

Response method_not_allowed(const std::string& allowed) {
  Response response = error_response({core::Reason::not_found, "This address is there for " + allowed + " only."});
  response.status = 405;
  response.fields.emplace_back("Allow", allowed);
  return response;
}

Response command_error(const core::Error& error, const table::State& state, const core::OrAbsent<std::uint64_t>& seen) {
  if (error.reason != core::Reason::stale) return error_response(error);
  Response response =
      answer_with(core::http_status(error.reason), StaleBody{error.message, error.reason, state.version, seen});
  response.reason = error.reason;
  return response;
}

}  // namespace baize::server
