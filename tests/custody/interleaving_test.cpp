// SPDX-License-Identifier: MIT
//
// A hold or a request and a destruction of what it is about, in every order: whichever commits first wins
// whole.
#include "disposal/sign_off.h"
#include "intake/bundle_source.h"
#include "retention/holds.h"
#include "store/hold_store.h"
#include "store/record_store.h"
#include "support/paused_destruction.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class InterleavingTest : public PausedDestruction {
protected:
    void place_hold(Database& on) const {
        UnitOfWork work(on, UnitOfWork::Kind::write);
        EXPECT_TRUE(RecordStore(on).add(record(the_hold())));
        RecordStore(on).add_to_count(RecordType::hold, 1);
        work.commit();
    }
    // As `hold place` does it.
    void place_as_people_do(Database& on, const Hold& scope) const {
        const Pseudonyms pseudonyms(places().key_folder);
        HoldOrder order{scope, "Police, LP-118", "an enquiry"};
        order.hold.kind = "police";
        order.hold.from = today;
        casekeeper::place_hold(on, order, {"ruth", "2026-11-23T03:00:00Z", today, pseudonyms});
    }
    static Hold naming(const std::string& involvement) {
        Hold scope;
        scope.involvements = {involvement};
        return scope;
    }
    static std::string the_hold() { return hold("H1", R"({"involvements":["I-Quill"]})"); }
    // Loads an access request as a load does; what was found wrong with it.
    Texts request(Database& on) {
        folder.write("request/records.jsonl",
                     R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2026-11-22"})"
                     "\n");
        BundleSource source({folder.path("request")});
        ImportOptions options;
        options.format = "bundle";
        options.documents_folder = documents();
        options.key_folder = places().key_folder;
        options.day = today;
        options.at = "2026-11-23T03:00:00Z";
        options.actor = "ruth";
        return texts_of(import_records(on, source, schedule_in_force(on).catalogue, options));
    }
    // Nothing of it has gone.
    void expect_whole() {
        EXPECT_EQ(rows("person") + rows("involvement") + rows("entry"), "111");
        EXPECT_EQ(rows("certificate") + rows("ended_record") + rows("erasure_intention"), "000");
        EXPECT_EQ(sql_value("select state from proposal"), "approved");
    }
    // All of it has gone.
    void expect_gone() {
        EXPECT_EQ(rows("person") + rows("involvement") + rows("entry") + rows("decision"), "0000");
        EXPECT_EQ(rows("certificate") + rows("ended_record"), "13");
        EXPECT_EQ(sql_value("select state from proposal"), "executed");
        expect_counts_agree();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(InterleavingTest);

TEST_P(InterleavingTest, AHoldCommittedBeforeWins) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    gate();
    EXPECT_EQ(meanwhile([&](Database& on) { place_hold(on); }).get(), "done");
    EXPECT_EQ(outcome_of(proposal), "held H1");
    expect_whole();
}

TEST_P(InterleavingTest, AHoldBegunBeforeAndCommittedMeanwhileWins) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    gate();
    const std::unique_ptr<Database> other = another();
    std::future<std::string> destruction;
    {
        UnitOfWork work(*other, UnitOfWork::Kind::write);
        RecordStore(*other).add(record(the_hold()));
        destruction = std::async(std::launch::async, [&] { return outcome_of(proposal); });
        EXPECT_TRUE(waits(destruction));
        work.commit();
    }
    EXPECT_EQ(destruction.get(), "held H1");
    expect_whole();
}

TEST_P(InterleavingTest, AHoldBegunBeforeAndGivenUpChangesNothing) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    gate();
    const std::unique_ptr<Database> other = another();
    std::future<std::string> destruction;
    {
        const UnitOfWork work(*other, UnitOfWork::Kind::write);
        RecordStore(*other).add(record(the_hold()));
        destruction = std::async(std::launch::async, [&] { return outcome_of(proposal); });
        EXPECT_TRUE(waits(destruction));
    }
    EXPECT_EQ(destruction.get(), "done");
    expect_gone();
    EXPECT_EQ(rows("hold"), "0");
}

TEST_P(InterleavingTest, AHoldBetweenBeginAndCommitWaitsAndLosesWhole) {
    load_due({due_child("Quill")});
    start(propose("I-Quill"));
    std::future<std::string> placing = meanwhile([&](Database& on) { place_hold(on); });
    EXPECT_TRUE(waits(placing));
    EXPECT_EQ(rows("hold"), "0");
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(placing.get(), "done");
    expect_gone();
    EXPECT_EQ(sql("select id from hold"), Texts{"H1"});
    EXPECT_EQ(sql("select i.id from involvement i join hold h on h.scope like '%' || i.id || '%'"), Texts{});
}

TEST_P(InterleavingTest, NobodySeesHalfOfIt) {
    load_due({due_child("Quill")});
    start(propose("I-Quill"));
    EXPECT_EQ(rows("entry") + rows("involvement") + rows("person") + rows("certificate"), "1110");
    EXPECT_EQ(finish(), "done");
    expect_gone();
}

TEST_P(InterleavingTest, AHoldAfterNamesNothing) {
    load_due({due_child("Quill"), due_child("Wren")});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(meanwhile([&](Database& on) { place_hold(on); }).get(), "done");
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
}

TEST_P(InterleavingTest, ARequestCommittedBeforeWins) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    gate();
    EXPECT_EQ(meanwhile([&](Database& on) { EXPECT_EQ(request(on), Texts{}); }).get(), "done");
    EXPECT_EQ(outcome_of(proposal), "held access_request:A1");
    expect_whole();
}

TEST_P(InterleavingTest, ARequestBetweenBeginAndCommitWaitsAndIsSetAside) {
    load_due({due_child("Quill")});
    start(propose("I-Quill"));
    Texts found;
    std::future<std::string> loading = meanwhile([&](Database& on) { found = request(on); });
    EXPECT_TRUE(waits(loading));
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(loading.get(), "done");
    expect_gone();
    EXPECT_EQ(rows("access_request"), "0");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].starts_with("1: error: ")) << found[0];
}

TEST_P(InterleavingTest, ARequestAfterIsSetAside) {
    load_due({due_child("Quill")});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(request(database()).size(), 1U);
    EXPECT_EQ(rows("access_request"), "0");
}

// The same gate asks again at every destruction: what it read for one is not remembered for the next.
TEST_P(InterleavingTest, AHoldBetweenTwoDestructionsHoldsTheSecond) {
    load_due({due_child("Quill"), due_child("Wren")});
    const Proposal quill = propose("I-Quill");
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(meanwhile([&](Database& on) { place_hold(on); }).get(), "done");
    EXPECT_EQ(outcome_of(quill), "held H1");
    EXPECT_EQ(sql("select id from involvement"), Texts{"I-Quill"});
}

TEST_P(InterleavingTest, TwoDestructionsOfOneRecordEndItOnce) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    start(proposal);
    std::string second;
    std::future<std::string> another_gate = meanwhile([&](Database& on) {
        const ScheduleInForce in_force = schedule_in_force(on);
        Register reg(on, places());
        Gate gate(on, in_force, reg, rules);
        second = said(gate.execute({proposal}, today, "2026-11-23T03:00:00Z", "night", false).front());
    });
    EXPECT_TRUE(waits(another_gate));
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(another_gate.get(), "done");
    EXPECT_EQ(second, "gone");
    expect_gone();
}

TEST_P(InterleavingTest, WhoPlacesAHoldBeforeKeepsTheRecord) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    gate();
    EXPECT_EQ(meanwhile([&](Database& on) { place_as_people_do(on, naming("I-Quill")); }).get(), "done");
    EXPECT_EQ(outcome_of(proposal), "held H1");
    expect_whole();
}

TEST_P(InterleavingTest, WhoPlacesAHoldMeanwhileIsToldThatTheRecordIsGone) {
    load_due({due_child("Quill")});
    start(propose("I-Quill"));
    std::future<std::string> placing =
        meanwhile([&](Database& on) { place_as_people_do(on, naming("I-Quill")); });
    EXPECT_TRUE(waits(placing));
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(placing.get(), "65: there is no involvement I-Quill in the store");
    expect_gone();
    EXPECT_EQ(rows("hold"), "0");
    EXPECT_EQ(sql("select kind from register_line where kind = 'hold-placed'"), Texts{});
}

TEST_P(InterleavingTest, AHoldByWordsMeanwhileCatchesWhatIsLeft) {
    load_due({due_child("Quill"), due_child("Wren")});
    const Proposal wren = propose("I-Wren");
    start(propose("I-Quill"));
    Hold words;
    words.words = {"what was said of"};
    std::future<std::string> placing = meanwhile([&](Database& on) { place_as_people_do(on, words); });
    EXPECT_TRUE(waits(placing));
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(placing.get(), "done");
    EXPECT_EQ(sql("select id from involvement"), Texts{"I-Wren"});
    EXPECT_EQ(outcome_of(wren), "held H1");
}

TEST_P(InterleavingTest, WhoPutsItOffMeanwhileIsToldThatItIsDone) {
    load_due({due_child("Quill")});
    const Proposal proposal = propose("I-Quill");
    start(proposal);
    std::future<std::string> putting_off = meanwhile([&](Database& on) {
        const ScheduleInForce in_force = schedule_in_force(on);
        const Pseudonyms pseudonyms(places().key_folder);
        const DisposalSettings settings;
        const Actor rita{"rita", "rita", {Role::reviewer}, ""};
        const SignedAct act{"rita", "2026-11-23T03:00:00Z", today, pseudonyms};
        SignOff(on, in_force, settings, rita, act).defer(proposal.number, day("2027-03-01"), "asked for");
    });
    EXPECT_TRUE(waits(putting_off));
    EXPECT_EQ(finish(), "done");
    EXPECT_EQ(putting_off.get(), "77: proposal 1 was carried out on 2026-11-23");
    expect_gone();
}

}  // namespace
}  // namespace casekeeper::test
