// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Color"_s = a.enumeration("RED", "green", "Blue_1", "_x"),
         "Fitting"_s = a.enumeration("S"),
         "Shirt"_s = a.model(
             "color"_s = a.ref("Color"), "colors"_s = a.ref("Color").array(),
             "must"_s = a.ref("Color").required(),
             "all"_s = a.ref("Color").required().array().required(), "size"_s = a.ref("Fitting"),
             "fit"_s = a.enumeration("SLIM", "REGULAR")
         ),
         "Palette"_s = a.model(
             "colors"_s = a.ref("Color").array(),
             "nested"_s = a.customType("color"_s = a.ref("Color"), "mode"_s = a.enumeration("DARK"))
         ),
         "Swatch"_s = a.model("color"_s = a.ref("Color").required(), "n"_s = a.integer())
                          .secondaryIndexes(a.index("color").sortKeys("n"))
    )
        .authorization(allow.authenticated());

const Twin twin("enums", schema);

}  // namespace
