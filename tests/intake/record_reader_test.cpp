// SPDX-License-Identifier: MIT
#include "intake/record_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace casekeeper {
namespace {

std::string mistake_in(std::string_view line) {
    const ReadLine read = RecordReader().read(line);
    EXPECT_EQ(read.record.has_value(), read.mistake.empty());
    return read.mistake;
}

std::string warning_in(std::string_view line) {
    const ReadLine read = RecordReader().read(line);
    EXPECT_TRUE(read.record.has_value()) << read.mistake;
    return read.warning;
}

// The value of one field of a good line; nullopt where it is absent.
std::optional<std::string> value_in(std::string_view line, std::string_view field) {
    const ReadLine read = RecordReader().read(line);
    EXPECT_TRUE(read.record.has_value()) << read.mistake;
    return read.record ? read.record->value(field) : std::nullopt;
}

std::string person_with(const std::string& fields) {
    return R"({"type":"person","id":"P1","family_name":"Okoro",)" + fields + "}";
}

// One good line of each type, with most of the kinds of fields.
const std::vector<std::string>& good_lines() {
    static const std::vector<std::string> lines = {
        person_with(
            R"("known_as":["Mia","Mimi"],"date_of_birth":"2011-04","died":true,)"
            R"("identifiers":{"upn":"A1","nhs_number":"943"},"addresses":[{"lines":["1 High St"],)"
            R"("from":"2019-01-01","protected":true,"protected_from":["P2"]}],"contacts":[{"kind":"mobile",)"
            R"("value":"07700 900123"}],"adopted_from":"P9","communication_needs":"Siân \u00e9 \ud83d\udc67")"),
        R"({"type":"professional","id":"W1","name":"Pat","kind":"social-work","team":"North"})",
        R"({"type":"relationship","person":"P1","kind":"mother","other":"P2","known_to_subject":false})",
        R"({"type":"involvement","id":"I1","person":"P1","service":"looked-after","opened":"2019-05-01",)"
        R"("events":{"plan":"2019-06-01"},"attributes":{"legal-status":"full"},"roles":{"child":"P1"}})",
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"meeting","occurred_at":"2019-05-02T10:00",)"
        R"("present":["Mia"],"flags":["court"],"provided_by":{"name":"Gran","in_confidence":true},)"
        R"("mentions":[{"name":"Sam","relation":"friend"}],"account":"Talked \"a lot\"\n."})",
        R"({"type":"document","id":"D1","entry":"E1","file":"documents/a.pdf","also_in":["I2"]})",
        R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2020-01-01","outcome":"shared"})",
        R"({"type":"hold","id":"H1","kind":"inquiry","authority":"Inquiry","reason":"letter","from":"2020-01-01",)"
        R"("scope":{"persons":["P1"],"opened_to":"2020-01-01","words":["Elm House"]}})",
        R"({"type":"deletion_request","id":"R1","person":"P1","received_at":"2020-01-01T09:00:00Z",)"
        R"("scope":["entry:E1","involvement:I1"],"clarifications":[{"asked_on":"2020-01-03"}]})",
        R"({"type":"access_request","id":"R2","person":"P1","received_at":"2020-01-01 09:00",)"
        R"("scope":{"from":"2019-01-01"},"format":"pdf","identity":{"asked_on":"2020-01-02"}})"};
    return lines;
}

TEST(RecordReader, ReadsALineOfEveryType) {
    RecordReader reader;
    ASSERT_EQ(good_lines().size(), record_formats().size());
    for (std::size_t i = 0; i < good_lines().size(); ++i) {
        const ReadLine read = reader.read(good_lines()[i]);
        ASSERT_TRUE(read.record) << read.mistake;
        EXPECT_EQ(read.record->type, record_formats()[i].type);
        EXPECT_EQ(read.warning, "");
        EXPECT_EQ(reader.read_if(read.record->type, good_lines()[i]), read.record);
        EXPECT_EQ(reader.read_if(RecordType::hold, good_lines()[i]).has_value(),
                  read.record->type == RecordType::hold);
    }
}

TEST(RecordReader, MakesNestedValuesCanonical) {
    EXPECT_EQ(value_in(person_with(
                           R"("addresses" : [ {"to":"2020-01-01", "lines":[ "a" ], "protected" : false} ])"),
                       "addresses"),
              R"([{"lines":["a"],"to":"2020-01-01","protected":false}])");
    EXPECT_EQ(value_in(person_with(R"("identifiers":{"upn":"2","Upn":"3","nhs_number":"1"})"), "identifiers"),
              R"({"Upn":"3","nhs_number":"1","upn":"2"})");
    EXPECT_EQ(value_in(person_with(R"("known_as":["\u00e9\/\u0001\""])"), "known_as"), "[\"é/\\u0001\\\"\"]");
}

TEST(RecordReader, TakesNullAndEmptyForAbsent) {
    const std::string line = person_with(
        R"("given_names":null,"known_as":[],"identifiers":{},"contacts":[{}],"addresses":[{"to":null}],)"
        R"("former_names":null,"communication_needs":"")");
    const ReadLine read = RecordReader().read(line);
    ASSERT_TRUE(read.record) << read.mistake;
    for (std::size_t i = 2; i < read.record->values.size(); ++i) EXPECT_FALSE(read.record->values[i]) << i;
}

TEST(RecordReader, KeepsScalarsAsTheirText) {
    EXPECT_EQ(value_in(person_with(R"("died":true)"), "died"), "true");
    EXPECT_EQ(value_in(person_with(R"("date_of_birth":"2011")"), "date_of_birth"), "2011");
    const std::string upper(64, 'A');
    EXPECT_EQ(value_in(R"({"type":"document","id":"D1","entry":"E1","file":"a","sha256":")" + upper + "\"}",
                       "sha256"),
              std::string(64, 'a'));
}

TEST(RecordReader, NamesWhatIsMissing) {
    EXPECT_EQ(mistake_in(R"({"type":"person","id":"P1"})"), "person P1: family_name is missing or empty");
    EXPECT_EQ(mistake_in(R"({"type":"person","family_name":"x"})"), "person: id is missing or empty");
    EXPECT_EQ(mistake_in(R"({"id":"P1"})").substr(0, 15), "type is missing");
    EXPECT_EQ(mistake_in(R"({"type":"persn"})").substr(0, 23), "type is none of person,");
    EXPECT_EQ(mistake_in(R"({"type":"hold","id":"H1","kind":"inquiry","authority":"a","reason":"b",)"
                         R"("from":"2020-01-01","scope":{"persons":[]}})"),
              "hold H1: scope is missing or empty");
}

TEST(RecordReader, SaysWhereAndWhatTheRightFormIs) {
    EXPECT_EQ(mistake_in(person_with(R"("date_of_death":"2020-02-30")")),
              "person P1: date_of_death is no date: write YYYY-MM-DD");
    EXPECT_EQ(mistake_in(person_with(R"("addresses":[{"lines":["a"]},{"from":"1/2/20"}])")),
              "person P1: addresses item 2, from is no date: write YYYY-MM-DD");
    EXPECT_EQ(mistake_in(person_with(R"("known_as":["a",1])")),
              "person P1: known_as item 2 is no text: write it in quotation marks");
    EXPECT_EQ(mistake_in(person_with(R"("died":"yes")")),
              "person P1: died is neither true nor false (without quotation marks)");
    EXPECT_EQ(mistake_in(person_with(R"("known_as":"Mia")")), "person P1: known_as is no list: write [...]");
    EXPECT_EQ(mistake_in(
                  R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2020-01-01","outcome":"x"})"),
              "disclosure S1: outcome is none of shared, not-shared");
}

TEST(RecordReader, NeverRepeatsWhatAValueSays) {
    const std::string secrets[] = {
        person_with(R"("date_of_birth":"Zebedee")"),
        person_with(R"("known_as":["\u0000Zebedee"])"),
        person_with(R"("adopted_from":" Zebedee")"),
        person_with(R"("identifiers":{"\u0007Zebedee":"1"})"),
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"Zebedee","occurred_at":"2019-05-02"})",
        R"({"type":"Zebedee"})",
        R"({"type":"person","id":"\nZebedee","family_name":"a"})"};
    for (const std::string& line : secrets) {
        const std::string mistake = mistake_in(line);
        EXPECT_NE(mistake, "");
        EXPECT_EQ(mistake.find("Zebedee"), std::string::npos) << mistake;
    }
    EXPECT_EQ(warning_in(person_with(R"("Zebedee Smith":1)")),
              "person P1: unknown key a key that is no field's name");
}

TEST(RecordReader, RefusesNumbersWhereTextIsWanted) {
    EXPECT_NE(mistake_in(person_with(R"("given_names":7)")), "");
    EXPECT_NE(mistake_in(person_with(R"("identifiers":{"upn":123})")), "");
    EXPECT_NE(mistake_in(person_with(R"("date_of_birth":2011)")), "");
    EXPECT_NE(mistake_in(R"({"type":"person","id":1,"family_name":"x"})"), "");
}

TEST(RecordReader, RefusesNulAndHalvesOfPairs) {
    EXPECT_NE(mistake_in(person_with(R"("given_names":"a\u0000b")")), "");
    EXPECT_NE(mistake_in(person_with(R"("given_names":"\ud800")")), "");
    EXPECT_NE(mistake_in(person_with(R"("given_names":"\udc00")")), "");
    EXPECT_NE(mistake_in(person_with(R"("identifiers":{"\udc00":"x"})")), "");
    EXPECT_EQ(value_in(person_with(R"("given_names":"\ud83d\ude00")"), "given_names"), "😀");
}

TEST(RecordReader, RefusesAKeyThatStandsTwice) {
    EXPECT_EQ(mistake_in(person_with(R"("died":true,"died":true)")), "person P1: died stands there twice");
    EXPECT_NE(mistake_in(person_with(R"("colour":1,"colour":1)")), "");
    EXPECT_NE(mistake_in(person_with(R"("type":"entry")")), "");
    EXPECT_NE(mistake_in(person_with(R"("identifiers":{"upn":"1","upn":"1"})")), "");
    EXPECT_NE(mistake_in(person_with(R"("contacts":[{"kind":"a","value":"b","kind":"a"}])")), "");
}

TEST(RecordReader, WarnsOfUnknownKeysAlsoInside) {
    EXPECT_EQ(warning_in(person_with(R"("famly_name":1)")),
              "person P1: unknown key famly_name: did you mean \"family_name\"?");
    EXPECT_EQ(warning_in(person_with(R"("colour":{"a":[]},"addresses":[{"lines":["a"],"zzzzzz":null}])")),
              "person P1: unknown keys colour; addresses item 1, zzzzzz");
}

TEST(RecordReader, IdsArePrintableAndNotBlankAtTheEnds) {
    const auto id = [](const std::string& text) {
        return mistake_in(R"({"type":"person","family_name":"x","id":")" + text + "\"}");
    };
    for (const std::string good : {"1", "a b", "Ö-7/ü", "陈"}) EXPECT_EQ(id(good), "") << good;
    EXPECT_EQ(id(std::string(64, 'x')), "");
    std::string wide;
    for (int i = 0; i < 64; ++i) wide += "😀";
    EXPECT_EQ(id(wide), "");
    for (const std::string bad : {"", " a", "a ", "a\\u0007", "a\\u0085b", "a\\u2028b", "a\\u00a0"})
        EXPECT_NE(id(bad), "") << bad;
    EXPECT_NE(id(std::string(65, 'x')), "");
    EXPECT_NE(id(wide + "x"), "");
}

TEST(RecordReader, ARelationshipIsWithOnePersonOrOneName) {
    const std::string start = R"({"type":"relationship","person":"P1","kind":"mother")";
    EXPECT_EQ(mistake_in(start + "}"), "relationship of person P1: needs other (a person's id) or name");
    EXPECT_EQ(mistake_in(start + R"(,"other":"P2","name":"Ann"})"),
              "relationship of person P1: has both other and name: write one of them");
    EXPECT_EQ(mistake_in(start + R"(,"name":"Ann"})"), "");
}

TEST(RecordReader, ProvidersAndMentionsNeedSomebody) {
    const std::string start =
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2019-05-02",)";
    EXPECT_EQ(mistake_in(start + R"("provided_by":{"consent":"given"}})"),
              "entry E1: provided_by needs name or person");
    EXPECT_EQ(mistake_in(start + R"("provided_by":{"professional":"W1"}})"), "");
    EXPECT_EQ(mistake_in(start + R"("mentions":[{"person":"P1"},{"relation":"aunt"}]})"),
              "entry E1: mentions item 2 needs person or name");
}

TEST(RecordReader, TypedReferencesNameTheirType) {
    const std::string start =
        R"({"type":"deletion_request","id":"R1","person":"P1","received_at":"2020-01-01","scope":)";
    EXPECT_EQ(value_in(start + R"(["entry:E 1","document:D1"]})", "scope"), R"(["entry:E 1","document:D1"])");
    for (const std::string bad : {"E1", "entry:", "hold:H1", "entry: E1"})
        EXPECT_NE(mistake_in(start + "[\"" + bad + "\"]}"), "") << bad;
}

TEST(RecordReader, TellsHowALineIsNoJson) {
    EXPECT_EQ(mistake_in("{\"type\":\"per"), "not JSON: a text is not closed (is the line cut off?)");
    EXPECT_EQ(mistake_in("\"\xff\""), "not UTF-8: save the file as UTF-8");
    EXPECT_EQ(mistake_in("[]"), "no JSON object: a line is {\"type\":\"person\",...}");
    EXPECT_NE(mistake_in(std::string(100000, '[')), "");
    EXPECT_NE(mistake_in(""), "");
    EXPECT_FALSE(RecordReader().read("{\"a\":\"\xc3").is_utf8);
}

TEST(RecordReader, EveryLineCutOffAnywhereIsBad) {
    RecordReader reader;
    for (const std::string& line : good_lines())
        for (std::size_t length = 0; length < line.size(); ++length)
            EXPECT_FALSE(reader.read(std::string(line, 0, length)).record) << length;
}

// Bytes exchanged, taken out or doubled at places a fixed generator chooses: whatever comes, it is a record
// that reads the same again, or a mistake.
TEST(RecordReader, NoDamageMakesItFail) {
    std::mt19937 random(20260401);
    RecordReader reader;
    const std::string spice = "\"\\{}[]:,0-.eu\x00\x7f\x80\xff\xed\xa0\x01 tfn";
    for (int round = 0; round < 20000; ++round) {
        std::string line = good_lines()[random() % good_lines().size()];
        for (auto hits = 1 + random() % 3; hits > 0 && !line.empty(); --hits) {
            const std::size_t at = random() % line.size();
            switch (random() % 4) {
                case 0:
                    line[at] = spice[random() % spice.size()];
                    break;
                case 1:
                    line.erase(at, 1 + random() % 8);
                    break;
                case 2:
                    line.insert(at, 1, spice[random() % spice.size()]);
                    break;
                default:
                    line.insert(at, line.substr(random() % line.size(), random() % 40));
                    break;
            }
        }
        const ReadLine read = reader.read(line);
        ASSERT_EQ(read.record.has_value(), read.mistake.empty()) << line;
        if (read.record) {
            ASSERT_EQ(reader.read_if(read.record->type, line), read.record) << line;
        }
    }
}

}  // namespace
}  // namespace casekeeper
