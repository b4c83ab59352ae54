#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what the headers of CloudFormation's resources cost to compile (CPU seconds), against the budgets.

usage: resources.py [--build DIR] [--runs N] [--compilers g++,clang++-19]
"""
import argparse
import pathlib
import statistics
import tempfile

from measure import compile_seconds

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

CORE = "#include <amplify/cdk/app.hpp>\n#include <amplify/cdk/fn.hpp>\n#include <amplify/cdk/typed.hpp>\n"
FIVE = ["cloudwatch", "dynamodb", "lambda", "sns", "sqs"]
USES = [
    'const cfn::sqs::Queue q{i}{{stack, "q{i}", {{.tags = {{{{.key = "n", .value = "{i}"}}}}, .visibilityTimeout = {i}}}}};',
    'const cfn::sns::Topic t{i}{{stack, "t{i}", {{.displayName = cdk::fn::join("-", {{"a", cdk::aws::region()}})}}}};',
    'const cfn::dynamodb::Table d{i}{{stack, "d{i}", {{.attributeDefinitions = {{{{.attributeName = "id", '
    '.attributeType = "S"}}}}, .billingMode = "PAY_PER_REQUEST", .keySchema = '
    'cdk::List<cfn::dynamodb::Table::KeySchema>{{{{.attributeName = "id", .keyType = "HASH"}}}}}}}};',
    'const cfn::lambda::Function f{i}{{stack, "f{i}", {{.code = cfn::lambda::Function::Code{{.zipFile = "x"}}, '
    '.memorySize = 128, .role = "arn"}}}};',
    'const cfn::cloudwatch::Alarm a{i}{{stack, "a{i}", {{.comparisonOperator = "GreaterThanThreshold", '
    '.evaluationPeriods = 1, .namespace_ = "AWS/SQS", .threshold = {i}}}}};',
]


def includes(services):
    return "".join(f"#include <amplify/cfn/{service}.hpp>\n" for service in services)


def many(count):
    uses = "\n".join("  " + USES[i % len(USES)].format(i=i) for i in range(count))
    return CORE + includes(FIVE) + "using namespace amplify;\nvoid make(const cdk::Stack& stack) {\n" + uses + "\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--compilers", default="g++,clang++-19")
    options = parser.parse_args()
    generated = options.build.resolve() / "include"
    services = sorted(header.stem for header in (generated / "amplify" / "cfn").glob("*.hpp"))
    with tempfile.TemporaryDirectory() as directory:

        def cpu(compiler, text):
            source = pathlib.Path(directory, "source.cpp")
            source.write_text(text)
            return statistics.median(compile_seconds(compiler, source, generated) for _ in range(options.runs))

        for compiler in options.compilers.split(","):
            core = cpu(compiler, CORE)
            print(f"{compiler}: core {core:.2f} s")
            for service in ["sqs", "s3", "ec2", "quicksight"]:
                report(f"  {service} above core", cpu(compiler, CORE + includes([service])) - core, 0.2)
            report(f"  all {len(services)} services", cpu(compiler, CORE + includes(services)), 8)
            report("  100 resources of 5 services", cpu(compiler, many(100)), 2)


def report(what, seconds, budget):
    print(f"{what:32}{seconds:6.2f} s CPU{seconds / budget:6.2f} of its budget", flush=True)


main()
