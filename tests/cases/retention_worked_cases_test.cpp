// SPDX-License-Identifier: MIT
//
// The worked cases of published retention rules: facts, the rule as published, and the right answer on the
// days around it. R01 to R22; the later ones are in later_retention_worked_cases_test.cpp.
#include <gtest/gtest.h>

#include "cases/worked_services.h"
#include "support/case_world.h"

namespace casekeeper::test {
namespace {

constexpr const char* looked_after = R"toml(
[[rule]]
id = "looked-after"
services = ["looked-after", "short-breaks-s20"]
until = "birth + 75y"
bound = "at-least"
covers = "file"
authority = "Care Planning, Placement and Case Review (England) Regulations 2010, reg 50"
basis = "statute"

[[rule]]
id = "looked-after-died"
services = ["looked-after", "short-breaks-s20"]
if = "died before 18y"
until = "death + 15y"
bound = "at-least"
replaces = ["looked-after"]
covers = "file"
authority = "the same, reg 50"
basis = "statute"
)toml";

constexpr const char* northumberland = R"toml(
[[rule]]
id = "child-protection"
services = ["child-protection-plan"]
if = "not ever(looked-after, adoption-placement)"
until = "closed + 35y"
authority = "Northumberland: child protection, closed + 35 years; [2015] EWHC 2134 (Admin)"
basis = "business"
)toml";

// Looked-after child; DOB 1950-03-14; alive. Expected: retain_until 2025-03-14 (75th anniversary);
// earliest destruction 2025-03-15 subject to holds. Source: Care Planning etc (England) Regs 2010 reg
// 50 (via mertoncs.proceduresonline.com, salfordcs.trixonline.co.uk).
TEST(RetentionWorkedCase, R01) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 1950-03-14
involvement I P looked-after 1955-01-01 1968-03-14
)facts");
    EXPECT_EQ(world.outcome("I", "2025-03-14"), "retain looked-after 2025-03-14");
    EXPECT_EQ(world.outcome("I", "2025-03-15"), "due looked-after 2025-03-14");
}

// Looked-after child; DOB 1952-02-29; alive; 2027 is not a leap year. Expected: retain_until 2027-03-01
// (house rule: never early); a 2027-02-28 answer is a fail. Source: Care Planning etc (England) Regs
// 2010 reg 50 (via mertoncs.proceduresonline.com, salfordcs.trixonline.co.uk); 29 Feb rule is house
// policy.
TEST(RetentionWorkedCase, R02) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 1952-02-29
involvement I P looked-after 1955-01-01 1970-02-28
)facts");
    EXPECT_EQ(world.outcome("I", "2027-03-01"), "retain looked-after 2027-03-01");
    EXPECT_EQ(world.outcome("I", "2027-03-02"), "due looked-after 2027-03-01");
}

// Looked-after child; DOB 2001-05-20; died 2013-11-03 aged 12. Expected: retain_until 2028-11-03 (15
// years from death; strict "beginning with" reading ends 2028-11-02, take the later). Source: Care
// Planning etc (England) Regs 2010 reg 50 (via mertoncs.proceduresonline.com,
// salfordcs.trixonline.co.uk).
TEST(RetentionWorkedCase, R03) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 2001-05-20 died 2013-11-03
involvement I P looked-after 2005-01-01 2013-11-03
)facts");
    EXPECT_EQ(world.outcome("I", "2028-11-03"), "retain looked-after-died 2028-11-03");
    EXPECT_EQ(world.outcome("I", "2028-11-04"), "due looked-after-died 2028-11-03");
}

// Looked-after child; DOB 1990-08-01; died 2008-07-31, the day before the 18th birthday. Expected: died
// before 18: retain_until 2023-07-31. Source: Care Planning etc (England) Regs 2010 reg 50 (via
// mertoncs.proceduresonline.com, salfordcs.trixonline.co.uk).
TEST(RetentionWorkedCase, R05) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 1990-08-01 died 2008-07-31
involvement I P looked-after 2005-01-01 2008-07-31
)facts");
    EXPECT_EQ(world.outcome("I", "2023-07-31"), "retain looked-after-died 2023-07-31");
    EXPECT_EQ(world.outcome("I", "2023-08-01"), "due looked-after-died 2023-07-31");
}

// Child only ever had section 20 short breaks (each under 17 days, 40 days a year); DOB 2007-09-09.
// Expected: is a looked-after record during the series, only regs 7, 13 and 49(2)(b) are switched off:
// retain_until 2082-09-09. Source: Care Planning Regs 2010 reg 48
// (legislation.gov.uk/uksi/2010/959/part/9) + reg 50.
TEST(RetentionWorkedCase, R07) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 2007-09-09
involvement I P short-breaks-s20 2015-05-01 2021-08-31
)facts");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain looked-after 2082-09-09");
    EXPECT_EQ(world.outcome("I", "2082-09-10"), "due looked-after 2082-09-09");
}

// Adoption order made 2006-05-05 (after 2005-12-30). Expected: retain_until 2106-05-05. Source:
// Disclosure of Adoption Information Regs 2005 reg 6 (via Salford).
TEST(RetentionWorkedCase, R09) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "adoption-order"
services = ["adoption-placement"]
if = "recorded(order-made) and not order-made before 2005-12-30"
until = "order-made + 100y"
bound = "at-least"
authority = "Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005, reg 6"
basis = "statute"
)toml",
                    R"facts(
person P born 2004-04-04
involvement I P adoption-placement 2005-06-01 2006-06-30
event I order-made 2006-05-05
)facts");
    EXPECT_EQ(world.outcome("I", "2106-05-05"), "retain adoption-order 2106-05-05");
    EXPECT_EQ(world.outcome("I", "2106-05-06"), "due adoption-order 2106-05-05");
}

// Relinquished baby, never looked after, adoption plan abandoned 2025-01-10. Expected: no computed
// date: human decision "no further action necessary", then destroy. Source: AAR 2005 reg 40; adoption
// statutory guidance 2014 (Salford page).
TEST(RetentionWorkedCase, R11) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "adoption-abandoned"
services = ["adoption-placement"]
if = "not recorded(order-made) and not ever(looked-after)"
action = "decide"
authority = "Adoption Agencies Regulations 2005, reg 40: as the agency considers appropriate"
basis = "statute"
)toml",
                    R"facts(
person P born 2024-10-02
involvement I P adoption-placement 2024-10-20 2025-01-10
)facts");
    EXPECT_EQ(world.outcome("I", "2025-01-11"), "review adoption-abandoned 2025-01-10");
    EXPECT_EQ(world.outcome("I", "2099-01-01"), "review adoption-abandoned 2025-01-10");
    // Never due by itself: the person decides.
    EXPECT_EQ(world.schedule().rules[0].action, Action::decide);
}

// Foster carer approval terminated 2014-08-31. Expected: retain at least until 2024-08-31. Source:
// Fostering Services (England) Regs 2011 reg 32(1).
TEST(RetentionWorkedCase, R12) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "approved-carer"
services = ["fostering-approval"]
until = "approval-ended + 10y"
bound = "at-least"
authority = "Fostering Services (England) Regulations 2011, reg 32(1)"
basis = "statute"
)toml",
                    R"facts(
person P born 1965-02-03
involvement I P fostering-approval 2001-01-01 2014-09-30
event I approval-ended 2014-08-31
)facts");
    EXPECT_EQ(world.outcome("I", "2024-08-31"), "retain approved-carer 2024-08-31");
    EXPECT_EQ(world.outcome("I", "2024-09-01"), "due approved-carer 2024-08-31");
}

// Foster applicant refused 2020-02-29. Expected: retain at least until 2023-03-01 (house 29 Feb rule).
// Source: Fostering Services (England) Regs 2011 reg 32(3).
TEST(RetentionWorkedCase, R13) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "refused-applicant"
services = ["fostering-approval"]
until = "refused-or-withdrawn + 3y"
bound = "at-least"
authority = "Fostering Services (England) Regulations 2011, reg 32(3)"
basis = "statute"
)toml",
                    R"facts(
person P born 1965-02-03
involvement I P fostering-approval 2019-06-01 2020-03-31
event I refused-or-withdrawn 2020-02-29
)facts");
    EXPECT_EQ(world.outcome("I", "2023-03-01"), "retain refused-applicant 2023-03-01");
    EXPECT_EQ(world.outcome("I", "2023-03-02"), "due refused-applicant 2023-03-01");
}

// Kinship carer temporarily approved under reg 24; placement ended 2016-12-15. Expected: retain at
// least until 2026-12-15. Source: Fostering Services (England) Regs 2011 reg 32(2).
TEST(RetentionWorkedCase, R14) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "kinship-carer"
services = ["fostering-approval"]
until = "placement-ended + 10y"
bound = "at-least"
authority = "Fostering Services (England) Regulations 2011, reg 32(2)"
basis = "statute"
)toml",
                    R"facts(
person P born 1965-02-03
involvement I P fostering-approval 2016-03-01 2016-12-31
event I placement-ended 2016-12-15
)facts");
    EXPECT_EQ(world.outcome("I", "2026-12-15"), "retain kinship-carer 2026-12-15");
    EXPECT_EQ(world.outcome("I", "2026-12-16"), "due kinship-carer 2026-12-15");
}

// Devon child in need; DOB 2003-07-14; last activity 2015-02-02. Expected: max(18th birthday, last
// activity)+3y: 2024-07-14. Source: Devon retention page.
TEST(RetentionWorkedCase, R16) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "child-in-need"
services = ["child-in-need"]
until = "later-of(age(18y), last-activity) + 3y"
authority = "Devon: age 18 and three years without activity"
basis = "business"
)toml",
                    R"facts(
person P born 2003-07-14
involvement I P child-in-need 2012-01-01 2015-02-02
entry I 2015-02-02 note
)facts");
    EXPECT_EQ(world.outcome("I", "2024-07-14"), "retain child-in-need 2024-07-14");
    EXPECT_EQ(world.outcome("I", "2024-07-15"), "due child-in-need 2024-07-14");
}

// Blackpool child protection; last contact 1989-09-30; half-sibling has an open case. Expected: base
// date 2024-09-30 reached but condition "ongoing involvement with extended family" true: RETAIN and re-
// test nightly. Source: Blackpool retention schedule.
TEST(RetentionWorkedCase, R18) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "child-protection"
services = ["child-protection-plan"]
until = "last-contact + 35y"
not_while = "family-open(*)"
authority = "Blackpool: last contact + 35 years unless the extended family is still worked with"
basis = "business"
)toml",
                    R"facts(
person P born 1980-01-01
person M born 1960-01-01
person S born 1999-01-01
family P M
family M S
involvement I P child-protection-plan 1988-01-01 1989-12-31
entry I 1989-09-30 contact
involvement J S child-in-need 2024-01-01 2027-03-31
)facts");
    EXPECT_EQ(world.outcome("I", "2024-09-30"), "retain child-protection 2024-09-30");
    EXPECT_EQ(world.outcome("I", "2024-10-01"), "retain child-protection 2024-09-30");
    EXPECT_EQ(world.outcome("I", "2026-11-01"), "retain child-protection 2024-09-30");
    EXPECT_EQ(world.outcome("I", "2027-03-31"), "due child-protection 2024-09-30");
    EXPECT_EQ(world.decide("I", "2026-11-01").people_read, (std::vector<std::string>{"M", "S"}));
}

// Northumberland child protection; closed 1991-04-01; never looked after or adopted. Expected:
// retain_until 2026-04-01. Source: [2015] EWHC 2134 (Admin) policy text.
TEST(RetentionWorkedCase, R19) {
    CaseWorld world(services(), northumberland, R"facts(
person P born 1980-01-01
involvement I P child-protection-plan 1988-01-01 1991-04-01
)facts");
    EXPECT_EQ(world.outcome("I", "2026-04-01"), "retain child-protection 2026-04-01");
    EXPECT_EQ(world.outcome("I", "2026-04-02"), "due child-protection 2026-04-01");
}

// Lambeth s47 enquiry, no plan, never accommodated; closed 2019-10-31. Expected: destroy-eligible after
// 2025-10-31. Source: Lambeth privacy notice.
TEST(RetentionWorkedCase, R21) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "enquiry-only"
services = ["s47-enquiry"]
if = "not ever(child-protection-plan, looked-after)"
until = "closed + 6y"
authority = "Lambeth: enquiry only, closed + 6 years"
basis = "business"
)toml",
                    R"facts(
person P born 2010-01-01
involvement I P s47-enquiry 2019-10-01 2019-10-31
)facts");
    EXPECT_EQ(world.outcome("I", "2025-10-31"), "retain enquiry-only 2025-10-31");
    EXPECT_EQ(world.outcome("I", "2025-11-01"), "due enquiry-only 2025-10-31");
}

// North Somerset early help; DOB 1995-12-31; alive. Expected: until age 30: 2025-12-31. Source: North
// Somerset privacy notice.
TEST(RetentionWorkedCase, R22) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "early-help"
services = ["early-help"]
until = "age(30y)"
authority = "North Somerset: early help to age 30"
basis = "business"
)toml",
                    R"facts(
person P born 1995-12-31
involvement I P early-help 2008-01-01 2009-01-01
)facts");
    EXPECT_EQ(world.outcome("I", "2025-12-31"), "retain early-help 2025-12-31");
    EXPECT_EQ(world.outcome("I", "2026-01-01"), "due early-help 2025-12-31");
}

}  // namespace
}  // namespace casekeeper::test
