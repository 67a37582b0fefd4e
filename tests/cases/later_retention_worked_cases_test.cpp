// SPDX-License-Identifier: MIT
//
// The worked cases of published retention rules: facts, the rule as published, and the right answer on the
// days around it. R24 to R44.
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

constexpr const char* six_plus = R"toml(
[[rule]]
id = "six-plus"
services = ["operational-minutes"]
until = "end-of(financial-year, last-activity) + 6y"
authority = "Derbyshire, code 6+"
basis = "business"
)toml";

// Derbyshire 6+ ; last modified 2019-05-15. Expected: end of FY 2020-03-31 + 6y = 2026-03-31. Source:
// Derbyshire retention codes.
TEST(RetentionWorkedCase, R24) {
    CaseWorld world(services(), six_plus, R"facts(
person P
involvement I P operational-minutes 2018-01-01 2019-05-01
entry I 2019-05-15 note
)facts");
    EXPECT_EQ(world.outcome("I", "2026-03-31"), "retain six-plus 2026-03-31");
    EXPECT_EQ(world.outcome("I", "2026-04-01"), "due six-plus 2026-03-31");
}

// Derbyshire 6+ ; last modified 2020-03-31 (last day of FY). Expected: 2026-03-31. Source: Derbyshire
// retention codes.
TEST(RetentionWorkedCase, R25) {
    CaseWorld world(services(), six_plus, R"facts(
person P
involvement I P operational-minutes 2018-01-01 2019-05-01
entry I 2020-03-31 note
)facts");
    EXPECT_EQ(world.outcome("I", "2026-03-31"), "retain six-plus 2026-03-31");
    EXPECT_EQ(world.outcome("I", "2026-04-01"), "due six-plus 2026-03-31");
}

// Derbyshire 6+ in a system that only has calendar years; last modified 2019-05-15. Expected: rounded
// up to 7 years: 2026-05-15. Source: Derbyshire retention codes.
TEST(RetentionWorkedCase, R27) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "seven"
services = ["operational-minutes"]
until = "last-activity + 7y"
authority = "Derbyshire, code 6+ where a system knows calendar years only"
basis = "business"
)toml",
                    R"facts(
person P
involvement I P operational-minutes 2018-01-01 2019-05-01
entry I 2019-05-15 note
)facts");
    EXPECT_EQ(world.outcome("I", "2026-05-15"), "retain seven 2026-05-15");
    EXPECT_EQ(world.outcome("I", "2026-05-16"), "due seven 2026-05-15");
}

// Blackpool admissions processing; created 2023-10-10. Expected: end of academic year 2024-08-31 + 1
// academic year = 2025-08-31. Source: Blackpool education schedule.
TEST(RetentionWorkedCase, R28) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "admissions"
services = ["admissions"]
until = "end-of(academic-year, created) + 1y"
authority = "Blackpool: the current and one academic year"
basis = "business"
)toml",
                    R"facts(
person P
involvement I P admissions 2023-10-10 2024-01-31
event I created 2023-10-10
)facts");
    EXPECT_EQ(world.outcome("I", "2025-08-31"), "retain admissions 2025-08-31");
    EXPECT_EQ(world.outcome("I", "2025-09-01"), "due admissions 2025-08-31");
}

// Essex safeguarding allegation dated 2020-01-12 against a worker born 1960-03-03; normal retirement
// age configured as 67. Expected: later of 2027-03-03 and 2030-01-12 = 2030-01-12. Source: Essex
// privacy notice.
TEST(RetentionWorkedCase, R30) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "staff-allegation"
services = ["lado-allegation"]
until = "later-of(birth + 67y, allegation-made + 10y)"
authority = "Essex: normal retirement age (67) or ten years, whichever is longer"
basis = "business"
)toml",
                    R"facts(
person P born 1960-03-03
involvement I P lado-allegation 2020-01-12 2020-06-30
event I allegation-made 2020-01-12
)facts");
    EXPECT_EQ(world.outcome("I", "2030-01-12"), "retain staff-allegation 2030-01-12");
    EXPECT_EQ(world.outcome("I", "2030-01-13"), "due staff-allegation 2030-01-12");
}

// Devon LADO substantiated; alleged perpetrator DOB 1971-07-07; child DOB 2009-01-01. Expected: clock
// runs from the ADULT: 2071-07-07. Source: Devon retention page.
TEST(RetentionWorkedCase, R32) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "substantiated"
services = ["lado-allegation"]
if = "outcome = substantiated"
until = "birth@alleged-perpetrator + 100y"
authority = "Devon: alleged perpetrator's date of birth + 100 years"
basis = "business"
)toml",
                    R"facts(
person P born 2009-01-01
person A born 1971-07-07
involvement I P lado-allegation 2020-01-12 2020-06-30
attribute I outcome substantiated
role I alleged-perpetrator A
)facts");
    EXPECT_EQ(world.outcome("I", "2071-07-07"), "retain substantiated 2071-07-07");
    EXPECT_EQ(world.outcome("I", "2071-07-08"), "due substantiated 2071-07-07");
    EXPECT_EQ(world.decide("I", "2026-11-01").people_read, std::vector<std::string>{"A"});
}

// Devon LADO malicious; closed 2014-02-28. Expected: until 2024-02-28; from 2024-02-29 outcome REVIEW,
// never auto-destroy; extension needs a recorded reason. Source: Devon retention page.
TEST(RetentionWorkedCase, R33) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "unfounded"
services = ["lado-allegation"]
if = "outcome = unfounded or outcome = malicious"
until = "closed + 10y"
action = "review"
authority = "Devon: unfounded or malicious, ten years, then review"
basis = "business"
)toml",
                    R"facts(
person P born 1971-07-07
involvement I P lado-allegation 2013-09-01 2014-02-28
attribute I outcome malicious
)facts");
    EXPECT_EQ(world.outcome("I", "2024-02-28"), "retain unfounded 2024-02-28");
    EXPECT_EQ(world.outcome("I", "2024-02-29"), "review unfounded 2024-02-28");
    EXPECT_EQ(world.outcome("I", "2090-01-01"), "review unfounded 2024-02-28");
}

// Kirklees child in care; DOB 2000-01-10. Expected: 75 years from 18th birthday: 2093-01-10. Source:
// Kirklees procedures.
TEST(RetentionWorkedCase, R35) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "child-in-care"
services = ["looked-after"]
until = "age(18y) + 75y"
authority = "Kirklees: 75 years from the eighteenth birthday"
basis = "business"
)toml",
                    R"facts(
person P born 2000-01-10
involvement I P looked-after 2010-01-01 2018-01-10
)facts");
    EXPECT_EQ(world.outcome("I", "2093-01-10"), "retain child-in-care 2093-01-10");
    EXPECT_EQ(world.outcome("I", "2093-01-11"), "due child-in-care 2093-01-10");
}

// Devon draft conference minutes; review meeting approved them 2026-02-11. Expected: retain_until
// 2026-02-11 (eligible the next day); while not yet approved there is no due date: undetermined.
// Source: Devon retention page.
TEST(RetentionWorkedCase, R36) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "draft-minutes"
services = ["draft-minutes"]
until = "minutes-approved"
authority = "Devon: until approved at the next review"
basis = "business"
)toml",
                    R"facts(
person P born 2015-01-01
involvement I P draft-minutes 2025-11-01 2025-11-30
event I minutes-approved 2026-02-11
)facts");
    EXPECT_EQ(world.outcome("I", "2026-02-10"), "undetermined");
    EXPECT_EQ(world.outcome("I", "2026-02-11"), "retain draft-minutes 2026-02-11");
    EXPECT_EQ(world.outcome("I", "2026-02-12"), "due draft-minutes 2026-02-11");
}

// EHC plan file; DOB 1995-09-15; 25+6 rule. Expected: 2026-09-15. Source: IRMS toolkit as reported on
// SENCO forum.
TEST(RetentionWorkedCase, R37) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "ehc-plan"
services = ["ehc-needs-plan"]
until = "birth + 31y"
authority = "IRMS toolkit: 25 and 6 years"
basis = "business"
)toml",
                    R"facts(
person P born 1995-09-15
involvement I P ehc-needs-plan 2005-01-01 2020-09-15
)facts");
    EXPECT_EQ(world.outcome("I", "2026-09-15"), "retain ehc-plan 2026-09-15");
    EXPECT_EQ(world.outcome("I", "2026-09-16"), "due ehc-plan 2026-09-15");
}

// Blackpool pupil record; DOB 2000-06-06; child also has an EHC plan (31-year rule). Expected: 25th
// birthday 2025-06-06 is NOT enough; 31-year rule governs: 2031-06-06. Source: Blackpool education
// schedule exception + IRMS.
TEST(RetentionWorkedCase, R39) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "pupil"
services = ["pupil-record"]
until = "birth + 25y"
authority = "Blackpool: pupil record to age 25, unless SEN"
basis = "business"

[[rule]]
id = "ehc-plan"
services = ["ehc-needs-plan"]
until = "birth + 31y"
covers = "file"
authority = "IRMS toolkit: 25 and 6 years"
basis = "business"
)toml",
                    R"facts(
person P born 2000-06-06
involvement I P pupil-record 2004-09-01 2018-07-20
involvement J P ehc-needs-plan 2010-01-01 2018-07-20
)facts");
    EXPECT_EQ(world.outcome("I", "2025-06-07"), "retain ehc-plan 2031-06-06");
    EXPECT_EQ(world.outcome("I", "2031-06-06"), "retain ehc-plan 2031-06-06");
    EXPECT_EQ(world.outcome("I", "2031-06-07"), "due ehc-plan 2031-06-06");
}

// Date of birth known only as "2008" (age-assessed); looked after. Expected: treat as 2008-12-31 for
// retention: retain_until 2083-12-31; after it REVIEW, not due, because the birth is not known to the
// day. Source: reg 50; estimated-date rule is house policy.
TEST(RetentionWorkedCase, R40) {
    CaseWorld world(services(), looked_after, R"facts(
person P born 2008
involvement I P looked-after 2020-01-01 2026-01-01
)facts");
    EXPECT_EQ(world.outcome("I", "2083-12-31"), "retain looked-after 2083-12-31");
    EXPECT_EQ(world.outcome("I", "2084-01-01"), "review looked-after 2083-12-31");
}

// Northumberland child protection; closed 1991-04-01; due since 2026-04-02; an active police
// preservation request. Expected: HOLD: no destruction; due date unchanged; re-evaluate on release.
// Source: legal holds suspend destruction.
TEST(RetentionWorkedCase, R42) {
    CaseWorld world(services(), northumberland, R"facts(
person P born 1980-01-01
involvement I P child-protection-plan 1988-01-01 1991-04-01
hold H from 2026-03-01 released 2027-05-05 persons P
)facts");
    EXPECT_EQ(world.outcome("I", "2026-04-01"), "retain child-protection 2026-04-01 holds H");
    EXPECT_EQ(world.outcome("I", "2026-04-02"), "held child-protection 2026-04-01 holds H");
    EXPECT_EQ(world.outcome("I", "2027-05-04"), "held child-protection 2026-04-01 holds H");
    EXPECT_EQ(world.outcome("I", "2027-05-05"), "due child-protection 2026-04-01");
}

// Volunteer mentor file (Essex); supported young person DOB 2005-10-10. Expected: clock runs from
// ANOTHER person: 2080-10-10. Source: Essex privacy notice.
TEST(RetentionWorkedCase, R44) {
    CaseWorld world(services(), R"toml(
[[rule]]
id = "volunteer"
services = ["volunteer-befriending"]
until = "birth@supported-child + 75y"
authority = "Essex: the supported young person's date of birth + 75 years"
basis = "business"
)toml",
                    R"facts(
person P born 1975-01-01
person C born 2005-10-10
involvement I P volunteer-befriending 2018-01-01 2022-01-01
role I supported-child C
)facts");
    EXPECT_EQ(world.outcome("I", "2080-10-10"), "retain volunteer 2080-10-10");
    EXPECT_EQ(world.outcome("I", "2080-10-11"), "due volunteer 2080-10-10");
}

}  // namespace
}  // namespace casekeeper::test
