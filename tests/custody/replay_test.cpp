// SPDX-License-Identifier: MIT
//
// After a restore: the mirror knows what the store has forgotten.
#include "custody/replay.h"

#include <filesystem>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/register_mirror.h"
#include "retention/holds.h"
#include "store/record_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

// A store of which a back-up was made before something was destroyed.
class ReplayTest : public GateWorld {
protected:
    void back_up() {
        close();
        renew();
        fs::copy_file(url().location, folder.path("back-up.db"));
    }
    void restore() {
        close();
        renew();
        for (const char* more : {"", "-wal", "-shm"}) fs::remove(url().location + more);
        fs::copy_file(folder.path("back-up.db"), url().location);
    }
    void destroy(const std::string& involvement) {
        ASSERT_EQ(outcome_of(propose(involvement)), "done");
        registered().bring_mirror_up_to_date();
    }
    ReplayResult replayed(bool dry_run = false) {
        const ScheduleInForce in_force = schedule_in_force(database());
        return replay(database(), in_force, registered(),
                      {dry_run, today, "2026-11-23T05:00:00Z", "ruth", documents(), rules});
    }
    // Two children, the back-up, then one of them is destroyed and the back-up put back.
    void lose_a_destruction() {
        load_due({due_child("Quill"), due_child("Wren")});
        registered().bring_mirror_up_to_date();
        back_up();
        destroy("I-Quill");
        restore();
        ASSERT_EQ(sql_value("select count(*) from involvement"), "2");
    }
};
CASEKEEPER_ON_SQLITE(ReplayTest);

TEST_P(ReplayTest, WhatWasDestroyedIsDestroyedAgain) {
    lose_a_destruction();
    EXPECT_THROW(registered().require_even(), ConfigError);
    const ReplayResult result = replayed();
    ASSERT_EQ(result.records.size(), 1U);
    EXPECT_EQ(result.records[0].id, "I-Quill");
    EXPECT_EQ(result.records[0].refused, "");
    EXPECT_EQ(sql("select id from involvement"), std::vector<std::string>{"I-Wren"});
    EXPECT_EQ(sql("select id from entry"), std::vector<std::string>{"E-Wren"});
    EXPECT_EQ(sql("select id from person"), std::vector<std::string>{"Wren"});
}

TEST_P(ReplayTest, TheRegisterGoesOnFromItsMirror) {
    lose_a_destruction();
    replayed();
    registered().bring_mirror_up_to_date();
    const Register::Verification said = registered().verify();
    EXPECT_TRUE(said.intact);
    EXPECT_EQ(said.mirror, "even");
    EXPECT_EQ(json_text_at(RegisterStore(database()).head().line, "kind"), "replayed");
}

TEST_P(ReplayTest, ADryRunShowsItAndChangesNothing) {
    lose_a_destruction();
    const std::string before = everything();
    EXPECT_EQ(replayed(true).records.size(), 1U);
    EXPECT_EQ(everything(), before);
    EXPECT_THROW(registered().require_even(), ConfigError);
}

TEST_P(ReplayTest, ASecondReplayFindsNothing) {
    lose_a_destruction();
    replayed();
    EXPECT_TRUE(replayed().records.empty());
}

TEST_P(ReplayTest, OneThatWasCutOffIsFinishedByTheNext) {
    lose_a_destruction();
    rules.open = false;  // nothing is destroyed, though the lines are taken back
    renew();
    const ReplayResult first = replayed();
    EXPECT_EQ(first.kept, 1);
    EXPECT_EQ(first.records[0].refused, "switched-off");
    rules.open = true;
    EXPECT_EQ(replayed().records[0].refused, "");
    EXPECT_EQ(sql("select id from involvement"), std::vector<std::string>{"I-Wren"});
}

TEST_P(ReplayTest, ItsCertificateIsMadeAgain) {
    lose_a_destruction();
    const long long line = replayed().records[0].line;
    EXPECT_EQ(read_certificate(proposals().certificate(line).value()).number, line);
}

TEST_P(ReplayTest, WhatPeopleDidSinceIsToldLineByLine) {
    load_due({due_child("Quill")});
    registered().bring_mirror_up_to_date();
    back_up();
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"now", "hold-placed", "ruth", "{}"});
        RegisterStore(database()).append({"now", "approved", "rita", "{}"});
        work.commit();
    }
    registered().bring_mirror_up_to_date();
    restore();
    std::vector<std::string> told;
    for (const KeptLine& line : replayed().to_do_again)
        told.push_back(json_text_at(line.line, "kind") + " by " + json_text_at(line.line, "actor"));
    EXPECT_EQ(told, (std::vector<std::string>{"hold-placed by ruth", "approved by rita"}));
}

TEST_P(ReplayTest, ARestoreLeavesALineOfItsOwn) {
    load_due({due_child("Quill"), due_child("Wren")});
    propose("I-Wren");
    registered().bring_mirror_up_to_date();
    back_up();
    const long long from = RegisterStore(database()).head().number + 1;
    destroy("I-Quill");
    restore();
    replayed(true);
    EXPECT_EQ(sql("select kind from register_line where kind = 'restored'").size(), 0U);
    replayed();
    replayed();
    const std::vector<std::string> lines = sql("select line from register_line where kind = 'restored'");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(json_value_at(lines[0], "facts"),
              "{\"from\":" + std::to_string(from) + R"(,"lines":1,"approvals_void":1})");
}

// Who saw the list on the screen may not be who finishes the replay.
TEST_P(ReplayTest, WhatIsToBeDoneAgainIsToldUntilItIsFinished) {
    load_due({due_child("Quill")});
    registered().bring_mirror_up_to_date();
    back_up();
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"now", "hold-placed", "ruth", "{}"});
        work.commit();
    }
    destroy("I-Quill");
    restore();
    rules.open = false;
    renew();
    EXPECT_EQ(replayed().to_do_again.size(), 1U);
    rules.open = true;
    const ReplayResult second = replayed();
    EXPECT_EQ(second.lines, 0);
    ASSERT_EQ(second.to_do_again.size(), 1U);
    EXPECT_EQ(second.to_do_again[0].kind, "hold-placed");
    EXPECT_TRUE(replayed().to_do_again.empty());
}

TEST_P(ReplayTest, AMirrorThatDoesNotContinueTheStoreIsRefused) {
    lose_a_destruction();
    std::string mirror = bytes_of(folder.path("elsewhere/mirror.jsonl"));
    mirror[mirror.rfind("destroyed")] = 'D';
    folder.write("elsewhere/mirror.jsonl", mirror);
    EXPECT_EQ(error_of([&] { replayed(); }).substr(0, 3), "78:");
    EXPECT_EQ(sql_value("select count(*) from involvement"), "2");
}

// Whoever can write the mirror, but not sign, cannot have records destroyed by a head of their own.
TEST_P(ReplayTest, AMirrorWhoseHeadNobodySignedIsRefused) {
    lose_a_destruction();
    const KeptLine last = *RegisterMirror(places().mirror).last();
    KeptLine forged;
    forged.line = "{\"number\":" + std::to_string(last.number + 1) + R"(,"previous":")" + last.digest +
                  R"(","at":"now","kind":"checkpoint","actor":"a","facts":{"size":1,"root":"00"}})";
    forged.digest = sha256_of(forged.line);
    folder.write("elsewhere/mirror.jsonl", bytes_of(places().mirror) + to_mirror_line(forged) + "\n");
    EXPECT_EQ(error_of([&] { replayed(); }),
              "78: the register's mirror breaks at line " + std::to_string(last.number + 1));
    EXPECT_EQ(sql_value("select count(*) from involvement"), "2");
}

// Keys that lay beside the store and went with it.
TEST_P(ReplayTest, WithoutTheKeyNothingIsTakenBack) {
    lose_a_destruction();
    fs::remove_all(places().key_folder);
    for (const bool dry_run : {true, false})
        EXPECT_EQ(error_of([&] { replayed(dry_run); }),
                  "78: the key file " + places().key_folder + "/register.key is not there");
    EXPECT_EQ(sql_value("select count(*) from involvement"), "2");
    EXPECT_FALSE(fs::exists(places().key_folder));
}

TEST_P(ReplayTest, WhereNothingWasLostNothingIsDone) {
    load_due({due_child("Quill")});
    registered().bring_mirror_up_to_date();
    const std::string before = everything();
    const ReplayResult result = replayed();
    EXPECT_EQ(result.lines, 0);
    EXPECT_TRUE(result.records.empty() && result.to_do_again.empty());
    EXPECT_EQ(everything(), before);
}

TEST_P(ReplayTest, ThePersonIsFoundByNameAndBirth) {
    load_due({due_child("Quill")});
    const auto digests =
        registered().pseudonyms().of_person(*RecordStore(database()).find(RecordType::person, "Quill"));
    destroy("I-Quill");
    const std::vector<KeptLine> lines = lines_naming(RegisterStore(database()), digests);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(json_text_at(lines[0].line, "kind"), "destroyed");
    EXPECT_TRUE(lines_naming(RegisterStore(database()), {std::string(32, '0')}).empty());
}

TEST_P(ReplayTest, ALoadThatStillCarriesTheRecordBringsNothingBack) {
    load_due({due_child("Quill")});
    destroy("I-Quill");
    EXPECT_EQ(load(due_child("Quill")).rejected, 3);
    EXPECT_EQ(sql_value("select count(*) from involvement") + sql_value("select count(*) from person"), "00");
}

TEST_P(ReplayTest, UntilItIsFinishedNoNightRuns) {
    lose_a_destruction();
    rules.open = false;
    renew();
    replayed();
    registered().bring_mirror_up_to_date();
    EXPECT_EQ(error_of([&] { registered().require_even(); }),
              "78: a replay of the register after a restore was not finished");
    rules.open = true;
    replayed();
    registered().bring_mirror_up_to_date();
    EXPECT_EQ(error_of([&] { registered().require_even(); }), "done");
}

TEST_P(ReplayTest, WhatIsHeldByNowIsKeptAndTold) {
    load_due({due_child("Quill"), {hold("H1", R"({"persons":["Quill"]})")}});
    registered().bring_mirror_up_to_date();
    back_up();
    release_hold(database(), "H1", "ended",
                 {"rita", "2026-11-23T10:00:00Z", today, registered().pseudonyms()});
    night();
    destroy("I-Quill");
    restore();
    const ReplayResult result = replayed();
    ASSERT_EQ(result.records.size(), 1U);
    EXPECT_EQ(result.records[0].refused, "held");
    EXPECT_EQ(rows("involvement"), "1");
    registered().bring_mirror_up_to_date();
    EXPECT_EQ(error_of([&] { registered().require_even(); }), "done");
    // Its certificate is back all the same: the register says that it was issued.
    EXPECT_NE(proposals().certificate(result.records[0].line).value_or(""), "");
}

TEST_P(ReplayTest, AnotherKeyKnowsNothingOfWhatEnded) {
    lose_a_destruction();
    replayed();
    fs::remove(places().key_folder + "/register.key");
    EXPECT_NE(Pseudonyms(places().key_folder).of_record("key", "check"), "");
    renew();
    EXPECT_EQ(error_of([&] { registered().pseudonyms(); }),
              "78: the key in " + places().key_folder + " is not the one that named the ended records");
}

// A hold placed since is lost with the store: what was approved before may have been held after.
TEST_P(ReplayTest, NoApprovalOutlivesARestore) {
    load_due({due_child("Quill"), due_child("Wren")});
    const Proposal approved = propose("I-Wren");
    registered().bring_mirror_up_to_date();
    back_up();
    destroy("I-Quill");
    restore();
    EXPECT_EQ(replayed().approvals_void, 1);
    EXPECT_EQ(proposals().find(approved.number)->state, "proposed");
    EXPECT_EQ(outcome_of(approved), "not-approved");
}

TEST_P(ReplayTest, ALostProposalsNumberIsNotGivenAgain) {
    load_due({due_child("Quill"), due_child("Wren")});
    registered().bring_mirror_up_to_date();
    back_up();
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"now", "proposed", "night", R"({"proposed":7})"});
        RegisterStore(database()).append({"now", "proposed", "night", R"({"proposed":2})"});
        work.commit();
    }
    registered().bring_mirror_up_to_date();
    restore();
    replayed();
    EXPECT_EQ(propose("I-Wren").number, 10);
    EXPECT_EQ(propose("I-Quill").number, 11);
}

}  // namespace
}  // namespace casekeeper::test
