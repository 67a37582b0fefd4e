// SPDX-License-Identifier: MIT
#include "policy/recorded_names.h"

#include <gtest/gtest.h>

#include "policy/mention_reading.h"

namespace casekeeper {
namespace {

class RecordedNamesTest : public testing::Test {
protected:
    // What is found of a text, parted by "|".
    std::string found(const std::string& text) const {
        std::string all;
        for (const NamedSpan& one : names_.in(text))
            all += (all.empty() ? "" : "|") + text.substr(one.span.begin, one.span.end - one.span.begin);
        return all;
    }
    RecordedNames names_{test::name_knowledge(), {"haverford"}};
};

TEST_F(RecordedNamesTest, AreFoundAsTheyAreWritten) {
    names_.add("name:the lady at the gate", "the lady at the gate");
    EXPECT_EQ(found("It was The Lady, at the Gate."), "The Lady, at the Gate");
    EXPECT_EQ(found("the lady stood at the gate"), "");
}

TEST_F(RecordedNamesTest, AWordThatIsNoEnglishWordIsOneByItself) {
    names_.add("name:qyzzix green", "qyzzix green");
    EXPECT_EQ(found("qyzzix's coat was green"), "qyzzix");
    EXPECT_EQ(found("QYZZIX"), "QYZZIX");
    EXPECT_EQ(found("Qyzz\nix and q y z z i x"), "Qyzz\nix|q y z z i x");
    EXPECT_EQ(found("qyzzi x."), "qyzzi x");
    EXPECT_EQ(found("qyzz, ix"), "");
}

TEST_F(RecordedNamesTest, ThePersonsOwnNamesAloneAreTheirs) {
    names_.add("person:P2", "Zebbo Haverford");
    EXPECT_EQ(found("Haverford came"), "");
    EXPECT_EQ(found("Zebbo Haverford came"), "Zebbo Haverford|Zebbo");
}

// The word stays, and the name goes.
TEST_F(RecordedNamesTest, OneThatIsAnEnglishWordIsWeighedWhereItStands) {
    for (const char* name : {"Will", "Grace", "May", "Hope"}) names_.add(std::string("name:") + name, name);
    EXPECT_EQ(found("You will see that they may hope for grace."), "");
    EXPECT_EQ(found("Will you come on 3 May 2026, or in May? May we?"), "");
    EXPECT_EQ(found("We saw Will, and Grace laughed. Hope said so to May."), "Will|Grace|Hope|May");
    EXPECT_EQ(found("Grace came. Mr Will and will's mum."), "Grace|Will|will");
    EXPECT_EQ(found("Bill and William paid the bill."), "");
}

TEST_F(RecordedNamesTest, OneThatIsThePersonsOwnIsTheirs) {
    names_.add("person:P2", "Haverford");
    names_.add("person:P3", "Haverford-Haverford");
    EXPECT_EQ(found("Haverford came, and haverford went"), "");
}

TEST_F(RecordedNamesTest, OfNoNameNothingIsFound) {
    names_.add("name:", "");
    names_.add("name:?", "?");
    EXPECT_EQ(found("nobody ? came"), "");
}

}  // namespace
}  // namespace casekeeper
