// SPDX-License-Identifier: Apache-2.0
#include "lambda/http.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace amplify::lambda {
namespace {

/// The connection was closed before an answer began: the server had done so while nothing was sent.
struct Closed {};

[[noreturn]] void fail(const char* what) {
  throw ConnectionError(std::string(what) + ": " + std::strerror(errno));
}

[[noreturn]] void fail_protocol() { throw ConnectionError("the answer is no HTTP"); }

std::size_t number(std::string_view text, int base) {
  std::size_t result = 0;
  const auto* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, result, base);
  if (error != std::errc() || rest == text.data()) fail_protocol();
  return result;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view Response::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found != headers.end() ? std::string_view(found->second) : std::string_view();
}

Connection::Connection(std::string_view authority) : authority_(authority) {
  const auto colon = authority_.rfind(':');
  std::string host = authority_.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";
  in_addr address{};
  if (colon == std::string::npos || inet_pton(AF_INET, host.c_str(), &address) != 1)
    throw ConnectionError("`" + authority_ + "` is no address");
  address_ = address.s_addr;
  port_ = static_cast<std::uint16_t>(number(std::string_view(authority_).substr(colon + 1), 10));
}

Connection::~Connection() { close(); }

Response Connection::get(std::string_view path, std::string_view headers) {
  std::string head = "GET ";
  head.append(path).append(" HTTP/1.1\r\nHost: ").append(authority_).append("\r\n");
  return exchange(head.append(headers).append("\r\n"), {});
}

Response Connection::post(std::string_view path, std::string_view headers, std::string_view body) {
  std::string head = "POST ";
  head.append(path).append(" HTTP/1.1\r\nHost: ").append(authority_).append("\r\n");
  head.append(headers).append("Content-Length: ").append(std::to_string(body.size()));
  return exchange(head.append("\r\n\r\n"), body);
}

Response Connection::exchange(std::string_view head, std::string_view body) {
  const bool is_fresh = socket_ == -1;
  try {
    if (is_fresh) open();
    send(head, body);
    return receive();
  } catch (const Closed&) {
    close();
    if (is_fresh) throw ConnectionError("the connection was closed");
  } catch (...) {
    close();
    throw;
  }
  return exchange(head, body);
}

void Connection::open() {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_ == -1) fail("socket");
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = address_;
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    fail("connect");
}

void Connection::close() {
  if (socket_ != -1) ::close(socket_);
  socket_ = -1;
  buffer_.clear();
}

void Connection::send(std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    std::array<iovec, 2> parts{
        iovec{const_cast<char*>(head.data()), head.size()},  // which isn't written to
        iovec{const_cast<char*>(body.data()), body.size()},
    };
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const auto sent = ::sendmsg(socket_, &message, MSG_NOSIGNAL);
    if (sent == -1 && errno == EINTR) continue;
    if (sent == -1 && (errno == EPIPE || errno == ECONNRESET)) throw Closed();
    if (sent == -1) fail("send");
    const auto size = static_cast<std::size_t>(sent);
    const auto of_head = size < head.size() ? size : head.size();
    head.remove_prefix(of_head);
    body.remove_prefix(size - of_head);
  }
}

bool Connection::fill() {
  std::array<char, 65536> chunk;
  for (;;) {
    const auto size = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (size == -1 && errno == EINTR) continue;
    if (size == -1 && errno != ECONNRESET) fail("receive");
    if (size <= 0) return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(size));
    return true;
  }
}

std::string Connection::take_line() {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n")) == std::string::npos) {
    if (!fill()) throw ConnectionError("the answer is cut off");
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 2);
  return line;
}

void Connection::take(std::size_t size, std::string& to) {
  while (buffer_.size() < size) {
    if (!fill()) throw ConnectionError("the answer is cut off");
  }
  to.append(buffer_, 0, size);
  buffer_.erase(0, size);
}

Response Connection::receive() {
  if (buffer_.empty() && !fill()) throw Closed();
  Response response;
  const std::string status = take_line();
  constexpr std::size_t code = 9;  // after "HTTP/1.1 "
  if (!status.starts_with("HTTP/1.") || status.size() < code + 3) fail_protocol();
  response.status = static_cast<int>(number(std::string_view(status).substr(code, 3), 10));
  for (std::string line = take_line(); !line.empty(); line = take_line()) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) fail_protocol();
    response.headers.insert_or_assign(
        lower(line.substr(0, colon)), std::string(trim(std::string_view(line).substr(colon + 1)))
    );
  }
  const bool closes = lower(response.header("connection")) == "close";
  if (lower(response.header("transfer-encoding")) == "chunked") {
    for (auto size = number(take_line(), 16); size != 0; size = number(take_line(), 16)) {
      take(size, response.body);
      take_line();
    }
    while (!take_line().empty()) {
    }
  } else if (const auto length = response.header("content-length"); !length.empty()) {
    take(number(length, 10), response.body);
  } else if (closes) {
    while (fill()) {
    }
    response.body = std::move(buffer_);
  }
  if (closes) close();
  return response;
}

}  // namespace amplify::lambda
