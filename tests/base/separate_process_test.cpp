// SPDX-License-Identifier: MIT
#include "base/separate_process.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <new>
#include <stdexcept>
#include <vector>

#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

WorkEnded run(const std::function<void(const Say&)>& work, ProcessLimits limits = {}) {
    return run_apart(limits, work, [](std::string_view) {});
}

TEST(SeparateProcess, HandsOverWhatIsSaidInOrder) {
    std::vector<std::string> heard;
    const std::string large(3'000'000, 'x');
    const WorkEnded ended = run_apart(
        {},
        [&large](const Say& say) {
            say("first");
            say("");
            say(large);
            say(std::string_view("with\0zero", 9));
        },
        [&heard](std::string_view message) { heard.emplace_back(message); });
    EXPECT_EQ(ended, WorkEnded::well);
    EXPECT_EQ(heard, (std::vector<std::string>{"first", "", large, std::string("with\0zero", 9)}));
}

TEST(SeparateProcess, IsNotHarmedByWhatTheWorkDoes) {
    int here = 1;
    EXPECT_EQ(run([&here](const Say&) { here = 2; }), WorkEnded::well);
    EXPECT_EQ(here, 1);
    EXPECT_EQ(run([](const Say&) { std::abort(); }), WorkEnded::broke_off);
    EXPECT_EQ(run([](const Say&) { ::_exit(0); }), WorkEnded::well);
    EXPECT_EQ(run([](const Say&) { throw std::runtime_error("broken"); }), WorkEnded::broke_off);
    EXPECT_EQ(run([](const Say&) { throw std::bad_alloc(); }), WorkEnded::out_of_memory);
}

TEST(SeparateProcess, EndsWorkThatGoesOnForEver) {
    ProcessLimits limits;
    limits.time = std::chrono::seconds{1};
    EXPECT_EQ(run(
                  [](const Say&) {
                      for (;;) ::pause();
                  },
                  limits),
              WorkEnded::out_of_time);
    EXPECT_EQ(run(
                  [](const Say& say) {
                      for (;;) say("and on");
                  },
                  {std::chrono::seconds{10}, std::size_t{1} << 30U, 1000}),
              WorkEnded::said_too_much);
}

TEST(SeparateProcess, WritesNoFile) {
    const test::TemporaryFolder folder;
    const std::string path = folder.path("left");
    run([&path](const Say&) { std::ofstream(path) << "words" << std::flush; });
    EXPECT_EQ(test::bytes_of(path), "");
}

TEST(SeparateProcess, EndsTheWorkWhereNobodyListens) {
    const auto deaf = [] {
        run_apart(
            {},
            [](const Say& say) {
                for (;;) say("and on");
            },
            [](std::string_view) { throw std::runtime_error("enough"); });
    };
    EXPECT_THROW(deaf(), std::runtime_error);
}

}  // namespace
}  // namespace casekeeper
