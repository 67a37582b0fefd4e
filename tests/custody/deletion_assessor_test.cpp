// SPDX-License-Identifier: MIT
#include "custody/deletion_assessor.h"

#include "support/request_world.h"

namespace casekeeper::test {
namespace {

class DeletionAssessorTest : public RequestWorld {
protected:
    RequestAssessment assessed(const Texts& scope = {}, const std::vector<DeletionMark>& marks = {}) {
        const ScheduleInForce in_force = schedule_in_force(database());
        return DeletionAssessor(database(), in_force, settings.abuse_words)
            .assess("Quill", scope, marks, today);
    }
    std::string said(const Texts& scope = {}, const std::vector<DeletionMark>& marks = {}) {
        return verdicts(assessed(scope, marks).items);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionAssessorTest);

TEST_P(DeletionAssessorTest, AnInvolvementIsAPartWithEverythingInIt) {
    load_due({quill(true)});
    EXPECT_EQ(said(), "involvement:C1 free, involvement:N1 person-decides")
        << "N1 is kept by the trust's own period";
}

TEST_P(DeletionAssessorTest, WhatWasAskedForByNameIsAPart) {
    load_due({quill()});
    EXPECT_EQ(said({"entry:E2"}), "entry:E2 free");
    EXPECT_EQ(said({"entry:E9"}), "") << "what is not there is no part";
}

TEST_P(DeletionAssessorTest, WhatSpeaksOfAbuseAPersonDecides) {
    load_due({quill(),
              {entry("E3", "C1", R"(,"account":"He was Groomed by a coach")"),
               entry("E4", "C1", R"(,"flags":["serious-harm"])"),
               entry("E5", "C1", R"(,"account":"the bridegroom's party")")}});
    EXPECT_EQ(said(), "entry:E3 person-decides, entry:E4 person-decides, involvement:C1 person-decides");
    settings.abuse_words = {"chess"};
    EXPECT_EQ(said({"entry:E1"}), "entry:E1 person-decides") << "the words are the trust's";
}

TEST_P(DeletionAssessorTest, WhatLooksLikeAnotherServicesAPersonDecides) {
    load_due(
        {quill(),
         {entry("E3", "C1", R"(,"classification":"health")"), entry("E4", "C1", R"(,"flags":["court"])")}});
    EXPECT_EQ(said(), "entry:E3 person-decides, entry:E4 person-decides, involvement:C1 free");
}

TEST_P(DeletionAssessorTest, AHoldKeepsItForNowAndIsNoOtherAssessment) {
    load_due({quill()});
    const std::string before = assessed().digest;
    load({hold("H1", R"({"involvements":["C1"]})")});
    EXPECT_EQ(said(), "involvement:C1 claims");
    EXPECT_EQ(assessed().digest, before);
}

TEST_P(DeletionAssessorTest, RequestsThemselvesAreNoHoldAgainstIt) {
    load_due({quill(),
              {R"({"type":"deletion_request","id":"R7","person":"Quill","received_at":"2026-11-01"})",
               R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2026-11-01"})"}});
    EXPECT_EQ(said(), "involvement:C1 free");
    EXPECT_EQ(assessed().open_access_request, "A1");
}

TEST_P(DeletionAssessorTest, WhatIsSaidToBeMisfiledOrUnlawfulAPersonDecides) {
    load_due({quill(),
              {involvement("L1", "Quill", R"(,"service":"looked-after","closed":"2015-01-01")"),
               entry("E7", "L1", R"(,"account":"about somebody else")")}});
    adopt(
        "[schedule]\ntitle = \"S\"\nversion = \"8\"\n[[rule]]\nid = \"rest\"\nservices = [\"*\"]\ndefault = "
        "true\n"
        "until = \"birth + 75y\"\nauthority = \"the regulation\"\nbasis = \"statute\"\n");
    night();
    EXPECT_EQ(said({"involvement:L1"}), "involvement:L1 statutory");
    EXPECT_EQ(said({"involvement:L1"}, {{"entry:E7", "misfiled", "another child's", "wren", "2026-11-20"}}),
              "entry:E7 person-decides, involvement:L1 statutory");
}

TEST_P(DeletionAssessorTest, TheDigestTellsEveryChangeOfWhatWouldGo) {
    load_due({quill()});
    const std::string before = assessed().digest;
    EXPECT_EQ(assessed().digest, before);
    load({entry("E9", "C1")});
    const std::string with_more = assessed().digest;
    EXPECT_NE(with_more, before);
    load({person("Quill", R"(,"date_of_birth":"2001-02-03","known_as":["Q"])")});
    EXPECT_EQ(assessed().digest, with_more) << "another name or address voids nothing";
    load({involvement("C1", "Quill", R"(,"service":"child-in-need","opened":"2017-01-01")")});
    EXPECT_NE(assessed().digest, with_more);
}

}  // namespace
}  // namespace casekeeper::test
