// SPDX-License-Identifier: MIT
//
// The register beside its mirror: what each state between them means, signed heads, two programs at once, and
// keys that are gone.
#include "custody/register.h"

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "base/json_read.h"
#include "base/signature.h"
#include "custody/register_mirror.h"
#include "support/register_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class RegisterTest : public RegisterWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RegisterTest);

TEST_P(RegisterTest, AnEmptyRegisterIsIntact) {
    database();
    EXPECT_EQ(verified(), "intact absent");
}

TEST_P(RegisterTest, TheMirrorHasEveryLineByteForByte) {
    mirror(3);
    std::string text;
    for (const KeptLine& line : RegisterStore(database()).page(0, 9)) text += to_mirror_line(line) + "\n";
    EXPECT_EQ(mirrored(), text);
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(RegisterTest, LinesTheMirrorLacksAreAppendedAtTheNextStart) {
    mirror(2);
    append();  // a crash came between the commit and the mirror
    EXPECT_EQ(state(), "behind");
    EXPECT_EQ(verified(), "intact behind");
    reg().require_even();
    reg().bring_mirror_up_to_date();
    EXPECT_EQ(verified(), "intact even");
}

// The crash came after the line was mirrored, before the store had noted it.
TEST_P(RegisterTest, ALineThatWasMirroredBeforeTheCrashIsNotMirroredTwice) {
    mirror(2);
    const std::string whole = mirrored();
    update("update register_state set mirrored = 1");
    EXPECT_EQ(state(), "even");
    reg().bring_mirror_up_to_date();
    EXPECT_EQ(mirrored(), whole);
    EXPECT_EQ(RegisterStore(database()).state().mirrored, 2);
}

TEST_P(RegisterTest, ALineThatWasCutWhileItWasWrittenIsWrittenAgain) {
    mirror(2);
    const std::string whole = mirrored();
    append();
    write_mirror(whole + R"({"line":{"number":3,"prev)");
    EXPECT_EQ(state(), "behind");
    reg().bring_mirror_up_to_date();
    EXPECT_EQ(verified(), "intact even");
    EXPECT_TRUE(mirrored().starts_with(whole));
}

TEST_P(RegisterTest, AStoreThatWasRestoredIsRefused) {
    mirror(3);
    update("delete from register_line where number = 3");
    EXPECT_EQ(state(), "ahead");
    EXPECT_EQ(error_of([&] { reg().require_even(); }),
              "78: the store is behind its register's mirror " + mirror_file() + ": it has been restored");
    EXPECT_EQ(hint_of([&] { reg().bring_mirror_up_to_date(); }),
              "see what is missing with: casekeeper register replay --dry-run");
    EXPECT_EQ(reg().lines_only_mirrored().size(), 1U);
}

TEST_P(RegisterTest, AnotherStoresMirrorIsRefused) {
    mirror(2);
    update("update register_line set digest = 'f" + std::string(63, '0') + "' where number = 2");
    EXPECT_EQ(state(), "differs");
    EXPECT_EQ(error_of([&] { reg().require_even(); }),
              "78: the store's register is another than its mirror " + mirror_file());
}

TEST_P(RegisterTest, AMirrorThatLostLinesIsRefusedUntilTheyAreWrittenAgain) {
    mirror(3);
    const std::string whole = mirrored();
    write_mirror(whole.substr(0, whole.find('\n') + 1));
    EXPECT_EQ(state(), "cut");
    EXPECT_EQ(hint_of([&] { reg().require_even(); }),
              "find out who cut it, then write them again: casekeeper register mirror");
    EXPECT_EQ(reg().write_mirror_again("ada", "2026-11-23T04:00:00Z"), 4);
    EXPECT_TRUE(mirrored().starts_with(whole));
    EXPECT_EQ(json_text_at(line(4).line, "kind"), "mirror-written-again");
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(RegisterTest, AMirrorThatIsGoneIsCut) {
    mirror(1);
    fs::remove(mirror_file());
    EXPECT_EQ(state(), "cut");
}

TEST_P(RegisterTest, AMirrorThatCannotBeWrittenLeavesTheLinesToTheStore) {
    mirror(1);
    append();
    fs::rename(folder.path("elsewhere"), folder.path("kept"));
    folder.write("elsewhere", "a file where a folder was");
    EXPECT_EQ(error_of([&] { reg().write_mirror_again("ada", "now"); }).substr(0, 3), "73:");
    fs::remove(folder.path("elsewhere"));
    fs::rename(folder.path("kept"), folder.path("elsewhere"));
    reg().bring_mirror_up_to_date();
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(RegisterTest, ProgramsThatWriteAtOnceMirrorEveryLineOnce) {
    mirror(1);
    const auto writer = [&] {
        const std::unique_ptr<Database> own = another();
        for (int i = 0; i < 10; ++i) {
            UnitOfWork work(*own, UnitOfWork::Kind::write);
            RegisterStore(*own).append({"now", "load", "ruth", "{}"});
            work.commit();
            Register(*own, places()).bring_mirror_up_to_date();
        }
        return std::string("done");
    };
    std::string said[3];
    std::vector<std::thread> programs;
    for (std::string& one : said) programs.emplace_back([&] { one = error_of(writer); });
    for (std::thread& program : programs) program.join();
    for (const std::string& one : said) EXPECT_EQ(one, "done");
    EXPECT_EQ(verified(), "intact even");
    EXPECT_EQ(reg().verify().lines, 31);
}

// Between another's commit and its mirroring, and after: never as though the store had been restored.
TEST_P(RegisterTest, WhoLooksWhileAnotherWritesSeesNothingWrong) {
    mirror(1);
    std::atomic<bool> done = false;
    std::thread other([&] {
        const std::unique_ptr<Database> own = another();
        for (int i = 0; i < 60; ++i) {
            UnitOfWork work(*own, UnitOfWork::Kind::write);
            RegisterStore(*own).append({"now", "load", "ruth", "{}"});
            work.commit();
            Register(*own, places()).bring_mirror_up_to_date();
        }
        done = true;
    });
    std::set<std::string> seen;
    while (!done) seen.insert({state(), reg().verify().mirror});
    other.join();
    EXPECT_FALSE(seen.contains("ahead") || seen.contains("cut") || seen.contains("differs"));
}

TEST_P(RegisterTest, ATreeHeadIsSignedOnceForTheSameLines) {
    mirror(2);
    EXPECT_EQ(sign_head(), 3);
    EXPECT_EQ(sign_head(), 0);
    append();
    EXPECT_EQ(sign_head(), 5);
    EXPECT_EQ(verified(), "intact behind");
}

TEST_P(RegisterTest, AnEmptyRegisterHasNoHeadToSign) {
    database();
    EXPECT_EQ(sign_head(), 0);
}

TEST_P(RegisterTest, ATreeHeadIsSignedByTheKeyThatLiesApart) {
    mirror(1);
    sign_head();
    const std::string facts = json_value_at(line(2).line, "facts");
    const std::string key = bytes_of(folder.path("elsewhere/keys/signing.pub")).substr(0, 64);
    EXPECT_EQ(json_number_at(facts, "size"), 1);
    EXPECT_EQ(json_text_at(facts, "key"), key);
    EXPECT_TRUE(
        is_signed(key, json_text_at(facts, "signature"), text_of_tree_head(1, json_text_at(facts, "root"))));
}

TEST_P(RegisterTest, ATreeKeptWronglyIsBuiltAnew) {
    const std::string another = "[\"" + std::string(64, '0') + "\"]";  // fits a tree of one line
    for (const std::string& kept :
         {another, std::string(R"(["00"])"), std::string("[]"), std::string("nonsense")}) {
        append();
        sign_head();
        update("update register_state set tree_frontier = '" + kept + "'");
        append();
        sign_head();
        EXPECT_EQ(verified(), "intact absent") << kept;
    }
}

TEST_P(RegisterTest, AHeadIsNotSignedByAnotherKeyThanTheLast) {
    append();
    sign_head();
    append();
    const std::string key = folder.path("elsewhere/keys/signing.key");
    fs::remove(key);
    EXPECT_EQ(error_of([&] { sign_head(); }), "78: the key file " + key + " is not there");
    EXPECT_FALSE(fs::exists(key));
}

TEST_P(RegisterTest, WithoutTheKeyThatNamedThemNobodyIsLookedUp) {
    append("destroyed");
    const std::string key = folder.path("elsewhere/keys/register.key");
    const std::string digest = reg().pseudonyms().of_record("involvement", "I1");
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    RegisterStore(database()).add_ended(digest, 1);
    work.commit();
    EXPECT_EQ(reg().pseudonyms().of_record("involvement", "I1"), digest);
    fs::remove(key);
    EXPECT_EQ(error_of([&] { reg().pseudonyms(); }), "78: the key file " + key + " is not there");
    EXPECT_FALSE(fs::exists(key));
}

}  // namespace
}  // namespace casekeeper::test
