// SPDX-License-Identifier: Apache-2.0
#include <amplify/cdk/fn.hpp>

#include "cdk/data.hpp"

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

}  // namespace

namespace fn {

Any join(std::string_view separator, List<Str> parts) {
  const auto* const data = Access::data(parts);
  if (data == nullptr) return join_parts(separator, {});
  if (data->kind == Kind::list) return join_parts(separator, data->list());
  return call("Fn::Join", {detail::make_string(separator), data});
}

Any concat(std::initializer_list<Str> parts) { return join("", parts); }

Any sub(std::string_view text) { return call("Fn::Sub", detail::make_string(text)); }

Any sub(std::string_view text, std::initializer_list<Json::Entry> variables) {
  return call("Fn::Sub", {detail::make_string(text), Access::data(Json::object(variables))});
}

Any select(Int index, List<Str> list) {
  return call("Fn::Select", {Access::data(index), Access::data(list)});
}

Any split(std::string_view separator, Str text) {
  return call("Fn::Split", {detail::make_string(separator), Access::data(text)});
}

Any importValue(Str name) { return call("Fn::ImportValue", Access::data(name)); }

Any ref(std::string_view logical_id) { return call("Ref", detail::make_string(logical_id)); }

Any getAtt(std::string_view logical_id, std::string_view attribute) {
  return call("Fn::GetAtt", {detail::make_string(logical_id), detail::make_string(attribute)});
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
