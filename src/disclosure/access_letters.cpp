// SPDX-License-Identifier: MIT
#include "disclosure/access_letters.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/letter_head.h"
#include "custody/release_reader.h"
#include "custody/requester.h"
#include "disclosure/access_forms.h"
#include "disclosure/access_inquiry_letter.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_moves.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

constexpr const char* too_much_in_time =
    "There is a lot to read, and each part has to be read with care before we may send it.";

RequestToAnswer to_answer(const AccessCase& one) {
    return {RecordType::access_request, one.request, one.person, one.received_at};
}

std::string in_words(const std::optional<std::string>& day) {
    const std::optional<Date> parsed = day ? parse_date(*day) : std::nullopt;
    return parsed ? to_words(*parsed) : "";
}

// The last event of a name; nullptr where there is none.
const CaseEvent* last_of(const std::vector<CaseEvent>& events, std::string_view name) {
    const auto found =
        std::find_if(events.rbegin(), events.rend(), [&](const CaseEvent& one) { return one.event == name; });
    return found == events.rend() ? nullptr : &*found;
}

// Is it settled that whoever asks may? Nothing is told from a record before.
bool is_settled(const std::vector<CaseEvent>& events) {
    bool settled = false;
    for (const CaseEvent& event : events) {
        if (event.event == "identify") settled = true;
        if (event.event == "doubt" || event.event == "reopen") settled = false;
    }
    return settled;
}

AccessStage stage_of(AccessState state, const RequestClock& clock) {
    if (!clock.due_on) return AccessStage::waits_for_them;
    switch (state) {
        case AccessState::reviewed:
        case AccessState::referred:
            return AccessStage::deciding;
        case AccessState::decided:
            return AccessStage::second_look;
        case AccessState::signed_off:
            return AccessStage::sending;
        default:
            return AccessStage::searching;
    }
}

std::string plural(long long number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

InquiryHead inquiry_head(const LetterSettings& settings, const AccessCase& one, Date day,
                         const std::string& name) {
    return {settings.trust, settings.contact, to_words(day), one.request,
            name.empty() ? "Hello" : "Dear " + name};
}

}  // namespace

AccessLetters::AccessLetters(Database& database, LetterSettings settings, const BankHolidays& holidays,
                             const ReleaseRules& rules, AccessReviewer& reviewer, Date day)
    : database_(database),
      settings_(std::move(settings)),
      holidays_(holidays),
      rules_(rules),
      reviewer_(reviewer),
      day_(day) {}

Record AccessLetters::record_of(const AccessCase& one) {
    return RecordStore(database_).find(RecordType::access_request, one.request).value();
}

RequestClock AccessLetters::clock(const AccessCase& one) {
    return request_clock(clock_facts(record_of(one)), holidays_);
}

AccessReader AccessLetters::to_nobody_known(const AccessCase& one) {
    AccessReader reader;
    reader.head = head_without_record(database_, settings_.trust, settings_.contact, to_answer(one), day_);
    return reader;
}

AccessReader AccessLetters::to(const AccessCase& one) {
    if (!is_settled(AccessStore(database_).events(one.request))) return to_nobody_known(one);
    AccessReader reader;
    reader.head = head_of_request(database_, settings_.trust, settings_.contact, to_answer(one), day_);
    const CaseFile file = FactStore(database_).file_of(one.person).value_or(CaseFile{});
    reader.is_young =
        reader.head.for_oneself && reader_of(database_, record_of(one), file, day_).reader.subject_is_child;
    return reader;
}

std::string AccessLetters::write(const AccessCase& one, const char* form, const std::string& name,
                                 const LetterValues& values, const std::string& folder) {
    const std::string path = folder + "/" + name + ".html";
    // Nobody but who lives there reads of a protected place: others are told nothing of any.
    if (!reviewer_.given_away(record_of(one), settings_.templates.of(form).words(values), day_).empty())
        throw Refused("the letter " + name + " of access request " + one.request +
                          " would give away a place that is protected from its reader",
                      "leave the place out of what was written: casekeeper access show " + one.request);
    write_new_letter(settings_, form, values, path);
    return path;
}

void AccessLetters::require_settled(const AccessCase& one) {
    if (!is_settled(AccessStore(database_).events(one.request)))
        throw Refused("it is not settled who asks in access request " + one.request,
                      "casekeeper access verify-identity " + one.request + " --known --how TEXT");
}

std::string AccessLetters::acknowledgement(const AccessCase& one, const std::string& folder) {
    AccessAcknowledgement letter;
    letter.to = to_nobody_known(one);
    const Record record = record_of(one);
    const std::string scope = record.value("scope").value_or("{}");
    const std::string from = json_text_at(scope, "from");
    const std::string until = json_text_at(scope, "to");
    if (!from.empty()) letter.asked_about.push_back("from " + in_words(from));
    if (!until.empty()) letter.asked_about.push_back("until " + in_words(until));
    letter.format = access_format_in_words(record.value("format").value_or(""));
    if (const std::optional<Date> due = clock(one).due_on) letter.due_on = to_words(*due);
    return write(one, access_form::acknowledgement, "acknowledgement", values_of(letter), folder);
}

std::string AccessLetters::identity(const AccessCase& one, const std::string& folder) {
    IdentityQuestion letter;
    letter.to = to_nobody_known(one);
    const Record request = record_of(one);
    letter.capacity = capacity_of(request);
    letter.asks_authority = letter.capacity != Capacity::self &&
                            json_text_at(request.value("requester").value_or("{}"), "evidence").empty();
    return write(one, access_form::identity, "identity", values_of(letter), folder);
}

std::string AccessLetters::clarification(const AccessCase& one, const std::string& question,
                                         const std::string& folder) {
    require_text(question, "the question", "--question TEXT: what they are asked, to find what they want");
    return write(one, access_form::clarification, "clarification",
                 values_of(ClarificationQuestion{to(one), question}), folder);
}

bool AccessLetters::can_extend(const AccessCase& one) {
    const ClockFacts facts = clock_facts(record_of(one));
    return !facts.extension_notice_on && extension_is_in_time(facts, day_).in_time;
}

std::string AccessLetters::extension(const AccessCase& one, const std::string& reason,
                                     const std::string& folder) {
    require_text(reason, "a reason", "--reason TEXT: why it is too complex, or there are too many requests");
    if (!can_extend(one))
        throw Refused("a notice of " + to_text(day_) + " would not extend the time of access request " +
                          one.request + " (UK GDPR Art 12A(4))",
                      "casekeeper access show " + one.request);
    ClockFacts facts = clock_facts(record_of(one));
    facts.extension_notice_on = day_;
    const RequestClock extended = request_clock(facts, holidays_);
    AccessExtension letter{to(one), reason, std::nullopt};
    if (extended.due_on) letter.due_on = to_words(*extended.due_on);
    return write(one, access_form::extension, "extension", values_of(letter), folder);
}

std::string AccessLetters::progress(const AccessCase& one, std::optional<Date> expected_on,
                                    const std::string& folder) {
    AccessStore cases(database_);
    AccessProgress letter;
    letter.to = to(one);
    const RequestClock now = clock(one);
    letter.stage = stage_of(state_of(one), now);
    const std::vector<CaseEvent> events = cases.events(one.request);
    if (!is_settled(events)) return write(one, access_form::progress, "progress", values_of(letter), folder);
    for (const CaseEvent& event : events) letter.searched += event.event == "search";
    for (const AccessAsk& ask : cases.asks(one.request)) letter.asked += !ask.answered_on;
    for (const AccessItem& item : cases.items(one.request))
        ++(item.decision ? letter.decided : letter.undecided);
    if (now.due_on) letter.due_on = to_words(*now.due_on);
    if (expected_on) letter.expected_on = to_words(*expected_on);
    if (now.due_on && *now.due_on < day_)
        letter.lateness = Lateness::late;
    else if (now.due_on && expected_on && *expected_on > *now.due_on)
        letter.lateness = Lateness::will_be_late;
    return write(one, access_form::progress, "progress", values_of(letter), folder);
}

std::string AccessLetters::refusal(const AccessCase& one, const std::string& folder) {
    AccessStore cases(database_);
    const std::vector<CaseEvent> events = cases.events(one.request);
    const CaseEvent* refused = last_of(events, "refuse");
    if (state_of(one) != AccessState::refused || !refused)
        throw Refused("access request " + one.request + " is " + one.state + ": nothing was refused",
                      "casekeeper access decide " + one.request + " --refuse --reason TEXT");
    const bool is_dead = has_died(database_, one.person);
    if (is_dead || !is_settled(events))
        return write(one, is_dead ? access_form::for_someone_dead : access_form::not_entitled, "refusal",
                     values_without_record(to_nobody_known(one)), folder);
    AccessRefusal letter;
    letter.to = to(one);
    letter.reason = json_text_at(refused->facts, "reason");
    return write(one, access_form::refusal, "refusal", values_of(letter), folder);
}

std::string AccessLetters::announcement(const AccessCase& one, const Announcement& word,
                                        const std::string& folder) {
    require_settled(one);
    const Record record = record_of(one);
    AccessAnnouncement letter;
    letter.to = to(one);
    letter.format = access_format_in_words(record.value("format").value_or("pdf"));
    letter.way = word.how;
    for (const Date day : word.avoid) letter.avoided.push_back(to_words(day));
    letter.has_passphrase = record.value("format").value_or("pdf") != "large-print";
    letter.support = word.support.empty() ? record.value("support").value_or("") : word.support;
    return write(one, access_form::announcement, "announcement", values_of(letter), folder);
}

std::string AccessLetters::release(const AccessCase& one, const std::string& folder) {
    require_settled(one);
    if (state_of(one) != AccessState::decided && state_of(one) != AccessState::signed_off &&
        state_of(one) != AccessState::dispatched)
        throw Refused("access request " + one.request + " is " + one.state +
                          ": the letter that goes on top is written when every item is decided",
                      "casekeeper access decide " + one.request + " --done");
    AccessStore cases(database_);
    AccessRelease letter;
    letter.to = to(one);
    for (const CaseEvent& event : cases.events(one.request)) {
        if (event.event != "search") continue;
        AccessRelease::Searched searched{json_text_at(event.facts, "place"), in_words(event.on),
                                         std::nullopt};
        if (!json_value_at(event.facts, "found").empty())
            searched.found = json_number_at(event.facts, "found");
        letter.searched.push_back(std::move(searched));
    }
    const std::vector<AccessItem> items = cases.items(one.request);
    const AccessReview review = reviewer_.review(record_of(one), day_);
    std::map<std::string, std::set<std::string>> parts_of_rule;
    std::optional<std::string> look_again;
    for (const AccessItem& item : items) {
        if (!item.is_withheld()) continue;
        parts_of_rule[item.rule].insert(item.item);
        if (item.look_again_on && (!look_again || *item.look_again_on < *look_again))
            look_again = item.look_again_on;
    }
    for (const auto& [rule, parts] : parts_of_rule)
        if (const ReleaseRule* found = rules_.find(rule))
            letter.reasons.push_back({found->plain, found->paragraph, static_cast<long long>(parts.size())});
    long long shown = 0;
    for (const AccessPart& part : parts_released(review.parts, items)) {
        shown += part.outcome != "withheld";
        letter.in_part += part.outcome == "part";
        letter.withheld += part.outcome == "withheld";
    }
    if (shown > 0) letter.enclosed.push_back(plural(shown, "part of the record", "parts of the record"));
    letter.look_again_on = in_words(look_again);
    letter.format = access_format_in_words(record_of(one).value("format").value_or("pdf"));
    letter.support = record_of(one).value("support").value_or("");
    return write(one, access_form::release, "release", values_of(letter), folder);
}

std::string AccessLetters::consent(const AccessCase& one, const std::string& key, const std::string& folder) {
    ConsentQuestion letter;
    letter.head = inquiry_head(settings_, one, day_, key.starts_with("name:") ? key.substr(5) : "");
    for (const AccessAsk& ask : AccessStore(database_).asks(one.request))
        if (ask.kind == "consent" && ask.whom == key && !ask.answered_on)
            letter.answer_by = in_words(ask.answer_by);
    return write(one, access_form::consent, "consent", values_of(letter), folder);
}

std::string AccessLetters::opinion(const AccessCase& one, const std::string& whom,
                                   const std::string& folder) {
    OpinionQuestion letter;
    letter.head = inquiry_head(settings_, one, day_, whom);
    letter.for_oneself = to(one).head.for_oneself;
    letter.opinion_months = rules_.opinion_months();
    for (const AccessAsk& ask : AccessStore(database_).asks(one.request))
        if (ask.kind == "opinion" && ask.whom == whom && !ask.answered_on)
            letter.answer_by = in_words(ask.answer_by);
    return write(one, access_form::opinion, "opinion", values_of(letter), folder);
}

std::string AccessLetters::reminder(const AccessCase& one, const DueReminder& due,
                                    const std::string& folder) {
    AnswerReminder letter;
    const AccessAsk& ask = due.ask;
    letter.kind = ask.kind == "opinion"   ? InquiryKind::opinion
                  : ask.kind == "consent" ? InquiryKind::consent
                  : ask.kind == "advice"  ? InquiryKind::advice
                                          : InquiryKind::search;
    const bool has_name = ask.kind != "consent" || ask.whom.starts_with("name:");
    letter.head = inquiry_head(settings_, one, day_,
                               !has_name               ? ""
                               : ask.kind == "consent" ? ask.whom.substr(5)
                                                       : ask.whom);
    if (letter.kind == InquiryKind::search) letter.about = ask.about;
    letter.asked_on = in_words(ask.asked_on);
    letter.answer_by = in_words(ask.answer_by);
    letter.reminder = due.reminder;
    if (const std::optional<Date> answer = clock(one).due_on; answer && letter.kind != InquiryKind::consent)
        letter.request_due_on = to_words(*answer);
    return write(one, access_form::reminder,
                 "reminder-" + std::to_string(ask.number) + "-" + std::to_string(due.reminder.number),
                 values_of(letter), folder);
}

std::string AccessDrafts::folder_of(const AccessCase& one) {
    const std::string name = access_letters_folder_of(one.request);
    if (one.letters == name) return letters_folder_ + "/" + name;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessStore cases(database_);
    AccessCase now = cases.find(one.request).value();
    now.letters = name;
    cases.update(now);
    work.commit();
    return letters_folder_ + "/" + name;
}

void AccessDrafts::reminder(const AccessCase& one, const DueReminder& due) {
    const std::string folder = folder_of(one);
    // One that a night which was cut off had written already is written again.
    std::filesystem::remove(folder + "/reminder-" + std::to_string(due.ask.number) + "-" +
                            std::to_string(due.reminder.number) + ".html");
    letters_.reminder(one, due, folder);
}

bool AccessDrafts::lateness(const OpenRequest& open) {
    const std::string folder = folder_of(open.one);
    const bool extends = letters_.can_extend(open.one);
    std::error_code failed;
    if (std::filesystem::exists(folder + (extends ? "/extension.html" : "/progress.html"), failed))
        return false;
    if (extends)
        letters_.extension(open.one, too_much_in_time, folder);
    else
        letters_.progress(open.one, open.forecast.expected_on, folder);
    return true;
}

}  // namespace casekeeper
