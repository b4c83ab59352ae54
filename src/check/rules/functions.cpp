// SPDX-License-Identifier: Apache-2.0
#include "api/definition.hpp"
#include "auth/auth.hpp"
#include "check/rules/rules.hpp"
#include "check/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace amplify::check {
namespace {

/// Texts that stand for a secret until the function starts.
bool is_placeholder(std::string_view text) {
  return text.empty() || text.starts_with("<value will be resolved") ||
         text.starts_with("{{resolve:");
}

void find_plaintext_secrets(const Subject& subject, Report& report) {
  for (const Resource* const function : subject.made.of_type("AWS::Lambda::Function")) {
    const Json& variables = (*function)["Environment.Variables"];
    if (!variables.is_object()) continue;
    for (const auto& [name, value] : variables.items()) {
      if (!value.is_string() || is_placeholder(value.get_ref<const std::string&>())) continue;
      const auto property = "Environment.Variables." + name;
      if (const auto kind = kind_of_secret(value.get_ref<const std::string&>())) {
        report.add(*function, fmt::format("`{}` looks like {}", name, *kind), property);
      } else if (names_secret(name)) {
        report.add(*function, fmt::format("`{}` has its value in the template", name), property);
      }
    }
  }
}

void find_other_secrets(const Subject& subject, Report& report) {
  for (const Resource& resource : subject.made.resources()) {
    if (resource.type == "AWS::Lambda::Function") continue;
    // Code and policies are long, and have no place for one.
    if (resource.type.starts_with("AWS::AppSync::") || resource.type.starts_with("AWS::IAM::"))
      continue;
    for_each_text(resource[""], [&](const std::string& path, const std::string& text) {
      const auto kind = kind_of_secret(text);
      if (kind) report.add(resource, fmt::format("it has {}", *kind), path);
    });
  }
  for (const Resource* const provider :
       subject.made.of_type("AWS::Cognito::UserPoolIdentityProvider")) {
    const Json& secret = (*provider)["ProviderDetails.client_secret"];
    if (secret.is_string() && !is_placeholder(secret.get_ref<const std::string&>()))
      report.add(*provider, "the client's secret is in the template", "ProviderDetails");
  }
}

/// Runtimes for which Lambda makes no functions any more, or soon won't.
bool is_outdated(std::string_view runtime) {
  static constexpr std::string_view outdated[] = {
      "dotnet5.0",     "dotnet6",       "dotnet7",    "dotnetcore1.0", "dotnetcore2.0",
      "dotnetcore2.1", "dotnetcore3.1", "go1.x",      "java8",         "nodejs",
      "nodejs10.x",    "nodejs12.x",    "nodejs14.x", "nodejs16.x",    "nodejs18.x",
      "nodejs4.3",     "nodejs6.10",    "nodejs8.10", "provided",      "python2.7",
      "python3.6",     "python3.7",     "python3.8",  "python3.9",     "ruby2.5",
      "ruby2.7",
  };
  return std::ranges::find(outdated, runtime) != std::end(outdated);
}

void find_outdated_runtimes(const Subject& subject, Report& report) {
  for (const Resource* const function : subject.made.of_type("AWS::Lambda::Function")) {
    const Json& runtime = (*function)["Runtime"];
    if (runtime.is_string() && is_outdated(runtime.get_ref<const std::string&>()))
      report.add(*function, fmt::format("`{}`", runtime.get_ref<const std::string&>()), "Runtime");
  }
}

/// The functions that somebody waits for, and how long at most.
class Waiting {
 public:
  Waiting(const Subject& subject, Report& report) : subject_(subject), report_(report) {}

  void look(std::string_view caller, int seconds, const defineFunction* function) {
    if (function == nullptr || !seen_.insert({function, caller}).second) return;
    const auto& all = subject_.backend.functions;
    for (std::size_t i = 0; i < all.all().size(); ++i) {
      if (&all.definition(i) != function) continue;
      const auto timeout = function->props.timeoutSeconds.value();
      if (timeout <= seconds) return;
      report_.add(
          all.all()[i].lambda,
          fmt::format("it may take {} seconds, and {} gives up after {}", timeout, caller, seconds)
      );
    }
  }

 private:
  const Subject& subject_;
  Report& report_;
  std::set<std::pair<const defineFunction*, std::string_view>> seen_{};
};

void find_impatient_callers(const Subject& subject, Report& report) {
  constexpr int appsync = 30;
  constexpr int cognito = 5;
  constexpr int gateway = 29;
  Waiting waiting(subject, report);
  const auto& backend = subject.backend;
  if (backend.data) {
    for (const auto* const handler : backend.data->api.handlers())
      if (!handler->async) waiting.look("AppSync", appsync, handler->function);
  }
  if (backend.auth) {
    for (const auto* const function : cognito::called_functions(backend.auth->definition->props))
      waiting.look("Cognito", cognito, function);
  }
  for (const auto& api : backend.httpApis) {
    for (const auto* const function : gateway::called_functions(gateway::resolve(*api.definition)))
      waiting.look("API Gateway", gateway + 1, function);
  }
  for (const auto& api : backend.restApis) {
    for (const auto* const function : gateway::called_functions(gateway::resolve(*api.definition)))
      waiting.look("API Gateway", gateway, function);
  }
}

void find_no_dead_letters(const Subject& subject, Report& report) {
  std::set<const Resource*> dead_letters;
  for (const Resource* const queue : subject.made.of_type("AWS::SQS::Queue")) {
    if (const auto* target =
            subject.made.target(*queue->in, (*queue)["RedrivePolicy.deadLetterTargetArn"]))
      dead_letters.insert(target);
  }
  for (const Resource* const mapping : subject.made.of_type("AWS::Lambda::EventSourceMapping")) {
    const auto* const queue = subject.made.target(*mapping->in, (*mapping)["EventSourceArn"]);
    if (queue == nullptr || queue->type != "AWS::SQS::Queue" || dead_letters.contains(queue))
      continue;
    if ((*queue)["RedrivePolicy"].is_null())
      report.add(*queue, "a message that fails comes back until it expires", "RedrivePolicy");
  }
}

void find_endless_logs(const Subject& subject, Report& report) {
  for (const Resource* const group : subject.made.of_type("AWS::Logs::LogGroup")) {
    if ((*group)["RetentionInDays"].is_null())
      report.add(*group, "it keeps logs forever", "RetentionInDays");
  }
  for (const auto& function : subject.backend.functions.all()) {
    const auto& logical = function.lambda.resource();
    for (const Resource* const resource : subject.made.of_type("AWS::Lambda::Function")) {
      if (resource->node != &cdk::detail::ConstructNode::of(logical)) continue;
      if ((*resource)["LoggingConfig.LogGroup"].is_null())
        report.add(*resource, "Lambda makes its log group, and keeps logs forever");
    }
  }
}

constexpr Rule rules[] = {
    {"PlaintextSecretRisk", Severity::error, About::all,
     "A secret is in the source, the template and the console",
     "`backend secret set NAME`, then `.environment = {{\"NAME\", secret(\"NAME\")}}`",
     "https://docs.amplify.aws/react/deploy-and-host/fullstack-branching/secrets-and-vars/",
     find_plaintext_secrets},
    {"HardcodedSecretRisk", Severity::error, About::all, "A template holds a secret",
     "`backend secret set NAME`, then `secret(\"NAME\")`",
     "https://docs.amplify.aws/react/deploy-and-host/fullstack-branching/secrets-and-vars/",
     find_other_secrets},
    {"OutdatedRuntimeRisk", Severity::warning, About::all,
     "A runtime gets no security fixes any more", "choose a newer one: `.runtime = 22`",
     "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html", find_outdated_runtimes},
    {"CallerTimeoutLimit", Severity::warning, About::all,
     "A function may take longer than its caller waits",
     "lower `.timeoutSeconds`, or do the work in a function that nobody waits for: a queue's",
     "https://docs.aws.amazon.com/general/latest/gr/appsync.html", find_impatient_callers},
    {"NoDeadLetterRisk", Severity::info, About::all, "Messages that fail are lost in the end",
     "give the queue a RedrivePolicy; defineQueue has one",
     "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
     "sqs-dead-letter-queues.html",
     find_no_dead_letters},
    {"EndlessLogsRisk", Severity::info, About::lasting, "Logs are kept forever",
     "set `.logging = {.retention = \"6 months\"}` of defineFunction",
     "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/"
     "Working-with-log-groups-and-streams.html",
     find_endless_logs},
};

}  // namespace

std::span<const Rule> function_rules() { return rules; }

}  // namespace amplify::check
