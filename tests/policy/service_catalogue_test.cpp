// SPDX-License-Identifier: MIT
#include "policy/service_catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::lines_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string good =
    "[[service]]\nid = \"a\"\ntitle = \"A\"\nclass = \"duty\"\nauthority = \"x\"\nfile = \"carers\"\ngroups "
    "= [\"g\"]\n";

std::vector<std::string> findings_on(const std::string& toml) {
    std::vector<Finding> findings;
    ServiceCatalogue::read(toml, "catalogue.toml", findings);
    return lines_of(findings);
}

std::string with(std::string from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
}

TEST(ServiceCatalogue, KeepsWhatItReads) {
    std::vector<Finding> findings;
    const auto catalogue = ServiceCatalogue::read(good, "catalogue.toml", findings);
    ASSERT_EQ(catalogue.services().size(), 1U);
    const Service& service = catalogue.services().front();
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(service.id, "a");
    EXPECT_EQ(service.title, "A");
    EXPECT_EQ(service.service_class, ServiceClass::duty);
    EXPECT_EQ(service.authority, "x");
    EXPECT_EQ(service.file, "carers");
    EXPECT_THAT(service.groups, ElementsAre("g"));
}

TEST(ServiceCatalogue, KeepsThePurposeAndTheLawfulBasisWhereTheyAreSaid) {
    std::vector<Finding> findings;
    const auto catalogue =
        ServiceCatalogue::read(good + "purpose = \"to run a club.\"\nlawful_basis = \"A public task\"\n",
                               "catalogue.toml", findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(catalogue.services().front().purpose, "to run a club");
    EXPECT_EQ(catalogue.services().front().lawful_basis, "A public task");
    EXPECT_THAT(findings_on(good + "purpose = \" \"\n"),
                ElementsAre("8:11: error: purpose is empty: say e.g. purpose = \"to find out if a child is "
                            "safe\", or leave it out"));
}

TEST(ServiceCatalogue, FindsIdsGroupsAndAll) {
    const auto catalogue = test::catalogue();
    EXPECT_EQ(catalogue.find("care-order"), 1);
    EXPECT_EQ(catalogue.find("care"), std::nullopt);
    EXPECT_THAT(catalogue.matching("care-order"), ElementsAre(1));
    EXPECT_THAT(catalogue.matching("care"), ElementsAre(0, 1));
    EXPECT_THAT(catalogue.matching("*"), ElementsAre(0, 1, 2));
    EXPECT_THAT(catalogue.matching("adoption"), IsEmpty());
    EXPECT_THAT(catalogue.names(), ElementsAre("looked-after", "care-order", "youth-club", "care"));
}

TEST(ServiceCatalogue, ServicesOfOneFileGroupShareANumber) {
    const auto catalogue = test::catalogue();
    EXPECT_EQ(catalogue.file_group(0), catalogue.file_group(1));
    EXPECT_NE(catalogue.file_group(0), catalogue.file_group(2));
}

TEST(ServiceCatalogue, RefusesUnknownKeys) {
    EXPECT_THAT(findings_on(with("title", "titel = \"A\"\ntitle")),
                ElementsAre("3:1: error: unknown key \"titel\" in service \"a\": did you mean \"title\"?"));
    EXPECT_THAT(findings_on(good + "[colour]\n"),
                ElementsAre("8:2: error: unknown key \"colour\" in the catalogue: one of service"));
}

TEST(ServiceCatalogue, RefusesTwoServicesOfOneId) {
    std::vector<Finding> findings;
    const auto catalogue = ServiceCatalogue::read(good + good, "catalogue.toml", findings);
    EXPECT_THAT(lines_of(findings), ElementsAre("9:6: error: service \"a\" stands twice, first in line 2"));
    EXPECT_EQ(catalogue.services().size(), 1U);
}

TEST(ServiceCatalogue, RefusesUnknownClassesAndFileGroups) {
    EXPECT_THAT(findings_on(with("duty", "dutty")),
                ElementsAre("4:9: error: unknown class \"dutty\": did you mean \"duty\"?"));
    EXPECT_THAT(findings_on(with("carers", "social care")),
                ElementsAre("6:8: error: unknown file group \"social care\": did you mean \"social-care\"?"));
}

TEST(ServiceCatalogue, RefusesAGroupNamedLikeAService) {
    EXPECT_THAT(findings_on(with("\"g\"", "\"g\", \"a\"")),
                ElementsAre("7:16: error: group \"a\" has the name of a service: call it otherwise"));
}

TEST(ServiceCatalogue, RefusesMissingKeysAndWrongKinds) {
    EXPECT_THAT(findings_on(with("title = \"A\"\n", "")),
                ElementsAre("1:1: error: service \"a\" has no title: write e.g. title = \"Conference and "
                            "child protection plan\""));
    EXPECT_THAT(
        findings_on(with("\"x\"", "\" \"")),
        ElementsAre("5:13: error: authority is empty: write e.g. authority = \"Children Act 1989 s47\""));
    EXPECT_THAT(
        findings_on(with("[\"g\"]", "\"g\"")),
        ElementsAre("7:10: error: groups must be a list of texts, e.g. groups = [\"...\"], not text"));
    EXPECT_THAT(findings_on(with("[\"g\"]", "[1]")),
                ElementsAre("7:11: error: groups must hold texts in quotes, not a whole number"));
    EXPECT_THAT(findings_on("[service]\nid = \"a\"\n"),
                ElementsAre("1:1: error: write [[service]], in two pairs of brackets, above each service"));
}

TEST(ServiceCatalogue, RefusesNamesThatRulesCannotWrite) {
    EXPECT_THAT(
        findings_on(with("\"a\"", "\"a b\"")),
        ElementsAre(
            "2:6: error: service id \"a b\" must be 1 to 64 letters, digits, \"-\" and \"_\", beginning "
            "with a letter or digit"));
    EXPECT_THAT(
        findings_on(with("\"g\"", "\"*\"")),
        ElementsAre(
            "7:11: error: group \"*\" must be 1 to 64 letters, digits, \"-\" and \"_\", beginning with a "
            "letter or digit"));
}

TEST(ServiceCatalogue, ReportsTheFirstMistakeInTheTomlItself) {
    EXPECT_THAT(
        findings_on("[[service]]\nid = \n"),
        ElementsAre(
            "2:6: error: this is not TOML: Error while parsing key-value pair: expected value, saw '\\n'"));
}

TEST(ServiceCatalogue, ShippedCatalogueHasNoFindings) {
    std::ifstream file(CASEKEEPER_SOURCE "/config/service_catalogue.toml");
    std::ostringstream text;
    text << file.rdbuf();
    ASSERT_FALSE(text.str().empty());
    EXPECT_THAT(findings_on(text.str()), IsEmpty());
}

}  // namespace
}  // namespace casekeeper
