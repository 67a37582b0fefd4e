// SPDX-License-Identifier: MIT
#include "custody/ended_records.h"

#include <filesystem>

#include "support/register_world.h"

namespace casekeeper::test {
namespace {

class EndedRecordsTest : public RegisterWorld {
protected:
    void end(const std::string& kind, const std::string& type, const std::string& id) {
        const std::string digest = reg().pseudonyms().of_record(type, id);
        append(kind);
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).add_ended(digest, RegisterStore(database()).head().number);
        work.commit();
    }
    std::string said(const std::string& type, const std::string& id) {
        return EndedRecords(database(), places().key_folder).said_of(type, id).value_or("nothing");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(EndedRecordsTest);

TEST_P(EndedRecordsTest, SaysHowAndWhenARecordEnded) {
    append();
    end("destroyed", "involvement", "I1");
    end("transferred", "involvement", "I2");
    EXPECT_EQ(said("involvement", "I1"), "destroyed on 2026-11-23, certificate 2");
    EXPECT_EQ(said("involvement", "I2"), "transferred on 2026-11-23, certificate 3");
}

TEST_P(EndedRecordsTest, SaysNothingOfOthers) {
    end("destroyed", "involvement", "I1");
    EXPECT_EQ(said("involvement", "I2"), "nothing");
    EXPECT_EQ(said("person", "I1"), "nothing");
}

TEST_P(EndedRecordsTest, WantsNoKeyWhereNothingHasEnded) {
    append();
    EXPECT_EQ(said("involvement", "I1"), "nothing");
    EXPECT_FALSE(std::filesystem::exists(places().key_folder));
}

TEST_P(EndedRecordsTest, DoesNotAnswerWithAnotherKey) {
    end("destroyed", "involvement", "I1");
    std::filesystem::remove_all(places().key_folder);
    EXPECT_EQ(error_of([&] { said("involvement", "I1"); }),
              "78: the key file " + places().key_folder + "/register.key is not there");
    EXPECT_FALSE(std::filesystem::exists(places().key_folder));
}

}  // namespace
}  // namespace casekeeper::test
