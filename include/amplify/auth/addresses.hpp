// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <amplify/checked.hpp>
#include <amplify/detail/characters.hpp>

#include <cstddef>
#include <string_view>

namespace amplify {
namespace detail {

/// A part of a domain: letters, digits and hyphens, none of these at the ends.
constexpr bool is_label(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  for (const char c : text)
    if (!is_letter(c) && !is_digit(c) && c != '-') return false;
  return true;
}

/// Two labels or more. The last starts with a letter: an IP address is no domain.
constexpr bool is_domain(std::string_view text) {
  const std::size_t last = text.rfind('.');
  if (last == std::string_view::npos || last + 1 == text.size()) return false;
  if (!is_letter(text[last + 1])) return false;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t dot = text.find('.', start);
    const std::size_t end = dot == std::string_view::npos ? text.size() : dot;
    if (!is_label(text.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

constexpr bool is_on_this_machine(std::string_view url) {
  for (const std::string_view host : {"http://localhost", "http://127.0.0.1", "http://[::1]"}) {
    const std::string_view rest = url.substr(url.starts_with(host) ? host.size() : 0);
    if (rest.size() < url.size() && (rest.empty() || rest[0] == ':' || rest[0] == '/')) return true;
  }
  return false;
}

struct relying_party_text {
  static constexpr void check(std::string_view text) {
    constexpr std::size_t longest = 63;
    if (text == "AUTO" || text == "localhost") return;
    if (text.find("://") != std::string_view::npos)
      throw "a relying party is a domain without `https://`, as `example.com`";
    if (text.size() > longest) throw "a relying party has at most 63 characters";
    if (!is_domain(text))
      throw "a relying party is a domain as `example.com`, or `localhost`, or `AUTO`";
  }
};

struct domain_prefix_text {
  static constexpr void check(std::string_view text) {
    constexpr std::size_t longest = 63;
    if (!is_label(text) || text.size() > longest)
      throw "a domain prefix has 1 to 63 letters, digits and hyphens, none at its ends";
    for (const char c : text)
      if (c >= 'A' && c <= 'Z') throw "a domain prefix has no capital letters";
    for (const std::string_view word : {"aws", "amazon", "cognito"})
      if (text.find(word) != std::string_view::npos)
        throw "Cognito takes no domain prefix with `aws`, `amazon` or `cognito` in it";
  }
};

struct redirect_url_text {
  static constexpr void check(std::string_view text) {
    constexpr std::size_t longest = 1024;
    const std::size_t scheme = text.find("://");
    if (scheme == 0 || scheme == std::string_view::npos)
      throw "a redirect URL is absolute: `https://example.com/callback`, `myapp://done`";
    if (text.starts_with("http://") && !is_on_this_machine(text))
      throw "a redirect URL starts with `https://`; `http://` is for localhost alone";
    if (text.find('#') != std::string_view::npos) throw "a redirect URL has no `#`";
    if (text.find(' ') != std::string_view::npos) throw "a redirect URL has no spaces";
    if (text.size() > longest) throw "a redirect URL has at most 1024 characters";
  }
};

struct https_url_text {
  static constexpr void check(std::string_view text) {
    if (!text.starts_with("https://")) throw "this URL starts with `https://`";
    if (text.find(' ') != std::string_view::npos) throw "a URL has no spaces";
  }
};

struct arn_text {
  static constexpr void check(std::string_view text) {
    if (!text.starts_with("arn:")) throw "an ARN starts with `arn:`";
  }
};

}  // namespace detail

/// The domain that passkeys are bound to, without `https://`; or `localhost`; or `AUTO`.
using RelyingPartyId = CheckedText<detail::relying_party_text>;

/// The first part of the domain of Cognito's sign-in pages,
/// `https://<prefix>.auth.<region>.amazoncognito.com`. No two user pools of a region share one.
using DomainPrefix = CheckedText<detail::domain_prefix_text>;

/// Where a browser or app goes after it signed in or out: `https://`, an app's own scheme as
/// `myapp://`, or `http://` on localhost. Cognito compares it letter by letter.
using RedirectUrl = CheckedText<detail::redirect_url_text>;

/// A URL that starts with `https://`.
using HttpsUrl = CheckedText<detail::https_url_text>;

/// The name of a resource of AWS, as `arn:aws:iam::111122223333:role/name`.
using Arn = CheckedText<detail::arn_text>;

}  // namespace amplify
