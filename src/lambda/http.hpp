// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace amplify::lambda {

/// The other side can't be reached, or doesn't speak HTTP.
class ConnectionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Response {
  int status = 0;
  /// Names in lower case.
  std::map<std::string, std::string, std::less<>> headers{};
  std::string body{};

  /// Empty if it isn't there.
  std::string_view header(std::string_view name) const;
};

/// A connection to a server on this machine, kept open between requests.
class Connection {
 public:
  /// `host:port`, the host as an IPv4 address or `localhost`.
  explicit Connection(std::string_view authority);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// `headers` end in line breaks. Tries again on a new connection when the old one had been
  /// closed. Errors: ConnectionError.
  Response get(std::string_view path, std::string_view headers = {});
  Response post(std::string_view path, std::string_view headers, std::string_view body);

 private:
  Response exchange(std::string_view head, std::string_view body);
  Response receive();
  void open();
  void close();
  void send(std::string_view head, std::string_view body);
  /// Receives more into `buffer_`; false at the end.
  bool fill();
  std::string take_line();
  void take(std::size_t size, std::string& to);

  std::string authority_;
  std::uint32_t address_ = 0;
  std::uint16_t port_ = 0;
  int socket_ = -1;
  std::string buffer_{};
};

}  // namespace amplify::lambda
