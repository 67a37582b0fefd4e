// SPDX-License-Identifier: MIT
//
// What the night does with requests to see a record, and the letters that people have written: nothing is
// forgotten, nothing is decided, nothing is sent by it.
#include <filesystem>

#include "support/access_world.h"

namespace casekeeper::test {
namespace {

constexpr Date after_the_due_day{std::chrono::year{2027}, std::chrono::January, std::chrono::day{20}};

class AccessNight : public AccessWorld {
protected:
    // What a night counted of the job.
    Said access_night(Date on) const {
        Said said = run({"nightly", "--only", "access", "--format", "json"}, on);
        EXPECT_LE(said.code, 1) << said;
        return said;
    }
    // All that lies in the folder of letters, names and words.
    std::string letters_text() const {
        std::string text;
        std::error_code failed;
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("letters"), failed))
            if (file.is_regular_file())
                text += file.path().filename().string() + "\n" + bytes_of(file.path()) + "\n";
        return text;
    }
    std::string written(const Words& words, Date on = today) const {
        const Said said =
            done("dana", with(words, {"--write", folder.path("written"), "--format", "json"}), on);
        return bytes_of(word_at(said.out, "letter"));
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessNight);

// Of the two engines it keeps no foreign keys for whoever writes past the program.
class AccessNightOnSqlite : public AccessNight {};
CASEKEEPER_ON_SQLITE(AccessNightOnSqlite);

TEST_P(AccessNight, ProposesForThoseWhoMayAsk) {
    load(record_with_advice("1"));
    open("R1", "P1");
    know("R1");
    access_night(today);
    EXPECT_EQ(state_of("R1"), "reviewed");
    EXPECT_EQ(proposal("R1", "entry:L1", "legal-privilege"), "withhold");
}

TEST_P(AccessNight, TakesUpWhatCameByALoadAndAsksNobodyTwice) {
    load(with(plain_record("1"),
              {R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-11-02"})"}));
    access_night(today);
    access_night(today);
    EXPECT_EQ(state_of("R1"), "received") << "who asks is for people to settle";
}

TEST_P(AccessNight, AChangedFileVoidsTheSignatureAndKeepsTheDecisions) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1");
    finish("R1");
    sign("R1");
    access_night(today);
    EXPECT_EQ(state_of("R1"), "signed") << "nothing has changed";
    load({entry("N1", "I1", "rang about the move")});
    access_night(today);
    EXPECT_EQ(state_of("R1"), "reviewed");
    EXPECT_EQ(decision("R1", "entry:L1", "legal-privilege"), "withhold");
}

// ── What else has a request reviewed again ──

TEST_P(AccessNight, AProtectedPlaceOfAnybodyHasEveryOpenRequestReviewed) {
    load(with(plain_record("1"),
              {person("P9", "1980-01-01"), entry("N1", "I1", "they live at 14 Mill Lane")}));
    open_and_review("R1", "P1");
    finish("R1");
    sign("R1");
    load({person("P9", "1980-01-01",
                 R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])")});
    access_night(today);
    EXPECT_EQ(state_of("R1"), "reviewed");
    EXPECT_EQ(word_at(row("R1", "entry:N1", "protected-place"), "about"), "place:P9/address/0");
}

TEST_P(AccessNight, APlaceThatIsProtectedNoMoreDoesSoToo) {
    const std::string place =
        R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])";
    load(with(plain_record("1"),
              {person("P9", "1980-01-01", place), entry("N1", "I1", "they live at 14 Mill Lane")}));
    open_and_review("R1", "P1");
    EXPECT_EQ(proposal("R1", "entry:N1", "protected-place"), "withhold");
    load({person("P9", "1980-01-01")});
    access_night(today);
    EXPECT_EQ(proposal("R1", "entry:N1", "protected-place"), "");
}

// What a worker is decides whose words are health data.
TEST_P(AccessNight, AnotherKindOfWorkerDoesSoToo) {
    load(with(plain_record("1"), {professional("W1", "Dr Vale", "other"),
                                  entry("N1", "I1", "on her sleep", R"(,"author":"W1")")}));
    open_and_review("R1", "P1");
    load({professional("W1", "Dr Vale", "health")});
    access_night(today);
    EXPECT_EQ(proposal("R1", "entry:N1", "health-bar"), "barred");
}

TEST_P(AccessNight, JoinedRecordsHaveTheRequestsAboutBothReviewed) {
    load(with(record_with_advice("1"), plain_record("2")));
    for (const auto& [request, of] : {std::pair("R1", "P1"), {"R2", "P2"}}) open_and_review(request, of);
    load({relationship("P1", "same-person", R"(,"other":"P2")")});
    EXPECT_EQ(sql("select request from access_review_due order by request"), (Words{"R1", "R2"}));
    access_night(today);
    EXPECT_EQ(proposal("R2", "entry:L1", "legal-privilege"), "withhold") << "it is about one human being";
    load({entry("N1", "I1", "the lawyer again", R"(,"flags":["legal-advice"])")});
    access_night(today);
    EXPECT_EQ(proposal("R2", "entry:N1", "legal-privilege"), "withhold") << "whichever record it came to";
}

// What an entry says is said of every document beside it, in whosever record that lies too.
TEST_P(AccessNight, AnEntryWhoseDocumentLiesInAnothersRecordHasThatOnesRequestReviewed) {
    folder.write("bundle/a.txt", "a");
    const auto rang = [](const std::string& more) { return entry("N1", "I2", "rang about the move", more); };
    load(with(with(plain_record("1"), plain_record("2")),
              {rang(""), R"({"type":"document","id":"D1","entry":"N1","file":"a.txt","also_in":["I1"]})"}));
    open_and_review("R1", "P1");
    EXPECT_EQ(proposal("R1", "document:D1", "legal-privilege"), "");
    load({rang(R"(,"flags":["legal-advice"])")});
    EXPECT_EQ(sql("select request from access_review_due"), Words{"R1"});
    access_night(today);
    EXPECT_EQ(proposal("R1", "document:D1", "legal-privilege"), "withhold");
}

// Its records may go while the night reads those of others: it stops nobody.
TEST_P(AccessNightOnSqlite, ARequestThatEndedSinceItWasMarkedIsPassedOver) {
    load(plain_record("1"));
    open_and_review("R1", "P1");
    load({entry("L9", "I1", "the lawyer on the order", R"(,"flags":["legal-advice"])")});
    sql("insert into access_review_due (request) values ('A-that-ended')");
    access_night(today);
    EXPECT_EQ(proposal("R1", "entry:L9", "legal-privilege"), "withhold");
    EXPECT_EQ(sql("select request from access_review_due"), Words{});
}

// Two requests about one person: to review the one is not to review the other.
TEST_P(AccessNight, EachRequestIsReviewedByItself) {
    load(plain_record("1"));
    open_and_review("R1", "P1");
    load(
        {R"({"type":"access_request","id":"R2","person":"P1","received_at":"2026-11-02",)"
         R"("requester":{"name":"Ann Asker","capacity":"representative","evidence":"letter of authority"}})"});
    know("R2");
    review("R2");
    load({entry("L9", "I1", "the lawyer on the order", R"(,"flags":["legal-advice"])")});
    review("R1");
    EXPECT_EQ(sql("select request from access_review_due"), Words{"R2"});
    access_night(today);
    EXPECT_EQ(proposal("R2", "entry:L9", "legal-privilege"), "withhold");
    EXPECT_EQ(sql("select request from access_review_due"), Words{});
}

// It is not reviewed, so it is not taken for reviewed: it is said every night until somebody mends it.
TEST_P(AccessNight, WhatCannotBeReadStaysToBeReviewed) {
    load(with(plain_record("1"), record_with_advice("2")));
    for (const auto& [request, of] : {std::pair("R1", "P1"), {"R2", "P2"}}) open_and_review(request, of);
    load({entry("N1", "I1", "rang"), entry("N2", "I2", "the lawyer again", R"(,"flags":["legal-advice"])")});
    sql("update entry set flags = 'what is this' where id = 'N1'");
    for (int nights = 0; nights < 2; ++nights) {
        const Said said = night(today);
        EXPECT_EQ(said.code, 1) << said;
        const Said report = run({"report"});
        EXPECT_TRUE(has(report.out, "Failed in job access: access request R1:")) << report;
        EXPECT_EQ(sql("select request from access_review_due"), Words{"R1"});
    }
    EXPECT_EQ(proposal("R2", "entry:N2", "legal-privilege"), "withhold") << "nobody else waits for it";
    sql("update entry set flags = null where id = 'N1'");
    access_night(today);
    EXPECT_EQ(sql("select request from access_review_due"), Words{});
}

TEST_P(AccessNight, WhatCannotBeReadIsSaidOnceOfARequestThatIsMarkedToo) {
    load(plain_record("1"));
    open("R1", "P1");
    know("R1");
    load({entry("N1", "I1", "rang")});
    ASSERT_EQ(sql("select request from access_review_due"), Words{"R1"});
    sql("update entry set flags = 'what is this' where id = 'N1'");
    const Said said = access_night(today);
    EXPECT_TRUE(has(said.out, R"("failed":1)")) << said;
}

// Whatever is searched for in every file concerns every request: its cause is said, not each request.
TEST_P(AccessNight, APlaceThatCannotBeReadIsSaidOnce) {
    load(with(
        with(plain_record("1"), plain_record("2")),
        {person("P9", "1980-01-01",
                R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])")}));
    for (const auto& [request, of] : {std::pair("R1", "P1"), {"R2", "P2"}}) {
        open(request, of);
        know(request);
    }
    sql("update person set addresses = '14 Mill Lane' where id = 'P9'");
    const Said said = night(today);
    EXPECT_TRUE(has(said.out, R"("job":"access","outcome":"attention","handled":2,"refused":0,"failed":1)"))
        << said;
    const Said report = run({"report"});
    EXPECT_TRUE(has(report.out, "Failed in job access: person P9: ")) << report;
    EXPECT_FALSE(has(report.out, "job access: access request")) << report;
    EXPECT_EQ(state_of("R1"), "entitled");
    sql("update person set addresses = null where id = 'P9'");
    access_night(today);
    EXPECT_EQ(state_of("R1") + state_of("R2"), "reviewedreviewed");
}

TEST_P(AccessNight, OneThatWaitsForAdviceIsReviewedWhenItGoesOn) {
    load(plain_record("1"));
    open_and_review("R1", "P1");
    done("dana", {"access", "refer", "R1", "--to", "legal", "--question", "may we?"});
    load({entry("L9", "I1", "the lawyer on the order", R"(,"flags":["legal-advice"])")});
    access_night(today);
    EXPECT_EQ(state_of("R1"), "referred");
    done("dana", {"access", "advice", "R1", "--from", "the solicitor", "--advice", "yes"});
    access_night(today);
    EXPECT_EQ(proposal("R1", "entry:L9", "legal-privilege"), "withhold");
}

TEST_P(AccessNight, WhoeverOwesAnAnswerIsRemindedOnceAndThenHigherUp) {
    load(plain_record("1"));
    open("R1", "P1");
    know("R1");
    done("petra", {"access", "search", "R1", "--place", "school archive", "--ask", "the archivist"});
    access_night(today);
    EXPECT_FALSE(has(letters_text(), "reminder-")) << "it is not due yet";
    for (int days = 1; days < 30; ++days)
        access_night(casekeeper::add(today, {0, 0, days}, Rounding::never_late));
    const std::string letters = letters_text();
    EXPECT_TRUE(has(letters, "reminder-1-1.html")) << letters;
    EXPECT_TRUE(has(letters, "reminder-1-3.html"));
    EXPECT_FALSE(has(letters, "reminder-1-9.html")) << "not every night";
    EXPECT_TRUE(has(letters, "school archive"));
    EXPECT_FALSE(has(letters, "Haverford")) << "nobody is told whose record it is about";
    const std::string asks = json_value_at(shown("R1"), "asks");
    EXPECT_TRUE(has(asks, "\"reminded\":")) << asks;
    search("R1", casekeeper::add(today, {0, 0, 30}, Rounding::never_late));
}

TEST_P(AccessNight, AnAnswerEndsTheReminders) {
    load(plain_record("1"));
    open("R1", "P1");
    done("petra", {"access", "search", "R1", "--place", "the paper archive", "--ask", "the archivist"});
    search("R1");
    for (int days = 1; days < 20; ++days)
        access_night(casekeeper::add(today, {0, 0, days}, Rounding::never_late));
    EXPECT_FALSE(has(letters_text(), "reminder-"));
}

TEST_P(AccessNight, ALateRequestHasItsWordDrafted) {
    load(plain_record("1"));
    open("R1", "P1");
    know("R1");
    access_night(after_the_due_day);
    access_night(after_the_due_day);
    EXPECT_TRUE(has(letters_text(), "progress.html")) << "a notice of extension would come too late";
    EXPECT_EQ(state_of("R1"), "reviewed");
}

TEST_P(AccessNight, TheCalendarHasDaysAndNobody) {
    load(plain_record("1"));
    open("R1", "P1");
    const std::string printed = done("ada", {"access", "calendar"}).out;
    EXPECT_TRUE(has(printed, "BEGIN:VCALENDAR"));
    EXPECT_TRUE(has(printed, "20261223")) << "due, and its alarm before";
    EXPECT_TRUE(has(printed, "R1"));
    EXPECT_FALSE(has(printed, "Haverford") || has(printed, "P1"));
    access_night(today);
    bool lies_there = false;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("")))
        lies_there |= file.path().filename() == "access-requests.ics";
    EXPECT_TRUE(lies_there);
}

TEST_P(AccessNight, TheForecastSaysWhatItCannotSay) {
    load(plain_record("1"));
    open("R1", "P1");
    const std::string line = done("ada", {"access", "forecast", "--format", "json"}).out;
    EXPECT_EQ(word_at(line, "request"), "R1");
    EXPECT_EQ(word_at(line, "due"), "2026-12-23");
    EXPECT_EQ(word_at(line, "expected"), "") << "nothing was ever done here";
    EXPECT_TRUE(has(word_at(line, "why"), "cannot be said"));
}

TEST_P(AccessNight, TheReportNamesEachWithItsDayAndSaysOnceWhatIsNotForecast) {
    load(with(plain_record("1"), plain_record("2")));
    open("R2", "P2");
    open("R1", "P1");
    done("petra", {"access", "verify-identity", "R1", "--asked", "2026-11-23"});
    night(today);
    const std::string report = run({"report"}).out;
    EXPECT_TRUE(has(report, "see a record are open; none is late")) << report;
    const std::string each = report.substr(report.find("Each of them, by the day its answer is due"));
    EXPECT_TRUE(has(each, "23 December 2026")) << each;
    EXPECT_LT(each.find("\nR2 "), each.find("\nR1 ")) << "what has no day yet comes last: " << each;
    EXPECT_TRUE(has(each, "not known yet")) << each;
    EXPECT_TRUE(has(report, "cannot be said")) << report;
    EXPECT_EQ(report.find("cannot be said"), report.rfind("cannot be said")) << report;
}

TEST_P(AccessNight, WhatWasAskedIsKeptWithTheRequest) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1");
    done("dana", {"access", "search", "R1", "--place", "attic", "--ask", "Bartholomew Quill"});
    done("dana", {"access", "withdraw", "R1", "--reason", "marmalade was enough"});
    EXPECT_TRUE(has(everything(), "marmalade was enough"));
    EXPECT_TRUE(has(everything(), "Bartholomew Quill"));
}

// Beyond the known bank holidays nothing is guessed, and nothing else waits for it.
TEST_P(AccessNight, ANightBeyondTheCalendarSaysSoAndGoesOn) {
    load(record_with_advice("1"));
    open("R1", "P1");
    know("R1");
    const Date beyond{std::chrono::year{2040}, std::chrono::March, std::chrono::day{5}};
    const Said said = night(beyond);
    EXPECT_EQ(said.code, 0) << said;
    EXPECT_EQ(state_of("R1"), "reviewed") << "it was looked through all the same";
    const std::string report = run({"report"}, beyond).out;
    EXPECT_TRUE(has(report, "could not be reckoned")) << report;
    EXPECT_TRUE(has(report, "bank_holidays.toml"));
}

// ── Letters ──

TEST_P(AccessNight, TheFirstLetterTakesNothingFromTheRecord) {
    load(plain_record("1"));
    open("R1", "P1", {"--by", "representative", "--requester", "Ann Asker"});
    const std::string letter = written({"access", "acknowledge", "R1"});
    EXPECT_TRUE(has(letter, "Ann Asker"));
    EXPECT_FALSE(has(letter, "Marigold") || has(letter, "Haverford"));
}

TEST_P(AccessNight, EveryLetterIsWrittenAndRecordsNothing) {
    load(record_with_advice("1"));
    open("R1", "P1");
    know("R1");
    search("R1");
    review("R1");
    const std::string before = everything();
    EXPECT_TRUE(
        has(written({"access", "pause", "R1", "--question", "all years, or some?"}), "all years, or some?"));
    EXPECT_TRUE(has(written({"access", "extend", "R1", "--reason", "forty boxes"}), "forty boxes"));
    EXPECT_TRUE(has(written({"access", "progress", "R1"}), "Marigold"));
    EXPECT_FALSE(has(written({"access", "opinion", "R1", "--of", "Dr Vale"}), "Haverford"));
    EXPECT_TRUE(everything() == before);
    finish("R1");
    sign("R1");
    EXPECT_TRUE(has(written({"access", "announce", "R1", "--how", "by hand"}), "by hand"));
    const std::string release = written({"access", "dispatch", "R1"});
    EXPECT_TRUE(has(release, "the paper archive")) << "what was searched";
    EXPECT_TRUE(has(release, "Sch 2 para 19")) << "why something is not there";
    EXPECT_FALSE(has(release, "the order to be sought")) << "not what is withheld";
}

TEST_P(AccessNight, ARefusalOfSomebodyWhoMayNotAskTellsNothing) {
    load(plain_record("1"));
    open("R1", "P1", {"--by", "other", "--requester", "Ann Asker"});
    done("dana", refusing("R1"));
    const std::string letter = written({"access", "close", "R1"});
    EXPECT_FALSE(has(letter, "Marigold") || has(letter, "Haverford"));
    EXPECT_TRUE(has(letter, "Information Commissioner"));
}

// A place that is protected leaves in no letter, whoever wrote the words.
TEST_P(AccessNight, NoLetterGivesAwayAProtectedPlace) {
    load({person("P1", "2012-05-04",
                 R"(,"addresses":[{"lines":["3 Heron Close"],"postcode":"PE36 5LS","protected":true}])"),
          involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01")});
    open("R1", "P1", {"--by", "parent", "--requester", "Ruth Asker", "--authority", "court order"});
    const Said said = as("dana", {"access", "pause", "R1", "--question", "the file from 3 heron close?",
                                  "--write", folder.path("written")});
    EXPECT_EQ(said.code, 77) << said;
    EXPECT_FALSE(has(said.err, "eron"));
}

}  // namespace
}  // namespace casekeeper::test
