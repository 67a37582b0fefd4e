// SPDX-License-Identifier: MIT
#include "disclosure/access_letter.h"

#include <map>
#include <set>
#include <utility>

#include "base/calendar.h"
#include "output/letter_heading.h"
#include "output/page.h"

namespace casekeeper {
namespace {

void add_each(LetterValues& values, const char* list, const char* name,
              const std::vector<std::string>& texts) {
    for (const std::string& text : texts) values.lists[list].emplace_back().texts[name] = text;
}

// A part of the letter with a list in it; not there where the list is empty.
void show_each(LetterValues& values, const char* section, const char* list, const char* name,
               const std::vector<std::string>& texts) {
    values.show(section, !texts.empty());
    if (!texts.empty()) add_each(values.lists[section].front(), list, name, texts);
}

void show_due(LetterValues& values, const std::optional<std::string>& due_on) {
    values.show_text("DUE_KNOWN", "DUE_ON", due_on.value_or(""));
    values.show("DUE_NOT_KNOWN", !due_on);
}

void show_count(LetterValues& values, const char* section, const char* name, long long number,
                const char* one, const char* many) {
    values.show_text(section, name, number == 0 ? "" : counted(number, one, many));
}

// What they would like and who can be with them; where neither is known, help is offered.
void show_support(LetterValues& values, const std::string& wish, const std::string& support) {
    values.show_text("WITH_WISH", "WISH", wish);
    values.show_text("WITH_SUPPORT", "SUPPORT", support);
    values.show("NO_SUPPORT", wish.empty() && support.empty());
}

void add_reasons(const AccessRelease& letter, LetterValues& values) {
    std::set<std::string> named;
    for (const AccessRelease::Reason& one : letter.reasons) {
        values.lists["REASONS"].emplace_back().texts = {{"PARTS", counted(one.parts, "part", "parts")},
                                                        {"WHY", one.why}};
        if (!one.authority.empty() && named.insert(one.authority).second)
            values.lists["LAW"].emplace_back().texts["AUTHORITY"] = one.authority;
    }
    show_count(values, "WITH_UNEXPLAINED", "UNEXPLAINED", letter.unexplained, "part", "parts");
}

void add_kept_back(const AccessRelease& letter, LetterValues& values) {
    const bool all = letter.in_part == 0 && letter.withheld == 0;
    values.show("WITH_ALL", all && !letter.enclosed.empty());
    values.show("WITH_KEPT", !all);
    if (all) return;
    LetterValues& kept = values.lists["WITH_KEPT"].front();
    show_count(kept, "WITH_IN_PART", "IN_PART", letter.in_part, "part", "parts");
    show_count(kept, "WITH_WITHHELD", "WITHHELD", letter.withheld, "part", "parts");
    add_reasons(letter, kept);
    kept.show_text("WITH_LOOK_AGAIN", "LOOK_AGAIN_ON", letter.look_again_on);
}

}  // namespace

LetterValues values_to(const AccessReader& to) {
    LetterValues values = values_without_record(to);
    values.texts["ABOUT"] = to.head.about;
    values.show("YOUNG", to.head.for_oneself && to.is_young);
    values.show("GROWN", to.head.for_oneself && !to.is_young);
    return values;
}

std::string access_format_in_words(const std::string& format) {
    static const std::map<std::string, std::string> words = {{"pdf", "a PDF file"},
                                                             {"large-print", "large print"},
                                                             {"text", "plain text"},
                                                             {"html", "a web page"}};
    const auto found = words.find(format);
    return found == words.end() ? "" : found->second;
}

std::string day_in_words(const std::optional<std::string>& day) {
    const std::optional<Date> parsed = day ? parse_date(*day) : std::nullopt;
    return parsed ? to_words(*parsed) : "";
}

LetterValues values_of(const AccessAcknowledgement& letter) {
    LetterValues values = values_to(letter.to);
    show_each(values, "WITH_PARTS", "ASKED_ABOUT", "PART", letter.asked_about);
    values.show_text("WITH_FORMAT", "FORMAT", letter.format);
    values.show_text("WITH_WISH", "WISH", letter.wish);
    show_due(values, letter.due_on);
    return values;
}

LetterValues values_of(const IdentityQuestion& letter) {
    LetterValues values = values_to(letter.to);
    values.show("WHO", letter.asks_who);
    values.show("AUTHORITY", letter.asks_authority);
    if (!letter.asks_authority) return values;
    LetterValues& authority = values.lists["AUTHORITY"].front();
    authority.show("PARENT", letter.capacity == Capacity::parent);
    authority.show("ATTORNEY", letter.capacity == Capacity::attorney);
    authority.show("REPRESENTATIVE",
                   letter.capacity == Capacity::representative || letter.capacity == Capacity::other);
    return values;
}

LetterValues values_of(const ClarificationQuestion& letter) {
    LetterValues values = values_to(letter.to);
    values.texts["QUESTION"] = letter.question;
    return values;
}

LetterValues values_of(const AccessExtension& letter) {
    LetterValues values = values_to(letter.to);
    values.texts["REASON"] = letter.reason;
    show_due(values, letter.due_on);
    return values;
}

LetterValues values_of(const AccessProgress& letter) {
    LetterValues values = values_to(letter.to);
    values.show("WAITS_FOR_YOU", letter.stage == AccessStage::waits_for_them);
    values.show("SEARCHING", letter.stage == AccessStage::searching);
    values.show("DECIDING", letter.stage == AccessStage::deciding);
    values.show("SECOND_LOOK", letter.stage == AccessStage::second_look);
    values.show("SENDING", letter.stage == AccessStage::sending);
    show_count(values, "WITH_SEARCHED", "SEARCHED", letter.searched, "place", "places");
    show_count(values, "WITH_ASKED", "ASKED", letter.asked, "other person", "other people");
    show_count(values, "WITH_DECIDED", "DECIDED", letter.decided, "part", "parts");
    show_count(values, "WITH_UNDECIDED", "UNDECIDED", letter.undecided, "part", "parts");
    const bool due_known = !letter.due_on.empty();
    const std::pair<const char*, Lateness> by_lateness[] = {
        {"ON_TIME", Lateness::on_time}, {"WILL_BE_LATE", Lateness::will_be_late}, {"LATE", Lateness::late}};
    for (const auto& [section, lateness] : by_lateness)
        if (due_known && letter.lateness == lateness) values.show_text(section, "DUE_ON", letter.due_on);
    values.show("DUE_NOT_KNOWN", !due_known);
    values.show("IS_LATE", due_known && letter.lateness != Lateness::on_time);
    values.show("IN_TIME", !due_known || letter.lateness == Lateness::on_time);
    values.show_text("EXPECTED", "EXPECTED_ON", letter.expected_on);
    values.show_text("WITH_REASON", "REASON", letter.reason);
    return values;
}

LetterValues values_of(const AccessRefusal& letter) {
    LetterValues values = values_to(letter.to);
    values.texts["REASON"] = letter.reason;
    values.show_text("WITH_LAW", "LAW", letter.authority);
    return values;
}

LetterValues values_without_record(const AccessReader& to) {
    LetterValues values = values_of(to.head);
    values.large_print = to.large_print;
    return values;
}

LetterValues values_of(const AccessAnnouncement& letter) {
    LetterValues values = values_to(letter.to);
    values.show_text("WITH_LENGTH", "LENGTH", letter.length);
    values.show_text("WITH_FORMAT", "FORMAT", letter.format);
    values.show_text("WITH_WAY", "WAY", letter.way);
    values.show("NO_WAY", letter.way.empty());
    values.texts["DAY"] = letter.arrives_on;
    show_each(values, "WITH_AVOIDED", "AVOIDED", "AVOIDED_DAY", letter.avoided);
    values.show("PASSPHRASE", letter.has_passphrase);
    show_support(values, letter.wish, letter.support);
    return values;
}

LetterValues values_of(const AccessRelease& letter) {
    LetterValues values = values_to(letter.to);
    for (const AccessRelease::Searched& one : letter.searched) {
        LetterValues& searched = values.lists["SEARCHED"].emplace_back();
        searched.texts = {{"PLACE", one.place}, {"DAY", one.on}};
        if (one.found)
            searched.show_text("WITH_FOUND", "FOUND",
                               *one.found == 0 ? "nothing" : counted(*one.found, "thing", "things"));
    }
    const bool kept_any = letter.in_part > 0 || letter.withheld > 0;
    values.show("FOUND_ANY", !letter.enclosed.empty());
    values.show("ALL_KEPT", letter.enclosed.empty() && kept_any);
    values.show("FOUND_NONE", letter.enclosed.empty() && !kept_any);
    add_each(values, "ENCLOSED", "WHAT", letter.enclosed);
    add_kept_back(letter, values);
    show_each(values, "WITH_MISSING", "MISSING", "WHAT", letter.missing);
    values.show_text("WITH_FORMAT", "FORMAT", letter.format);
    values.show("PASSPHRASE", letter.has_passphrase);
    values.show("STATEMENT", letter.has_statement);
    values.show("NO_STATEMENT", !letter.has_statement);
    show_support(values, letter.wish, letter.support);
    return values;
}

LetterValues values_of(const ComplaintReceipt& letter) {
    LetterValues values = values_to(letter.to);
    values.texts["COMPLAINED_ON"] = letter.complained_on;
    values.texts["WORDS"] = letter.words;
    return values;
}

LetterValues values_of(const ComplaintAnswer& letter) {
    LetterValues values = values_to(letter.to);
    values.texts["COMPLAINED_ON"] = letter.complained_on;
    values.show("TO_TRUST", letter.complained_to == ComplaintTo::trust);
    values.show("TO_ICO", letter.complained_to == ComplaintTo::ico);
    values.show("TO_COURT", letter.complained_to == ComplaintTo::court);
    values.show("AGAIN", letter.looks_again);
    values.show("STANDS", !letter.looks_again);
    values.show_text("WITH_REASON", "REASON", letter.reason);
    values.show("NO_REASON", letter.reason.empty());
    return values;
}

}  // namespace casekeeper
