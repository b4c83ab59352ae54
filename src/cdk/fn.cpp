// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "cdk/data.hpp"
#include "cdk/template_parts.hpp"

#include <string>
#include <vector>

namespace amplify::cdk {

using detail::Access;
using detail::Data;
using detail::Kind;

namespace {

Any call(std::string_view function, const Data* argument) {
  return Access::make<Any>(detail::make_object({{function, argument}}));
}

Any call(std::string_view function, std::initializer_list<const Data*> arguments) {
  return call(function, detail::make_list(arguments));
}

Any pseudo(std::string_view name) { return call("Ref", detail::make_string(name)); }

/// The parts of `Fn::Join` with this separator, when `part` is one over a list.
const Data* joined_parts(std::string_view separator, const Data& part) {
  if (part.kind != Kind::object || part.size != 1 || part.members[0].key != "Fn::Join") {
    return nullptr;
  }
  const auto arguments = part.members[0].value->list();
  const bool same = arguments[0]->string() == separator && arguments[1]->kind == Kind::list;
  return same ? arguments[1] : nullptr;
}

/// Collects parts, with literals next to each other made one.
class Parts {
 public:
  explicit Parts(std::string_view separator) : separator_(separator) {}

  void add(const Data& part) {
    if (const auto* inner = joined_parts(separator_, part)) {
      for (const auto* element : inner->list())
        add(*element);
    } else if (part.kind == Kind::string) {
      if (has_literal_) literal_ += separator_;
      literal_ += part.string();
      has_literal_ = true;
    } else {
      flush();
      parts_.push_back(&part);
    }
  }

  const std::vector<const Data*>& finish() {
    flush();
    return parts_;
  }

 private:
  void flush() {
    if (has_literal_) parts_.push_back(detail::make_string(literal_));
    literal_.clear();
    has_literal_ = false;
  }

  std::string_view separator_;
  std::string literal_;
  bool has_literal_ = false;
  std::vector<const Data*> parts_;
};

Any join_parts(std::string_view separator, std::span<const Data* const> list) {
  Parts parts(separator);
  for (const auto* part : list)
    parts.add(*part);
  const auto& result = parts.finish();
  if (result.empty()) return Access::make<Any>(detail::make_string(""));
  if (result.size() == 1) return Access::make<Any>(result.front());
  return call("Fn::Join", {detail::make_string(separator), detail::make_list(result)});
}

ConditionExpression condition(std::string_view function, const Data* argument) {
  return Access::make<ConditionExpression>(detail::make_object({{function, argument}}));
}

const Data* empty_list() { return detail::make_list(std::initializer_list<const Data*>()); }

/// A list, even when it is left out.
const Data* list_of(const Node& list) {
  const auto* const data = Access::data(list);
  return data != nullptr ? data : empty_list();
}

}  // namespace

namespace detail {

/// `mapping` is its name, or a reference to it.
Any find_in_map(const Data* mapping, const Str& top, const Str& second, const Json& fallback) {
  const auto* const otherwise =
      fallback.isSet() ? make_object({{"DefaultValue", Access::data(fallback)}}) : nullptr;
  return call("Fn::FindInMap", {mapping, Access::data(top), Access::data(second), otherwise});
}

}  // namespace detail

namespace fn {

Any join(std::string_view separator, List<Str> parts) {
  const auto* const data = Access::data(parts);
  if (data == nullptr) return join_parts(separator, {});
  if (data->kind == Kind::list) return join_parts(separator, data->list());
  return call("Fn::Join", {cdk::detail::make_string(separator), data});
}

Any concat(std::initializer_list<Str> parts) { return join("", parts); }

Any sub(std::string_view text) { return call("Fn::Sub", cdk::detail::make_string(text)); }

Any sub(std::string_view text, std::initializer_list<Json::Entry> variables) {
  return call("Fn::Sub", {cdk::detail::make_string(text), Access::data(Json::object(variables))});
}

Any select(Int index, List<Str> list) {
  return call("Fn::Select", {Access::data(index), Access::data(list)});
}

Any split(std::string_view separator, Str text) {
  return call("Fn::Split", {cdk::detail::make_string(separator), Access::data(text)});
}

Any importValue(Str name) { return call("Fn::ImportValue", Access::data(name)); }

Any ref(std::string_view logical_id) { return call("Ref", cdk::detail::make_string(logical_id)); }

Any getAtt(std::string_view logical_id, std::string_view attribute) {
  return call(
      "Fn::GetAtt", {cdk::detail::make_string(logical_id), cdk::detail::make_string(attribute)}
  );
}

Any base64(Str text) { return call("Fn::Base64", Access::data(text)); }

Any cidr(Str ipBlock, Int count, Int cidrBits) {
  return call("Fn::Cidr", {Access::data(ipBlock), Access::data(count), Access::data(cidrBits)});
}

Any getAzs(Str region) { return call("Fn::GetAZs", Access::data(region)); }

Any findInMap(std::string_view mapping, Str topLevelKey, Str secondLevelKey, Json defaultValue) {
  return cdk::detail::find_in_map(
      cdk::detail::make_string(mapping), topLevelKey, secondLevelKey, defaultValue
  );
}

Any transform(std::string_view name, std::initializer_list<Json::Entry> parameters) {
  return call(
      "Fn::Transform", cdk::detail::make_object({
                           {"Name", cdk::detail::make_string(name)},
                           {"Parameters", Access::data(Json::object(parameters))},
                       })
  );
}

Any length(List<Json> list) { return call("Fn::Length", list_of(list)); }

Any toJsonString(Json value) { return call("Fn::ToJsonString", Access::data(value)); }

Any conditionIf(const Condition& condition, Json then, Json otherwise) {
  return call(
      "Fn::If",
      {cdk::detail::condition_name(condition), Access::data(then), Access::data(otherwise)}
  );
}

ConditionExpression conditionEquals(Json left, Json right) {
  return condition("Fn::Equals", cdk::detail::make_list({Access::data(left), Access::data(right)}));
}

ConditionExpression conditionNot(ConditionExpression negated) {
  return condition("Fn::Not", cdk::detail::make_list({Access::data(negated)}));
}

ConditionExpression detail::combined(
    std::string_view function, std::initializer_list<ConditionExpression> conditions
) {
  constexpr std::size_t most = 10;
  std::vector<const Data*> parts;
  for (const auto& each : conditions) {
    if (parts.size() == most) {
      const auto* const nested = Access::data(condition(function, cdk::detail::make_list(parts)));
      parts.assign({nested});
    }
    parts.push_back(Access::data(each));
  }
  return condition(function, cdk::detail::make_list(parts));
}

ConditionExpression conditionContains(List<Str> list, Str text) {
  return condition("Fn::Contains", cdk::detail::make_list({list_of(list), Access::data(text)}));
}

ConditionExpression conditionEachMemberEquals(List<Str> list, Str text) {
  return condition(
      "Fn::EachMemberEquals", cdk::detail::make_list({list_of(list), Access::data(text)})
  );
}

ConditionExpression conditionEachMemberIn(List<Str> list, List<Str> other) {
  return condition("Fn::EachMemberIn", cdk::detail::make_list({list_of(list), list_of(other)}));
}

Any refAll(std::string_view parameterType) {
  return call("Fn::RefAll", cdk::detail::make_string(parameterType));
}

Any valueOf(std::string_view parameter, std::string_view attribute) {
  return call(
      "Fn::ValueOf", {cdk::detail::make_string(parameter), cdk::detail::make_string(attribute)}
  );
}

Any valueOfAll(std::string_view parameterType, std::string_view attribute) {
  return call(
      "Fn::ValueOfAll",
      {cdk::detail::make_string(parameterType), cdk::detail::make_string(attribute)}
  );
}

}  // namespace fn

namespace aws {

Any accountId() { return pseudo("AWS::AccountId"); }
Any noValue() { return pseudo("AWS::NoValue"); }
Any notificationArns() { return pseudo("AWS::NotificationARNs"); }
Any partition() { return pseudo("AWS::Partition"); }
Any region() { return pseudo("AWS::Region"); }
Any stackId() { return pseudo("AWS::StackId"); }
Any stackName() { return pseudo("AWS::StackName"); }
Any urlSuffix() { return pseudo("AWS::URLSuffix"); }

}  // namespace aws
}  // namespace amplify::cdk
