// SPDX-License-Identifier: Apache-2.0
#include <amplify/detail/build_info.hpp>

namespace amplify::detail {
namespace {

build_info& current() {
  static build_info info;
  return info;
}

}  // namespace

registered_build::registered_build(const build_info& info) { current() = info; }

const build_info& this_build() { return current(); }

}  // namespace amplify::detail
