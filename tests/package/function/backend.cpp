// SPDX-License-Identifier: Apache-2.0
#include <amplify/backend.hpp>

const auto hello = amplify::defineFunction({.name = "hello", .entry = "./handler.cpp"});

int main(int argc, char** argv) { return amplify::run(amplify::defineBackend(hello), argc, argv); }
