// SPDX-License-Identifier: MIT
#include "custody/entitlement.h"

#include "base/json_text.h"
#include "store/fact_store.h"
#include "store/record_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Answer = Entitlement::Answer;

// Requests as a load brings them, and what is recorded of who asks since.
class EntitlementTest : public LoadedStoreTest {
protected:
    void asked(const std::string& type, const std::string& of, const std::string& more) {
        load(
            {R"({"type":")" + type + R"(","id":"R1","person":")" + of +
             R"(","received_at":"2026-11-02","identity":{"asked_on":"2026-11-03","received_on":"2026-11-05"})" +
             more + "}"});
        type_ = type == "access_request" ? RecordType::access_request : RecordType::deletion_request;
    }
    void recorded(const std::string& name, const JsonObject& facts) {
        CaseEvent event;
        event.event = name;
        event.facts = facts.json();
        events.push_back(event);
    }
    Entitlement now() {
        const Record request = RecordStore(database()).find(type_, "R1").value();
        return entitlement_of(database(), request, events, today);
    }
    // Ada was adopted at four, and is 25 now; her record from before is P1.
    static std::vector<std::string> adopted() {
        return {person("P1", R"(,"date_of_birth":"2001-02-03")"),
                person("P2", R"(,"date_of_birth":"2001-02-03","adopted_from":"P1")")};
    }
    static constexpr const char* route =
        R"(,"route":"adoption","statement":"I want to know where I come from")";

    std::vector<CaseEvent> events;

private:
    RecordType type_ = RecordType::access_request;
};
CASEKEEPER_ON_BOTH_ENGINES(EntitlementTest);

// UK GDPR Art 12(2), (6): a passport shows who somebody is, and of whom they are the parent it does not.
TEST_P(EntitlementTest, APassportIsNoParentalResponsibility) {
    load({person("P1", R"(,"date_of_birth":"2020-02-03")")});
    asked("access_request", "P1", R"(,"requester":{"name":"Ralph","capacity":"parent"})");
    recorded("competence", JsonObject().flag("competent", false).text("best_interests", "for school"));
    recorded("identity", JsonObject().text("received_on", "2026-11-05").text("evidence", "passport"));
    EXPECT_EQ(now().answer, Answer::missing);
    EXPECT_TRUE(now().lacks_authority);
    recorded("identity", JsonObject().text("authority", "birth certificate"));
    EXPECT_EQ(now().answer, Answer::entitled);
}

TEST_P(EntitlementTest, EvidenceOfTheBundleIsOfAuthority) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")")});
    asked("deletion_request", "P1",
          R"(,"requester":{"name":"Hart","capacity":"representative","evidence":"signed authority"})");
    EXPECT_EQ(now().answer, Answer::entitled);
}

TEST_P(EntitlementTest, WhoIsNamedWithoutACapacityIsNotThePerson) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")")});
    for (const char* type : {"access_request", "deletion_request"}) {
        asked(type, "P1", R"(,"requester":{"name":"Ralph"})");
        EXPECT_EQ(now().answer, Answer::missing) << type;
        EXPECT_TRUE(now().lacks_authority) << type;
    }
}

TEST_P(EntitlementTest, ADoubtLeavesNothingOfWhatWasShown) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")")});
    asked("access_request", "P1",
          R"(,"requester":{"name":"Hart","capacity":"representative","evidence":"signed authority"})");
    EXPECT_EQ(now().answer, Answer::entitled);
    recorded("identity", JsonObject().flag("known", false).text("doubt", "the signature is another"));
    EXPECT_EQ(now().answer, Answer::missing);
    recorded("identity", JsonObject().flag("known", true));
    EXPECT_TRUE(now().lacks_authority);
    recorded("identity", JsonObject().text("authority", "signed anew"));
    EXPECT_EQ(now().answer, Answer::entitled);
}

// ── Adoption and Children Act 2002 s60; DPA 2018 Sch 4 para 3 ──

TEST_P(EntitlementTest, ARecordFromBeforeAnAdoptionIsOpenedByItsRouteOnly) {
    load(adopted());
    asked("access_request", "P2", "");
    EXPECT_EQ(now().answer, Answer::entitled) << "what came after is theirs";
    asked("access_request", "P1", "");
    EXPECT_EQ(now().answer, Answer::not_entitled);
    EXPECT_NE(now().law.find("Sch 4 para 3"), std::string::npos);
    asked("deletion_request", "P1", "");
    EXPECT_EQ(now().answer, Answer::entitled) << "of deletion nothing is said there";
}

TEST_P(EntitlementTest, AnAdoptionThatIsLearnedOfLaterCounts) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")")});
    asked("access_request", "P1", "");
    EXPECT_EQ(now().answer, Answer::entitled);
    load(adopted());
    EXPECT_EQ(now().answer, Answer::not_entitled);
}

// Another record of the same child is from before the adoption as well.
TEST_P(EntitlementTest, EveryRecordOfTheChildIsFromBefore) {
    load(adopted());
    load({person("P3", R"(,"date_of_birth":"2001-02-03")"),
          R"({"type":"relationship","person":"P3","kind":"same-person","other":"P1"})"});
    asked("access_request", "P3", "");
    EXPECT_EQ(now().answer, Answer::not_entitled);
}

TEST_P(EntitlementTest, ALoadedRequestByThatRouteIsConfirmedByADataProtectionOfficer) {
    load(adopted());
    asked("access_request", "P1", route);
    EXPECT_EQ(now().answer, Answer::missing);
    recorded("identity", JsonObject().flag("known", true));
    EXPECT_EQ(now().answer, Answer::missing) << "a practitioner settled who asks";
    recorded("identity",
             JsonObject().flag("known", false).text("asked_on", "2026-11-03").text("role", "dpo"));
    EXPECT_EQ(now().answer, Answer::missing) << "asking settles nothing";
    recorded("identity", JsonObject().flag("known", true).text("role", "dpo"));
    EXPECT_EQ(now().answer, Answer::entitled);
    recorded("identity", JsonObject().flag("known", false).text("doubt", "another rang"));
    recorded("identity", JsonObject().flag("known", true));
    EXPECT_EQ(now().answer, Answer::missing) << "it was in doubt since";
}

TEST_P(EntitlementTest, OneThatADataProtectionOfficerOpenedIsConfirmed) {
    load(adopted());
    asked("access_request", "P1", route);
    recorded("open", JsonObject().text("capacity", "self"));
    EXPECT_EQ(now().answer, Answer::missing) << "it was not opened by this route";
    recorded("open", JsonObject().text("capacity", "self").text("route", "adoption"));
    EXPECT_EQ(now().answer, Answer::entitled);
}

TEST_P(EntitlementTest, ThatRouteNeedsReasonsAndTheAdoptedPerson) {
    load(adopted());
    recorded("identity", JsonObject().flag("known", true).text("role", "dpo"));
    asked("access_request", "P1", R"(,"route":"adoption")");
    EXPECT_EQ(now().answer, Answer::missing);
    asked("access_request", "P1", std::string(route) + R"(,"requester":{"name":"Ralph"})");
    EXPECT_EQ(now().answer, Answer::not_entitled);
    asked("access_request", "P2", route);
    EXPECT_EQ(now().answer, Answer::not_entitled) << "the route leads to no other record";
}

}  // namespace
}  // namespace casekeeper::test
