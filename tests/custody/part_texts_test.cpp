// SPDX-License-Identifier: MIT
#include "custody/part_texts.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class PartTextsTest : public StoreTest {};
CASEKEEPER_ON_BOTH_ENGINES(PartTextsTest);

// A reader is told that something is disputed, and no id: it may be made of a name.
TEST_P(PartTextsTest, NameNoPartInWhatIsDisputed) {
    RecordStore records(database());
    const PeopleKnown people(database(), records, CaseFile{}, {});
    for (const char* part : {"entry:E1", "document:D1", "involvement:Zofia-2"}) {
        const Record disclosure = record(
            R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2026-01-01","outcome":"shared","caveats":[")" +
            std::string(part) + R"( is disputed: what stands beside it is given with it","It is old."]})");
        Texts said;
        for (const PartText& text : PartTexts(records, people).of(disclosure)) said.push_back(text.text);
        EXPECT_EQ(said, (Texts{"It is old.", "Some of what was given is disputed."})) << part;
    }
}

}  // namespace
}  // namespace casekeeper::test
