// SPDX-License-Identifier: MIT
#include "base/json_text.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <limits>

namespace casekeeper {
namespace {

TEST(JsonString, EscapesWhatJsonDemandsAndNothingElse) {
    EXPECT_EQ(json_string("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(json_string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
    EXPECT_EQ(json_string(std::string_view("\0\x01\x1f\x7f", 4)), "\"\\u0000\\u0001\\u001f\x7f\"");
}

TEST(JsonString, LeavesOtherAlphabetsAsTheyAre) {
    EXPECT_EQ(json_string("Siân Łucja 陈 👧"), "\"Siân Łucja 陈 👧\"");
}

TEST(JsonString, AppendsToWhatIsThere) {
    std::string json = "[";
    append_json_string(json, "");
    append_json_string(json, "x");
    EXPECT_EQ(json, "[\"\"\"x\"");
}

TEST(JsonString, EveryByteBelow128ReadsBackTheSame) {
    simdjson::dom::parser parser;
    for (char c = 0; c >= 0 && c < 127; ++c) {
        const std::string text = std::string("a") + c + "b";
        const std::string_view read = parser.parse(json_string(text)).get_string();
        EXPECT_EQ(read, text) << static_cast<int>(c);
    }
}

TEST(JsonObject, IsCompactAndInTheOrderTold) {
    JsonObject object;
    object.text("id", "I1").number("count", 3L).flag("in_force", true).null("rule");
    object.text_or_null("until", std::nullopt)
        .text_or_null("on", "2026-04-01")
        .texts("holds", {"H1", "H\"2"});
    object.raw("clock", R"({"due":null})").raw_or_null("pack", std::nullopt);
    EXPECT_EQ(object.json(),
              R"({"id":"I1","count":3,"in_force":true,"rule":null,"until":null,"on":"2026-04-01",)"
              R"("holds":["H1","H\"2"],"clock":{"due":null},"pack":null})");
    EXPECT_EQ(object.line(), object.json() + "\n");
}

TEST(JsonObject, MayBeEmpty) {
    EXPECT_EQ(JsonObject().json(), "{}");
    EXPECT_EQ(json_list({}), "[]");
    EXPECT_EQ(json_list_of({"1", "{}"}), "[1,{}]");
}

TEST(JsonObject, WritesNumbersOfAnySize) {
    JsonObject object;
    object.number("least", std::numeric_limits<long long>::min()).number("size", std::size_t{0} - 1);
    EXPECT_EQ(object.json(), R"({"least":-9223372036854775808,"size":18446744073709551615})");
}

TEST(JsonObject, WritesDecimalsPlainlyAndWhatIsNoNumberAsNull) {
    JsonObject object;
    object.decimal("seconds", 1.25, 3).decimal("none", std::numeric_limits<double>::infinity(), 1);
    EXPECT_EQ(object.json(), R"({"seconds":1.250,"none":null})");
    EXPECT_NE(JsonObject().decimal("most", std::numeric_limits<double>::max(), 9).json().find("1797"),
              std::string::npos);
}

}  // namespace
}  // namespace casekeeper
