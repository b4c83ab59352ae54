// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/lookup.hpp>
#include <amplify/cdk/stack.hpp>

#include "cdk/bootstrap.hpp"
#include "cdk/context.hpp"
#include "cdk/data.hpp"
#include "cdk/node.hpp"

#include <fmt/format.h>
#include <amplify/error.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace amplify::cdk::lookup {

using detail::ConstructNode;
using nlohmann::json;

namespace {

/// `:` separates the parts of a key.
std::string with_quoted_colons(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ':') result += '$';
    result += c;
  }
  return result;
}

/// `filters.name.0=al2023-*`, one for each leaf.
void add_parts(std::vector<std::string>& parts, const json& value, const std::string& name) {
  if (value.is_structured()) {
    for (const auto& [key, member] : value.items())
      add_parts(parts, member, name.empty() ? key : name + "." + key);
  } else {
    const std::string text =
        value.is_string() ? with_quoted_colons(value.get_ref<const std::string&>()) : value.dump();
    parts.push_back(fmt::format("{}={}", name, text));
  }
}

/// The key of the answer in `cdk.context.json`, as the CDK makes it in every language.
std::string context_key(std::string_view provider, const json& question) {
  std::vector<std::string> parts;
  add_parts(parts, question, "");
  std::ranges::sort(parts);
  return fmt::format("{}:{}", provider, fmt::join(parts, ":"));
}

/// One question to the account.
class Lookup {
 public:
  Lookup(const Construct& scope, std::string_view provider, std::source_location where)
      : scope_(scope),
        node_(ConstructNode::of(scope)),
        provider_(provider),
        where_(where),
        environment_(scope.stack().environment()) {}

  /// Records a fault of the question when `text` is empty.
  void require(std::string_view text, std::string_view what) {
    if (!text.empty()) return;
    is_faulty_ = true;
    record("InvalidLookupError", fmt::format("the look-up has no {}", what), "give one");
  }

  /// What `read` makes of the answer; of `placeholder` until the CLI has one, or when there is a
  /// fault. `options` are for the CLI, and no part of the question.
  template <class Read>
  auto answer(json question, json options, const json& placeholder, Read read) {
    const auto* const value = find(std::move(question), std::move(options));
    if (value == nullptr) return read(placeholder);
    try {
      return read(*value);
    } catch (const json::exception&) {
      record(
          "InvalidContextError", fmt::format("the answer in the context is {}", value->dump()),
          fmt::format("`cdk context --reset '{}'`, and let the CLI look it up again", key_)
      );
      return read(placeholder);
    }
  }

 private:
  const json* find(json question, json options) {
    if (is_faulty_) return nullptr;
    if (environment_.account.empty() || environment_.region.empty()) {
      record(
          "UnknownEnvironmentError",
          "a look-up needs to know where the stack is deployed, and its stack doesn't say",
          "give the stack an env, such as `{.env = cdk::Environment::ofCli()}`"
      );
      return nullptr;
    }
    question.emplace("account", environment_.account);
    question.emplace("region", environment_.region);  // unless the question is about another one
    key_ = context_key(provider_, question);
    const auto* const value = Context::of(*node_.tree).find(key_);
    if (value == nullptr) {
      question.update(options);
      report_missing(question);
    } else if (const auto failed = value->find("$providerError"); failed != value->end()) {
      record(
          "ContextLookupError", fmt::format("the look-up failed: {}", text_of(*failed)),
          "see that it is there in that account and region, and the question right"
      );
      return nullptr;
    }
    return value;
  }

  void report_missing(json& question) {
    question["lookupRoleArn"] = bootstrap::role("lookup-role");
    const json entry{{"key", key_}, {"provider", provider_}, {"props", question}};
    node_.tree->missing.emplace(key_, detail::Access::data(Json::parse(entry.dump())));
  }

  static std::string text_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
  }

  void record(std::string code, std::string message, std::string help) {
    node_.tree->errors.push_back({
        .code = std::move(code),
        .where = scope_.path(),
        .message = std::move(message),
        .help = std::move(help),
        .source = where_,
    });
  }

  Construct scope_;
  ConstructNode& node_;
  std::string_view provider_;
  std::source_location where_;
  Environment environment_;
  std::string key_{};
  bool is_faulty_ = false;
};

std::vector<std::string> read_list(const json& value) {
  return value.get<std::vector<std::string>>();
}

std::string read_text(const json& value) { return value.get<std::string>(); }

HostedZone read_hosted_zone(const json& value) {
  constexpr std::string_view prefix = "/hostedzone/";
  HostedZone zone{.hostedZoneId = value.at("Id"), .zoneName = value.at("Name")};
  if (zone.hostedZoneId.starts_with(prefix)) zone.hostedZoneId.erase(0, prefix.size());
  if (zone.zoneName.ends_with('.')) zone.zoneName.pop_back();
  return zone;
}

SubnetGroup read_subnet_group(const json& value) {
  const std::string type = value.at("type");
  SubnetGroup group{
      .name = value.at("name"),
      .type = type == "Public"     ? SubnetType::public_
              : type == "Isolated" ? SubnetType::isolated
                                   : SubnetType::private_,
  };
  for (const auto& subnet : value.at("subnets")) {
    group.subnets.push_back({
        .subnetId = subnet.at("subnetId"),
        .availabilityZone = subnet.at("availabilityZone"),
        .routeTableId = subnet.at("routeTableId"),
        .cidr = subnet.value("cidr", ""),
    });
  }
  return group;
}

Vpc read_vpc(const json& value) {
  Vpc vpc{
      .vpcId = value.at("vpcId"),
      .vpcCidrBlock = value.value("vpcCidrBlock", ""),
      .availabilityZones = read_list(value.at("availabilityZones")),
  };
  for (const auto& group : value.at("subnetGroups"))
    vpc.subnetGroups.push_back(read_subnet_group(group));
  return vpc;
}

json placeholder_subnets(std::string_view type, std::string_view prefix) {
  json subnets = json::array();
  for (const auto* const zone : {"dummy1a", "dummy1b"}) {
    const auto number = subnets.empty() ? "12345" : "67890";
    subnets.push_back({
        {"subnetId", fmt::format("{}-{}", prefix, number)},
        {"availabilityZone", zone},
        {"routeTableId", fmt::format("rtb-{}{}", number, prefix)},
        {"cidr", "1.2.3.4/5"},
    });
  }
  return {{"name", type}, {"type", type}, {"subnets", subnets}};
}

json placeholder_vpc() {
  return {
      {"vpcId", "vpc-12345"},
      {"vpcCidrBlock", "1.2.3.4/5"},
      {"availabilityZones", {"dummy1a", "dummy1b"}},
      {"subnetGroups",
       {placeholder_subnets("Public", "s"), placeholder_subnets("Private", "p"),
        placeholder_subnets("Isolated", "i")}},
  };
}

}  // namespace

std::vector<std::string> availabilityZones(const Construct& scope, std::source_location where) {
  const json placeholder{"dummy1a", "dummy1b", "dummy1c"};
  return Lookup(scope, "availability-zones", where)
      .answer(json::object(), {{"dummyValue", placeholder}}, placeholder, read_list);
}

std::string ssmParameter(
    const Construct& scope, std::string_view name, std::optional<std::string> default_value,
    std::source_location where
) {
  Lookup lookup(scope, "ssm", where);
  lookup.require(name, "name of a parameter");
  const json placeholder = default_value ? *default_value : fmt::format("dummy-value-for-{}", name);
  const json options{
      {"dummyValue", placeholder}, {"ignoreErrorOnMissingContext", default_value.has_value()}
  };
  return lookup.answer({{"parameterName", name}}, options, placeholder, read_text);
}

std::string ami(const Construct& scope, const AmiQuery& query, std::source_location where) {
  Lookup lookup(scope, "ami", where);
  lookup.require(query.name, "name of an image");
  json filters{{"name", {query.name}}, {"state", {"available"}}, {"image-type", {"machine"}}};
  if (query.windows) filters["platform"] = {"windows"};
  for (const auto& filter : query.filters)
    filters[filter.name] = filter.values;
  json question{{"filters", filters}};
  if (!query.owners.empty()) question["owners"] = query.owners;
  const json placeholder = "ami-1234";
  return lookup.answer(question, {{"dummyValue", placeholder}}, placeholder, read_text);
}

HostedZone hostedZone(
    const Construct& scope, const HostedZoneQuery& query, std::source_location where
) {
  Lookup lookup(scope, "hosted-zone", where);
  lookup.require(query.domainName, "domain name");
  json question{{"domainName", query.domainName}};
  if (query.privateZone) question["privateZone"] = true;
  if (!query.vpcId.empty()) question["vpcId"] = query.vpcId;
  const json placeholder{{"Id", "DUMMY"}, {"Name", query.domainName}};
  return lookup.answer(question, {{"dummyValue", placeholder}}, placeholder, read_hosted_zone);
}

Vpc vpc(const Construct& scope, const VpcQuery& query, std::source_location where) {
  json filter = json::object();
  for (const auto& [key, value] : query.tags)
    filter["tag:" + key] = value;
  if (!query.vpcId.empty()) filter["vpc-id"] = query.vpcId;
  if (!query.vpcName.empty()) filter["tag:Name"] = query.vpcName;
  if (!query.ownerAccountId.empty()) filter["owner-id"] = query.ownerAccountId;
  if (query.isDefault) filter["isDefault"] = *query.isDefault ? "true" : "false";
  json question{{"filter", filter}, {"returnAsymmetricSubnets", true}};
  if (!query.region.empty()) question["region"] = query.region;
  if (!query.subnetGroupNameTag.empty()) question["subnetGroupNameTag"] = query.subnetGroupNameTag;
  return Lookup(scope, "vpc-provider", where)
      .answer(question, json::object(), placeholder_vpc(), read_vpc);
}

List<Str> Vpc::subnetIds(SubnetType type) const {
  std::vector<Str> ids;
  for (const auto& group : subnetGroups) {
    if (group.type != type) continue;
    for (const auto& subnet : group.subnets)
      ids.emplace_back(subnet.subnetId);
  }
  return ids;
}

}  // namespace amplify::cdk::lookup
