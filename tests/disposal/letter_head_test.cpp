// SPDX-License-Identifier: MIT
#include "disposal/letter_head.h"

#include "support/letter_world.h"

namespace casekeeper::test {
namespace {

class LetterHeadTest : public LetterWorld {
protected:
    static std::string text_of(const LetterHead& head) {
        return head.salutation + ", " + head.about + (head.for_oneself ? "" : ", for another");
    }
    std::string of_request(const DeletionCase& request) {
        return text_of(head_of_request(database(), "Trust", "", request, today));
    }
    std::string without_record(const DeletionCase& request) {
        return text_of(head_without_record(database(), "Trust", "", request, today));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(LetterHeadTest);

TEST_P(LetterHeadTest, TakesANameFromTheRecordOnlyForWhoeverMayAsk) {
    const DeletionCase own = request();
    EXPECT_EQ(of_request(own), "Dear Zoë, you");
    EXPECT_EQ(without_record(own), "Hello, you");
    const DeletionCase hers = request(R"(,"requester":{"name":"Maria Bird","capacity":"parent"})", "R2");
    EXPECT_EQ(of_request(hers), "Dear Maria Bird, Zoë, for another");
    EXPECT_EQ(without_record(hers), "Dear Maria Bird, the person you asked for, for another");
    EXPECT_EQ(without_record(request(R"(,"requester":{"capacity":"other"})", "R3")),
              "Hello, the person you asked for, for another");
}

TEST_P(LetterHeadTest, SaysDaysInWordsAndTheNumberToQuote) {
    const LetterHead head = head_of_request(database(), "Trust", "Here", request(), today);
    EXPECT_EQ(head.written_on, "23 November 2026");
    EXPECT_EQ(head.received_on, "2 November 2026");
    EXPECT_EQ(head.request, "R1");
    EXPECT_EQ(head.contact, "Here");
    EXPECT_EQ(text_of(head_for_person(database(), "Trust", "", "P1", today)), "Dear Zoë, you");
}

TEST_P(LetterHeadTest, ReadsTheScopeAsParts) {
    const DeletionCase one = request(R"(,"scope":["involvement:I2","entry:E1","document:D2"])");
    EXPECT_FALSE(asks_for_everything(database(), one));
    std::string parts;
    for (const DeletionItem& item : items_of_scope(database(), one))
        parts += item.item + "@" + item.involvement + " ";
    EXPECT_EQ(parts, "involvement:I2@I2 entry:E1@I1 document:D2@I1 ");
    const DeletionCase all = request("", "R2");
    EXPECT_TRUE(asks_for_everything(database(), all));
    EXPECT_TRUE(items_of_scope(database(), all).empty());
    EXPECT_EQ(items_of_everything(database(), all).size(), 3U);
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
