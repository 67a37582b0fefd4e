// SPDX-License-Identifier: MIT
#include "output/marked_up.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

std::string deep(int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<b>";
    text += "Ada";
    for (int i = 0; i < depth; ++i) text += "</b>";
    return text;
}

TEST(MarkedUp, SaysTextInLinesAndCells) {
    const SayingRules rules{{"hidden"}, {}, {"p"}, {{"cell", "\t"}, {"br", "\n"}}, false};
    const auto nodes = marked_up_xml(
        "<x:d xmlns:x='urn:x'><x:p>one <b>t</b>wo</x:p><x:p><x:br/></x:p><hidden>three</hidden>"
        "<x:p>four</x:p><cell><p>five</p></cell><cell>six</cell></x:d>");
    ASSERT_TRUE(nodes);
    EXPECT_EQ(text_said(*nodes, rules), "one two\n\nfour\nfive\tsix");
}

TEST(MarkedUp, SaysOnlyWhatSpeaks) {
    const auto nodes = marked_up_xml("<d><t>one</t><u>two</u><t>th<i>r</i>ee</t></d>");
    ASSERT_TRUE(nodes);
    EXPECT_EQ(text_said(*nodes, {{}, {"t"}, {}, {}, false}), "onethee");
}

TEST(MarkedUp, FetchesAndUnfoldsNothing) {
    EXPECT_FALSE(marked_up_xml("<!DOCTYPE d [<!ENTITY a 'Ada'>]><d>&a;</d>"));
    EXPECT_FALSE(marked_up_xml("<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><d>&a;</d>"));
    EXPECT_TRUE(marked_up_xml("<!DOCTYPE d SYSTEM 'http://example.org/none.dtd'><d/>"));
}

TEST(MarkedUp, IsNothingWhereItIsDamagedOrAbsurdlyDeep) {
    EXPECT_FALSE(marked_up_xml("<d><t>"));
    EXPECT_FALSE(marked_up_xml(""));
    EXPECT_TRUE(marked_up_xml(deep(200)));
    EXPECT_TRUE(marked_up_html(deep(200)));
    EXPECT_FALSE(marked_up_xml(deep(100'000)));
    EXPECT_FALSE(marked_up_html(deep(100'000)));
}

TEST(MarkedUp, ReadsPagesInTheirCharacterSet) {
    const auto said = [](const std::string& page, const std::string& charset = "") {
        return text_said(marked_up_html(page, charset).value(), {});
    };
    EXPECT_EQ(said("<p>Zo\xC3\xAB &eacute;"), "Zoë é");
    EXPECT_EQ(said("<p>Zo\xEB \x93so\x94"), "Zoë “so”");
    EXPECT_EQ(said("<meta charset=iso-8859-1><p>Zo\xEB"), "Zoë");
    EXPECT_EQ(said("<p>Zo\xEB", "iso-8859-1"), "Zoë");
}

TEST(MarkedUp, KeepsCommentsAttributesAndInstructions) {
    const auto nodes = marked_up_xml("<?do this?><d At='Ada'><!-- Bob --></d>");
    ASSERT_TRUE(nodes);
    ASSERT_EQ(nodes->size(), 4U);
    EXPECT_EQ(nodes->at(0).text, "this");
    EXPECT_EQ(attribute_of(nodes->at(1), "At"), "Ada");
    EXPECT_EQ(attribute_of(nodes->at(1), "none"), "");
    EXPECT_EQ(nodes->at(2).text, " Bob ");
}

}  // namespace
}  // namespace casekeeper
