// SPDX-License-Identifier: Apache-2.0
// Who may call which route, and who may use a queue.
#include "../../examples/webhooks/api/resource.hpp"
#include "../../examples/webhooks/functions/process/resource.hpp"
#include "../../examples/webhooks/functions/sweep/resource.hpp"
#include "support.hpp"

namespace amplify::access {
namespace {

FunctionProps ready(const char* name) {
  return {
      .name = atRuntime(name),
      .runtime = "python3.13",
      .code = Code::fromBucket("bucket", "code.zip"),
      .handler = "index.handler",
  };
}

const auto users = defineAuth({.loginWith = {.email = true}, .groups = {"STAFF"}});
const auto handler = defineFunction(ready("handler"));
const auto worker = defineFunction(ready("worker"));

template <class Define>
Define shop() {
  return Define({
      .name = "shop",
      .routes =
          {
              {"GET /items", handler, {allow.guest(), allow.authenticated()}},
              {"GET /items/{id}", handler, {allow.authenticated(), allow.group("STAFF")}},
              {"PUT|DELETE /items/{id}", handler, {allow.group("STAFF")}},
              {"POST /stock/{path+}", handler, {allow.resource(worker)}},
              {"GET /mine", handler, {}, ApiAuthorizer::userPool()},
          },
  });
}

/// The table is the same for both kinds of API; `stage` is a REST API's.
template <class Define>
void check(const std::string& stage) {
  const auto api = shop<Define>();
  const auto backend = defineBackend(users, api, worker);
  const auto simulator = simulator_of(backend);
  const auto& roles = backend[users];
  const struct {
    const char* request;
    bool guest, user, staff, worker;
  } table[] = {
      // request            guest  user   STAFF  worker
      {"GET/items", true, true, false, false},
      {"POST/items", false, false, false, false},
      {"GET/items/1", false, true, true, false},
      {"PUT/items/1", false, false, true, false},
      {"DELETE/items/1", false, false, true, false},
      {"POST/items/1", false, false, false, false},
      {"POST/stock/a/b", false, false, false, true},
      {"GET/stock/a/b", false, false, false, false},
      // With a token, not with AWS credentials.
      {"GET/mine", false, false, false, false},
  };
  for (const auto& [request, guest, user, staff, by_worker] : table) {
    SCOPED_TRACE(request);
    const auto may = [&](const assertions::IamCaller& caller) {
      const auto arn = cdk::fn::concat(
          {"arn:", cdk::aws::partition(), ":execute-api:", cdk::aws::region(), ":",
           cdk::aws::accountId(), ":", backend[api].api.apiId(), "/", stage, "/", request}
      );
      return static_cast<bool>(simulator.allows(caller, "execute-api:Invoke", arn));
    };
    EXPECT_EQ(may(roles.unauthenticatedUserIamRole), guest);
    EXPECT_EQ(may(roles.authenticatedUserIamRole), user);
    EXPECT_EQ(may(roles.cfnResources.groupRoles["STAFF"]), staff);
    EXPECT_EQ(may(backend[worker].lambda), by_worker);
    EXPECT_FALSE(may(backend[handler].lambda));
  }
}

TEST(Access, HttpApi) { check<defineHttpApi>("$default"); }
TEST(Access, RestApi) { check<defineRestApi>("prod"); }

TEST(Access, Webhooks) {
  const auto backend = defineBackend(webhooks, ::process, sweep);
  const auto simulator = simulator_of(backend);
  const auto queue = backend[deliveries].queue;
  const struct {
    const char* action;
    bool receive, process;
  } table[] = {
      {"sqs:SendMessage", true, false},
      {"sqs:ReceiveMessage", false, true},
      {"sqs:DeleteMessage", false, true},
      {"sqs:PurgeQueue", false, false},
  };
  for (const auto& [action, by_receive, by_process] : table) {
    SCOPED_TRACE(action);
    EXPECT_EQ(
        static_cast<bool>(simulator.allows(backend[receive].lambda, action, queue)), by_receive
    );
    EXPECT_EQ(
        static_cast<bool>(simulator.allows(backend[::process].lambda, action, queue)), by_process
    );
    for (const auto* const other : {&sweep, &health})
      EXPECT_FALSE(simulator.allows(backend[*other].lambda, action, queue));
  }
}

}  // namespace
}  // namespace amplify::access
