// SPDX-License-Identifier: Apache-2.0
#include "cdk/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace amplify::cdk {
namespace {

std::string digest_hex(const EVP_MD* algorithm, std::string_view data) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (EVP_Digest(data.data(), data.size(), bytes.data(), &size, algorithm, nullptr) != 1) {
    throw std::runtime_error("OpenSSL refuses a digest");  // e.g. md5 in FIPS mode
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * size);
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[bytes[i] >> 4U];
    hex += digits[bytes[i] & 15U];
  }
  return hex;
}

}  // namespace

std::string md5_hex(std::string_view data) { return digest_hex(EVP_md5(), data); }
std::string sha256_hex(std::string_view data) { return digest_hex(EVP_sha256(), data); }
std::string sha512_hex(std::string_view data) { return digest_hex(EVP_sha512(), data); }

}  // namespace amplify::cdk
