// SPDX-License-Identifier: MIT
#include "store/register_store.h"

#include "base/digest.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class RegisterStoreTest : public StoreTest {
protected:
    long long append(const std::string& kind, const std::string& facts = "{}") {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        const long long number =
            RegisterStore(database()).append({"2026-11-23T03:00:00Z", kind, "ruth", facts});
        work.commit();
        return number;
    }
    std::string digest_of(const std::string& number) const {
        return sql_value("select digest from register_line where number = " + number);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RegisterStoreTest);

TEST_P(RegisterStoreTest, NumbersItsLines) {
    EXPECT_EQ(append("load"), 1);
    EXPECT_EQ(append("export"), 2);
    EXPECT_EQ(append("load"), 3);
}

TEST_P(RegisterStoreTest, ChainsEachLineToTheOneBefore) {
    append("load");
    append("export");
    EXPECT_EQ(sql("select previous from register_line order by number"),
              (std::vector<std::string>{"", digest_of("1")}));
}

TEST_P(RegisterStoreTest, DigestsEverythingALineSays) {
    append("load", R"({"read":3})");
    Sha256 digest;
    digest.update("1\n2026-11-23T03:00:00Z\nload\nruth\n{\"read\":3}\n\n");
    EXPECT_EQ(digest_of("1"), digest.hex());
}

TEST_P(RegisterStoreTest, HasNoLineOfWorkThatWasGivenUp) {
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"a", "load", "ruth", "{}"});
    }
    EXPECT_EQ(append("load"), 1);
}

}  // namespace
}  // namespace casekeeper::test
