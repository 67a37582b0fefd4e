// SPDX-License-Identifier: MIT
#include "disclosure/access_letters.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/plain_words.h"
#include "custody/entitlement.h"
#include "custody/letter_head.h"
#include "custody/release_reader.h"
#include "disclosure/access_forms.h"
#include "disclosure/access_moves.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

RequestToAnswer to_answer(const AccessCase& one) {
    return {RecordType::access_request, one.request, one.person, one.received_at};
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

// What of a record is asked for, where it is not all of it.
std::vector<std::string> asked_about(const std::string& scope) {
    std::vector<std::string> parts;
    for (const std::string& service : json_texts_at(scope, "services")) parts.push_back(with_spaces(service));
    const std::string from = day_in_words(json_text_at(scope, "from"));
    const std::string until = day_in_words(json_text_at(scope, "to"));
    if (!from.empty() && !until.empty())
        parts.push_back("from " + from + " to " + until);
    else if (!from.empty())
        parts.push_back("from " + from + " on");
    else if (!until.empty())
        parts.push_back("until " + until);
    return parts;
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

bool AccessLetters::is_settled(const AccessCase& one) {
    bool settled = false;
    for (const CaseEvent& event : AccessStore(database_).events(one.request)) {
        if (event.event == "identify") settled = true;
        if (event.event == "doubt" || event.event == "reopen") settled = false;
    }
    return settled && entitlement(one).answer == Entitlement::Answer::entitled;
}

Entitlement AccessLetters::entitlement(const AccessCase& one) {
    return entitlement_of(database_, record_of(one), AccessStore(database_).events(one.request), day_);
}

bool AccessLetters::reads_large_print(const AccessCase& one) {
    return record_of(one).value("format") == "large-print";
}

AccessReader AccessLetters::to_nobody_known(const AccessCase& one) {
    AccessReader reader;
    reader.head = head_without_record(database_, settings_.trust, settings_.contact, to_answer(one), day_);
    reader.large_print = reads_large_print(one);
    return reader;
}

AccessReader AccessLetters::to(const AccessCase& one) {
    if (!is_settled(one)) return to_nobody_known(one);
    AccessReader reader;
    reader.head = head_of_request(database_, settings_.trust, settings_.contact, to_answer(one), day_);
    reader.large_print = reads_large_print(one);
    const CaseFile file = FactStore(database_).file_of(one.person).value_or(CaseFile{});
    reader.is_young =
        reader.head.for_oneself && reader_of(database_, record_of(one), file, day_).reader.subject_is_child;
    return reader;
}

void AccessLetters::require_safe(const AccessCase& one, const std::string& name,
                                 const std::vector<std::string>& given_away) const {
    if (!given_away.empty())
        throw Refused("the letter " + name + " of access request " + one.request +
                          " would give away a place that is protected from its reader",
                      "leave the place out of what was written: casekeeper access show " + one.request);
}

std::string AccessLetters::keep(const char* form, const std::string& name, const LetterValues& values,
                                const std::string& folder) {
    const std::string path = folder + "/" + name + ".html";
    write_new_letter(settings_, form, values, path);
    return path;
}

std::string AccessLetters::write(const AccessCase& one, const char* form, const std::string& name,
                                 const LetterValues& values, const std::string& folder) {
    const std::string words = settings_.templates.of(form).words(values);
    // Nobody but who lives there reads of a protected place; who says that they do is not believed unproved.
    require_safe(
        one, name,
        is_settled(one) ? reviewer_.given_away(record_of(one), words, day_) : reviewer_.given_away(words));
    return keep(form, name, values, folder);
}

void AccessLetters::require_settled(const AccessCase& one) {
    if (!is_settled(one))
        throw Refused("it is not settled who asks in access request " + one.request,
                      command_to_settle(entitlement(one), "access", one.request));
}

void AccessLetters::require_state(const AccessCase& one, std::initializer_list<AccessState> states,
                                  const char* why) const {
    if (std::find(states.begin(), states.end(), state_of(one)) != states.end()) return;
    const std::vector<std::string> next = next_commands(one);
    throw Refused("access request " + one.request + " is " + one.state + ": " + why,
                  next.empty() ? "casekeeper access show " + one.request : next.front());
}

std::string AccessLetters::acknowledgement(const AccessCase& one, const std::string& folder) {
    AccessAcknowledgement letter;
    letter.to = to_nobody_known(one);
    const Record record = record_of(one);
    letter.asked_about = asked_about(record.value("scope").value_or("{}"));
    letter.format = access_format_in_words(record.value("format").value_or(""));
    letter.wish = record.value("support").value_or("");
    // As long as it is open who asks, the day may still move: none is promised.
    if (const std::optional<Date> due = clock(one).due_on; due && is_settled(one))
        letter.due_on = to_words(*due);
    return write(one, access_form::acknowledgement, "acknowledgement", values_of(letter), folder);
}

std::string AccessLetters::identity(const AccessCase& one, const std::string& folder) {
    IdentityQuestion letter;
    letter.to = to_nobody_known(one);
    const Asking asking =
        asking_of(database_, record_of(one), AccessStore(database_).events(one.request), day_);
    letter.capacity = asking.capacity;
    letter.asks_authority = asking.capacity != Capacity::self && !asking.has_authority;
    letter.asks_who = !asking.identity_settled || !letter.asks_authority;
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
                                     std::optional<Date> notice_on, const std::string& folder) {
    require_text(reason, "a reason", "--reason TEXT: why it is too complex, or there are too many requests");
    ClockFacts facts = clock_facts(record_of(one));
    if (!facts.extension_notice_on) facts.extension_notice_on = notice_on.value_or(day_);
    const RequestClock extended = request_clock(facts, holidays_);
    if (!extended.extended)
        throw Refused("a notice of " + to_text(*facts.extension_notice_on) +
                          " would not extend the time of access request " + one.request +
                          " (UK GDPR Art 12A(4))",
                      "casekeeper access show " + one.request);
    AccessExtension letter{to(one), reason, std::nullopt};
    if (extended.due_on && is_settled(one)) letter.due_on = to_words(*extended.due_on);
    return write(one, access_form::extension, "extension", values_of(letter), folder);
}

std::string AccessLetters::progress(const AccessCase& one, std::optional<Date> expected_on,
                                    const std::string& folder) {
    AccessStore cases(database_);
    AccessProgress letter;
    letter.to = to(one);
    const RequestClock now = clock(one);
    letter.stage = stage_of(state_of(one), now);
    if (!is_settled(one)) return write(one, access_form::progress, "progress", values_of(letter), folder);
    for (const CaseEvent& event : cases.events(one.request)) letter.searched += event.event == "search";
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

}  // namespace casekeeper
