// SPDX-License-Identifier: Apache-2.0
#include <amplify/lambda/error.hpp>
#include <amplify/lambda/values.hpp>

#include <gtest/gtest.h>

namespace amplify::lambda {
namespace {

// The test vectors of RFC 4648.
TEST(Base64, IsThatOfTheRfc) {
  const std::pair<std::string, std::string> vectors[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(encodeBase64(bytes), text);
    EXPECT_EQ(decodeBase64(text), bytes);
  }
  std::string all;
  for (int i = 0; i < 256; ++i)
    all += static_cast<char>(i);
  EXPECT_EQ(decodeBase64(encodeBase64(all)), all);
}

TEST(Base64, RefusesWhatIsNone) {
  EXPECT_THROW(decodeBase64("Zm9v!"), InvalidPayloadError);
  EXPECT_THROW(decodeBase64("Zm9vY"), InvalidPayloadError);
  EXPECT_THROW(decodeBase64("Zm=v"), InvalidPayloadError);
}

TEST(Headers, HaveNoCase) {
  const Headers headers{{"Content-Type", "text/plain"}, {"X-A", "b"}};
  EXPECT_EQ(get(headers, "content-type"), "text/plain");
  EXPECT_EQ(get(headers, "x-a"), "b");
  EXPECT_EQ(get(headers, "x-ab"), "");
}

}  // namespace
}  // namespace amplify::lambda
