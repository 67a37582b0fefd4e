// SPDX-License-Identifier: MIT
//
// The register beside its mirror: what each state between them means, signed heads, and that no change of a
// byte goes unseen.
#include "custody/register.h"

#include <filesystem>

#include "base/json_read.h"
#include "base/signature.h"
#include "custody/register_mirror.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class RegisterTest : public StoreTest {
protected:
    void append(const std::string& kind = "load") {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"2026-11-23T03:00:00Z", kind, "ruth", R"({"read":3})"});
        work.commit();
    }
    // So many lines, all of them mirrored.
    void mirror(int lines) {
        for (int i = 0; i < lines; ++i) append();
        reg().bring_mirror_up_to_date();
    }
    Register reg() { return Register(database(), {mirror_file(), folder.path("elsewhere/keys")}); }
    std::string mirror_file() const { return folder.path("elsewhere/mirror.jsonl"); }
    std::string mirrored() const { return bytes_of(folder.path("elsewhere/mirror.jsonl")); }
    void write_mirror(const std::string& text) const { folder.write("elsewhere/mirror.jsonl", text); }
    void update(const std::string& statement) const { sql(statement + " returning 'done'"); }
    std::string state() { return to_text(reg().compare()); }
    // What verification says: "intact even", "broken differs", …
    std::string verified() {
        const Register::Verification said = reg().verify();
        EXPECT_EQ(said.findings.empty(), said.intact && !said.mirror_broken);
        return (said.intact ? "intact " : "broken ") + said.mirror;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RegisterTest);

TEST_P(RegisterTest, AnEmptyRegisterIsIntact) {
    database();
    EXPECT_EQ(verified(), "intact absent");
}

TEST_P(RegisterTest, TheMirrorHasEveryLineByteForByte) {
    mirror(3);
    const std::vector<KeptLine> lines = RegisterStore(database()).page(0, 9);
    ASSERT_EQ(lines.size(), 3U);
    std::string text;
    for (const KeptLine& line : lines) text += to_mirror_line(line) + "\n";
    EXPECT_EQ(mirrored(), text);
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(RegisterTest, LinesTheMirrorLacksAreAppendedAtTheNextStart) {
    mirror(2);
    append();  // a crash came between the commit and the mirror
    EXPECT_EQ(state(), "behind");
    EXPECT_EQ(verified(), "intact behind");
    reg().bring_mirror_up_to_date();
    EXPECT_EQ(state(), "even");
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
    mirror(2);
    append();
    reg().bring_mirror_up_to_date();
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
    EXPECT_EQ(error_of([&] { reg().require_even(); }).substr(0, 3), "78:");
}

TEST_P(RegisterTest, AMirrorThatLostLinesIsRefusedUntilTheyAreWrittenAgain) {
    mirror(3);
    const std::string whole = mirrored();
    write_mirror(whole.substr(0, whole.find('\n') + 1));
    EXPECT_EQ(state(), "cut");
    EXPECT_EQ(error_of([&] { reg().require_even(); }).substr(0, 3), "78:");
    EXPECT_EQ(reg().write_mirror_again("ada", "2026-11-23T04:00:00Z"), 4);
    EXPECT_TRUE(mirrored().starts_with(whole));
    EXPECT_EQ(json_text_at(RegisterStore(database()).line(4)->line, "kind"), "mirror-written-again");
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(RegisterTest, AMirrorThatIsGoneIsCut) {
    mirror(1);
    std::filesystem::remove(folder.path("elsewhere/mirror.jsonl"));
    EXPECT_EQ(state(), "cut");
}

TEST_P(RegisterTest, ATreeHeadIsSignedOnceForTheSameLines) {
    mirror(2);
    EXPECT_EQ(reg().checkpoint("ruth", "2026-11-23T04:00:00Z"), 3);
    EXPECT_EQ(reg().checkpoint("ruth", "2026-11-23T04:00:00Z"), 0);
    append();
    EXPECT_EQ(reg().checkpoint("ruth", "2026-11-23T04:00:00Z"), 5);
    EXPECT_EQ(verified(), "intact behind");
}

TEST_P(RegisterTest, ATreeHeadIsSignedByTheKeyThatLiesApart) {
    mirror(1);
    reg().checkpoint("ruth", "2026-11-23T04:00:00Z");
    const std::string facts = json_value_at(RegisterStore(database()).line(2)->line, "facts");
    const std::string key = bytes_of(folder.path("elsewhere/keys/signing.pub")).substr(0, 64);
    EXPECT_EQ(json_number_at(facts, "size"), 1);
    EXPECT_EQ(json_text_at(facts, "key"), key);
    EXPECT_TRUE(
        is_signed(key, json_text_at(facts, "signature"), text_of_tree_head(1, json_text_at(facts, "root"))));
}

// Somebody who rewrites the whole chain cannot sign it.
TEST_P(RegisterTest, AChainWrittenAnewDoesNotFitItsTreeHead) {
    mirror(2);
    reg().checkpoint("ruth", "2026-11-23T04:00:00Z");
    const KeptLine head = *RegisterStore(database()).line(3);
    update("delete from register_line");
    append("export");
    append("export");
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    RegisterStore(database())
        .append({"2026-11-23T04:00:00Z", "checkpoint", "ruth", json_value_at(head.line, "facts")});
    work.commit();
    EXPECT_FALSE(reg().verify().intact);
}

TEST_P(RegisterTest, ALeftOutOrSwappedLineIsSeen) {
    mirror(4);
    update("update register_line set number = 9 where number = 2");
    EXPECT_EQ(verified().substr(0, 6), "broken");
    update("update register_line set number = 2 where number = 3");
    update("update register_line set number = 3 where number = 9");
    EXPECT_EQ(verified().substr(0, 6), "broken");
    update("delete from register_line where number = 2");
    EXPECT_EQ(verified().substr(0, 6), "broken");
}

class FlippedByteTest : public RegisterTest {};
CASEKEEPER_ON_SQLITE(FlippedByteTest);

TEST_P(FlippedByteTest, OfTheMirrorIsSeen) {
    mirror(2);
    reg().checkpoint("ruth", "2026-11-23T04:00:00Z");
    append();
    reg().bring_mirror_up_to_date();
    const std::string whole = mirrored();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        write_mirror(changed);
        const Register::Verification said = reg().verify();
        EXPECT_TRUE(said.mirror == "differs" || said.mirror == "cut") << "byte " << at << ": " << said.mirror;
    }
    write_mirror(whole);
    EXPECT_EQ(verified(), "intact even");
}

TEST_P(FlippedByteTest, OfTheStoreIsSeen) {
    mirror(1);
    reg().checkpoint("ruth", "2026-11-23T04:00:00Z");
    append();
    reg().bring_mirror_up_to_date();
    for (const KeptLine& line : RegisterStore(database()).page(0, 9))
        for (const auto& [column, text] : {std::pair{"line", line.line}, std::pair{"digest", line.digest}})
            for (std::size_t at = 0; at < text.size(); ++at) {
                std::string changed = text;
                changed[at] = static_cast<char>(changed[at] ^ 1);
                const auto set = [&](const std::string& to) {
                    std::string quoted;
                    for (const char c : to) quoted += c == '\'' ? "''" : std::string(1, c);
                    update("update register_line set " + std::string(column) + " = '" + quoted +
                           "' where number = " + std::to_string(line.number));
                };
                set(changed);
                EXPECT_FALSE(reg().verify().intact) << column << " " << line.number << ", byte " << at;
                set(text);
            }
    EXPECT_EQ(verified(), "intact even");
}

}  // namespace
}  // namespace casekeeper::test
