// SPDX-License-Identifier: MIT
#include "policy/recipient.h"

#include <gtest/gtest.h>

#include "policy/schedule_reading.h"
#include "support/case_world.h"

namespace casekeeper::test {
namespace {

ReleaseRules shipped_rules() {
    std::vector<Finding> findings;
    const ServiceCatalogue services = shipped_catalogue();
    return ReleaseRules::read(text_of("config/release_rules.toml"), "release_rules.toml", findings,
                              &services);
}

const Recipient* find(const std::vector<Recipient>& recipients, const std::string& id) {
    for (const Recipient& one : recipients)
        if (one.kind.id == id) return &one;
    return nullptr;
}

TEST(Recipient, IsWhomAReleaseRuleHasAsked) {
    const std::vector<Recipient> asked = those_consulted(shipped_rules());
    const Recipient* police = find(asked, "crime");
    ASSERT_NE(police, nullptr);
    EXPECT_EQ(police->kind.title, "the police, or whoever else it came from");
    EXPECT_EQ(police->kind.gateway, "DPA 2018 Sch 2 para 2");
    EXPECT_EQ(why_in_words(*police), "Crime and tax");
    EXPECT_EQ(find(asked, "legal-privilege"), nullptr);  // it has nobody asked
}

TEST(Recipient, IsEachKindWithWhomTheReleaseRulesShare) {
    const ReleaseRules rules = shipped_rules();
    const std::vector<Recipient> recipients = recipients_of(rules);
    EXPECT_EQ(recipients.size(), rules.recipients().all().size());
    const Recipient* school = find(recipients, "school");
    ASSERT_NE(school, nullptr);
    EXPECT_EQ(school->kind.title, "A school, college or nursery");
    EXPECT_NE(school->kind.gateway.find("Education Act 2002 s175"), std::string::npos);
    const Recipient* partner = find(recipients, "partner");
    ASSERT_NE(partner, nullptr);
    EXPECT_TRUE(partner->kind.needs_consent);
}

TEST(Recipient, IsOfTheServicesItNames) {
    const ServiceCatalogue services = catalogue();
    const int looked_after = *services.find("looked-after");
    const int club = *services.find("youth-club");
    Recipient one;
    EXPECT_TRUE(is_of_service(one, services, club));
    one.kind.services = {"care"};
    EXPECT_TRUE(is_of_service(one, services, looked_after));
    EXPECT_FALSE(is_of_service(one, services, club));
    one.kind.services = {"*"};
    EXPECT_TRUE(is_of_service(one, services, club));
    one.kind.services = {"no-such"};
    EXPECT_FALSE(is_of_service(one, services, club));
}

TEST(Recipient, LearnsOfItOnTheLawfulBasesItHas) {
    Recipient one;
    one.kind.lawful_bases = {"public-task", "legal-obligation", "consent"};
    EXPECT_EQ(why_in_words(one),
              "if our work for children needs it, if the law says that we must or if you agree");
    one.kind.lawful_bases = {"vital-interests"};
    EXPECT_EQ(why_in_words(one), "if somebody's life or health is in danger");
}

}  // namespace
}  // namespace casekeeper::test
