// SPDX-License-Identifier: Apache-2.0
// What cdk_app.test.mjs runs under the `cdk` CLI. Its context says what it does.
#include <amplify/cdk/app.hpp>
#include <amplify/cdk/lookup.hpp>
#include <amplify/cdk/run.hpp>
#include <amplify/cdk/validations.hpp>

using namespace amplify;

int main() {
  cdk::App app;
  const cdk::Stack stack(app, "app", {.env = cdk::Environment::ofCli()});
  cdk::Resource topic(stack, "Topic", "AWS::SNS::Topic");
  if (const auto name = app.context("look-up")) {
    cdk::Output(
        stack, "Found", {.value = cdk::lookup::ssmParameter(stack, *name, app.context("fallback"))}
    );
  }
  if (const auto text = app.context("large")) {
    cdk::Output(stack, "Length", {.value = std::to_string(text->size())});
    cdk::Output(stack, "Small", {.value = app.context("small").value_or("lost")});
  }
  if (app.context("finding")) topic.setProperty("FifoTopic", "true");
  if (app.context("acknowledged")) {
    cdk::Validations::of(topic).acknowledge("amplify-cpp::CoercedValueWarning", "it is old");
  }
  if (app.context("fault")) cdk::Construct(stack, "Topic");
  return cdk::run(app);
}
