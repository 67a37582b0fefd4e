// SPDX-License-Identifier: MIT
#include "custody/register_mirror.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <future>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class RegisterMirrorTest : public testing::Test {
protected:
    static KeptLine line(long long number, const std::string& more = "") {
        return {number, "{\"number\":" + std::to_string(number) + ",\"facts\":{" + more + "}}",
                std::string(63, 'a') + std::to_string(number % 10)};
    }
    std::string path() const { return folder.path("elsewhere/mirror.jsonl"); }
    std::string bytes() const { return bytes_of(path()); }
    RegisterMirror mirror() const { return RegisterMirror(path()); }
    TemporaryFolder folder;
};

TEST_F(RegisterMirrorTest, ALineIsReadBackAsItWasWritten) {
    const KeptLine read = parse_mirror_line(to_mirror_line(line(7, R"("a":"\"digest\":\"")"))).value();
    EXPECT_EQ(read.number, 7);
    EXPECT_EQ(read.line, line(7, R"("a":"\"digest\":\"")").line);
    EXPECT_EQ(read.digest, line(7).digest);
}

TEST_F(RegisterMirrorTest, AnythingElseIsNoLine) {
    const std::string good = to_mirror_line(line(7));
    for (const std::string& bad :
         {std::string(), good.substr(1), good.substr(0, good.size() - 1), good + " ",
          std::string("{\"line\":{}}"),
          R"({"line":{"number":,"a":1},"digest":")" + std::string(64, 'a') + "\"}",
          R"({"line":{"number":99999999999999999999,"a":1},"digest":")" + std::string(64, 'a') + "\"}"})
        EXPECT_FALSE(parse_mirror_line(bad)) << bad;
}

TEST_F(RegisterMirrorTest, WithoutAFileThereIsNoLastLine) {
    EXPECT_FALSE(mirror().exists());
    EXPECT_FALSE(mirror().last());
}

TEST_F(RegisterMirrorTest, LinesAreAppendedForItsOwnerAlone) {
    mirror().append({line(1), line(2)});
    mirror().append({line(3)});
    EXPECT_EQ(bytes(), to_mirror_line(line(1)) + "\n" + to_mirror_line(line(2)) + "\n" +
                           to_mirror_line(line(3)) + "\n");
    EXPECT_EQ(mirror().last()->number, 3);
    EXPECT_EQ(mode_of(path()), "600");
    EXPECT_EQ(mode_of(folder.path("elsewhere")), "700");
}

TEST_F(RegisterMirrorTest, WhatAnotherProgramAppendedMeanwhileIsNotAppendedAgain) {
    mirror().append({line(1), line(2)});
    mirror().append({line(1), line(2), line(3)});
    EXPECT_EQ(bytes(), to_mirror_line(line(1)) + "\n" + to_mirror_line(line(2)) + "\n" +
                           to_mirror_line(line(3)) + "\n");
}

TEST_F(RegisterMirrorTest, OneProgramAppendsAtATime) {
    mirror().append({line(1)});
    const int other = ::open(path().c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(other, LOCK_EX), 0);
    std::future<void> appending = std::async(std::launch::async, [&] { mirror().append({line(2)}); });
    EXPECT_EQ(appending.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
    EXPECT_EQ(mirror().last()->number, 1);
    ::close(other);
    appending.get();
    EXPECT_EQ(mirror().last()->number, 2);
}

TEST_F(RegisterMirrorTest, TheStumpOfALineIsNoneAndGoesWithTheNext) {
    mirror().append({line(1)});
    const std::string whole = bytes();
    folder.write("elsewhere/mirror.jsonl", whole + to_mirror_line(line(2)).substr(0, 20));
    EXPECT_EQ(mirror().last()->number, 1);
    mirror().append({line(2)});
    EXPECT_EQ(bytes(), whole + to_mirror_line(line(2)) + "\n");
}

TEST_F(RegisterMirrorTest, AStumpAloneIsAnEmptyMirror) {
    folder.write("elsewhere/mirror.jsonl", "{\"line\":{\"num");
    EXPECT_FALSE(mirror().last());
    mirror().append({line(1)});
    EXPECT_EQ(bytes(), to_mirror_line(line(1)) + "\n");
}

// The end is sought backwards, 64 KB at a time.
TEST_F(RegisterMirrorTest, TheLastLineIsFoundHoweverLongItIs) {
    for (const std::size_t length : {100U, 65400U, 65536U, 65600U, 200000U}) {
        const RegisterMirror long_one(folder.path("long-" + std::to_string(length)));
        const std::string more = "\"a\":\"" + std::string(length, 'x') + "\"";
        long_one.append({line(1, more), line(2, more)});
        EXPECT_EQ(long_one.last()->line, line(2, more).line) << length;
    }
}

TEST_F(RegisterMirrorTest, ALastLineThatIsNoneIsSaid) {
    folder.write("elsewhere/mirror.jsonl", "something else\n");
    EXPECT_EQ(error_of([&] { mirror().last(); }),
              "78: the last line of " + path() + " is no line of a register");
    EXPECT_EQ(hint_of([&] { mirror().last(); }), "see where it breaks with: casekeeper register verify");
}

TEST_F(RegisterMirrorTest, AFolderThatCannotBeMadeIsSaid) {
    folder.write("elsewhere", "a file where a folder is wanted");
    EXPECT_EQ(error_of([&] { mirror().append({line(1)}); }),
              "73: cannot write the register's mirror " + path());
}

TEST_F(RegisterMirrorTest, ReadsItsWholeLinesInOrder) {
    mirror().append({line(1), line(2)});
    folder.write("elsewhere/mirror.jsonl", bytes() + "{\"line\":");
    MirrorReader reader(path());
    std::string numbers;
    while (reader.next()) numbers += std::to_string(reader.line()->number) + " ";
    EXPECT_EQ(numbers, "1 2 ");
}

}  // namespace
}  // namespace casekeeper::test
