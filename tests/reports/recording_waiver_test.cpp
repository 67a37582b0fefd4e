// SPDX-License-Identifier: MIT
#include "reports/recording_waiver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/recording_world.h"

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RecordingWaiverTest : public RecordingWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RecordingWaiverTest);

TEST_P(RecordingWaiverTest, WhatAWaiverWasForStaysInTheStoreAndOutOfTheRegister) {
    load(with_letter());
    look();
    const RecordingFinding waived = waive("entry:E1", "her brother burnt it");
    EXPECT_EQ(waived.waiver_reason, "her brother burnt it");
    const std::string line = sql_value("select line from register_line order by number desc limit 1");
    EXPECT_THAT(line, HasSubstr("finding-waived"));
    EXPECT_THAT(line, HasSubstr("letter-copy"));
    EXPECT_THAT(line, Not(HasSubstr("burnt")));
    EXPECT_THAT(line, Not(HasSubstr("E1")));
    EXPECT_THAT(line, Not(HasSubstr(waived.id)));
    take_back("entry:E1");
    EXPECT_EQ(column("entry:E1", "state"), "open");
    EXPECT_THAT(sql_value("select line from register_line order by number desc limit 1"),
                HasSubstr("finding-waiver-ended"));
}

TEST_P(RecordingWaiverTest, NobodySetsAsideWhatTheyAreAskedAbout) {
    load({R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work"})", person("P1"),
          involvement("I1", "P1", R"(,"opened":"2026-11-02")"), letter(R"(,"author":"W1")")});
    look();
    const Actor pat{"pat", "pat", {Role::records_officer}, "W1"};
    EXPECT_THAT(error_of([&] { waive("entry:E1", "x", "", "2026-11-23", pat); }), HasSubstr("77: "));
    EXPECT_THAT(error_of([&] { waive("entry:E1", " "); }), HasSubstr("64: "));
    EXPECT_THAT(error_of([&] { waive("entry:E1", "x", "2026-11-23"); }), HasSubstr("65: "));
    waive("entry:E1");
    EXPECT_THAT(error_of([&] { waive("entry:E1"); }), HasSubstr("77: "));
    EXPECT_THAT(error_of([&] { waive("entry:E9"); }), HasSubstr("65: "));
}

}  // namespace
}  // namespace casekeeper::test
