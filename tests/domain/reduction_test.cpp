// SPDX-License-Identifier: MIT
#include "domain/reduction.h"

#include "domain/bundle_line.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

constexpr const char* involvement =
    R"({"type":"involvement","id":"I1","person":"P1","service":"plan","opened":"2012-01-01","closed":"2013-01-01","closure_reason":"moved","worker":"W1","team":"north","system":"Mosaic","events":{"praised":"2012-02-02","visited":"2012-03-03"},"attributes":{"hobby":"chess","way":"plain"},"roles":{"leader":"P2"},"file_reference":"F/1"})";
constexpr const char* entry =
    R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","recorded_at":"2012-05-06","topic":"health","account":"what was said","mentions":[{"person":"P2"}]})";
constexpr const char* document =
    R"({"type":"document","id":"D1","entry":"E1","file":"quill.txt","title":"a letter","media_type":"text/plain","sha256":"aa00000000000000000000000000000000000000000000000000000000000000","also_in":["I2"],"keepsake":"letter"})";

std::string reduced(const Reduction& reduction, const char* line) {
    Record one = record(line);
    reduction.apply_to(one);
    return to_bundle_line(one);
}

Reduction keep(std::set<std::string> names, std::set<std::string> needed = {}) {
    return {std::move(names), false, std::move(needed)};
}
Reduction remove(std::set<std::string> names, std::set<std::string> needed = {}) {
    return {std::move(names), true, std::move(needed)};
}

TEST(Reduction, KeepsWhatIdentifiesARowAndItsDays) {
    EXPECT_EQ(
        reduced(keep({}), involvement),
        R"({"type":"involvement","id":"I1","person":"P1","service":"plan","opened":"2012-01-01","closed":"2013-01-01","system":"Mosaic"})");
    EXPECT_EQ(
        reduced(keep({}), entry),
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","recorded_at":"2012-05-06"})");
}

// What somebody says of a record is free text about them: it stays where the rule says so.
TEST(Reduction, KeepsRemarksOnlyWhereTheRuleNamesThem) {
    const char* with_remark =
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","remarks":[{"kind":"statement","on":"2026-11-20","text":"no"}]})";
    EXPECT_EQ(reduced(keep({"topic"}), with_remark).find("remarks"), std::string::npos);
    EXPECT_NE(reduced(keep({"remarks"}), with_remark).find(R"("text":"no")"), std::string::npos);
    EXPECT_NE(reduced(remove({"topic"}), with_remark).find(R"("text":"no")"), std::string::npos);
    EXPECT_EQ(reduced(remove({"remarks"}), with_remark).find("remarks"), std::string::npos);
}

TEST(Reduction, KeepsTheFieldsItNames) {
    EXPECT_NE(reduced(keep({"team"}), involvement).find(R"("team":"north")"), std::string::npos);
    EXPECT_EQ(reduced(keep({"team"}), involvement).find("closure_reason"), std::string::npos);
    EXPECT_NE(reduced(keep({"topic"}), entry).find(R"("topic":"health")"), std::string::npos);
    EXPECT_EQ(reduced(keep({"topic"}), entry).find("account"), std::string::npos);
}

TEST(Reduction, KeepsSingleEventsAttributesAndRoles) {
    const std::string line = reduced(keep({"visited", "way"}), involvement);
    EXPECT_NE(line.find(R"("events":{"visited":"2012-03-03"})"), std::string::npos) << line;
    EXPECT_NE(line.find(R"("attributes":{"way":"plain"})"), std::string::npos);
    EXPECT_EQ(line.find("roles"), std::string::npos);
}

TEST(Reduction, KeepsAllOfWhatItNamesAsAWhole) {
    EXPECT_NE(reduced(keep({"events"}), involvement)
                  .find(R"("events":{"praised":"2012-02-02","visited":"2012-03-03"})"),
              std::string::npos);
    EXPECT_EQ(reduced(keep({"entries"}), entry), entry);
}

TEST(Reduction, KeepsWhatTheScheduleNeedsEvenWhereItIsToGo) {
    for (const Reduction& reduction : {keep({}, {"visited", "leader"}),
                                       remove({"events", "roles", "attributes"}, {"visited", "leader"})}) {
        const std::string line = reduced(reduction, involvement);
        EXPECT_NE(line.find(R"("events":{"visited":"2012-03-03"})"), std::string::npos) << line;
        EXPECT_NE(line.find(R"("roles":{"leader":"P2"})"), std::string::npos);
        EXPECT_EQ(line.find("hobby"), std::string::npos);
    }
}

TEST(Reduction, RemovesOnlyWhatItNames) {
    EXPECT_EQ(
        reduced(remove({"team", "worker", "hobby", "file_reference"}), involvement),
        R"({"type":"involvement","id":"I1","person":"P1","service":"plan","opened":"2012-01-01","closed":"2013-01-01","closure_reason":"moved","system":"Mosaic","events":{"praised":"2012-02-02","visited":"2012-03-03"},"attributes":{"way":"plain"},"roles":{"leader":"P2"}})");
}

TEST(Reduction, NeverRemovesWhatARowNeeds) {
    EXPECT_EQ(
        reduced(remove({"opened", "closed", "service", "id", "occurred_at", "recorded_at"}), involvement),
        involvement);
}

TEST(Reduction, ADocumentsFileNameGoesUnlessItIsNamed) {
    EXPECT_EQ(reduced(keep({"keepsake"}), document).find("quill"), std::string::npos);
    EXPECT_NE(reduced(keep({"file"}), document).find("quill.txt"), std::string::npos);
    EXPECT_NE(reduced(remove({"title"}), document).find("quill.txt"), std::string::npos);
    EXPECT_EQ(reduced(remove({"file"}), document).find("quill"), std::string::npos);
}

TEST(Reduction, TheProductsOwnEntryStaysMarked) {
    const char* own =
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","account":"kept here","flags":["casekeeper"]})";
    EXPECT_NE(reduced(keep({}), own).find(R"("flags":["casekeeper"])"), std::string::npos);
}

TEST(Reduction, UnderKeepRowsStayWhereTheyOrAFieldOfThemAreNamed) {
    EXPECT_FALSE(keep({"team"}).rows_stay(RecordType::entry));
    EXPECT_TRUE(keep({"entries"}).rows_stay(RecordType::entry));
    EXPECT_TRUE(keep({"topic"}).rows_stay(RecordType::entry));
    EXPECT_FALSE(keep({"topic"}).rows_stay(RecordType::document));
    EXPECT_TRUE(keep({"topic", "documents"}).rows_stay(RecordType::document));
    EXPECT_TRUE(keep({"topic", "keepsake"}).rows_stay(RecordType::document));
}

TEST(Reduction, UnderRemoveRowsStayUnlessTheyAreNamedAsAWhole) {
    EXPECT_TRUE(remove({"account"}).rows_stay(RecordType::entry));
    EXPECT_FALSE(remove({"entries"}).rows_stay(RecordType::entry));
    EXPECT_FALSE(remove({"documents"}).rows_stay(RecordType::document));
    EXPECT_TRUE(remove({"documents"}).rows_stay(RecordType::entry));
}

// A document lies in an entry.
TEST(Reduction, DocumentsGoWithTheirEntries) {
    EXPECT_FALSE(keep({"documents"}).rows_stay(RecordType::document));
    EXPECT_FALSE(remove({"entries"}).rows_stay(RecordType::document));
}

}  // namespace
}  // namespace casekeeper::test
