// SPDX-License-Identifier: MIT
#include "disposal/request_intake.h"

#include <algorithm>
#include <set>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/request_opening.h"
#include "disposal/case_moves.h"
#include "store/decision_store.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string in_quotes(const std::string& text) {
    return "\"" + text + "\"";
}

// Whose file an item of a scope is in; nullopt: there is no such item.
std::optional<std::string> owner_of(RecordStore& records, const std::string& item) {
    if (!is_typed_item(item))
        throw UsageError(in_quotes(item) + " is no part of a record",
                         "write it with its type: involvement:I1, entry:E7 or document:D2");
    const std::optional<ItemPlace> place = place_of_item(records, item);
    return place ? std::optional(place->person) : std::nullopt;
}

// One request as it is opened.
class OpenedRequest {
public:
    OpenedRequest(Database& database, CaseMoves& moves, const RequestOrder& order, const SignedAct& act)
        : moves_(moves), order_(order), act_(act), facts_(database), lines_(database), database_(database) {}

    Record request() {
        find_person();
        require_received(order_.received_at, file_, act_.day,
                         "casekeeper deletion open --person " + order_.person);
        check_scope();
        check_not_twice();
        Record record{RecordType::deletion_request, {}};
        record.values.resize(format_of(record.type).fields.size());
        record.set("id", new_request_id(order_.id, "R", moves_.cases().number_of_cases() + 1,
                                        [&](const std::string& id) { return is_taken(id); }));
        record.set("person", order_.person);
        record.set("received_at", order_.received_at);
        record.set("requester", requester_json({order_.requester, order_.capacity, order_.evidence, {}}));
        if (!order_.scope.empty()) record.set("scope", json_list(order_.scope));
        record.set("ground", unless_empty(order_.ground));
        if (order_.right != RequestRight::erasure) record.set("asks_for", to_text(order_.right));
        record.set("statement", unless_empty(order_.statement));
        return record;
    }
    const std::vector<std::string>& records_of_human() const { return people_; }

private:
    void find_person() {
        file_ = file_asked_about(database_, order_.person);
        for (const PersonFacts& record : file_.people) people_.push_back(record.id);
    }

    void check_scope() {
        for (const std::string& item : order_.scope) {
            const std::optional<std::string> owner = owner_of(moves_.records(), item);
            if (!owner)
                throw InputError(
                    "there is no " + in_quotes(item) + " in the store",
                    "casekeeper retention list --person " + order_.person + " shows what there is");
            if (std::find(people_.begin(), people_.end(), *owner) == people_.end())
                throw InputError(
                    item + " is in another person's record",
                    "each request is about one person: casekeeper retention list --person " + order_.person);
        }
    }

    // Over the same things: all of the record, or an item in both.
    void check_not_twice() {
        const std::set<std::string> asked(order_.scope.begin(), order_.scope.end());
        for (const std::string& person : people_)
            for (const DeletionCase& other : moves_.cases().of_person(person)) {
                const DeletionState state = state_of(other);
                if (right_of(other) != order_.right || is_closed(state)) continue;
                const std::optional<Record> record =
                    moves_.records().find(RecordType::deletion_request, other.request);
                const std::vector<std::string> scope =
                    json_texts(record ? record->value("scope").value_or("[]") : "[]");
                const bool overlaps = asked.empty() || scope.empty() ||
                                      std::any_of(scope.begin(), scope.end(), [&](const std::string& item) {
                                          return asked.contains(item);
                                      });
                if (overlaps)
                    throw Refused(
                        "request " + other.request + " over the same things is " + other.state,
                        std::string("casekeeper ") + group_of(order_.right) + " show " + other.request);
            }
    }

    // There, or there before: what has ended is not loaded again under its id.
    bool is_taken(const std::string& id) {
        return moves_.cases().find(id).has_value() ||
               lines_.line_that_ended(act_.pseudonyms.of_record("deletion_request", id)) != 0;
    }

    CaseMoves& moves_;
    const RequestOrder& order_;
    const SignedAct& act_;
    FactStore facts_;
    RegisterStore lines_;
    CaseFile file_;
    std::vector<std::string> people_;
    Database& database_;
};

}  // namespace

RequestIntake::RequestIntake(Database& database, const Actor& actor, const SignedAct& act, RequestRight right)
    : database_(database), actor_(actor), act_(act), right_(right) {}

DeletionCase RequestIntake::open(const RequestOrder& order) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, right_);
    OpenedRequest opening(database_, moves, order, act_);
    const Record request = opening.request();
    moves.records().add(request);
    moves.records().add_to_count(RecordType::deletion_request, 1);
    DecisionStore decisions(database_);
    ReviewStore reviews(database_);
    for (const std::string& person : opening.records_of_human()) {
        decisions.mark_person(person);  // an open request holds
        reviews.mark_if_proposed(person);
    }
    const DeletionCase one = moves.find(request.key());
    const Date received_on = *local_day(order.received_at);
    moves.note(one, "open", received_on,
               JsonObject().text("capacity", order.capacity).number("items", order.scope.size()));
    work.commit();
    return one;
}

Standing RequestIntake::settle(DeletionCase one, const Record& request) {
    CaseMoves moves(database_, actor_, act_, right_);
    Standing standing{std::move(one),
                      entitlement_of(database_, request, moves.cases().events(request.key()), act_.day)};
    DeletionCase& now = standing.one;
    const bool entitled = standing.entitlement.answer == Entitlement::Answer::entitled;
    const JsonObject facts =
        JsonObject().text("reason", standing.entitlement.reason).text("law", standing.entitlement.law);
    if (entitled && state_of(now) == DeletionState::received) {
        moves.require(now, DeletionEvent::identify);
        if (Record settled = moves.record_of(now); end_wait_for_identity(settled, act_.day))
            moves.replace(settled);
        moves.move(now, DeletionEvent::identify, act_.day, facts);
    } else if (!entitled && find_transition(right_, state_of(now), DeletionEvent::doubt)) {
        moves.require(now, DeletionEvent::doubt);
        moves.cases().set_items(now.request, moves.cases().items(now.request));  // what was decided is void
        moves.move(now, DeletionEvent::doubt, act_.day, facts);
    }
    return standing;
}

Standing RequestIntake::identify(const std::string& id, const IdentityFinding& finding) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, right_);
    DeletionCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "verify-identity");
    Record request = moves.record_of(one);
    const IdentityBefore before =
        identity_before(state_of(one) != DeletionState::received, moves.cases().events(id));
    if (put_identity(request, finding, before, act_.day, show_command(id))) moves.replace(request);
    moves.note(one, "identity", finding.happened_on(act_.day), facts_of(finding));
    Standing standing = settle(std::move(one), request);
    work.commit();
    return standing;
}

Standing RequestIntake::judge(const std::string& id, const CompetenceFinding& finding) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, right_);
    DeletionCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "competence");
    const Record request = moves.record_of(one);
    moves.note(one, "competence", finding.on, facts_of(finding, act_.day));
    Standing standing = settle(std::move(one), request);
    work.commit();
    return standing;
}

void RequestIntake::extend(const std::string& id, Date notice_on, const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: why it is too complex, or there are too many requests");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    CaseMoves moves(database_, actor_, act_, right_);
    const DeletionCase one = moves.find(id);
    moves.require_open(one, {Role::dpo}, "extend");
    Record request = moves.record_of(one);
    put_extension(request, notice_on, act_.day, show_command(id));
    moves.replace(request);
    moves.note(one, "extend", notice_on, JsonObject().text("reason", reason));
    work.commit();
}

std::string RequestIntake::show_command(const std::string& request) const {
    return std::string("casekeeper ") + group_of(right_) + " show " + request;
}

}  // namespace casekeeper
