// SPDX-License-Identifier: MIT
#include "disposal/earlier_recipients.h"

#include "support/letter_world.h"

namespace casekeeper::test {
namespace {

class EarlierRecipientsTest : public LetterWorld {
protected:
    // "NAME: ID ID"
    std::vector<std::string> recipients(const std::vector<DeletionItem>& items) {
        std::vector<std::string> texts;
        const auto parts = parts_of_request(database(), schedule_in_force(database()), items, today);
        for (const EarlierRecipient& one : earlier_recipients(database(), "P1", parts)) {
            texts.push_back(one.name + ":");
            for (const Record& disclosure : one.disclosures) texts.back() += " " + disclosure.key();
        }
        return texts;
    }
    using Texts = std::vector<std::string>;
};
CASEKEEPER_ON_BOTH_ENGINES(EarlierRecipientsTest);

// One each, what was not shared left out, and what was shared before there was anything of it.
TEST_P(EarlierRecipientsTest, AreThoseWhoWereGivenThePart) {
    EXPECT_EQ(recipients({item("involvement:I1", "I1", "free")}),
              (Texts{"Brightwell Academy: DS1 DS2", "Health trust: DS4"}));
    EXPECT_EQ(recipients({item("involvement:I2", "I2", "free")}),
              (Texts{"Health trust: DS4", "The court: DS3"}));
}

TEST_P(EarlierRecipientsTest, WereGivenAnEntryOnlyAfterItsDay) {
    EXPECT_EQ(recipients({item("entry:E3", "I1", "free")}),
              (Texts{"Brightwell Academy: DS2", "Health trust: DS4"}));
}

TEST_P(EarlierRecipientsTest, WithoutANameAreToldTogetherAndLast) {
    add({disclosure("DS7", "2025-01-01", R"(,"involvement":"I1")")});
    EXPECT_EQ(recipients({item("involvement:I1", "I1", "free")}),
              (Texts{"Brightwell Academy: DS1 DS2", "Health trust: DS4", ": DS7"}));
}

TEST_P(EarlierRecipientsTest, AreNobodyWhereNothingGoes) {
    EXPECT_EQ(recipients({}), Texts());
}

}  // namespace
}  // namespace casekeeper::test
