// SPDX-License-Identifier: MIT
#include "policy/recipient_kind_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::lines_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string a_kind =
    "[[recipient]]\nid = \"school\"\ntitle = \"A school\"\nwords = [\"school\"]\nservices = [\"care\"]\n"
    "lawful_bases = [\"public-task\"]\ngateway = \"Children Act 2004 s10\"\n";

struct Read {
    RecipientKinds kinds;
    std::vector<std::string> lines;
};

Read read(const std::string& toml) {
    static const ServiceCatalogue services = test::catalogue();
    std::vector<Finding> findings;
    TomlFile file(toml, "release_rules.toml", findings);
    const auto root = file.parse();
    if (!root) return {{}, lines_of(findings)};
    RecipientKinds kinds = RecipientKindReader(file, &services).read(*root);
    file.sort_findings();
    return {std::move(kinds), lines_of(findings)};
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = a_kind;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(RecipientKindReader, KeepsWhatItReads) {
    const Read one = read(a_kind + "needs_consent = true\nprotected_places = true\n");
    EXPECT_THAT(one.lines, IsEmpty());
    const RecipientKind& kind = *one.kinds.find("school");
    EXPECT_EQ(kind.title, "A school");
    EXPECT_THAT(kind.words, ElementsAre("school"));
    EXPECT_THAT(kind.services, ElementsAre("care"));
    EXPECT_THAT(kind.lawful_bases, ElementsAre("public-task"));
    EXPECT_EQ(kind.gateway, "Children Act 2004 s10");
    EXPECT_TRUE(kind.needs_consent && kind.may_have_protected_places);
}

TEST(RecipientKindReader, GivesNoProtectedPlaceWhereTheFileSaysNothing) {
    EXPECT_FALSE(read(a_kind).kinds.find("school")->may_have_protected_places);
    EXPECT_FALSE(read(a_kind).kinds.find("school")->needs_consent);
    const Read odd = read(a_kind + "protected_places = \"yes\"\n");
    EXPECT_FALSE(odd.kinds.find("school")->may_have_protected_places);
    EXPECT_EQ(odd.lines.size(), 1U);
}

TEST(RecipientKindReader, SaysWhereAMistakeIs) {
    EXPECT_THAT(read(with("\"school\"\ntitle", "\"School\"\ntitle")).lines,
                ElementsAre("2:6: error: recipient id \"School\" must be small letters and digits, joined by "
                            "\"-\""));
    EXPECT_THAT(read(with("\"care\"", "\"caer\"")).lines,
                ElementsAre("5:13: error: unknown service or group \"caer\": did you mean \"care\"?"));
    EXPECT_THAT(read(with("\"public-task\"", "\"public task\"")).lines,
                ElementsAre("6:17: error: unknown lawful basis \"public task\": did you mean "
                            "\"public-task\"?"));
    EXPECT_THAT(read(with("[\"school\"]", "[\"-\"]")).lines,
                ElementsAre("4:10: error: words has \"-\", in which there is no word"));
    EXPECT_THAT(read(with("title", "titel")).lines.size(), 2U);
}

TEST(RecipientKindReader, SaysWhatIsMissing) {
    const Read none = read("[[recipient]]\n");
    EXPECT_EQ(none.lines.size(), 6U);
    EXPECT_THAT(none.kinds.all(), IsEmpty());
}

TEST(RecipientKindReader, KnowsEachKindAndEachWordOnce) {
    EXPECT_THAT(read(a_kind + with("[\"school\"]", "[\"college\"]")).lines,
                ElementsAre("9:6: error: recipient \"school\" stands twice, first in line 2"));
    const Read twice = read(a_kind + with("\"school\"\ntitle", "\"college\"\ntitle"));
    EXPECT_THAT(twice.lines,
                ElementsAre("11:10: error: \"school\" stands for \"school\" already: nobody would "
                            "be recognised by it"));
    EXPECT_THAT(read(with("[\"school\"]", "[\"school\", \"School\"]")).lines.size(), 1U);
}

}  // namespace
}  // namespace casekeeper
