// SPDX-License-Identifier: MIT
#include "disposal/letters_on_the_way.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "support/letter_world.h"
#include "support/sample_letters.h"

namespace casekeeper::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* mother = R"(,"requester":{"name":"Maria Bird","capacity":"parent"})";

class LettersOnTheWayTest : public LetterWorld {
protected:
    LetterSettings settings() const {
        return {"Brightwell Children's Trust", "The records team, 01632 960 999", shipped_letters(), 12};
    }
    std::string to() const { return folder.path("letters"); }
};
CASEKEEPER_ON_BOTH_ENGINES(LettersOnTheWayTest);

TEST_P(LettersOnTheWayTest, AcknowledgeWithoutAWordOfTheRecord) {
    const DeletionCase hers = request(mother);
    const std::string file =
        write_acknowledgement(database(), settings(), hers, day("2026-12-02"), today, to());
    EXPECT_EQ(file, to() + "/acknowledgement.html");
    EXPECT_THAT(bytes_of(file), HasSubstr("by 2 December 2026"));
    EXPECT_THAT(bytes_of(file), HasSubstr("Dear Maria Bird,"));
    EXPECT_THAT(bytes_of(file), Not(HasSubstr("Zoë")));
    const auto again = [&] {
        write_acknowledgement(database(), settings(), hers, std::nullopt, today, to());
    };
    EXPECT_EQ(error_of(again), "73: " + file + " is there already");
    EXPECT_EQ(mode_of(file), "600");
    std::filesystem::remove(file);
    DeletionCase settled = hers;
    settled.state = "entitled";
    write_acknowledgement(database(), settings(), settled, std::nullopt, today, to());
    EXPECT_THAT(bytes_of(file), HasSubstr("one month after we know who is asking"));
}

TEST_P(LettersOnTheWayTest, TellALaterDayAndWhy) {
    const std::string file = write_extension(database(), settings(), request(), day("2027-02-02"),
                                             "Your record has many parts.", today, to());
    EXPECT_THAT(bytes_of(file), HasSubstr("by 2 February 2027"));
    EXPECT_THAT(bytes_of(file), HasSubstr("“Your record has many parts.”"));
}

TEST_P(LettersOnTheWayTest, TellBeforeARestrictionEnds) {
    const Record hold = record(
        R"({"type":"hold","id":"H1","kind":"restriction","authority":"UK GDPR Art 18","reason":"Wilma asked",)"
        R"("from":"2026-01-01","scope":{"involvements":["I1","I4"],"items":["entry:E5","involvement:I4"]}})");
    const std::string file =
        write_restriction_to_be_lifted(database(), schedule_in_force(database()), settings(), hold, "P1",
                                       "It was checked.", day("2027-01-04"), today, to());
    EXPECT_EQ(file, to() + "/restriction.html");
    for (const char* said :
         {"Dear Zoë,", "On 4 January 2027 we are going to unlock it", "Youth club, since 2022",
          "A note, 2 January 2020 (Child in need)", "“It was checked.”", "number: H1"})
        EXPECT_THAT(bytes_of(file), HasSubstr(said));
    EXPECT_THAT(bytes_of(file), Not(HasSubstr("since 2015")));
    EXPECT_THAT(bytes_of(file), Not(HasSubstr("Wilma")));
}

}  // namespace
}  // namespace casekeeper::test
