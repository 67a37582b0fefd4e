// SPDX-License-Identifier: MIT
#include "domain/remark.h"

#include <gtest/gtest.h>

#include "domain/bundle_line.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

constexpr const char* entry =
    R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05"})";

TEST(Remark, StandsBehindThoseThatAreThere) {
    Record one = record(entry);
    EXPECT_TRUE(remarks_of(one).empty());
    const Remark first{"correction", "2026-11-23", "He said \"no\",\nand left.", "dana, dpo"};
    const Remark second{"statement", "2026-11-24", "I was there.", ""};
    add_remark(one, first);
    add_remark(one, second);
    EXPECT_EQ(remarks_of(one), (std::vector<Remark>{first, second}));
}

// What add_remark() writes is what a reader of bundles makes of the same remark, or a load would change it.
TEST(Remark, IsWrittenAsABundleHasIt) {
    Record one = record(entry);
    add_remark(one, {"objection", "2026-11-23", "Ünal \\ \"x\"", "dana, dpo"});
    add_remark(one, {"statement", "2026-11-24", "line\nbreak", ""});
    EXPECT_EQ(record(to_bundle_line(one)), one);
}

TEST(Remark, ThatAnEntryWasMovedIsNoOtherViewOfIt) {
    Record one = record(entry);
    add_remark(one, {"move", "2026-11-23", "Moved into this record.", "rita"});
    EXPECT_FALSE(is_disputed(one));
    EXPECT_TRUE(other_views_of(one).empty());
    EXPECT_EQ(record(to_bundle_line(one)), one);
    const Remark view{"statement", "2026-11-24", "I was there.", ""};
    add_remark(one, view);
    EXPECT_EQ(other_views_of(one), std::vector<Remark>{view});
}

TEST(Remark, LeavesTheAccountAsItWas) {
    Record one = record(
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","account":"He hit me."})");
    const Record before = one;
    add_remark(one, {"correction", "2026-11-23", "It was my brother.", "dana, dpo"});
    EXPECT_EQ(one.value("account"), before.value("account"));
    EXPECT_NE(one, before);
}

TEST(Remark, IsReadFromTheFieldsOwnText) {
    EXPECT_TRUE(read_remarks("").empty());
    EXPECT_EQ(read_remarks(R"([{"kind":"statement","on":"2026-01-02","text":"x"}])"),
              (std::vector<Remark>{{"statement", "2026-01-02", "x", ""}}));
}

TEST(Remark, OfACorrectionOrAStatementSaysThatTheRecordIsDisputed) {
    Record one = record(entry);
    EXPECT_FALSE(is_disputed(one));
    add_remark(one, {"objection", "2026-11-23", "Leave me alone.", ""});
    EXPECT_FALSE(is_disputed(one));
    add_remark(one, {"statement", "2026-11-23", "I was not there.", ""});
    EXPECT_TRUE(is_disputed(one));
    EXPECT_TRUE(is_disputed(record(
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-05-05","flags":["court","disputed"]})")));
    EXPECT_FALSE(is_disputed(
        record(R"({"type":"involvement","id":"I1","person":"P1","service":"s","opened":"2012-05-05"})")));
}

}  // namespace
}  // namespace casekeeper::test
