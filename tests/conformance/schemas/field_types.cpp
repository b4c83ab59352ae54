// SPDX-License-Identifier: Apache-2.0
#include "schemas/twin.hpp"

namespace {

using namespace amplify;
using namespace amplify::literals;

constexpr auto schema =
    a.schema(
         "Lists"_s = a.model(
             "ids"_s = a.id().array(), "texts"_s = a.string().required().array().required(),
             "whole"_s = a.integer().array().required(), "reals"_s = a.float_().required().array(),
             "bits"_s = a.boolean().array(), "days"_s = a.date().array(),
             "times"_s = a.time().array(), "moments"_s = a.datetime().array(),
             "stamps"_s = a.timestamp().array(), "mails"_s = a.email().array(),
             "docs"_s = a.json().array(), "phones"_s = a.phone().array(),
             "urls"_s = a.url().array(), "ips"_s = a.ipAddress().array()
         ),
         "Shape"_s = a.customType(
             "id"_s = a.id(), "all"_s = a.string().array(), "on"_s = a.boolean().required(),
             "when"_s = a.datetime(), "createdAt"_s = a.datetime().required(),
             "owner"_s = a.string()
         ),
         "Holder"_s = a.model(
             "shape"_s = a.ref("Shape"), "shapes"_s = a.ref("Shape").array(),
             "bool"_s = a.boolean(), "bools"_s = a.boolean().required()
         ),
         "echo"_s = a.query()
                        .arguments(
                            "shape"_s = a.ref("Shape"), "on"_s = a.boolean().required(),
                            "ids"_s = a.id().required().array().required()
                        )
                        .returns(a.ref("Shape").required().array().required())
                        .authorization(allow.authenticated())
                        .handler(a.handler.function("f"))
    )
        .authorization(allow.authenticated());

const Twin twin("field_types", schema);

}  // namespace
