// SPDX-License-Identifier: MIT
//
// What is kept back is in no byte of what is handed out, in any format, and what is the person's own is all there. The
// files are searched by other people's programs (tests/support/released_words.py).
#include "support/leak_world.h"
#include "support/leaking_documents.h"

namespace casekeeper::test {
namespace {

class PackLeak : public LeakWorld {
protected:
    void expect_no_leak(const std::string& format) const {
        decide_all("R1", format);
        const Released released = release("R1");
        ASSERT_EQ(released.files.size(), 1u);
        Words wanted = shown();
        if (format == "html") wanted = with(wanted, {"data:image/jpeg;base64", "data:image/png;base64"});
        EXPECT_EQ(wrong_with(released, kept_back(), wanted), "") << format;
    }
};
CASEKEEPER_ON_SQLITE(PackLeak);

TEST_P(PackLeak, APdfGivesNothingAway) {
    expect_no_leak("pdf");
}

TEST_P(PackLeak, LargePrintGivesNothingAway) {
    expect_no_leak("large-print");
}

TEST_P(PackLeak, ATextGivesNothingAway) {
    expect_no_leak("text");
}

TEST_P(PackLeak, AWebPageGivesNothingAway) {
    expect_no_leak("html");
}

// Two people whose records share somebody and a document: neither the names of places in the page nor the numbers of
// whoever is kept back join the two.
TEST_P(PackLeak, TwoPacksCannotBeJoined) {
    folder.write("bundle/shared.txt", "Seen by Ottoline Crabtreevance, then by Zebedee Quillfeather.");
    load(
        {R"({"type":"person","id":"P5","family_name":"Ashgrovely","given_names":"Rosalind","date_of_birth":"2004-01-02"})",
         relationship("P5", "friend", R"(,"name":"Ottoline Crabtreevance")"),
         relationship("P5", "friend", R"(,"other":"P2-Quillfeather")"),
         involvement("I5", "P5", "child-in-need", "2018-09-01", "2022-09-01"),
         entry("E50", "I5", "Ottoline Crabtreevance came before Zebedee Quillfeather did."),
         entry("SharedEntry9471", "I1", "A list."),
         R"({"type":"document","id":"SharedDocument9471","entry":"SharedEntry9471","file":"shared.txt","also_in":["I5"]})"});
    decide_all("R1", "html");
    const Released one = release("R1");
    open_and_review("R5", "P5", {"--wanted", "html"});
    finish("R5");
    const Released other = release("R5");
    const Words ids = {"Shared9471", "SharedDocument9471", "SharedEntry9471", "Crabtreevance", "lfeather"};
    EXPECT_EQ(wrong_with(one, ids, {}), "");
    EXPECT_EQ(wrong_with(other, ids, {"friend 1", "came before", "friend 2"}), "");
    EXPECT_NE(one.passphrase, other.passphrase);
}

// What is looked for is found where it is.
TEST_P(PackLeak, TheSearchFindsWhatIsThere) {
    for (const LeakingDocument& one : leaking_documents()) {
        const std::string file = folder.write("looked-through/" + one.file, one.bytes);
        EXPECT_NE(wrong_with({{file}, ""}, {"lfeather"}, {}), "") << one.file;
        EXPECT_NE(wrong_with({{file}, ""}, {}, {"words that stand nowhere"}), "") << one.file;
    }
}

}  // namespace
}  // namespace casekeeper::test
