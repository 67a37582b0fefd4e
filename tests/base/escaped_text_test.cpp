// SPDX-License-Identifier: MIT
#include "base/escaped_text.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

TEST(EscapedText, UndoesWhatLinksWrite) {
    EXPECT_EQ(without_escapes("?q=SW1A%201AA"), "?q=SW1A 1AA");
    EXPECT_EQ(without_escapes("SW1A%25201AA %252520"), "SW1A 1AA  ");
    EXPECT_EQ(without_escapes("%53%57%31%41"), "SW1A");
    EXPECT_EQ(without_escapes("100% sure, 5%, 50%x"), "100% sure, 5%, 50%x");
}

TEST(EscapedText, UndoesWhatEmailsWrite) {
    EXPECT_EQ(without_escapes("SW1A=201AA"), "SW1A 1AA");
    EXPECT_EQ(without_escapes("12 El=\r\nm Ro=\nad"), "12 Elm Road");
}

TEST(EscapedText, UndoesWhatPagesWrite) {
    EXPECT_EQ(without_escapes("SW1A&nbsp;1AA &#83;&#x57; &amp;nbsp;&amp;amp;#83;"), "SW1A 1AA SW  S");
    EXPECT_EQ(without_escapes("Caf&eacute; &mdash;"), "Cafe  ");
    EXPECT_EQ(without_escapes("SW1A<br/>1AA<b class=\"x\">!</b>"), "SW1A 1AA ! ");
    EXPECT_EQ(without_escapes("AT&T; Marks & Spencer; a < b > c"), "AT&T; Marks & Spencer; a < b > c");
    EXPECT_EQ(without_escapes("&#99999999; &#xD800;"), "   ");
}

TEST(EscapedText, UndoesWhatJsonWrites) {
    EXPECT_EQ(without_escapes(R"(12 Elm Road\nLeeds \u0053\x57 \q \u00)"), R"(12 Elm Road Leeds SW \q \u00)");
}

TEST(EscapedText, LeavesTheRest) {
    for (const char* text : {"", "plain", "%", "%2", "=", "&", "&;", "&#;", "\\", "<", "<a", "\\u", "%25"})
        EXPECT_EQ(without_escapes(text), std::string(text) == "%25" ? "%" : text);
}

TEST(EscapedText, EndlessBeginningsOfTagsTakeOnePass) {
    std::string text;
    for (int i = 0; i < 500000; ++i) text += "<a";
    EXPECT_EQ(without_escapes(text), text);
}

}  // namespace
}  // namespace casekeeper::test
