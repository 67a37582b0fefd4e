// SPDX-License-Identifier: MIT
//
// A load that still carries what has ended here: it is said, and not brought back.
#include "custody/pseudonym.h"
#include "intake/importer.h"
#include "store/register_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class EndedRecordsLoadTest : public LoadedStoreTest {
protected:
    // Line N of the register says that these have ended.
    void end(const std::vector<std::pair<std::string, std::string>>& records) {
        const Pseudonyms pseudonyms(folder.path("elsewhere/keys"));
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore lines(database());
        const long long number = lines.append({"2026-11-20T03:00:00Z", "destroyed", "night", "{}"});
        for (const auto& [type, id] : records) lines.add_ended(pseudonyms.of_record(type, id), number);
        work.commit();
        said_ = "destroyed on 2026-11-20, certificate " + std::to_string(number);
    }
    // How a finding on a line begins and ends.
    std::string aside(int line, const std::string& record, const std::string& before = "") const {
        return std::to_string(line) + ": error: " + record + ": " + before + said_ +
               "; the source still holds it";
    }
    std::string ids(const std::string& table) const {
        std::string all;
        for (const std::string& id : sql("select id from " + table + " order by id")) all += id + " ";
        return all;
    }
    std::string said_;
};
CASEKEEPER_ON_BOTH_ENGINES(EndedRecordsLoadTest);

TEST_P(EndedRecordsLoadTest, ARecordThatEndedIsSetAside) {
    end({{"involvement", "I1"}, {"person", "P1"}});
    const Texts found =
        findings_of({person("P1"), involvement("I1", "P1"), person("P2"), involvement("I2", "P2")});
    EXPECT_EQ(found, (Texts{aside(2, "involvement I1"), aside(1, "person P1")}));
    EXPECT_EQ(ids("involvement"), "I2 ");
    EXPECT_EQ(ids("person"), "P2 ");
}

TEST_P(EndedRecordsLoadTest, SoIsAnAdoptedPersonWhoNamesAnother) {
    end({{"person", "P1"}});
    const Texts found =
        findings_of({person("P1", R"(,"adopted_from":"P2")"), person("P2"), involvement("I2", "P2")});
    EXPECT_EQ(found, Texts{aside(1, "person P1")});
    EXPECT_EQ(ids("person"), "P2 ");
}

TEST_P(EndedRecordsLoadTest, SoAreItsEntriesAndTheirDocuments) {
    folder.write("bundle/a.txt", "hello");
    end({{"involvement", "I1"}, {"entry", "E1"}});
    const Texts found =
        findings_of({person("P1"), involvement("I2", "P1"), entry("E1", "I1"), entry("E3", "I1"),
                     R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})"});
    EXPECT_EQ(found, (Texts{aside(3, "entry E1"), aside(4, "entry E3", "its involvement I1 was "),
                            aside(5, "document D1", "its entry E1 was ")}));
    EXPECT_EQ(ids("entry") + ids("document"), "");
    EXPECT_EQ(contents_of(documents()), "");
}

TEST_P(EndedRecordsLoadTest, APersonWhoIsBackWithSomethingNewIsLoadedWithAWarning) {
    end({{"person", "P1"}, {"involvement", "I1"}});
    const Texts found = findings_of({person("P1"), involvement("I2", "P1")});
    EXPECT_EQ(
        found,
        Texts{"1: warning: person P1: the person's earlier record has ended here; loaded for what is new"});
    EXPECT_EQ(ids("person") + ids("involvement"), "P1 I2 ");
}

TEST_P(EndedRecordsLoadTest, OtherRecordsAreLoadedAsEver) {
    end({{"involvement", "I1"}});
    EXPECT_EQ(findings_of({person("P1"), involvement("I9", "P1"), entry("I1", "I9")}), Texts{});
}

TEST_P(EndedRecordsLoadTest, TheLoadsLineCountsWhatWasSetAside) {
    end({{"involvement", "I1"}});
    const ImportResult result = load({person("P1"), involvement("I2", "P1"), involvement("I1", "P1")});
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(sql_value("select cast(rejected as text) from load"), "1");
}

}  // namespace
}  // namespace casekeeper::test
