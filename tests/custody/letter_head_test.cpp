// SPDX-License-Identifier: MIT
#include "custody/letter_head.h"

#include "support/letter_world.h"

namespace casekeeper::test {
namespace {

class LetterHeadTest : public LetterWorld {
protected:
    RequestToAnswer asked(const std::string& more = "", const std::string& id = "R1") {
        const DeletionCase one = request(more, id);
        return {RecordType::deletion_request, one.request, one.person, one.received_at};
    }
    static std::string text_of(const LetterHead& head) {
        return head.salutation + ", " + head.about + (head.for_oneself ? "" : ", for another");
    }
    std::string of_request(const RequestToAnswer& request) {
        return text_of(head_of_request(database(), "Trust", "", request, today));
    }
    std::string without_record(const RequestToAnswer& request) {
        return text_of(head_without_record(database(), "Trust", "", request, today));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(LetterHeadTest);

TEST_P(LetterHeadTest, TakesANameFromTheRecordOnlyForWhoeverMayAsk) {
    const RequestToAnswer own = asked();
    EXPECT_EQ(of_request(own), "Dear Zoë, you");
    EXPECT_EQ(without_record(own), "Hello, you");
    const RequestToAnswer hers = asked(R"(,"requester":{"name":"Maria Bird","capacity":"parent"})", "R2");
    EXPECT_EQ(of_request(hers), "Dear Maria Bird, Zoë, for another");
    EXPECT_EQ(without_record(hers), "Dear Maria Bird, the person you asked for, for another");
    EXPECT_EQ(without_record(asked(R"(,"requester":{"capacity":"other"})", "R3")),
              "Hello, the person you asked for, for another");
    EXPECT_EQ(of_request(asked(R"(,"requester":{"name":"Maria Bird"})", "R4")),
              "Dear Maria Bird, Zoë, for another")
        << "nobody said that it is she";
}

TEST_P(LetterHeadTest, SaysDaysInWordsAndTheNumberToQuote) {
    const LetterHead head = head_of_request(database(), "Trust", "Here", asked(), today);
    EXPECT_EQ(head.written_on, "23 November 2026");
    EXPECT_EQ(head.received_on, "2 November 2026");
    EXPECT_EQ(head.request, "R1");
    EXPECT_EQ(head.contact, "Here");
    EXPECT_EQ(text_of(head_for_person(database(), "Trust", "", "P1", today)), "Dear Zoë, you");
}

// A request to see a record names who asks in the same way.
TEST_P(LetterHeadTest, ReadsEitherKindOfRequest) {
    add({R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-11-03",)"
         R"("requester":{"name":"Maria Bird","capacity":"parent"}})"});
    const RequestToAnswer access = {RecordType::access_request, "R1", "P1", "2026-11-03"};
    EXPECT_EQ(of_request(access), "Dear Maria Bird, Zoë, for another");
    EXPECT_EQ(of_request(asked()), "Dear Zoë, you");
}

TEST_P(LetterHeadTest, KnowsWhoHasDied) {
    EXPECT_FALSE(has_died(database(), "P1"));
    load({person("P1", R"(,"died":true)")});
    EXPECT_TRUE(has_died(database(), "P1"));
    load({person("P1", R"(,"date_of_death":"2026-01-01")")});
    EXPECT_TRUE(has_died(database(), "P1"));
    EXPECT_FALSE(has_died(database(), "P9"));
}

}  // namespace
}  // namespace casekeeper::test
