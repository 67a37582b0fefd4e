// SPDX-License-Identifier: MIT
#include "policy/misfiled_signs.h"

#include <gmock/gmock.h>

#include <map>

#include "support/person_called.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Ada Jane Okoro's record, which knows her sister Nia and a Mrs Cole. Clients besides: Ben Haile, P2, whose NHS number
// is 943 476 5919; Kit Moss, P3; two of the name of Sam Ash; Pat Lane, a worker and once a client.
class MisfiledSignsTest : public testing::Test {
protected:
    MisfiledSignsTest() {
        people_.own_ids = {"P1"};
        people_.own = {called("Ada Jane", "Okoro", "2012-05-04", {"450 557 7104"})};
        people_.known_ids = {"P7"};
        people_.known = {called("Nia", "Okoro", "2014-02-03")};
        people_.known_names = {"Rose Cole"};
        clients_.called = [](const std::string& name) -> std::vector<std::string> {
            static const std::map<std::string, std::vector<std::string>> all = {
                {"ben haile", {"P2"}}, {"kit moss", {"P3"}},  {"sam ash", {"P4", "P5"}}, {"pat lane", {"P6"}},
                {"nia okoro", {"P7"}}, {"ada okoro", {"P1"}}, {"rose cole", {"P8"}}};
            const auto found = all.find(name);
            return found == all.end() ? std::vector<std::string>() : found->second;
        };
        clients_.numbered = [](const std::string& letters) -> std::vector<std::string> {
            return letters == "9434765919" ? std::vector<std::string>{"P2"} : std::vector<std::string>();
        };
        clients_.is_worker = [](const std::string& name) { return name == "pat lane"; };
    }
    // "RULE WHOSE words"
    std::vector<std::string> signs(const std::string& text) const {
        std::vector<std::string> found;
        for (const MisfiledSign& sign : MisfiledSigns(people_, clients_).in(text))
            found.push_back(std::string(to_text(sign.kind)) + " " + sign.whose + " " +
                            text.substr(sign.begin, sign.end - sign.begin));
        return found;
    }

    RecordPeople people_;
    AllClients clients_;
};

TEST_F(MisfiledSignsTest, AnotherClientIsItsSubject) {
    EXPECT_THAT(signs("I saw Ben Haile at school. He was well."),
                ElementsAre("another-clients-record P2 Ben Haile"));
    EXPECT_THAT(signs("Ben Haile's mother rang."), ElementsAre("another-clients-record P2 Ben Haile"));
    EXPECT_THAT(signs("HAILE, Ben: visit at home"), ElementsAre("another-clients-record P2 HAILE, Ben"));
}

TEST_F(MisfiledSignsTest, WhereItsOwnPersonIsCalledByAnyNameItIsTheirs) {
    EXPECT_THAT(signs("I saw Ada with Ben Haile."), IsEmpty());
    EXPECT_THAT(signs("Ben Haile met the Okoro family."), IsEmpty());
    EXPECT_THAT(signs("AO was with Ben Haile."), IsEmpty());
    EXPECT_THAT(signs("ada came with Ben Haile"), IsEmpty());
}

TEST_F(MisfiledSignsTest, SomebodyKnownHereOrAWorkerOrOneOfTwoIsNoSign) {
    EXPECT_THAT(signs("Nia Okoro rang."), IsEmpty());
    EXPECT_THAT(signs("Rose Cole rang."), IsEmpty()) << "she is known by that name, whoever else has it";
    EXPECT_THAT(signs("Pat Lane visited."), IsEmpty());
    EXPECT_THAT(signs("Sam Ash was there."), IsEmpty()) << "two clients are called so";
    EXPECT_THAT(signs("Ben Haile and Kit Moss were there."), IsEmpty()) << "it is about neither alone";
    people_.known_names = {"Mary Ben Haile"};
    EXPECT_THAT(signs("Mary Ben Haile rang."), IsEmpty()) << "it is within a name that is known";
    EXPECT_THAT(signs("Ben was there, and so was haile."), IsEmpty()) << "not in full";
    EXPECT_THAT(signs(""), IsEmpty());
}

TEST_F(MisfiledSignsTest, ADateOfBirthThatIsNobodysHere) {
    EXPECT_THAT(signs("DOB 03/05/2011, seen at home."), ElementsAre("anothers-date-of-birth  03/05/2011"));
    EXPECT_THAT(signs("Ada, born on 3 May 2011, was well."),
                ElementsAre("anothers-date-of-birth  3 May 2011"));
    EXPECT_THAT(signs("Child's DOB: 03/05/2011"), ElementsAre("anothers-date-of-birth  03/05/2011"));
    EXPECT_THAT(signs("d.o.b. 3.5.2011"), ElementsAre("anothers-date-of-birth  3.5.2011"));
}

TEST_F(MisfiledSignsTest, WhoeverIsWrittenAsTheChildIsNobodyElse) {
    people_.known_names = {"The child", "A parent and the school"};
    EXPECT_THAT(signs("The DOB of the child: 03/05/2011"), ElementsAre("anothers-date-of-birth  03/05/2011"));
    EXPECT_THAT(signs("The parent's DOB: 03/05/2011"), IsEmpty());
}

TEST_F(MisfiledSignsTest, ADateOfBirthThatHasAnotherReadingIsNoSign) {
    EXPECT_THAT(signs("DOB 04/05/2012"), IsEmpty());
    EXPECT_THAT(signs("DOB 05/04/2012"), IsEmpty()) << "day and month are swapped";
    EXPECT_THAT(signs("Nia, DOB 03/02/2014"), IsEmpty());
    EXPECT_THAT(signs("Her mother was born on 3 May 1980."), IsEmpty());
    EXPECT_THAT(signs("Nia was born on 3 May 2011."), IsEmpty()) << "it is said of her sister";
    EXPECT_THAT(signs("Seen on 03/05/2011."), IsEmpty());
    people_.own.front().dob.reset();
    EXPECT_THAT(signs("DOB 03/05/2011"), IsEmpty()) << "hers is not known";
}

TEST_F(MisfiledSignsTest, ANumberThatIsAnotherClients) {
    EXPECT_THAT(signs("Ada's NHS number is 943 476 5919."),
                ElementsAre("anothers-identifier P2 943 476 5919"));
    EXPECT_THAT(signs("NHS no 450 557 7104"), IsEmpty());
    EXPECT_THAT(signs("order 943 476 5918"), IsEmpty()) << "its check digit is wrong";
}

TEST_F(MisfiledSignsTest, ANumberSaidToBeTheirsThatIsNot) {
    EXPECT_THAT(signs("NHS number 401 023 2137"), ElementsAre("anothers-identifier  401 023 2137"));
    EXPECT_THAT(signs("Her brother's NHS number is 401 023 2137."), IsEmpty());
    people_.own.front().identifiers.clear();
    EXPECT_THAT(signs("NHS number 401 023 2137"), IsEmpty()) << "hers is not recorded";
}

TEST_F(MisfiledSignsTest, NoTextIsTooStrange) {
    std::string text(100000, 'A');
    EXPECT_THAT(signs(text), IsEmpty());
    EXPECT_THAT(signs("\xff\xfe Ben \xc3 Haile"), IsEmpty());
}

}  // namespace
}  // namespace casekeeper::test
