// SPDX-License-Identifier: MIT
#include "policy/keeping_words.h"

#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper::test {
namespace {

KeepingWords words_of(const std::string& lines) {
    const Reading read = read_schedule(head + rule(lines) + rest);
    EXPECT_FALSE(read.schedule.rules.empty()) << lines;
    return keeping_in_words(read.schedule.rules.front(), read.schedule, catalogue());
}

TEST(KeepingWords, SayHowLongByTheBound) {
    EXPECT_EQ(words_of("until = \"birth + 75y\"\nbound = \"at-least\"").how_long,
              "At least until your 75th birthday.");
    EXPECT_EQ(words_of("until = \"birth + 75y\"").how_long, "Until your 75th birthday.");
    EXPECT_EQ(words_of("until = \"closed + 1y\"\nbound = \"at-most\"").how_long,
              "At most until 1 year after the service ended.");
    EXPECT_EQ(words_of("if = \"died\"\nuntil = \"death + 15y\"").how_long,
              "If the person has died: until 15 years after the person died.");
}

TEST(KeepingWords, SayPlainlyWhatAPersonNeedNotKnow) {
    const KeepingWords words = words_of("if = \"medium = paper\"\nuntil = \"birth + 75y\"");
    EXPECT_EQ(words.how_long, "If “medium” is noted as “paper”: until your 75th birthday.");
    EXPECT_EQ(words.plainly, "In some cases: until your 75th birthday.");
    EXPECT_EQ(words.period, "until your 75th birthday");
    EXPECT_EQ(words_of("if = \"recorded(order-made)\"").plainly,
              "If an order was made: until 6 years after the service ended.");
}

TEST(KeepingWords, SayHowLongWithoutADay) {
    const Reading read = read_schedule(
        std::string(head) +
        "[[rule]]\nid = \"a\"\nservices = [\"care\"]\naction = \"permanent\"\nauthority = \"x\"\nbasis = "
        "\"guidance\"\n[[rule]]\nid = \"b\"\nservices = [\"care\"]\naction = \"decide\"\nauthority = "
        "\"x\"\nbasis = \"statute\"\n" +
        rest);
    ASSERT_EQ(read.schedule.rules.size(), 3U);
    const KeepingWords good = keeping_in_words(read.schedule.rules[0], read.schedule, catalogue());
    EXPECT_EQ(good.how_long + " " + good.then + good.care, "For good. It is not destroyed.");
    EXPECT_EQ(good.why, "Official guidance says so: x.");
    const KeepingWords decided = keeping_in_words(read.schedule.rules[1], read.schedule, catalogue());
    EXPECT_EQ(decided.how_long, "For as long as a person decides, once the service has ended.");
    EXPECT_EQ(decided.then, "");
    EXPECT_EQ(decided.why, "The law says so: x.");
    EXPECT_EQ(keeping_in_words(read.schedule.rules[2], read.schedule, catalogue()).how_long,
              "Where no other rule fits: until 6 years after the service ended.");
}

TEST(KeepingWords, SayWhatHappensAtTheEnd) {
    EXPECT_EQ(words_of("").then, "Then it is destroyed, so that nobody can bring it back.");
    EXPECT_EQ(words_of("bound = \"at-most\"").then,
              "By then it is destroyed, so that nobody can bring it back.");
    EXPECT_EQ(words_of("action = \"review\"").then,
              "Then a person looks at it, and decides if it is destroyed or kept for longer.");
    EXPECT_EQ(words_of("action = \"anonymise\"").then,
              "From then all that shows who you are is taken out of it.");
    EXPECT_EQ(words_of("action = \"archive\"").then, "Then it goes to an archive, which keeps it for good.");
}

TEST(KeepingWords, SayWhatHappensOnTheWay) {
    const KeepingWords kept =
        words_of("action = \"minimise\"\nuntil = \"closed + 3y\"\nkeep = [\"name\", \"date_of_birth\"]");
    EXPECT_TRUE(kept.on_the_way);
    EXPECT_EQ(kept.how_long,
              "From 3 years after the service ended, only this stays in it: name and date of birth.");
    EXPECT_EQ(kept.then + kept.care, "");
    EXPECT_EQ(words_of("action = \"minimise\"\nremove = [\"account\"]").how_long,
              "From 6 years after the service ended, this is taken out: account.");
    EXPECT_EQ(words_of("action = \"transfer\"\nuntil = \"closed\"\nto = \"the county archive\"").how_long,
              "From the day the service ended, it is passed on to the county archive.");
}

TEST(KeepingWords, SayWithWhatCareItGoes) {
    EXPECT_EQ(words_of("").care, "A person has to agree before it goes.");
    EXPECT_EQ(words_of("approvals = 2\nnotify_before = \"6m\"\nnot_while = \"family-open(*)\"").care,
              "It does not go while somebody in your family gets help from us. We try to tell you 6 months "
              "before it goes. 2 people have to agree before it goes.");
    EXPECT_EQ(words_of("covers = \"file\"").care,
              "A person has to agree before it goes. What else is kept as long: the rest of your social care "
              "file.");
    EXPECT_EQ(
        words_of("covers = \"person\"").care,
        "A person has to agree before it goes. What else is kept as long: everything that we keep about "
        "you.");
}

TEST(KeepingWords, SayWhatARuleTakesThePlaceOf) {
    const Reading read = read_schedule(head + rule("id = \"a\"\ntitle = \"Care\"\nbasis = \"statute\"") +
                                       rule("id = \"b\"\nif = \"died\"\nreplaces = [\"a\"]\nbasis = "
                                            "\"statute\"") +
                                       rest);
    ASSERT_EQ(read.schedule.rules.size(), 3U);
    const KeepingWords words = keeping_in_words(read.schedule.rules[1], read.schedule, catalogue());
    EXPECT_TRUE(words.of_death);
    EXPECT_EQ(words.title, "b");
    EXPECT_EQ(words.care, "A person has to agree before it goes. This counts in place of “Care”.");
}

// What is no law is called the trust's own.
TEST(KeepingWords, SayWhoseRuleItIs) {
    EXPECT_EQ(words_of("authority = \"Children Act 1989 s22\"\nbasis = \"statute\"").why,
              "The law says so: Children Act 1989 s22.");
    EXPECT_EQ(words_of("authority = \"local policy\"").why, "This is our own rule.");
    EXPECT_EQ(words_of("authority = \"local policy: to age 30, as North Somerset\"").why,
              "This is our own rule: to age 30, as North Somerset.");
}

TEST(KeepingWords, OfAServiceComeFromTheRulesThatNameIt) {
    const Reading read = read_schedule(
        head + rule("id = \"file\"\nservices = [\"care-order\"]\ncovers = \"file\"") +
        rule("id = \"club\"\nservices = [\"youth-club\"]\nif = \"medium = paper\"") +
        rule("id = \"all\"\nservices = [\"youth-club\"]\ncovers = \"person\"\nif = \"medium = film\"") +
        rest);
    ASSERT_EQ(read.schedule.rules.size(), 4U);
    const ServiceCatalogue services = catalogue();
    const int looked_after = *services.find("looked-after");
    const int care_order = *services.find("care-order");
    const int club = *services.find("youth-club");
    EXPECT_EQ(rules_of_service(read.schedule, care_order), (std::vector<int>{0}));
    EXPECT_EQ(rules_of_service(read.schedule, looked_after), (std::vector<int>{3}));
    // No rule of its own applies in any case: the default may.
    EXPECT_EQ(rules_of_service(read.schedule, club), (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(rules_reaching_service(read.schedule, services, looked_after), (std::vector<int>{0, 2}));
    EXPECT_EQ(rules_reaching_service(read.schedule, services, care_order), (std::vector<int>{2}));
    EXPECT_EQ(rules_reaching_service(read.schedule, services, club), (std::vector<int>{}));
}

TEST(KeepingWords, AreCalledByARuleOfTheServicesThatAreTold) {
    const Reading read =
        read_schedule(head + rule("id = \"file\"\nservices = [\"care-order\"]\ncovers = \"file\"") + rest);
    const ServiceCatalogue services = catalogue();
    const Rule& of_care_orders = read.schedule.rules.front();
    EXPECT_FALSE(tells_of_these_only(of_care_orders, services, {}));
    EXPECT_FALSE(tells_of_these_only(of_care_orders, services, {"youth-club", "looked-after"}));
    EXPECT_TRUE(tells_of_these_only(of_care_orders, services, {"youth-club", "care-order"}));
    EXPECT_TRUE(tells_of_these_only(read.schedule.rules.back(), services, {"youth-club"}));
}

}  // namespace
}  // namespace casekeeper::test
