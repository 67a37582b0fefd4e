// SPDX-License-Identifier: MIT
#include "policy/protected_places.h"

#include <algorithm>
#include <map>
#include <random>

#include "base/folded_letters.h"
#include "policy/address_words.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Places = std::vector<ProtectedPlace>;
using Texts = std::vector<std::string>;

Places places(const std::string& more, const std::string& id = "P2") {
    return protected_places_of(record(R"({"type":"person","id":")" + id +
                                      R"(","family_name":"Roe","given_names":"Jane",)" + more + "}"));
}

// A protected address of these lines, as JSON texts; a contact.
Places address(const std::string& lines, const std::string& postcode = {}) {
    return places(R"("addresses":[{"lines":[)" + lines + R"(],"postcode":")" + postcode +
                  R"(","protected":true}])");
}
Places contact(const std::string& kind, const std::string& value) {
    return places(R"("contacts":[{"kind":")" + kind + R"(","value":")" + value + R"(","protected":true}])");
}
Places postcode(const std::string& code) {
    return address("", code);
}

bool finds(const Places& place, const std::string& text) {
    return PlaceSearch(place).found_in(text) == std::vector<std::size_t>{0};
}

void expect_found(const Places& place, const Texts& texts) {
    for (const std::string& text : texts) EXPECT_TRUE(finds(place, text)) << text;
}
void expect_not_found(const Places& place, const Texts& texts) {
    for (const std::string& text : texts) EXPECT_FALSE(finds(place, text)) << text;
}

// Each letter of a code by itself in one of its spellings, by a number that says which.
std::string spelt(const std::string& code, unsigned which) {
    static const std::map<char, Texts> ways = {{'0', {"0", "O", "o", "０"}},
                                               {'1', {"1", "I", "l", "L", "１"}},
                                               {'O', {"O", "0", "o"}},
                                               {'I', {"I", "1", "i", "l"}},
                                               {'L', {"L", "1", "l", "I"}}};
    std::string text;
    for (const char letter : code) {
        const auto found = ways.find(letter);
        const std::string small(1, static_cast<char>(letter | 0x20));
        const Texts all = found != ways.end() ? found->second : Texts{std::string(1, letter), small};
        text += all[which % all.size()];
        which /= 2;
    }
    return text;
}

// ── Postcodes ──

TEST(ProtectedPostcode, IsFoundHoweverItsHalvesAreParted) {
    const Places place = postcode("SW1A 1AA");
    for (const char* between :
         {"",    " ",      "  ",     "-",      ".",      "_",      "/",         "\n",  "\r\n",    "\t",
          " - ", "\u00a0", "\u2009", "\u200b", "\u2013", "\u00ad", ", ",        "|",   "%20",     "%2520",
          "+",   "=20",    "=\n",    "&nbsp;", "&#160;", "<br>",   "</td><td>", "\\n", "\\u00a0", "%C2%A0"})
        for (const char* form : {"SW1A@1AA", "sw1a@1aa", "Sw1a@1aA", "s@w1a1aa", "SW@1A@1AA", "S@W@1@A@1@A@A",
                                 "ＳＷ１Ａ@１ＡＡ", "ⓈⓌ①Ⓐ@1AA"}) {
            std::string text;
            for (const char* c = form; *c != '\0'; ++c)
                if (*c == '@')
                    text += between;
                else
                    text += *c;
            expect_found(place, {text, "lives at " + text + " now", "(" + text + ").", "\"" + text + "\""});
        }
}

TEST(ProtectedPostcode, IsFoundWithLettersForFiguresAndBack) {
    for (const char* code : {"SO10 1OL", "IL1 0LO", "E1 6AN", "LL11 1LL", "W1T 4LP", "GIR 0AA", "EC1A 1BB"}) {
        const Places place = postcode(code);
        std::string bare = code;
        bare.erase(std::remove(bare.begin(), bare.end(), ' '), bare.end());
        for (unsigned which = 0; which < 64; ++which) {
            const std::string halves = spelt(bare.substr(0, bare.size() - 3), which) + " " +
                                       spelt(bare.substr(bare.size() - 3), which / 4);
            if (is_number(folded_letters(halves).letters)) continue;
            EXPECT_TRUE(finds(place, "at " + halves + ".")) << code << ": " << halves;
        }
    }
    expect_found(postcode("SW1A 1AA"), {"SWIA IAA", "swla laa", "SWIAIAA", "SW1A IAA", "SWIA1AA"});
    expect_found(postcode("SWIA IAA"), {"SW1A 1AA", "sw1a1aa"});
}

TEST(ProtectedPostcode, IsFoundWithinALongerRun) {
    expect_found(postcode("SW1A 1AA"),
                 {"report_SW1A1AA.pdf", "reportSW1A1AA2.pdf", "xsw1a1aay", "?q=SW1A%201AA", "?q=SW1A+1AA&z=1",
                  "https://maps.example.org/SW1A1AA/12", "LondonSW1A 1AA", "SW1A 1AAThe house", "12SW1A 1AA",
                  "SW1A1AAB",
                  std::string("S\0W\0"
                              "1\0A\0"
                              "1\0A\0A\0",
                              14)});
}

TEST(ProtectedPostcode, IsNotFoundInWhatOnlyLooksLikeIt) {
    expect_not_found(postcode("SW1A 1AA"), {"SW1A 1AAB", "XSW1A 1AA", "SW1A 1AB", "SW1A 2AA", "SW1 1AA",
                                            "SW1A", "1AA", "SW1A 11AA", "", "SW1A and 1AA", "W1A 1AA"});
    expect_not_found(postcode("CA1 1ED"), {"she called again", "He was called.", "called-off", "recalled"});
    expect_not_found(postcode("B1 1LL"), {"billiards", "bill", "Bill is", "a billion"});
    expect_not_found(postcode("W1 1LL"), {"William", "will", "11111"});
    expect_not_found(postcode("L1 1LL"), {"11111", "call 0111110"});
    expect_not_found(postcode("E1 6AN"), {"aged 16 and", "Grade 16 angles", "the 16 another"});
}

TEST(ProtectedPostcode, HalfOfOneIsNoPlace) {
    for (const char* half : {"SW1A", "LS1", "London", "-", "n/k"}) {
        const PlaceSearch search(postcode(half));
        EXPECT_EQ(search.found_in("SW1A LS1 London n/k"), std::vector<std::size_t>{}) << half;
        EXPECT_EQ(search.beyond_search(), std::vector<std::size_t>{0}) << half;
    }
    expect_found(postcode("D02 X285"), {"Dublin D02 X285", "d02x285"});
}

// ── Addresses ──

TEST(ProtectedAddress, IsFoundByItsNumberAndStreet) {
    expect_found(address(R"("12 Elm Road","Leeds")", "LS1 4AB"), {"12 Elm Road",
                                                                  "12 elm road",
                                                                  "12, ELM ROAD",
                                                                  "12 Elm Rd",
                                                                  "12 Elm Rd.",
                                                                  "12 Elm\nRoad",
                                                                  "12\nElm Road",
                                                                  "12Elm Road",
                                                                  "12 Elm  Road,",
                                                                  "12-Elm-Road",
                                                                  "No. 12 Elm Road",
                                                                  "no 12, Elm Rd",
                                                                  "number 12 in Elm Road",
                                                                  "Flat 3, 12 Elm Road",
                                                                  "12 El\u0301m Road",
                                                                  "12 Ｅlm Road",
                                                                  "12 Elm Road's gate",
                                                                  "report_12_Elm_Road.pdf",
                                                                  "report12ElmRd.docx",
                                                                  "12elmroad.jpg",
                                                                  "12elmrd.jpg",
                                                                  "12%20Elm%20Road",
                                                                  "12&nbsp;Elm&nbsp;Road",
                                                                  "1 2 E l m R o a d",
                                                                  "twelve Elm Road",
                                                                  "Elm Road 12",
                                                                  "Elm Rd no. 12",
                                                                  "Elm Road, number 12",
                                                                  "12 Elm=\n Road",
                                                                  "LS14AB",
                                                                  "Elm Road, Leeds",
                                                                  "lives on Elm Rd in Leeds",
                                                                  "12 Elm-\nRoad"});
}

TEST(ProtectedAddress, IsNotFoundInItsNeighbours) {
    expect_not_found(address(R"("12 Elm Road","Leeds","West Yorkshire")", "LS1 4AB"),
                     {"112 Elm Road", "2 Elm Road", "13 Elm Road", "12 Elm Roadside", "12 Elmer Road",
                      "12 Elm Grove", "12 Helm Road", "Elm Road", "Leeds", "Leeds, West Yorkshire",
                      "Elm Road in Bradford", "12 roads", "12 Elm Roe"});
}

TEST(ProtectedAddress, ATownOrCountyIsNoPlace) {
    for (const char* lines :
         {R"("London")", R"("Leeds","West Yorkshire")", R"("London","England")", R"("Norfolk")"}) {
        const PlaceSearch search(address(lines));
        EXPECT_EQ(search.beyond_search(), std::vector<std::size_t>{0}) << lines;
        EXPECT_EQ(search.found_in("London Leeds, West Yorkshire, Norfolk, England"),
                  std::vector<std::size_t>{});
    }
    expect_not_found(address(R"("12 Elm Road","Little Snoring","Norfolk")"), {"Little Snoring", "Norfolk"});
}

TEST(ProtectedAddress, ReadsStreetAndSaintAlike) {
    expect_found(address(R"("7 St John's Street","York")"),
                 {"7 St Johns St", "7 Saint John\u2019s Street", "7 St. John's St.", "7 STREET JOHNS STREET",
                  "7stjohnsstreet", "seven St Johns Street"});
    for (const auto& [written, said] :
         std::vector<std::pair<std::string, std::string>>{{"Oak Avenue", "Oak Ave"},
                                                          {"Oak Av", "Oak Avenue"},
                                                          {"Oak Close", "Oak Cl"},
                                                          {"Oak Cres", "Oak Crescent"},
                                                          {"Oak Gardens", "Oak Gdns"},
                                                          {"Oak Ln", "Oak Lane"},
                                                          {"Oak Drive", "Oak Dr"},
                                                          {"Oak Terrace", "Oak Terr"},
                                                          {"Oak Sq", "Oak Square"},
                                                          {"Park Road", "Park Rd"},
                                                          {"High Street", "High St"},
                                                          {"Green Lane", "Grn Ln"}})
        expect_found(address("\"3 " + written + "\""), {"at 3 " + said + " with", "3" + said});
}

TEST(ProtectedAddress, OfAFlatOrARangeIsFoundByTheHouse) {
    expect_found(address(R"("Flat 2, 12 Elm Road","Leeds")"),
                 {"12 Elm Road", "Flat 2, 12 Elm Rd", "2/12 Elm Road", "12 Elm Road, Flat 2"});
    expect_not_found(address(R"("Flat 2, 12 Elm Road","Leeds")"), {"Flat 2", "2 Elm Road", "Flat 2, Leeds"});
    expect_found(address(R"("12-14 Elm Road")"),
                 {"12 Elm Road", "14 Elm Road", "12 to 14 Elm Road", "12-14 Elm Rd"});
    expect_found(address(R"("12A Elm Road")"), {"12a Elm Road", "12 A Elm Road", "12 Elm Road"});
    expect_not_found(address(R"("12 Elm Road")"), {"12A Elm Road", "12 B Elm Road"});
    expect_found(address(R"("12","Elm Road","Leeds")"), {"12 Elm Road", "Elm Road, Leeds", "Elm Road 12"});
    expect_found(address(R"("Elm Road 12","Leeds")"), {"12 Elm Road", "Elm Road 12"});
}

TEST(ProtectedAddress, IsFoundByTheNameOfTheHouse) {
    const Places place = address(R"("Rose Cottage","Elm Road","Thornham","Norfolk")");
    expect_found(place, {"at Rose Cottage", "ROSE COTTAGE.", "Rose-Cottage", "rose_cottage.jpg",
                         "rosecottage.jpg", "Elm Road in Thornham", "Rose Cott."});
    expect_not_found(place, {"a rose by the cottage", "Rose Cottages Ltd", "Elm Road", "Thornham"});
    expect_found(address(R"("The Old Rectory","Thornham")"),
                 {"the Old Rectory", "The Old Rectory, Thornham"});
    expect_found(address(R"("The Beeches","Elm Road","Leeds")"), {"at the Beeches", "Beeches, Elm Road"});
    expect_found(address(R"("Fairview","Little Snoring","Fakenham","Norfolk")"),
                 {"Fairview, Little Snoring"});
    expect_not_found(address(R"("Fairview","Little Snoring","Fakenham","Norfolk")"),
                     {"Fairview", "Little Snoring", "Fakenham"});
    expect_found(address(R"("Flat 2","Rose House","Elm Road")"),
                 {"Rose House", "2 Rose House", "Flat 2 Rose Hse"});
}

TEST(ProtectedAddress, WhatAnybodyMaySayIsNoNameOfAHouse) {
    expect_not_found(address(R"("The Old House","Elm Road","Leeds")"),
                     {"the old house", "moved out of the old house on Monday"});
    expect_found(address(R"("The Old House","Elm Road","Leeds")"), {"The Old House, Elm Road"});
    expect_not_found(address(R"("3 The Close","Wells")"), {"3 close friends", "the close"});
    expect_found(address(R"("3 The Close","Wells")"), {"3 The Close", "3, the close"});
    expect_not_found(address(R"("The Refuge","Leeds")"), {"the refuge", "a refuge"});
    expect_not_found(address(R"("Jane Roe","Mrs A Smith","c/o Okoro","12 Elm Road")"),
                     {"Jane Roe", "Mrs A Smith", "Okoro", "c/o Okoro"});
}

TEST(ProtectedAddress, WhoItGoesInCareOfDoesNotHideIt) {
    expect_found(address(R"("c/o Mr and Mrs Okoro 12 Elm Road","Leeds")"), {"12 Elm Road"});
    expect_found(address(R"("Mrs A Smith","c/o Rose Cottage","Leeds")"), {"Rose Cottage"});
    expect_found(address(R"("Care of 12 Elm Road")"), {"12 Elm Road"});
}

TEST(ProtectedAddress, TellsOrdinalsFromHouseNumbers) {
    const Places place = address(R"("12 1st Avenue","Hull")", "HU1 1AA");
    expect_found(place, {"12 1st Avenue", "12 1st Ave", "12, 1ST AVENUE", "1st Avenue, Hull"});
    expect_not_found(place, {"1st Avenue", "the 1st of May", "12 St Avenue"});
    expect_not_found(address(R"("1st Avenue","Hull")"), {"1st Avenue"});
    expect_found(address(R"("21 St John's Road")"), {"21 St Johns Rd", "21 Saint John's Road"});
    expect_found(address(R"("1st Floor Flat","Rose House","Elm Road")"), {"Rose House"});
    expect_not_found(address(R"("1st Floor Flat","Rose House","Elm Road")"), {"1st floor flat", "1st floor"});
}

TEST(ProtectedAddress, ATownThatIsAlsoACountyTellsAStreetFromOthers) {
    expect_found(address(R"("12 Elm Road","Bristol")"), {"Elm Road in Bristol", "12 Elm Road"});
    expect_not_found(address(R"("12 Elm Road","Bristol")"), {"Bristol", "Elm Road"});
}

TEST(ProtectedAddress, APostcodeOrNumberWithinALineIsOne) {
    expect_found(postcode("LS1 4AB (Leeds)"), {"ls14ab"});
    expect_found(postcode("Leeds\u00a0LS1\u00a04AB"), {"ls14ab"});
    expect_found(address(R"("Leeds\u00a0LS1\u00a04AB")"), {"ls14ab"});
    expect_found(address(R"("12 Elm Road, Leeds LS1 4AB")"), {"LS14AB", "12 Elm Road"});
    expect_found(address(R"("LS1 4AB")"), {"ls1 4ab"});
    expect_found(address(R"("Rose Cottage, tel. 01632 960123")"), {"01632960123", "Rose Cottage"});
}

TEST(ProtectedAddress, WhateverIsRecordedIsFoundInItselfOrSaidToBeBeyondSearch) {
    const Texts pieces = {"12",           "Elm",  "Road", "1st", "c/o",   "Mrs", "flat",
                          "Rose Cottage", "SW1A", "1AA",  "+44", "Leeds", "the", "no",
                          "Kent",         "a@b",  "\xff", "'",   ",",     "\n"};
    std::mt19937 random(11);
    const auto line = [&] {
        std::string text;
        for (std::size_t i = random() % 6; i > 0; --i) text += pieces[random() % pieces.size()] + " ";
        return text;
    };
    for (int i = 0; i < 500; ++i) {
        ProtectedPlace place;
        place.lines = {line(), line()};
        const PlaceSearch search({place});
        EXPECT_NE(search.found_in(place.lines[0] + "\n" + place.lines[1]).empty(),
                  search.beyond_search().empty());
    }
}

// ── Contacts ──

TEST(ProtectedPhone, IsFoundInEveryForm) {
    for (const char* recorded : {"07700 900123", "+44 7700 900123", "0044 7700 900123", "+44 (0)7700 900123",
                                 "07700-900-123", "447700900123", "07700900123 (mum)"}) {
        const Places place = contact("mobile", recorded);
        EXPECT_EQ(place.front().kind, "phone");
        expect_found(place,
                     {"07700 900123", "07700900123", "+44 7700 900123", "+447700900123", "0044 7700 900 123",
                      "+44 (0) 7700 900123", "(07700) 900123", "07700.900.123", "07700\n900123",
                      "0 7 7 0 0 9 0 0 1 2 3", "tel:07700900123", "O77OO 9OO I23", "7700 900123",
                      "０７７００ ９００１２３", "call07700900123now", "07700%20900123", "07700/900123"});
        expect_not_found(place, {"07700 900124", "07701 900123", "900123", "0770 900123", "7700 and 900123"});
    }
}

TEST(ProtectedPhone, OfOtherCountriesAndSeveralAtOnce) {
    expect_found(contact("home", "+353 1 234 5678"), {"+353 1 234 5678", "00353 1 2345678", "(01) 234 5678"});
    for (const char* two : {"07700 900123 / 01632 960456", "07700 900123 01632 960456",
                            "07700 900123, 01632 960456", "mum 07700 900123 dad 01632 960456"})
        expect_found(contact("phone", two), {"07700900123", "01632 960456"});
    for (const char* messy : {"07700 900123 (2)", "07700 900123 x4", "077OO 9OO123", "07700\u00a0900123",
                              "07700\u2013900\u2013123", "０７７００ ９００１２３"})
        expect_found(contact("phone", messy), {"07700 900123", "+44 7700 900123"});
    EXPECT_EQ(PlaceSearch(contact("phone", "999")).beyond_search(), std::vector<std::size_t>{0});
}

TEST(ProtectedEmail, IsFoundInEveryForm) {
    const Places place = contact("email", "Anna.Roe@mail.example.org");
    EXPECT_EQ(place.front().kind, "email");
    expect_found(place,
                 {"anna.roe@mail.example.org", "ANNA.ROE@MAIL.EXAMPLE.ORG", "<anna.roe@mail.example.org>",
                  "anna.roe @ mail.example.org", "anna.roe (at) mail.example.org",
                  "anna dot roe at mail dot example dot org", "anna.roe[at]mail[dot]example[dot]org",
                  "mailto:anna.roe%40mail.example.org", "anna.roe＠mail.example.org",
                  "anna_roe_mail_example_org.eml", "anna.roe=40mail.example.org"});
    expect_not_found(place, {"joanna.roe@mail.example.org", "anna.roe@example.org",
                             "anna.roe@mail.example.orgs", "anna.row@mail.example.org", "anna roe"});
}

TEST(ProtectedSchool, IsFoundByItsName) {
    const Places place = contact("school", "St Mary's Primary School, Leeds");
    EXPECT_EQ(place.front().kind, "place");
    expect_found(place,
                 {"St Mary's Primary School", "st marys primary school", "Saint Mary\u2019s Primary",
                  "ST. MARY'S PRIMARY SCH", "St_Marys_Primary_School.pdf", "stmarysprimaryschool.pdf"});
    expect_not_found(
        place, {"St Mary's", "primary school", "Leeds", "St Maryse Primary School", "East Marys Primary"});
    expect_found(contact("placement", "Oakfield"), {"moved to Oakfield.", "OAKFIELD"});
    expect_not_found(contact("placement", "Oakfield"), {"Oakfields", "Broakfield"});
    expect_found(contact("placement", "Rose House, 12 Elm Road, LS1 4AB, 01632 960123"),
                 {"Rose House", "12 Elm Rd", "LS14AB", "01632960123"});
    expect_found(contact("chat", "@rosie_b99"), {"rosie_b99", "RosieB99"});
    for (const char* anybody : {"home", "the school", "London", "mum's"})
        EXPECT_EQ(PlaceSearch(contact("placement", anybody)).beyond_search(), std::vector<std::size_t>{0})
            << anybody;
}

// ── What is a protected place ──

TEST(ProtectedPlaces, AreThoseTheRecordMarks) {
    const Places all = places(
        R"("addresses":[{"lines":["1 Oak Road"]},{"lines":["2 Oak Road"],"protected":true,"from":"2020-01-01","to":"2021-01-01"},{"postcode":"LS1 4AB","protected_from":["P3"]}],"contacts":[{"kind":"school","value":"Oakfield"},{"kind":"phone","value":"01632 960123","protected":true}])");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].key, "place:P2/address/1");
    EXPECT_EQ(all[0].kind, "address");
    EXPECT_EQ(all[0].person, "P2");
    EXPECT_EQ(all[0].from, day("2020-01-01"));
    EXPECT_EQ(all[0].to, day("2021-01-01"));
    EXPECT_EQ(all[1].key, "place:P2/address/2");
    EXPECT_EQ(all[1].kind, "postcode");
    EXPECT_EQ(all[1].protected_from, Texts{"P3"});
    EXPECT_EQ(all[2].key, "place:P2/contact/1");
    EXPECT_EQ(all[2].kind, "phone");
    EXPECT_EQ(protected_places_of(record(R"({"type":"person","id":"P1","family_name":"X"})")).size(), 0U);
}

TEST(PlaceSearch, SaysEachPlaceOnceInOrder) {
    Places all = address(R"("12 Elm Road")", "LS1 4AB");
    for (const Places& more : {postcode("LS1 4AB"), contact("school", "Oakfield"), address(R"("London")")})
        all.insert(all.end(), more.begin(), more.end());
    const PlaceSearch search(all);
    EXPECT_EQ(search.found_in("Oakfield, 12 Elm Road LS1 4AB and LS14AB"),
              (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(search.found_in("nothing"), std::vector<std::size_t>{});
    EXPECT_EQ(search.beyond_search(), std::vector<std::size_t>{3});
    EXPECT_EQ(PlaceSearch({}).found_in("12 Elm Road"), std::vector<std::size_t>{});
}

// ── Who may see one ──

class MayBeShown : public testing::Test {
protected:
    static PlaceReader reader(const std::string& id, const std::string& more = {},
                              Capacity capacity = Capacity::self) {
        return {
            capacity,
            {id},
            places_of(record(R"({"type":"person","id":")" + id + R"(","family_name":"Roe")" + more + "}"))};
    }
    static std::string at(const std::string& lines, const std::string& code, const std::string& more = {}) {
        return R"(,"addresses":[{"lines":[)" + lines + R"(],"postcode":")" + code + "\"" + more + "}]";
    }
    Places home = address(R"("12 Elm Road","Leeds")", "LS1 4AB");
};

TEST_F(MayBeShown, OnlyToThePersonWhoAsksThemselves) {
    EXPECT_TRUE(may_be_shown_to(home[0], reader("P2"), today));
    for (const Capacity capacity :
         {Capacity::parent, Capacity::representative, Capacity::attorney, Capacity::other})
        EXPECT_FALSE(may_be_shown_to(home[0], reader("P2", {}, capacity), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3"), today));
    PlaceReader joined = reader("P7");
    joined.people.emplace_back("P2");
    EXPECT_TRUE(may_be_shown_to(home[0], joined, today));
}

TEST_F(MayBeShown, OnlyWhileTheyLiveThere) {
    const auto when = [](const std::string& dates) {
        return places(R"("addresses":[{"lines":["12 Elm Road"],)" + dates + R"("protected":true}])")[0];
    };
    EXPECT_TRUE(may_be_shown_to(when(R"("from":"2026-11-23","to":"2026-11-23",)"), reader("P2"), today));
    EXPECT_FALSE(may_be_shown_to(when(R"("to":"2026-11-22",)"), reader("P2"), today));
    EXPECT_FALSE(may_be_shown_to(when(R"("from":"2026-11-24",)"), reader("P2"), today));
}

TEST_F(MayBeShown, ToWhoeverLivesInTheSameHouseByTheirOwnRecord) {
    EXPECT_TRUE(may_be_shown_to(home[0], reader("P3", at(R"("12 Elm Rd.","LEEDS")", "ls14ab")), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", at(R"("14 Elm Road")", "LS1 4AB")), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", at("", "LS1 4AB")), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", at(R"("12 Elm Road")", "LS1 4AC")), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", at(R"("12 Elm Road")", "")), today));
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", at(R"("Flat 1, 12 Elm Road")", "LS1 4AB")), today));
    const std::string ended = at(R"("12 Elm Road")", "LS1 4AB", R"(,"to":"2026-11-22")");
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", ended), today));
    const std::string same = at(R"("12 Elm Road")", "LS1 4AB");
    EXPECT_FALSE(may_be_shown_to(home[0], reader("P3", same, Capacity::parent), today));
}

TEST_F(MayBeShown, NotByAStreetAlone) {
    const std::string street = at(R"("1st Avenue","Hull")", "HU1 1AA");
    EXPECT_FALSE(
        may_be_shown_to(address(R"("1st Avenue","Hull")", "HU1 1AA")[0], reader("P3", street), today));
}

// Two who are recorded with a town and no more do not live together.
TEST_F(MayBeShown, NotByATownOrAPostcodeAlone) {
    const std::string town = at(R"("Leeds")", "LS1 4AB");
    EXPECT_FALSE(may_be_shown_to(address(R"("Leeds")", "LS1 4AB")[0], reader("P3", town), today));
    EXPECT_FALSE(may_be_shown_to(postcode("LS1 4AB")[0], reader("P3", at("", "LS1 4AB")), today));
    EXPECT_FALSE(may_be_shown_to(contact("school", "Oakfield")[0],
                                 reader("P3", R"(,"contacts":[{"kind":"school","value":"Oakfield"}])"),
                                 today));
    EXPECT_TRUE(may_be_shown_to(contact("school", "Oakfield")[0], reader("P2"), today));
}

TEST_F(MayBeShown, WhomItIsProtectedFromIsNeverALeaveForOthers) {
    ProtectedPlace place = home[0];
    place.protected_from = {"P9"};
    EXPECT_FALSE(may_be_shown_to(place, reader("P3"), today));
    EXPECT_TRUE(may_be_shown_to(place, reader("P2"), today));
    const std::string same = at(R"("12 Elm Road")", "LS1 4AB");
    EXPECT_TRUE(may_be_shown_to(place, reader("P3", same), today));
    EXPECT_FALSE(may_be_shown_to(place, reader("P9", same), today)) << "their record may be out of date";
}

// ── In one pass ──

Places many(int count) {
    Places all;
    for (int i = 0; i < count; ++i) {
        ProtectedPlace one;
        one.kind = "address";
        one.lines = {std::to_string(i % 300) + " Name" + std::to_string(i / 300) + " Road", "Leeds"};
        one.postcode = "LS" + std::to_string(i % 90 + 1) + " " + std::to_string(i % 10) +
                       static_cast<char>('A' + i / 26 % 26) + static_cast<char>('A' + i % 26);
        all.push_back(one);
    }
    return all;
}

std::string repeated(const std::string& piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
}

TEST(PlaceSearch, TakesStepsInProportionToTheText) {
    Places all = many(3000);
    ProtectedPlace longest;
    longest.value = repeated("aA", 4000);
    all.push_back(longest);
    const PlaceSearch search(all);
    constexpr std::size_t megabyte = 1 << 20;
    for (const char* piece : {"a", "1", "aA", "a1", "sw1a1a", "ls1", "LS1 ", "12 name1 roa", "0770090012",
                              "%20", "<a", "&amp;", "=3D", "e\xCC\x81", "\xff", "'"}) {
        const std::size_t half = search.search(repeated(piece, megabyte / 2)).steps;
        const std::size_t whole = search.search(repeated(piece, megabyte)).steps;
        EXPECT_LT(whole, half * 2 + half / 10) << piece;
        EXPECT_LT(whole, megabyte * 600) << piece;
    }
}

TEST(PlaceSearch, HardlyTakesMoreStepsForMorePlaces) {
    const std::string text =
        repeated("She moved to 12 Name3 Lane, LS1 1ZZ, and 14 others called 07700 900. ", 100000);
    const std::size_t few = PlaceSearch(many(300)).search(text).steps;
    const std::size_t lots = PlaceSearch(many(30000)).search(text).steps;
    EXPECT_LT(lots, few * 3);
}

TEST(PlaceSearch, FindsEachOfTensOfThousands) {
    const Places all = many(20000);
    const PlaceSearch search(all);
    EXPECT_EQ(search.beyond_search(), std::vector<std::size_t>{});
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        const std::size_t place = random() % all.size();
        for (const std::string& text : {all[place].lines[0], all[place].postcode}) {
            const std::vector<std::size_t> found = search.found_in("a home at " + text + ", they said");
            EXPECT_TRUE(std::binary_search(found.begin(), found.end(), place)) << text;
        }
    }
}

}  // namespace
}  // namespace casekeeper::test
