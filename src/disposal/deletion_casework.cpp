// SPDX-License-Identifier: MIT
#include "disposal/deletion_casework.h"

#include <algorithm>
#include <stdexcept>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/request_refusal.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

constexpr const char* ways_to_warn[] = {"face-to-face", "video", "telephone", "letter"};

template <typename Words>
void require_word(const std::string& word, const Words& words, const char* option) {
    std::string all;
    for (const char* one : words) {
        if (word == one) return;
        all += (all.empty() ? "" : ", ") + std::string(one);
    }
    throw UsageError(std::string(option) + " \"" + word + "\" is none of what it may be", "one of: " + all);
}

Date day_of(const CaseEvent* event, Date otherwise) {
    return event ? parse_date(event->on).value_or(otherwise) : otherwise;
}

bool is_exempt(const DeletionItem& item) {
    return item.verdict == to_text(DeletionVerdict::statutory) ||
           item.verdict == to_text(DeletionVerdict::claims);
}

}  // namespace

bool anything_released(const std::vector<DeletionItem>& before, const std::vector<DeletionItem>& now) {
    return std::any_of(before.begin(), before.end(), [&](const DeletionItem& item) {
        return is_exempt(item) && std::any_of(now.begin(), now.end(), [&](const DeletionItem& other) {
                   return other.item == item.item && !is_exempt(other);
               });
    });
}

void store_assessment(DeletionStore& cases, DeletionCase& one, const RequestAssessment& now, Date day) {
    const std::vector<DeletionItem> before = cases.items(one.request);
    cases.set_items(one.request, now.items);
    if (one.assessment == now.digest)
        for (const DeletionItem& item : before) {
            const auto same =
                std::find_if(now.items.begin(), now.items.end(), [&](const DeletionItem& other) {
                    return other.item == item.item && other.verdict == item.verdict;
                });
            if (item.decision && same != now.items.end())
                cases.decide(one.request, item.item, *item.decision, *item.decided_by, *item.decision_reason);
        }
    one.assessed_on = to_text(day);
    one.assessment = now.digest;
}

DeletionCasework::DeletionCasework(Database& database, const ScheduleInForce& in_force,
                                   const RequestSettings& settings, const Actor& actor, const SignedAct& act)
    : database_(database), in_force_(in_force), settings_(settings), actor_(actor), act_(act) {}

RequestAssessment DeletionCasework::assessed_now(CaseMoves& moves, const DeletionCase& one) {
    try {
        return DeletionAssessor(database_, in_force_, settings_.abuse_words)
            .assess(moves.record_of(one), moves.cases().marks(one.request), act_.day);
    } catch (const std::invalid_argument&) {
        throw InputError("what is stored of the person of request " + one.request + " cannot be read",
                         "casekeeper explain person:" + one.person + " says where; load the record again");
    }
}

void DeletionCasework::require_same(const DeletionCase& one, const RequestAssessment& now) const {
    if (now.digest != one.assessment)
        throw Refused(
            "what request " + one.request + " asks for has changed since it was assessed",
            "the night assesses it anew, and the person is warned anew: casekeeper nightly --only requests");
}

// What somebody says of a part that was asked for, or of something in one.
void DeletionCasework::set_marks(CaseMoves& moves, const DeletionCase& one,
                                 const std::vector<DeletionMark>& marks) {
    const RequestAssessment before = assessed_now(moves, one);
    for (const DeletionMark& mark : marks) {
        require_text(mark.reason, "a reason", "--reason TEXT: why it is said to be so");
        const std::optional<ItemPlace> place = place_of_item(moves.records(), mark.item);
        const bool is_part =
            place && std::any_of(before.items.begin(), before.items.end(), [&](const DeletionItem& item) {
                return item.item == mark.item || item.item == "involvement:" + place->involvement ||
                       item.item == "entry:" + place->entry;
            });
        if (!is_part)
            throw InputError("\"" + mark.item + "\" is no part of what request " + one.request + " asks for",
                             "casekeeper deletion show " + one.request + " lists its parts");
        moves.cases().set_mark(one.request, mark);
        moves.note(one, mark.mark.c_str(), act_.day,
                   JsonObject().text("item", mark.item).text("reason", mark.reason));
    }
}

std::vector<DeletionItem> DeletionCasework::assess(const std::string& request,
                                                   const std::vector<DeletionMark>& marks) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, RequestRight::erasure);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::assess);
    if (!marks.empty()) set_marks(moves, one, marks);
    const RequestAssessment now = assessed_now(moves, one);
    if (now.items.empty())
        throw Refused("nothing of what request " + request + " asks for is in the store",
                      "casekeeper deletion decide " + request + " --refuse --reason TEXT");
    store_assessment(moves.cases(), one, now, act_.day);
    moves.move(one, DeletionEvent::assess, act_.day,
               JsonObject().text("assessment", now.digest).number("items", now.items.size()));
    work.commit();
    return now.items;
}

void DeletionCasework::require_as_assessed(const std::string& request) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, RequestRight::erasure);
    const DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::warn);
    require_same(one, assessed_now(moves, one));
}

void DeletionCasework::warn(const std::string& request, const WarningGiven& warning) {
    require_word(warning.how, ways_to_warn, "--how");
    require_text(warning.present, "who was present", "--present TEXT");
    require_text(warning.understood, "how it was understood", "--understood TEXT");
    require_text(warning.said, "what the young person said",
                 "--said TEXT: in their own words, or that they said nothing");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, RequestRight::erasure);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::warn);
    moves.require_day(warning.on, parse_date(one.assessed_on.value_or("")).value_or(act_.day), "--given",
                      "what would go was assessed");
    require_same(one, assessed_now(moves, one));
    moves.move(one, DeletionEvent::warn, warning.on,
               JsonObject()
                   .text("assessment", one.assessment)
                   .text("how", warning.how)
                   .text("present", warning.present)
                   .text("understood", warning.understood)
                   .text("said", warning.said)
                   .text("alternatives", warning.alternatives));
    work.commit();
}

void DeletionCasework::confirm(const std::string& request, Date on, const std::string& words) {
    require_text(words, "what the person said", "--words TEXT: in their own words");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, RequestRight::erasure);
    DeletionCase one = moves.find(request);
    moves.require(one, DeletionEvent::confirm);
    const std::vector<CaseEvent> events = moves.cases().events(request);
    moves.require_day(on, day_of(standing_of(events).warned, act_.day), "--on", "the warning was given");
    moves.move(one, DeletionEvent::confirm, on, JsonObject().text("words", words));
    work.commit();
}

DeletionCase DeletionCasework::decide(const std::string& request, const ItemDecision& decision) {
    require_text(decision.reason, "a reason", "--reason TEXT: why, in a sentence that the person will read");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, RequestRight::erasure);
    DeletionCase one = moves.find(request);
    moves.require(one, decision.refuse ? DeletionEvent::refuse : DeletionEvent::grant);
    std::vector<DeletionItem> items = moves.cases().items(request);
    const auto decide_item = [&](DeletionItem& item, const char* what) {
        item.decision = what;
        moves.cases().decide(request, item.item, what, act_.actor, decision.reason);
    };
    if (decision.refuse) {
        for (DeletionItem& item : items) decide_item(item, "keep");
    } else {
        moves.require_entitled(one);
        RequestAssessment now = assessed_now(moves, one);
        require_same(one, now);
        if (anything_released(items, now.items))
            throw Refused(
                "a part of request " + one.request + " is held no more, and nobody was warned that it may go",
                "the night assesses it anew: casekeeper nightly --only requests");
        store_assessment(moves.cases(), one, now, parse_date(*one.assessed_on).value_or(act_.day));
        items = moves.cases().items(request);
        const auto find = [&](const std::string& id) -> DeletionItem& {
            const auto found = std::find_if(items.begin(), items.end(),
                                            [&](const DeletionItem& item) { return item.item == id; });
            if (found == items.end())
                throw InputError("\"" + id + "\" is no part of request " + request,
                                 "casekeeper deletion show " + request + " lists its parts");
            return *found;
        };
        for (const std::string& id : decision.to_delete) {
            DeletionItem& item = find(id);
            if (is_exempt(item))
                throw Refused(id + " may not be deleted: " + item.verdict + " (" + item.authority + ")",
                              "casekeeper deletion decide " + request + " --keep " + id + " --reason TEXT");
            decide_item(item, "delete");
        }
        const auto is_free = [](const DeletionItem& item) {
            return item.verdict == to_text(DeletionVerdict::free_to_delete);
        };
        if (decision.all_free && std::none_of(items.begin(), items.end(), is_free))
            throw Refused("nothing that request " + request + " asks for is free",
                          "casekeeper deletion show " + request + " lists its parts, each to be decided");
        if (decision.all_free)
            for (DeletionItem& item : items)
                if (is_free(item) && !item.decision) decide_item(item, "delete");
        for (const std::string& id : decision.to_keep) decide_item(find(id), "keep");
    }
    const auto deleted = std::count_if(items.begin(), items.end(), is_to_be_deleted);
    const auto undecided =
        std::count_if(items.begin(), items.end(), [](const DeletionItem& item) { return !item.decision; });
    const JsonObject facts = JsonObject()
                                 .text("reason", decision.reason)
                                 .number("delete", deleted)
                                 .number("keep", static_cast<long long>(items.size()) - deleted - undecided);
    if (decision.refuse || (undecided == 0 && deleted == 0))
        moves.move(one, DeletionEvent::refuse, act_.day, facts);
    else if (undecided > 0)
        moves.note(one, "decide", act_.day, facts);
    else
        moves.move(one, is_granted_whole(items) ? DeletionEvent::grant : DeletionEvent::grant_part, act_.day,
                   facts);
    work.commit();
    return one;
}

}  // namespace casekeeper
