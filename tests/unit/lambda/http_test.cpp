// SPDX-License-Identifier: Apache-2.0
// The HTTP client of the runtime, against a server that sends what a test tells it to.
#include <lambda/http.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace amplify::lambda {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Accepts a connection for each element, and answers the requests on it one by one.
class Server {
 public:
  explicit Server(std::vector<std::vector<std::string>> connections) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 1), 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    authority = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this, connections = std::move(connections)] {
      for (const auto& answers : connections)
        serve(answers);
    });
  }
  ~Server() {
    ::shutdown(listener_, SHUT_RDWR);
    ::close(listener_);
    thread_.join();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string authority;
  std::vector<std::string> requests{};

 private:
  void serve(const std::vector<std::string>& answers) {
    const int socket = ::accept(listener_, nullptr, nullptr);
    for (const std::string& answer : answers) {
      std::string request;
      std::array<char, 4096> part;
      while (request.find("\r\n\r\n") == std::string::npos) {
        const auto size = ::recv(socket, part.data(), part.size(), 0);
        if (size <= 0) break;
        request.append(part.data(), static_cast<std::size_t>(size));
      }
      requests.push_back(request);
      // In pieces, as networks do.
      for (std::size_t at = 0; at < answer.size(); at += 7)
        ::send(socket, answer.data() + at, std::min<std::size_t>(7, answer.size() - at), 0);
    }
    ::close(socket);
  }

  int listener_ = -1;
  std::thread thread_{};
};

const std::string hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Name:  value \r\n\r\nhello";

TEST(Connection, IsKept) {
  Server server({{hello, "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}});
  Connection connection(server.authority);
  const auto first = connection.get("/a", "X-B: c\r\n");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body, "hello");
  EXPECT_EQ(first.header("x-name"), "value");
  EXPECT_EQ(first.header("x-other"), "");
  EXPECT_EQ(connection.post("/b", "", "body").status, 202);
  EXPECT_THAT(server.requests.at(0), AllOf(StartsWith("GET /a HTTP/1.1\r\n"), HasSubstr("X-B: c")));
  EXPECT_THAT(server.requests.at(1), AllOf(HasSubstr("Content-Length: 4"), EndsWith("body")));
}

TEST(Connection, ReadsChunks) {
  Server server(
      {{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n "
        "world\r\n0\r\nTrailer: x\r\n\r\n",
        hello}}
  );
  Connection connection(server.authority);
  EXPECT_EQ(connection.get("/").body, "hello world");
  EXPECT_EQ(connection.get("/").body, "hello");
}

TEST(Connection, ReadsUntilItIsClosed) {
  Server server({{"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"}, {hello}});
  Connection connection(server.authority);
  EXPECT_EQ(connection.get("/").body, "hello");
  EXPECT_EQ(connection.get("/").body, "hello");
}

TEST(Connection, IsMadeAgain) {
  Server server({{hello}, {hello}});
  Connection connection(server.authority);
  EXPECT_EQ(connection.get("/").body, "hello");
  EXPECT_EQ(connection.get("/").body, "hello");
}

TEST(Connection, RefusesWhatIsNoHttp) {
  for (const std::string answer :
       {"SSH-2.0-OpenSSH_9\r\n\r\n", "HTTP/1.1 2\r\n\r\n", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
    Server server({{answer}});
    Connection connection(server.authority);
    EXPECT_THROW(connection.get("/"), ConnectionError) << answer;
  }
}

TEST(Connection, RefusesWhatIsCutOff) {
  for (const std::string answer :
       {"HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"}) {
    Server server({{answer}});
    Connection connection(server.authority);
    EXPECT_THROW(connection.get("/"), ConnectionError) << answer;
  }
}

TEST(Connection, NeedsAServer) {
  EXPECT_THROW(Connection("localhost"), ConnectionError);
  EXPECT_THROW(Connection("example.com:80"), ConnectionError);
  EXPECT_THROW(Connection("127.0.0.1:x"), ConnectionError);
  std::string gone;
  {
    const Server server({});
    gone = server.authority;
  }
  Connection connection(gone);
  EXPECT_THROW(connection.get("/"), ConnectionError);
}

}  // namespace
}  // namespace amplify::lambda
