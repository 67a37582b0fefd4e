// SPDX-License-Identifier: MIT
//
// Every statement of sql/ is one that both engines can prepare.
#include <set>

#include "sql_statements.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class EveryStatementTest : public StoreTest {
protected:
    std::string text_of(const Statement& statement) const {
        return on_postgresql() ? statement.postgresql : statement.sqlite;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(EveryStatementTest);

TEST_P(EveryStatementTest, IsUnderstoodByTheEngine) {
    database();
    const std::vector<std::string> before{text_of(sql::system::create_load_places)};
    for (const Statement* statement : sql::all_statements)
        EXPECT_EQ(wrong_with_statement(before, text_of(*statement)), "") << statement->name;
}

TEST_P(EveryStatementTest, NamesNothingThatIsNotThere) {
    database();
    EXPECT_NE(wrong_with_statement({}, "select id from person where shoe_size = :size"), "");
}

TEST(EveryStatement, HasANameOfItsOwn) {
    std::set<std::string> names;
    for (const Statement* statement : sql::all_statements)
        EXPECT_TRUE(names.insert(statement->name).second) << statement->name;
    EXPECT_GT(names.size(), 100U);
}

}  // namespace
}  // namespace casekeeper::test
