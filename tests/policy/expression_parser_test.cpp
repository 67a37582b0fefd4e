// SPDX-License-Identifier: MIT
#include "policy/expression_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const ServiceCatalogue& services() {
    static const ServiceCatalogue catalogue = test::catalogue();
    return catalogue;
}

std::vector<std::string> lines_of(const ExpressionNotes& notes) {
    std::vector<std::string> lines;
    for (const auto& mistake : notes.mistakes)
        lines.push_back(std::to_string(mistake.offset) + ": " + mistake.message);
    return lines;
}

std::vector<std::string> date_mistakes(std::string_view text) {
    ExpressionNotes notes;
    const bool is_read = parse_date_expression(text, notes).has_value();
    EXPECT_EQ(is_read, notes.mistakes.empty());
    return lines_of(notes);
}

std::vector<std::string> condition_mistakes(std::string_view text) {
    ExpressionNotes notes;
    const bool is_read = parse_condition(text, services(), notes).has_value();
    EXPECT_EQ(is_read, notes.mistakes.empty());
    return lines_of(notes);
}

std::vector<std::string> period_mistakes(std::string_view text) {
    ExpressionNotes notes;
    const bool is_read = parse_period(text, notes).has_value();
    EXPECT_EQ(is_read, notes.mistakes.empty());
    return lines_of(notes);
}

DateTerm date(std::string_view text) {
    ExpressionNotes notes;
    const auto read = parse_date_expression(text, notes);
    EXPECT_THAT(lines_of(notes), IsEmpty()) << text;
    return read.value_or(DateTerm{});
}

Condition condition(std::string_view text) {
    ExpressionNotes notes;
    const auto read = parse_condition(text, services(), notes);
    EXPECT_THAT(lines_of(notes), IsEmpty()) << text;
    return read.value_or(Condition{});
}

TEST(DateExpression, ReadsASum) {
    const DateTerm sum = date("birth + 1y6m2d");
    ASSERT_EQ(sum.kind, DateTerm::Kind::sum);
    EXPECT_EQ(sum.period, (Period{1, 6, 2}));
    EXPECT_EQ(sum.parts.at(0).trigger.kind, TriggerKind::birth);
    EXPECT_EQ(sum.text, "birth + 1y6m2d");
    EXPECT_EQ(sum.parts.at(0).text, "birth");
}

TEST(DateExpression, ReadsEveryTrigger) {
    EXPECT_EQ(date("birth").trigger.kind, TriggerKind::birth);
    EXPECT_EQ(date("death").trigger.kind, TriggerKind::death);
    EXPECT_EQ(date("opened").trigger.kind, TriggerKind::opened);
    EXPECT_EQ(date("closed").trigger.kind, TriggerKind::closed);
    EXPECT_EQ(date("file-closed").trigger.kind, TriggerKind::file_closed);
    EXPECT_EQ(date("last-entry").trigger.kind, TriggerKind::last_entry);
    EXPECT_EQ(date("last-activity").trigger.kind, TriggerKind::last_activity);
    EXPECT_EQ(date("last-contact").trigger.kind, TriggerKind::last_contact);
    EXPECT_EQ(date("created").trigger.kind, TriggerKind::created);
    EXPECT_EQ(date("order-made").trigger.kind, TriggerKind::event);
    EXPECT_EQ(date("order-made").trigger.name, "order-made");
}

TEST(DateExpression, ReadsARoleOfBirthAndDeath) {
    EXPECT_EQ(date("birth@alleged-perpetrator").trigger.role, "alleged-perpetrator");
    EXPECT_EQ(date("death@supported-child + 1y").parts.at(0).trigger.role, "supported-child");
    EXPECT_THAT(date_mistakes("closed@worker"),
                ElementsAre("6: a role goes only with birth and death, not with \"closed\""));
    EXPECT_THAT(date_mistakes("birth@3rd"),
                ElementsAre("6: \"3rd\" is no role: say e.g. birth@alleged-perpetrator"));
}

TEST(DateExpression, AgeIsBirthAndAPeriod) {
    const DateTerm birthday = date("age(18y)");
    EXPECT_EQ(birthday.kind, DateTerm::Kind::sum);
    EXPECT_EQ(birthday.period, (Period{18, 0, 0}));
    EXPECT_EQ(birthday.parts.at(0).trigger.kind, TriggerKind::birth);
    EXPECT_EQ(birthday.text, "age(18y)");
}

TEST(DateExpression, ReadsInactivityAfterEighteen) {
    const DateTerm sum = date("later-of(age(18y), last-activity) + 3y");
    ASSERT_EQ(sum.kind, DateTerm::Kind::sum);
    ASSERT_EQ(sum.parts.at(0).kind, DateTerm::Kind::later_of);
    EXPECT_EQ(sum.parts.at(0).parts.size(), 2U);
    EXPECT_EQ(sum.parts.at(0).text, "later-of(age(18y), last-activity)");
}

TEST(DateExpression, ReadsYearsDaysDifferencesAndBrackets) {
    EXPECT_EQ(date("end-of(academic-year, closed) + 1y").parts.at(0).year, DateTerm::YearKind::academic);
    EXPECT_EQ(date("end-of(calendar-year, closed)").year, DateTerm::YearKind::calendar);
    EXPECT_EQ(date("end-of(financial-year, closed)").kind, DateTerm::Kind::end_of);
    EXPECT_EQ(date("2005-12-30").fixed, parse_date("2005-12-30"));
    EXPECT_EQ(date("closed - 6m").kind, DateTerm::Kind::difference);
    EXPECT_EQ(date("(closed + 1y) + 6m").parts.at(0).kind, DateTerm::Kind::sum);
    EXPECT_EQ(date("earlier-of(closed)").kind, DateTerm::Kind::earlier_of);
    EXPECT_EQ(date("\n\tclosed  +\n6y ").text, "closed  +\n6y");
}

TEST(DateExpression, NamesMayHoldSigns) {
    ExpressionNotes notes;
    ASSERT_TRUE(parse_date_expression("later-of(a-b_2, closed, a-b_2)", notes));
    ASSERT_EQ(notes.events.size(), 2U);
    EXPECT_EQ(notes.events[0].name, "a-b_2");
    EXPECT_EQ(notes.events[0].offset, 9U);
    EXPECT_EQ(notes.events[1].offset, 24U);
}

TEST(DateExpression, APeriodNeedsATrigger) {
    EXPECT_THAT(date_mistakes("3y"),
                ElementsAre("0: \"3y\" is a period without a trigger: say from when, e.g. \"closed + 3y\""));
    EXPECT_THAT(
        date_mistakes("later-of(closed, 18y)"),
        ElementsAre("17: \"18y\" is a period without a trigger: say from when, e.g. \"closed + 18y\""));
    EXPECT_THAT(date_mistakes("+ 3y"),
                ElementsAre("0: a date is missing before \"+\", e.g. \"closed + 6y\""));
    EXPECT_THAT(date_mistakes(" "), ElementsAre("1: a date is missing here, e.g. \"closed + 6y\""));
}

TEST(DateExpression, TwoDatesNeedLaterOrEarlier) {
    EXPECT_THAT(date_mistakes("closed + 3y or age(18y)"),
                ElementsAre("12: \"or\" between two dates: say later-of(...) or earlier-of(...)"));
    EXPECT_THAT(date_mistakes("closed and death"),
                ElementsAre("7: \"and\" between two dates: say later-of(...) or earlier-of(...)"));
    EXPECT_THAT(date_mistakes("closed, death"),
                ElementsAre("6: \",\" between two dates: say later-of(...) or earlier-of(...)"));
    EXPECT_THAT(date_mistakes("(closed or death) + 3y"),
                ElementsAre("8: \"or\" between two dates: say later-of(...) or earlier-of(...)"));
}

TEST(DateExpression, SignsNeedSpaces) {
    EXPECT_THAT(date_mistakes("birth+75y"),
                ElementsAre("5: spaces are needed round \"+\": did you mean \"birth + 75y\"?"));
    EXPECT_THAT(date_mistakes("birth -1y"),
                ElementsAre("6: spaces are needed round \"-\": did you mean \"birth - 1y\"?"));
    EXPECT_THAT(date_mistakes("birth- 1y"),
                ElementsAre("5: spaces are needed round \"-\": did you mean \"birth - 1y\"?"));
    EXPECT_THAT(date_mistakes("birth 75y"),
                ElementsAre("6: a sign is missing before \"75y\": did you mean \"birth + 75y\"?"));
    EXPECT_THAT(date_mistakes("birth \u2013 1y"),
                ElementsAre("6: unexpected \"\u2013\": did you mean \"-\"?"));
}

TEST(DateExpression, RefusesWhatIsNoTrigger) {
    EXPECT_THAT(
        date_mistakes("3rd-order + 3y"),
        ElementsAre("0: \"3rd-order\" is no trigger: a name begins with a letter, e.g. \"closed + 6y\""));
    EXPECT_THAT(date_mistakes("order.made + 3y"),
                ElementsAre("5: unexpected \".\": names are made of letters, digits, \"-\" and \"_\""));
    EXPECT_THAT(date_mistakes("_order + 3y"),
                ElementsAre("0: unexpected \"_\": a name begins with a letter"));
    EXPECT_THAT(date_mistakes("2005-02-30"), ElementsAre("0: there is no day \"2005-02-30\""));
    EXPECT_THAT(date_mistakes("latest-of(closed, death)"),
                ElementsAre("0: unknown function \"latest-of\": did you mean \"later-of\"?"));
    EXPECT_THAT(date_mistakes("end-of(finacial-year, closed)"),
                ElementsAre("7: unknown kind of year \"finacial-year\": did you mean \"financial-year\"?"));
    EXPECT_THAT(date_mistakes("end-of(financial-year)"),
                ElementsAre("21: end-of needs a date too, e.g. \"end-of(financial-year, closed)\""));
}

TEST(DateExpression, WordsOfTheLanguageAreNoNames) {
    for (const std::string word :
         {"died", "before", "after", "and", "or", "not", "recorded", "ever", "open", "family-open"}) {
        EXPECT_THAT(date_mistakes(word + " + 3y"),
                    ElementsAre("0: \"" + word + "\" is a word of the language and no date"));
    }
    for (const std::string word : {"later-of", "earlier-of", "end-of", "age"}) {
        EXPECT_EQ(date_mistakes(word).size(), 1U);
        EXPECT_THAT(date_mistakes(word).at(0), ::testing::HasSubstr("needs brackets"));
    }
}

TEST(DateExpression, KeepsWithinTheCalendar) {
    EXPECT_THAT(date_mistakes("birth + 999y"), IsEmpty());
    EXPECT_THAT(date_mistakes("later-of(birth + 500y, closed + 500y)"), IsEmpty());
    EXPECT_THAT(date_mistakes("birth + 1000y"), ElementsAre("8: \"1000y\" is over 999 years"));
    EXPECT_THAT(date_mistakes("age(999y1d)"), ElementsAre("4: \"999y1d\" is over 999 years"));
    EXPECT_THAT(date_mistakes("birth + 500y - 500y"),
                ElementsAre("15: the periods of this date come to over 999 years"));
    EXPECT_THAT(date_mistakes("later-of(birth + 990y) + 10y"),
                ElementsAre("25: the periods of this date come to over 999 years"));
    EXPECT_THAT(date_mistakes("birth + 99999999999999999999999y"),
                ElementsAre("8: \"99999999999999999999999y\" is over 999 years"));
    EXPECT_THAT(date_mistakes("birth + 400000d"), ElementsAre("8: \"400000d\" is over 999 years"));
}

TEST(DateExpression, BoundsLengthAndDepth) {
    EXPECT_THAT(date_mistakes(std::string(50, '(') + "closed" + std::string(50, ')')), IsEmpty());
    EXPECT_THAT(date_mistakes(std::string(51, '(') + "closed" + std::string(51, ')')),
                ElementsAre("50: brackets more than 50 deep: make two rules of it"));
    EXPECT_THAT(date_mistakes(std::string(4001, ' ')),
                ElementsAre("0: this expression is longer than 4000 bytes: make two rules of it"));
    EXPECT_THAT(date_mistakes("(closed"), ElementsAre("0: \"(\" is never closed"));
    EXPECT_THAT(date_mistakes("closed)"), ElementsAre("6: \")\" without a \"(\" before it"));
}

TEST(PeriodExpression, ReadsUnitsInOrder) {
    ExpressionNotes notes;
    EXPECT_EQ(parse_period("75y", notes), (Period{75, 0, 0}));
    EXPECT_EQ(parse_period("18m", notes), (Period{0, 18, 0}));
    EXPECT_EQ(parse_period("1y6m", notes), (Period{1, 6, 0}));
    EXPECT_EQ(parse_period("90d", notes), (Period{0, 0, 90}));
    EXPECT_THAT(lines_of(notes), IsEmpty());
}

TEST(PeriodExpression, SaysWhatIsWrong) {
    EXPECT_THAT(period_mistakes("6w"), ElementsAre("0: unknown unit \"w\" in \"6w\": use y, m or d"));
    EXPECT_THAT(period_mistakes("6Months"),
                ElementsAre("0: unknown unit \"Months\" in \"6Months\": did you mean \"6m\"?"));
    EXPECT_THAT(period_mistakes("6"), ElementsAre("0: \"6\" has no unit: write \"6y\", \"6m\" or \"6d\""));
    EXPECT_THAT(period_mistakes("1y6"), ElementsAre("0: \"6\" has no unit: write \"6m\" or \"6d\""));
    EXPECT_THAT(period_mistakes("6 months"),
                ElementsAre("0: \"6 months\" is no period: did you mean \"6m\"?"));
    EXPECT_THAT(period_mistakes("6m1y"),
                ElementsAre("0: the units of \"6m1y\" stand out of order: years, months, days, "
                            "each once, e.g. \"1y6m\""));
    EXPECT_THAT(period_mistakes("1y1y"),
                ElementsAre("0: the units of \"1y1y\" stand out of order: years, months, days, "
                            "each once, e.g. \"1y6m\""));
    EXPECT_THAT(
        period_mistakes("six"),
        ElementsAre("0: \"six\" is no period: write years, months or days, e.g. \"75y\" or \"1y6m\""));
    EXPECT_THAT(period_mistakes("6m closed"), ElementsAre("3: unexpected \"closed\" behind \"6m\""));
}

TEST(ConditionExpression, ReadsEveryTest) {
    EXPECT_EQ(condition("died").kind, Condition::Kind::died);
    EXPECT_EQ(condition("died before 18y").kind, Condition::Kind::died_before);
    EXPECT_EQ(condition("died before 18y").period, (Period{18, 0, 0}));
    EXPECT_EQ(condition("recorded(birth@worker)").trigger.role, "worker");
    EXPECT_EQ(condition("order-made before 2005-12-30").kind, Condition::Kind::before);
    EXPECT_EQ(condition("order-made after closed + 1y").dates.at(1).kind, DateTerm::Kind::sum);
    EXPECT_EQ(condition("ever(*)").kind, Condition::Kind::ever);
    EXPECT_EQ(condition("open(youth-club)").kind, Condition::Kind::open);
    EXPECT_EQ(condition("family-open(*)").kind, Condition::Kind::family_open);
    EXPECT_EQ(condition("medium = paper").kind, Condition::Kind::equals);
    EXPECT_EQ(condition("medium != 2nd-copy").kind, Condition::Kind::differs);
    EXPECT_EQ(condition("medium != 2nd-copy").attribute, "medium");
    EXPECT_EQ(condition("medium != 2nd-copy").word, "2nd-copy");
}

TEST(ConditionExpression, ServicesAreIndicesWithoutRepeats) {
    EXPECT_THAT(condition("ever(youth-club, care, looked-after)").services, ElementsAre(0, 1, 2));
    EXPECT_THAT(condition("ever(care)").services, ElementsAre(0, 1));
    EXPECT_THAT(condition("open(*)").services, ElementsAre(0, 1, 2));
}

TEST(ConditionExpression, NotBindsCloserThanAndAndAndCloserThanOr) {
    const Condition any = condition("died or not a = b and c = d");
    ASSERT_EQ(any.kind, Condition::Kind::any);
    ASSERT_EQ(any.parts.at(1).kind, Condition::Kind::all);
    EXPECT_EQ(any.parts.at(1).parts.at(0).kind, Condition::Kind::negation);
    EXPECT_EQ(any.parts.at(1).text, "not a = b and c = d");
    EXPECT_EQ(condition("not (died or a = b)").parts.at(0).kind, Condition::Kind::any);
}

TEST(ConditionExpression, BracketsHoldTestsOrDates) {
    EXPECT_EQ(condition("(died)").kind, Condition::Kind::died);
    EXPECT_EQ(condition("((birth) + 3y) before closed").kind, Condition::Kind::before);
    EXPECT_EQ(condition("((birth before closed))").kind, Condition::Kind::before);
    EXPECT_EQ(condition("(birth + 3y) before closed and died").kind, Condition::Kind::all);
    EXPECT_EQ(condition(std::string(50, '(') + "died" + std::string(50, ')')).kind, Condition::Kind::died);
}

TEST(ConditionExpression, ReportsEveryUnknownService) {
    EXPECT_THAT(condition_mistakes("ever(looked-aftr) or open(care-ordr, x)"),
                ElementsAre("5: unknown service \"looked-aftr\": did you mean \"looked-after\"?",
                            "26: unknown service \"care-ordr\": did you mean \"care-order\"?",
                            "37: unknown service \"x\""));
    EXPECT_THAT(condition_mistakes("ever(care-*)"),
                ElementsAre("5: \"*\" means every service and stands alone: for some of them name a group"));
}

TEST(ConditionExpression, SaysWhatIsWrong) {
    EXPECT_THAT(condition_mistakes(""), ElementsAre("0: a test is missing here, e.g. \"died before 18y\""));
    EXPECT_THAT(condition_mistakes("or died"), ElementsAre("0: a test is missing before \"or\""));
    EXPECT_THAT(condition_mistakes("not not died"), ElementsAre("4: \"not\" stands twice: leave both out"));
    EXPECT_THAT(condition_mistakes("died after 18y"),
                ElementsAre("5: \"died after\" is not known: say e.g. \"died and not died before 18y\""));
    EXPECT_THAT(
        condition_mistakes("died before 2005-12-30"),
        ElementsAre(
            "12: \"died before\" needs an age, not \"2005-12-30\": say e.g. \"died before 18y\" or \"death "
            "before 2005-12-30\""));
    EXPECT_THAT(
        condition_mistakes("closed"),
        ElementsAre(
            "0: \"closed\" alone is no test: say \"before\" or \"after\" which day, or recorded(closed)"));
    EXPECT_THAT(condition_mistakes("medium = paper or tape"),
                ElementsAre("18: \"tape\" alone is no test: did you mean \"medium = tape\"?"));
    EXPECT_THAT(condition_mistakes("medium == paper"),
                ElementsAre("7: unexpected \"==\": did you mean \"=\"?"));
    EXPECT_THAT(condition_mistakes("medium = \"paper\""),
                ElementsAre("9: unexpected quote: words are written without quotes"));
    EXPECT_THAT(condition_mistakes("open = yes"),
                ElementsAre("0: \"open\" cannot name an attribute: say e.g. medium = paper"));
    EXPECT_THAT(
        condition_mistakes("closed = 2005-12-30"),
        ElementsAre(
            "0: \"closed\" is a date: compare it by \"before\" or \"after\", or say recorded(closed)"));
    EXPECT_THAT(condition_mistakes("closed < 2005-12-30"),
                ElementsAre("7: unexpected \"<\": did you mean \"before\"?"));
    EXPECT_THAT(condition_mistakes("recoded(order-made)"),
                ElementsAre("0: unknown function \"recoded\": did you mean \"recorded\"?"));
    EXPECT_THAT(
        condition_mistakes("recorded(closed + 3y)"),
        ElementsAre("16: \"recorded\" takes one trigger, e.g. recorded(order-made); \"+\" is too much"));
    EXPECT_THAT(condition_mistakes("ever looked-after"),
                ElementsAre("5: \"ever\" needs brackets: say e.g. \"ever(*)\""));
    EXPECT_THAT(condition_mistakes("died died"), ElementsAre("5: unexpected \"died\" behind \"died\""));
}

// Whatever a hand or a broken file makes of an expression, there is a value or a mistake with a place in the
// text.
TEST(Expressions, AnyTextGivesAValueOrMistakes) {
    const std::string good[] = {
        "later-of(age(18y), end-of(financial-year, birth@x) - 1y6m) + 3y",
        "not (died before 18y or recorded(a)) and (b + 1d) after 2005-12-30 or ever(care, *) and c != d"};
    for (const std::string& whole : good) {
        for (std::size_t at = 0; at <= whole.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string text = whole;
                if (at < whole.size()) text[at] = static_cast<char>(byte);
                for (const std::string& tried : {text, text.substr(0, at + 1), text.substr(at)}) {
                    ExpressionNotes notes;
                    const bool is_date = parse_date_expression(tried, notes).has_value();
                    const std::size_t of_date = notes.mistakes.size();
                    const bool is_condition = parse_condition(tried, services(), notes).has_value();
                    ASSERT_EQ(is_date, of_date == 0) << tried;
                    ASSERT_EQ(is_condition, notes.mistakes.size() == of_date) << tried;
                    for (const auto& mistake : notes.mistakes)
                        ASSERT_LE(mistake.offset, tried.size()) << tried;
                }
            }
        }
    }
}

}  // namespace
}  // namespace casekeeper
