// SPDX-License-Identifier: Apache-2.0
// The cases of the CDK's documentation of its assertions, and the rules behind them.
#include <amplify/cdk/app.hpp>
#include <amplify/error.hpp>
#include <amplify/testing/template.hpp>

#include "support.hpp"

#include <cstdio>
#include <fstream>

namespace amplify::assertions {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// What is thrown for what isn't the assertion's fault.
template <class Make>
std::string error_of(Make make) {
  try {
    make();
  } catch (const UserError& error) {
    return error.what();
  }
  return {};
}

const Template two = Template::fromString(R"({
  "Parameters": {"Stage": {"Type": "String", "Default": "dev"}},
  "Mappings": {"Regions": {"us-east-1": {"AMI": "ami-1"}, "us-east-2": {"AMI": "ami-2"}}},
  "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
  "Resources": {
    "One": {"Type": "Foo::Bar", "Properties": {"Lorem": "Ipsum", "Baz": 5, "Qux": ["Waldo", "Fred"]},
            "DependsOn": ["Two", "Three"]},
    "Two": {"Type": "Foo::Bar", "Properties": {"Lorem": "Ipsum", "Baz": 6, "Qux": ["Waldo", "Fred"]}},
    "Three": {"Type": "Foo::Baz", "DeletionPolicy": "Retain"}
  },
  "Outputs": {
    "Foo": {"Value": "Fred", "Description": "FooFred", "Export": {"Name": "ExportBaz"}},
    "Bar": {"Value": "Fred", "Description": "BarFred"},
    "Baz": {"Value": "Qux"}
  }
})");

TEST(Template, counts_resources) {
  two.resourceCountIs("Foo::Bar", 2);
  two.resourceCountIs("Foo::Nothing", 0);
  EXPECT_THAT(
      report_of([] { two.resourceCountIs("Foo::Bar", 1); }),
      HasSubstr("expected 1 Foo::Bar, found 2: One, Two")
  );
  EXPECT_THAT(
      report_of([] { two.resourceCountIs("Foo::Nothing", 1); }),
      HasSubstr("found 0; there are 2 Foo::Bar, Foo::Baz")
  );
}

TEST(Template, counts_resources_with_properties) {
  two.resourcePropertiesCountIs("Foo::Bar", {{"Lorem", "Ipsum"}}, 2);
  two.resourcePropertiesCountIs(
      "Foo::Bar", {{"Lorem", "Ipsum"}, {"Baz", 5}, {"Qux", {"Waldo", "Fred"}}}, 1
  );
  EXPECT_THAT(
      report_of([] { two.resourcePropertiesCountIs("Foo::Bar", {{"Baz", 5}}, 2); }),
      AllOf(
          HasSubstr("found 1; 1 of the type not as expected"),
          HasSubstr("\"Baz\": 6,   ← expected 5")
      )
  );
}

TEST(Template, has_resources_with_properties) {
  two.hasResourceProperties(
      "Foo::Bar", {{"Lorem", "Ipsum"}, {"Baz", 5}, {"Qux", {"Waldo", "Fred"}}}
  );
  report_of([] { two.hasResourceProperties("Foo::Bar", {{"Baz", 7}}); });
}

TEST(Template, has_resources) {
  two.hasResource(
      "Foo::Bar", {{"Properties", {{"Lorem", "Ipsum"}}}, {"DependsOn", {"Two", "Three"}}}
  );
  two.hasResource("Foo::Baz", {{"DeletionPolicy", "Retain"}});
  report_of([] { two.hasResource("Foo::Baz", {{"DeletionPolicy", "Delete"}}); });
}

TEST(Template, has_all_resources) {
  two.allResourcesProperties("Foo::Bar", {{"Lorem", "Ipsum"}, {"Qux", {"Waldo", "Fred"}}});
  two.allResources("Foo::Bar", {{"Properties", {{"Lorem", "Ipsum"}}}});
  EXPECT_THAT(
      report_of([] { two.allResourcesProperties("Foo::Bar", {{"Baz", 5}}); }),
      AllOf(HasSubstr("1 of 2 Foo::Bar are as expected"), HasSubstr("Two, 1 difference"))
  );
  report_of([] { two.allResources("Foo::Bar", {{"DependsOn", Match::anyValue()}}); });
  report_of([] { two.allResources("Foo::Nothing", {}); });
}

TEST(Template, finds_resources) {
  EXPECT_EQ(two.findResources("Foo::Bar").keys(), (std::vector<std::string>{"One", "Two"}));
  const Value found = two.findResources("Foo::Bar", {{"Properties", {{"Baz", 6}}}});
  EXPECT_EQ(found.size(), 1U);
  EXPECT_EQ(found["Two"]["Properties"]["Lorem"], "Ipsum");
  EXPECT_EQ(two.findResources("Foo::Nothing").size(), 0U);
}

TEST(Template, finds_the_id_of_one_resource) {
  EXPECT_EQ(two.getResourceId("Foo::Bar", {{"Properties", {{"Baz", 6}}}}), "Two");
  EXPECT_THAT(
      report_of([] { two.getResourceId("Foo::Bar"); }),
      HasSubstr("expected one Foo::Bar, there are One, Two")
  );
  report_of([] { two.getResourceId("Foo::Bar", {{"Properties", {{"Baz", 7}}}}); });
}

TEST(Template, has_outputs) {
  two.hasOutput("Foo", {{"Value", "Fred"}, {"Export", {{"Name", "ExportBaz"}}}});
  two.hasOutput("*", {{"Value", "Fred"}, {"Export", {{"Name", "ExportBaz"}}}});
  const Value found = two.findOutputs("*", {{"Value", "Fred"}});
  EXPECT_EQ(found.size(), 2U);
  EXPECT_EQ(found["Bar"], (Match::exact({{"Value", "Fred"}, {"Description", "BarFred"}})));
  EXPECT_EQ(two.findOutputs("Baz").size(), 1U);
  report_of([] { two.hasOutput("Baz", {{"Value", "Fred"}}); });
  EXPECT_THAT(
      report_of([] { two.hasOutput("Qux", {}); }),
      HasSubstr("there is no output Qux, but Bar, Baz, Foo")
  );
}

TEST(Template, has_parameters_mappings_and_conditions) {
  two.hasParameter("Stage", {{"Default", "dev"}});
  EXPECT_EQ(two.findParameters("*", {{"Type", "Number"}}).size(), 0U);
  report_of([] { two.hasParameter("Stage", {{"Default", "prod"}}); });

  two.hasMapping("Regions", {{"us-east-1", {{"AMI", "ami-1"}}}});
  EXPECT_EQ(two.findMappings("Regions").size(), 1U);
  report_of([] { two.hasMapping("Regions", {{"eu-west-1", Match::anyValue()}}); });

  two.hasCondition("IsProd", {{"Fn::Equals", {{{"Ref", "Stage"}}, "prod"}}});
  EXPECT_EQ(two.findConditions("*").size(), 1U);
  report_of([] { two.hasCondition("IsDev", {}); });
}

TEST(Template, matches_as_a_whole) {
  two.templateMatches({{"Resources", {{"One", {{"Type", "Foo::Bar"}}}}}});
  const auto one = with_bars({R"({"Baz": "Qux"})"});
  one.templateMatches(Match::objectEquals(
      {{"Resources", {{"MyBar1", {{"Type", "Foo::Bar"}, {"Properties", {{"Baz", "Qux"}}}}}}}}
  ));
  report_of([&] { one.templateMatches({{"Outputs", Match::anyValue()}}); });
  report_of([&] { one.templateMatches(Match::objectEquals({})); });
}

TEST(Template, reports_the_nearest_with_what_differs) {
  const auto bars = with_bars(
      {R"({"Name": "far", "Size": 9, "List": ["x"]})",
       R"({"Name": "near", "Size": 3, "List": [{"A": 1, "B": {"C": true}}, "y"]})"}
  );
  EXPECT_EQ(
      report_of([&] {
        bars.hasResourceProperties(
            "Foo::Bar", {{"Name", "near"},
                         {"Size", 4},
                         {"List", Match::arrayWith({{{"A", 1}, {"B", {{"C", false}}}}})},
                         {"Tags", Match::absent()},
                         {"Extra", "e"}}
        );
      }),
      R"(template: none of 2 Foo::Bar is as expected.

MyBar2, 4 differences:
  {
    "Properties": {
!     "Extra": (missing)   ← expected "e"
!     "List": [   ← expected an element {"A": 1, "B": {"C": false}}
        {
          "A": 1,
          "B": {
!           "C": true   ← expected false
          }
        },
        "y"
      ],
      "Name": "near",
!     "Size": 3   ← expected 4
    },
    "Type": "Foo::Bar"
  }

MyBar1, 5 differences:
  {
    "Properties": {
!     "Extra": (missing)   ← expected "e"
!     "List": [   ← expected an element {"A": 1, "B": {"C": false}}
!       "x"   ← expected {"A": 1, "B": {"C": false}}
      ],
!     "Name": "far",   ← expected "near"
!     "Size": 9   ← expected 4
    },
    "Type": "Foo::Bar"
  })"
  );
}

TEST(Template, reports_three_at_most) {
  const auto bars = with_bars({"{}", "{}", "{}", "{}", "{}"});
  EXPECT_THAT(
      report_of([&] { bars.hasResourceProperties("Foo::Bar", {{"A", 1}}); }),
      AllOf(HasSubstr("MyBar3"), Not(HasSubstr("MyBar4")), HasSubstr("and 2 more"))
  );
}

TEST(Template, reports_the_line_of_the_assertion) {
  try {
    two.resourceCountIs("Foo::Bar", 1);
  } catch (const AssertionError& error) {
    EXPECT_THAT(error.what(), HasSubstr("template_test.cpp:"));
    EXPECT_EQ(error.where().line(), __LINE__ - 3);
  }
}

TEST(Template, refuses_resources_that_wait_for_each_other) {
  const char* const cyclic = R"({"Resources": {
    "A": {"Type": "T", "Properties": {"X": [{"Ref": "B"}]}},
    "B": {"Type": "T", "Properties": {"Y": {"Fn::Sub": "${C.Arn}/${!A}/${P}"}}},
    "C": {"Type": "T", "DependsOn": "D"},
    "D": {"Type": "T", "Properties": {"Z": {"Fn::GetAtt": ["B", "Arn"]}}}
  }})";
  EXPECT_EQ(
      report_of([&] { Template::fromString(cyclic); }),
      "template can't be deployed, its resources wait for each other:\n"
      "  B needs C, at Y\n  C needs D, at DependsOn\n  D needs B, at Z"
  );
  Template::fromString(cyclic, {.skipCyclicalDependenciesCheck = true});
}

TEST(Template, is_read_from_text_and_files) {
  EXPECT_THAT(error_of([] { Template::fromString("{"); }), HasSubstr("InvalidTemplateError"));
  EXPECT_THAT(error_of([] { Template::fromString("[]"); }), HasSubstr("no JSON object"));
  EXPECT_THAT(error_of([] { Template::fromFile("/nowhere.json"); }), HasSubstr("/nowhere.json"));
  const std::string path = ::testing::TempDir() + "template_test.json";
  std::ofstream(path) << two.toJSON().text();
  const auto same = Template::fromFile(path);
  EXPECT_EQ(std::remove(path.c_str()), 0);
  EXPECT_EQ(same.toJSON(), two.toJSON());
  EXPECT_EQ(same.name(), path);
}

class Stacks : public ::testing::Test {
 protected:
  cdk::App app;
  cdk::Stack stack{app, "S"};
  cdk::NestedStack nested{stack, "N"};
  cdk::Resource queue{stack, "Q", "AWS::SQS::Queue"};
  cdk::Resource topic{nested, "T", "AWS::SNS::Topic"};
};

TEST_F(Stacks, are_synthesized) {
  Template::fromStack(stack).resourceCountIs("AWS::SQS::Queue", 1);
  const auto inner = Template::fromStack(nested);
  inner.resourceCountIs("AWS::SNS::Topic", 1);
  EXPECT_EQ(inner.name(), "S/N");
}

TEST_F(Stacks, tell_where_a_resource_is_from) {
  const cdk::Resource second(stack, "T", "AWS::SNS::Topic");
  const auto report = [](const cdk::Stack& each) {
    return report_of([&] {
      Template::fromStack(each).hasResourceProperties("AWS::SNS::Topic", {{"DisplayName", "x"}});
    });
  };
  EXPECT_THAT(report(nested), HasSubstr("T (S/N/T, template_test.cpp:"));
  EXPECT_THAT(report(stack), HasSubstr("T (S/T, template_test.cpp:"));
}

TEST_F(Stacks, that_cannot_be_synthesized_are_user_errors) {
  const cdk::Resource again(stack, "Q", "AWS::SQS::Queue");
  EXPECT_THAT(error_of([&] { Template::fromStack(nested); }), HasSubstr("DuplicateConstructError"));
}

TEST_F(Stacks, are_found_in_an_assembly_by_their_path) {
  const auto assembly = app.synth();
  EXPECT_EQ(Template::fromAssembly(assembly).name(), "S");
  EXPECT_EQ(Template::fromAssembly(assembly, "N").name(), "S/N");
  EXPECT_EQ(Template::fromAssembly(assembly, "S/N").name(), "S/N");
  EXPECT_THAT(
      error_of([&] { Template::fromAssembly(assembly, "X"); }),
      AllOf(HasSubstr("UnknownStackError"), HasSubstr("write one of S, S/N"))
  );
  const cdk::Stack other(app, "O");
  EXPECT_THAT(error_of([&] { Template::fromAssembly(app.synth()); }), HasSubstr("more than one"));
}

TEST_F(Stacks, are_looked_at_after_their_app_is_gone) {
  const auto inner = [] {
    cdk::App own;
    const cdk::Stack mine(own, "M");
    const cdk::Resource one(mine, "Q", "AWS::SQS::Queue");
    return Template::fromStack(mine);
  }();
  inner.resourceCountIs("AWS::SQS::Queue", 1);
}

}  // namespace
}  // namespace amplify::assertions
