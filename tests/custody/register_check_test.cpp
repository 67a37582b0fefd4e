// SPDX-License-Identifier: MIT
//
// That no change of the register goes unseen: every byte, every line, every head.
#include "custody/register_check.h"

#include <sqlite3.h>

#include <fstream>

#include "base/digest.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "base/signature.h"
#include "custody/key_files.h"
#include "custody/register_mirror.h"
#include "support/register_world.h"

namespace casekeeper::test {
namespace {

class RegisterCheckTest : public RegisterWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RegisterCheckTest);

TEST_P(RegisterCheckTest, CountsItsLinesAndNamesItsHead) {
    mirror(3);
    const Register::Verification said = reg().verify();
    EXPECT_EQ(said.lines, 3);
    EXPECT_EQ(said.head, line(3).digest);
    EXPECT_TRUE(said.findings.empty());
}

TEST_P(RegisterCheckTest, SaysWhereALineIsAnother) {
    mirror(4);
    update("update register_line set line = replace(line, 'ruth', 'rita') where number = 3");
    EXPECT_EQ(first_break(), "register 3: is not what was written: its digest differs");
}

TEST_P(RegisterCheckTest, SaysWhereALineIsMissing) {
    mirror(4);
    update("delete from register_line where number = 2");
    EXPECT_EQ(first_break(), "register 2: lines 2 to 2 are missing");
}

TEST_P(RegisterCheckTest, SeesTwoLinesThatChangedPlaces) {
    mirror(4);
    update("update register_line set number = 9 where number = 2");
    update("update register_line set number = 2 where number = 3");
    update("update register_line set number = 3 where number = 9");
    EXPECT_EQ(first_break(), "register 2: does not follow the line before");
}

// `register find` looks lines up by it.
TEST_P(RegisterCheckTest, SeesALineKeptAsOneOfAnotherKind) {
    append("destroyed");
    mirror(1);
    update("update register_line set kind = 'load' where number = 1");
    EXPECT_EQ(first_break(), "register 1: is kept as one of another kind than it says");
}

// Somebody who hashes the whole chain anew cannot sign it.
TEST_P(RegisterCheckTest, AChainWrittenAnewDoesNotFitItsTreeHead) {
    append();
    append();
    sign_head();
    const std::string signed_head = json_value_at(line(3).line, "facts");
    update("delete from register_line");
    append("export");
    append("export");
    append("checkpoint", signed_head);
    EXPECT_EQ(first_break(), "register 3: the tree head is not that of the lines before it");
}

TEST_P(RegisterCheckTest, NorByAKeyOfTheirOwn) {
    mirror(1);
    sign_head();
    const std::string facts = json_value_at(line(2).line, "facts");
    const std::string root = json_text_at(facts, "root");
    const SigningKey theirs = signing_key_of(std::string(64, '7'));
    update("delete from register_line where number = 2");
    append("checkpoint", JsonObject()
                             .number("size", 1)
                             .text("root", root)
                             .text("key", theirs.public_key)
                             .text("signature", sign(theirs, text_of_tree_head(1, root)))
                             .json());
    EXPECT_EQ(first_break(), "register 2: the tree head is not signed by this register's key");
}

TEST_P(RegisterCheckTest, AHeadThatIsNoneIsSeen) {
    mirror(1);
    for (const char* facts : {"{}", R"({"size":1})", R"({"size":1,"root":7})"}) append("checkpoint", facts);
    EXPECT_EQ(reg().verify().findings.size(), 3U);
}

// What a restored store would take back from its mirror is asked the same.
TEST_P(RegisterCheckTest, SeesAHeadInTheMirrorAloneThatNobodySigned) {
    mirror(2);
    KeptLine forged;
    forged.line = R"({"number":3,"previous":")" + line(2).digest +
                  R"(","at":"now","kind":"checkpoint","actor":"a","facts":{"size":2,"root":"00"}})";
    forged.digest = sha256_of(forged.line);
    write_mirror(mirrored() + to_mirror_line(forged) + "\n");
    EXPECT_EQ(first_break(), "mirror 3: the tree head is not that of the lines before it");
    EXPECT_EQ(verified(), "intact differs");
}

TEST_P(RegisterCheckTest, FollowsTheMirrorBeyondTheStore) {
    mirror(4);
    update("delete from register_line where number > 2");
    EXPECT_EQ(verified(), "intact ahead");
    const std::string whole = mirrored();
    write_mirror(whole.substr(0, whole.find("ruth", whole.find("\"number\":4"))) + "rita" +
                 whole.substr(whole.find("ruth", whole.find("\"number\":4")) + 4));
    EXPECT_EQ(first_break(), "mirror 4: is not what was written: its digest differs");
}

// Two dozen lines, three of them signed heads.
class FlippedByteTest : public RegisterWorld {
protected:
    void fill() {
        for (int heads = 0; heads < 3; ++heads) {
            for (int i = 0; i < 7; ++i) append(i % 2 == 0 ? "load" : "destroyed");
            sign_head();
        }
        reg().bring_mirror_up_to_date();
    }
    static char flipped(char byte, std::size_t at) { return static_cast<char>(byte ^ (1 << at % 8)); }
};
CASEKEEPER_ON_SQLITE(FlippedByteTest);

TEST_P(FlippedByteTest, OfTheMirrorIsSeen) {
    fill();
    const std::string whole = mirrored();
    std::fstream file(mirror_file(), std::ios::binary | std::ios::in | std::ios::out);
    const auto put = [&](std::size_t at, char byte) {
        file.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
    };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        put(at, flipped(whole[at], at));
        const std::string mirror = reg().verify().mirror;
        EXPECT_TRUE(mirror == "differs" || mirror == "cut") << "byte " << at << ": " << mirror;
        put(at, whole[at]);
    }
    EXPECT_EQ(verified(), "intact even");
}

// Sets one column of one line over and over, on a connection that flushes nothing.
class Setter {
public:
    Setter(const std::string& store, const std::string& column) {
        sqlite3_open(store.c_str(), &connection_);
        sqlite3_exec(connection_, "pragma synchronous = off", nullptr, nullptr, nullptr);
        const std::string statement = "update register_line set " + column + " = ? where number = ?";
        sqlite3_prepare_v2(connection_, statement.c_str(), -1, &statement_, nullptr);
    }
    ~Setter() {
        sqlite3_finalize(statement_);
        sqlite3_close(connection_);
    }
    Setter(const Setter&) = delete;
    Setter& operator=(const Setter&) = delete;
    bool set(long long number, const std::string& text) {
        sqlite3_bind_text(statement_, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        sqlite3_bind_int64(statement_, 2, number);
        return sqlite3_step(statement_) == SQLITE_DONE && sqlite3_reset(statement_) == SQLITE_OK;
    }

private:
    sqlite3* connection_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

TEST_P(FlippedByteTest, OfTheStoreIsSeen) {
    fill();
    const std::vector<KeptLine> lines = RegisterStore(database()).page(0, 99);
    for (const auto& [column, text_of] :
         {std::pair{"line", &KeptLine::line}, std::pair{"digest", &KeptLine::digest},
          std::pair{"kind", &KeptLine::kind}}) {
        Setter column_of(url().location, column);
        for (const KeptLine& line : lines)
            for (std::size_t at = 0; at < (line.*text_of).size(); ++at) {
                std::string changed = line.*text_of;
                changed[at] = flipped(changed[at], at);
                ASSERT_TRUE(column_of.set(line.number, changed));
                EXPECT_FALSE(reg().verify().intact) << column << " " << line.number << ", byte " << at;
                ASSERT_TRUE(column_of.set(line.number, line.*text_of));
            }
    }
    EXPECT_EQ(verified(), "intact even");
}

}  // namespace
}  // namespace casekeeper::test
