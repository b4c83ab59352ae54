// expect-error(1): \.to\(\.\.\.\): takes strings
// expect-error(2): allow\.groups\(\.\.\.\): takes strings
// expect-error(3): give the function a name first
// SPDX-License-Identifier: Apache-2.0
#include <amplify/allow.hpp>

struct amplify::defineFunction {};

using namespace amplify;

inline const defineFunction worker{};

#if AMPLIFY_MUST_NOT_COMPILE == 1
constexpr auto rule = allow.guest().to(1);
#elif AMPLIFY_MUST_NOT_COMPILE == 2
constexpr auto rule = allow.groups("ADMINS", 2);
#elif AMPLIFY_MUST_NOT_COMPILE == 3
constexpr auto rule = allow.resource(defineFunction{});
#else
constexpr auto rule = allow.resource(worker).to("query");
#endif
