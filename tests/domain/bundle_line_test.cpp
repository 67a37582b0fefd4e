// SPDX-License-Identifier: MIT
#include "domain/bundle_line.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

TEST(BundleLine, SaysARecordAsItWasRead) {
    for (
        const char* line :
        {R"({"type":"person","id":"P1","family_name":"O'Neill","former_names":["Quill","\"Q\""],"date_of_birth":"2001-02","died":true,"identifiers":{"nhs":"1","upn":"2"},"addresses":[{"lines":["1 Nib Lane"],"protected":true}]})",
         R"({"type":"involvement","id":"I1","person":"P1","service":"club","opened":"2012-01-01","events":{"visited":"2013-01-01"},"attributes":{"way":"plain"},"roles":{"leader":"P2"}})",
         R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2013-01-01T10:00:00Z","account":"line\nand \\ tab\t","flags":["a","b"],"mentions":[{"person":"P2"}]})",
         R"({"type":"document","id":"D1","entry":"E1","file":"a b.txt","also_in":["I2"]})",
         R"({"type":"relationship","person":"P1","kind":"mother","name":"M","known_to_subject":false})",
         R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2020-01-01","scope":{"persons":["P1"],"words":["belt"]}})",
         R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-01-01","scope":{"services":["club"]}})"})
        EXPECT_EQ(to_bundle_line(record(line)), line);
}

TEST(BundleLine, LeavesOutWhatIsAbsent) {
    EXPECT_EQ(to_bundle_line(record(R"({"type":"person","id":"P1","family_name":"X","given_names":null})")),
              R"({"type":"person","id":"P1","family_name":"X"})");
}

TEST(BundleLine, SaysFieldsInTheFormatsOrder) {
    EXPECT_EQ(to_bundle_line(record(R"({"family_name":"X","id":"P1","type":"person"})")),
              R"({"type":"person","id":"P1","family_name":"X"})");
}

TEST(BundleLine, KeepsWhatIsNotLatin) {
    const char* line =
        "{\"type\":\"person\",\"id\":\"P1\",\"family_name\":\"\xC3\x89mile \xF0\x9F\x8C\xB1\"}";
    EXPECT_EQ(to_bundle_line(record(line)), line);
}

}  // namespace
}  // namespace casekeeper::test
