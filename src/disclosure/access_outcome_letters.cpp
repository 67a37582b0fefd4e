// SPDX-License-Identifier: MIT
//
// The letters about how a request ends: a refusal, the word before the record, what lies on top of it, and
// what comes of a complaint.
#include <algorithm>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/letter_head.h"
#include "disclosure/access_forms.h"
#include "disclosure/access_letters.h"
#include "disclosure/access_moves.h"
#include "disclosure/pack_assembler.h"

namespace casekeeper {
namespace {

constexpr const char* own_system = "Our own record system";

// The last event of a name; nullptr where there is none.
const CaseEvent* last_of(const std::vector<CaseEvent>& events, std::string_view name) {
    const auto found =
        std::find_if(events.rbegin(), events.rend(), [&](const CaseEvent& one) { return one.event == name; });
    return found == events.rend() ? nullptr : &*found;
}

// The words before it arrives that were given for this answer, the latest last.
std::vector<CaseEvent> words_before(const std::vector<CaseEvent>& events) {
    std::vector<CaseEvent> words;
    for (const CaseEvent& event : events) {
        if (event.event == "reopen") words.clear();
        if (event.event == "announce") words.push_back(event);
    }
    return words;
}

// Who can be with them, as it was last noted; empty: nothing was.
std::string support_in(const std::vector<CaseEvent>& words) {
    std::string support;
    for (const CaseEvent& word : words)
        if (std::string noted = json_text_at(word.facts, "support"); !noted.empty())
            support = std::move(noted);
    return support;
}

std::vector<AccessRelease::Searched> searched_in(const std::vector<CaseEvent>& events) {
    std::vector<AccessRelease::Searched> places;
    for (const CaseEvent& event : events) {
        if (event.event != "search") continue;
        AccessRelease::Searched one{json_text_at(event.facts, "place"), day_in_words(event.on), std::nullopt};
        if (!json_value_at(event.facts, "found").empty()) one.found = json_number_at(event.facts, "found");
        places.push_back(std::move(one));
    }
    return places;
}

std::vector<std::string> believed_lost(const std::vector<CaseEvent>& events) {
    std::vector<std::string> lost;
    for (const CaseEvent& event : events)
        if (std::string what = json_text_at(event.facts, "lost"); event.event == "search" && !what.empty())
            lost.push_back(std::move(what));
    return lost;
}

// What was kept back, by its reasons, and when it is looked at again.
void add_kept_back(const std::vector<AccessItem>& items, const ReleaseRules& rules, AccessRelease& letter) {
    std::map<std::string, std::set<std::string>> parts_of_rule;
    std::optional<std::string> look_again;
    for (const AccessItem& item : items) {
        if (!item.is_withheld()) continue;
        parts_of_rule[item.rule].insert(item.item);
        if (item.look_again_on && (!look_again || *item.look_again_on < *look_again))
            look_again = item.look_again_on;
    }
    for (const auto& [id, parts] : parts_of_rule) {
        const auto number = static_cast<long long>(parts.size());
        if (const ReleaseRule* rule = rules.find(id))
            letter.reasons.push_back({rule->plain, rule->paragraph, number});
        else
            letter.unexplained += number;
    }
    letter.look_again_on = day_in_words(look_again);
}

// What leaves is locked; where it was printed instead, the last sealing for this answer says so.
bool is_locked(const std::vector<CaseEvent>& events) {
    bool locked = true;
    for (const CaseEvent& event : events) {
        if (event.event == "reopen") locked = true;
        if (event.event == "seal") locked = json_value_at(event.facts, "locked") != "false";
    }
    return locked;
}

// "34 pages"; empty where it has none, or is not made.
std::string length_of(const std::optional<StoredPack>& pack) {
    long long pages = 0;
    if (pack && pack->folder)
        for (const PackFile& file : files_of(*pack))
            if (file.is_persons && file.name.ends_with(".pdf")) pages += file.pages;
    if (pages == 0) return {};
    return std::to_string(pages) + (pages == 1 ? " page" : " pages");
}

void add_parts(const std::vector<AccessPart>& parts, const std::string& looked_on, AccessRelease& letter) {
    long long shown = 0;
    long long own = 0;
    for (const AccessPart& part : parts) {
        own += !part.item.starts_with("material:");
        shown += part.outcome != "withheld";
        letter.in_part += part.outcome == "part";
        letter.withheld += part.outcome == "withheld";
    }
    letter.searched.insert(letter.searched.begin(), {own_system, looked_on, own});
    if (shown > 0)
        letter.enclosed.push_back(std::to_string(shown) +
                                  (shown == 1 ? " part of the record" : " parts of the record"));
}

}  // namespace

std::string AccessLetters::refusal(const AccessCase& one, const std::string& folder) {
    AccessStore cases(database_);
    const std::vector<CaseEvent> events = cases.events(one.request);
    const CaseEvent* refused = last_of(events, "refuse");
    if (state_of(one) != AccessState::refused || !refused)
        throw Refused("access request " + one.request + " is " + one.state + ": nothing was refused",
                      "casekeeper access decide " + one.request + " --refuse --reason TEXT");
    const bool is_dead = has_died(database_, one.person);
    if (is_dead || !is_settled(one))
        return write(one, is_dead ? access_form::for_someone_dead : access_form::not_entitled, "refusal",
                     values_without_record(to_nobody_known(one)), folder);
    AccessRefusal letter;
    letter.to = to(one);
    letter.reason = json_text_at(refused->facts, "reason");
    return write(one, access_form::refusal, "refusal", values_of(letter), folder);
}

Date AccessLetters::arrival(const AccessCase& one, const Announcement& word) {
    return arrival_of(one, word, clock(one).due_on);
}

std::string AccessLetters::announcement(const AccessCase& one, const Announcement& word,
                                        const std::string& folder) {
    require_settled(one);
    require_state(one, {AccessState::signed_off},
                  "the word says that it is ready, and goes when it is signed");
    const Date arrives = arrival(one, word);
    if (arrives < day_)
        throw InputError("--arrives " + to_text(arrives) + " is past", "name the day from which it may come");
    const Record record = record_of(one);
    const std::vector<CaseEvent> events = AccessStore(database_).events(one.request);
    std::set<Date> avoided = days_avoided(events);
    avoided.insert(word.avoid.begin(), word.avoid.end());
    AccessAnnouncement letter;
    letter.to = to(one);
    letter.format = access_format_in_words(record.value("format").value_or("pdf"));
    letter.length = length_of(PackStore(database_).find(one.request));
    letter.has_passphrase = is_locked(events);
    letter.way = word.how;
    letter.arrives_on = to_words(arrives);
    for (const Date day : avoided)
        if (day >= day_) letter.avoided.push_back(to_words(day));
    letter.wish = record.value("support").value_or("");
    letter.support = word.support.empty() ? support_in(words_before(events)) : word.support;
    return write(one, access_form::announcement, "announcement", values_of(letter), folder);
}

std::vector<AccessPart> AccessLetters::parts_of(const AccessCase& one, const std::vector<AccessItem>& items) {
    if (state_of(one) == AccessState::dispatched) return AccessStore(database_).parts(one.request);
    const AccessReview review = reviewer_.review(record_of(one), day_);
    if (review.digest != one.review)
        throw Refused(
            "access request " + one.request + ": what the file holds has changed since it was reviewed",
            "casekeeper access review " + one.request);
    return parts_released(review.parts, items);
}

std::string AccessLetters::release(const AccessCase& one, const std::string& folder) {
    require_settled(one);
    require_state(one, {AccessState::signed_off, AccessState::dispatched},
                  "the letter that goes on top is written when it is signed");
    AccessStore cases(database_);
    const std::vector<CaseEvent> events = cases.events(one.request);
    const std::vector<AccessItem> items = cases.items(one.request);
    const Record record = record_of(one);
    AccessRelease letter;
    letter.to = to(one);
    letter.searched = searched_in(events);
    letter.missing = believed_lost(events);
    const bool was_sent = state_of(one) == AccessState::dispatched;
    add_parts(parts_of(one, items), day_in_words(was_sent ? one.dispatched_on : to_text(day_)), letter);
    add_kept_back(items, rules_, letter);
    letter.format = access_format_in_words(record.value("format").value_or("pdf"));
    letter.has_passphrase = is_locked(events);
    letter.wish = record.value("support").value_or("");
    letter.support = support_in(words_before(events));
    return write(one, access_form::release, "release", values_of(letter), folder);
}

std::string AccessLetters::complaint(const AccessCase& one, const std::string& folder) {
    if (state_of(one) != AccessState::disputed)
        throw Refused("access request " + one.request + " is " + one.state + ": no complaint of it is open",
                      "casekeeper access dispute " + one.request + " --to trust --words TEXT");
    const std::vector<CaseEvent> events = AccessStore(database_).events(one.request);
    const CaseEvent& complained = *last_of(events, "dispute");
    if (json_text_at(complained.facts, "to") != "trust")
        throw Refused("the complaint of access request " + one.request +
                          " did not come to the trust: there is no receipt of it to write",
                      "casekeeper access dispute " + one.request +
                          " --answer stands --reason TEXT --write DIR, once that is decided");
    const ComplaintReceipt letter{to(one), day_in_words(complained.on),
                                  json_text_at(complained.facts, "words")};
    return write(one, access_form::complaint, "complaint", values_of(letter), folder);
}

std::string AccessLetters::complaint_answer(const AccessCase& one, const std::optional<DisputeAnswer>& answer,
                                            const std::string& folder) {
    const std::vector<CaseEvent> events = AccessStore(database_).events(one.request);
    const CaseEvent* complained = last_of(events, "dispute");
    const CaseEvent* again = last_of(events, "reopen");
    const CaseEvent* stands = last_of(events, "stand");
    const CaseEvent* recorded = !again || (stands && stands->number > again->number) ? stands : again;
    if (recorded && complained && recorded->number < complained->number) recorded = nullptr;
    if (!complained || (answer ? state_of(one) != AccessState::disputed : !recorded))
        throw Refused("access request " + one.request + " is " + one.state + ": no complaint of it " +
                          (answer ? "waits for an answer" : "was answered"),
                      complained ? "casekeeper access show " + one.request
                                 : "casekeeper access dispute " + one.request + " --to trust --words TEXT");
    ComplaintAnswer letter;
    letter.to = to(one);
    letter.complained_on = day_in_words(complained->on);
    const std::string whom = json_text_at(complained->facts, "to");
    letter.complained_to = whom == "ico"     ? ComplaintTo::ico
                           : whom == "court" ? ComplaintTo::court
                                             : ComplaintTo::trust;
    letter.looks_again = answer ? answer->looks_again : recorded == again;
    // What was written may speak of a record: whoever may not ask does not read it.
    if (is_settled(one) && !has_died(database_, one.person))
        letter.reason = answer ? answer->reason : json_text_at(recorded->facts, "reason");
    return write(one, access_form::complaint_answer, "complaint-answer", values_of(letter), folder);
}

}  // namespace casekeeper
