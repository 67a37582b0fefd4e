// SPDX-License-Identifier: MIT
#include "store/register_store.h"

#include "base/digest.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

const std::string zeros(64, '0');

class RegisterStoreTest : public StoreTest {
protected:
    long long append(const std::string& kind, const std::string& facts = "{}") {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        const long long number = lines().append({"2026-11-23T03:00:00Z", kind, "ruth", facts});
        work.commit();
        return number;
    }
    RegisterStore lines() { return RegisterStore(database()); }
};
CASEKEEPER_ON_BOTH_ENGINES(RegisterStoreTest);

TEST_P(RegisterStoreTest, NumbersItsLines) {
    EXPECT_EQ(append("load"), 1);
    EXPECT_EQ(append("export"), 2);
    EXPECT_EQ(append("load"), 3);
}

TEST_P(RegisterStoreTest, KeepsTheTextThatIsHashed) {
    append("load", R"({"read":3})");
    const KeptLine line = *lines().line(1);
    EXPECT_EQ(line.line,
              R"({"number":1,"previous":")" + zeros +
                  R"(","at":"2026-11-23T03:00:00Z","kind":"load","actor":"ruth","facts":{"read":3}})");
    EXPECT_EQ(line.digest, sha256_of(line.line));
}

TEST_P(RegisterStoreTest, ChainsEachLineToTheOneBefore) {
    append("load");
    append("export");
    EXPECT_NE(lines().line(2)->line.find("\"previous\":\"" + lines().line(1)->digest + "\""),
              std::string::npos);
}

TEST_P(RegisterStoreTest, HasNoLineOfWorkThatWasGivenUp) {
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        lines().append({"a", "load", "ruth", "{}"});
    }
    EXPECT_EQ(lines().head().number, 0);
    EXPECT_EQ(lines().head().digest, zeros);
    EXPECT_EQ(append("load"), 1);
}

TEST_P(RegisterStoreTest, PagesThroughAllLinesOrThoseOfOneKind) {
    for (const char* kind : {"load", "export", "load", "load"}) append(kind);
    const auto numbers = [](const std::vector<KeptLine>& page) {
        std::vector<long long> found;
        for (const KeptLine& line : page) found.push_back(line.number);
        return found;
    };
    EXPECT_EQ(numbers(lines().page(1, 2)), (std::vector<long long>{2, 3}));
    EXPECT_EQ(numbers(lines().page(1, 9, "load")), (std::vector<long long>{3, 4}));
    EXPECT_TRUE(lines().page(4, 9).empty());
}

TEST_P(RegisterStoreTest, AnActorsNameIsWrittenAsJson) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    lines().append({"now", "load", "a \"b\" \\ c\n", "{}"});
    work.commit();
    EXPECT_NE(lines().line(1)->line.find(R"("actor":"a \"b\" \\ c\n")"), std::string::npos);
}

TEST_P(RegisterStoreTest, KnowsWhichLineSaysThatARecordEnded) {
    append("destroyed");
    EXPECT_FALSE(lines().has_ended());
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    lines().add_ended("abc", 1);
    work.commit();
    EXPECT_TRUE(lines().has_ended());
    EXPECT_EQ(lines().line_that_ended("abc"), 1);
    EXPECT_EQ(lines().line_that_ended("abd"), 0);
}

TEST_P(RegisterStoreTest, KeepsHowFarMirrorAndTreeHaveCome) {
    EXPECT_EQ(lines().state().mirrored, 0);
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    lines().set_mirrored(4);
    lines().set_tree(3, R"(["a","b"])");
    lines().set_mirrored(5);
    work.commit();
    EXPECT_EQ(lines().state().mirrored, 5);
    EXPECT_EQ(lines().state().tree_size, 3);
    EXPECT_EQ(lines().state().tree_frontier, R"(["a","b"])");
}

}  // namespace
}  // namespace casekeeper::test
