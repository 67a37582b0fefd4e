// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "base/json_read.h"
#include "support/program_test.h"
#include "support/statement_world.h"

namespace casekeeper::test {
namespace {

std::string json_of(const StatementWorld& world, const PrivacyStatement& statement) {
    return to_json(statement, world.sources(), world.page(statement));
}

TEST(PrivacyStatementJson, IsOneDocumentWithValuesAndText) {
    const StatementWorld world;
    const std::string json = json_of(world, world.about("looked-after", Audience::child));
    EXPECT_EQ(keys_of(json),
              "for trust contact schedule person services longer recipients consulted withheld title text");
    EXPECT_EQ(keys_at(json, "/services/0"), "service title class purpose lawful_basis deletion rules");
    EXPECT_EQ(keys_at(json, "/services/0/rules/0"), "rule title how_long then care why");
    EXPECT_EQ(keys_at(json, "/consulted/0"), "id title services lawful_bases gateway why needs_consent");
    EXPECT_EQ(keys_at(json, "/withheld/0"), "rule title paragraph plain");
    EXPECT_NE(json.find(R"("for":"child","trust":"Example Children's Trust")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("person":null)"), std::string::npos);
    EXPECT_NE(json.find(R"("how_long":"At least until your 75th birthday.")"), std::string::npos);
    EXPECT_EQ(lines_of(json).size(), 1U);
}

TEST(PrivacyStatementJson, OfAPersonHasTheirRecords) {
    const StatementWorld world;
    const std::string json =
        json_of(world, world.of_zoe({decided("I1", "looked-after", "retain", "2086-05-14", "looked-after"),
                                     decided("I2", "mappa", "held", "2020-05-14", "public-protection")},
                                    Audience::full));
    EXPECT_EQ(keys_at(json, "/person"), "person as_of records not_named");
    EXPECT_EQ(keys_at(json, "/person/records/0"),
              "involvement service opened closed kept until because then less_on passed_on");
    EXPECT_NE(json.find(R"("kept":"until","until":"2086-05-14")"), std::string::npos) << json;
    EXPECT_NE(json.find(R"("then":"Then it is destroyed, so that nobody can bring it back.","less_on":null)"),
              std::string::npos)
        << json;
    EXPECT_NE(json.find(R"("not_named":1)"), std::string::npos);
    EXPECT_EQ(json.find("mappa"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test
