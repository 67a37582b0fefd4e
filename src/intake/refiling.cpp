// SPDX-License-Identifier: MIT
#include "intake/refiling.h"

#include <utility>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "domain/remark.h"
#include "intake/refiling_consequences.h"
#include "intake/refiling_findings.h"
#include "intake/refiling_refusals.h"
#include "intake/staleness.h"
#include "policy/did_you_mean.h"
#include "store/fact_store.h"
#include "store/item_place.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

std::string after_colon(const std::string& item) {
    return item.substr(item.find(':') + 1);
}

std::string command_for(const std::string& entry, const std::string& to) {
    return "casekeeper recording move entry:" + entry + " --to involvement:" + to;
}

std::string entry_named(const std::string& item) {
    if (item.starts_with("document:"))
        throw UsageError("a document moves with its entry", "name the entry it lies with, e.g. entry:E7");
    if (!is_typed_item(item) || !item.starts_with("entry:"))
        throw UsageError(in_quotes(item) + " names no entry", "say which it is, e.g. entry:E7");
    return after_colon(item);
}

class Refiling {
public:
    Refiling(Database& database, const ScheduleInForce& in_force, const MoveOrder& order, const Actor& actor,
             const SignedAct& act)
        : database_(database),
          in_force_(in_force),
          order_(order),
          actor_(actor),
          act_(act),
          records_(database) {}

    EntryMoved run() {
        find_entry();
        find_target();
        find_what_waits();
        require_mover(refiled_, is_second_, actor_);
        require_reason(database_, refiled_, order_.reason, is_second_);
        require_movable(database_, in_force_, refiled_, act_.day);
        look_at_consequences(database_, refiled_, result_);
        if (result_.is_between_people && !is_second_)
            ask();
        else
            carry_out();
        return std::move(result_);
    }

private:
    void find_entry() {
        const std::string id = entry_named(order_.entry);
        const std::optional<ItemPlace> place = place_of_item(records_, order_.entry);
        if (!place)
            throw InputError("there is no entry " + in_quotes(id) + " in the store",
                             "casekeeper explain entry:" + id + " shows an entry that is there");
        refiled_.entry = records_.find(RecordType::entry, id).value();
        if (is_written_by_product(refiled_.entry))
            throw Refused("entry " + id + " was written by casekeeper: it holds what lies in this record too",
                          "move the entry that its documents came with");
        refiled_.from_involvement = place->involvement;
        refiled_.from_person = place->person;
        refiled_.from_people = FactStore(database_).records_of(refiled_.from_person);
        records_.each_of_involvement(RecordType::document, place->involvement, [&](const Record& document) {
            if (document.value("entry") == id) refiled_.documents.push_back(document);
        });
        for (const Record& document : refiled_.documents) result_.documents.push_back(document.key());
    }

    void find_target() {
        if (!is_typed_item(order_.to) || !order_.to.starts_with("involvement:"))
            throw UsageError(in_quotes(order_.to) + " names no involvement",
                             "say where it belongs, e.g. --to involvement:I9");
        refiled_.to_involvement = after_colon(order_.to);
        const auto owner = records_.owner_of_involvement(refiled_.to_involvement);
        if (!owner)
            throw InputError(
                "there is no involvement " + in_quotes(refiled_.to_involvement) + " in the store",
                "casekeeper retention list shows the involvements there are");
        if (refiled_.to_involvement == refiled_.from_involvement)
            throw Refused("entry " + refiled_.entry.key() + " lies in involvement " +
                              refiled_.to_involvement + " already",
                          "casekeeper explain entry:" + refiled_.entry.key());
        refiled_.to_person = owner->person;
        refiled_.to_people = FactStore(database_).records_of(refiled_.to_person);
        result_.is_between_people = refiled_.is_between_people();
    }

    // The same move, asked for before by another.
    void find_what_waits() {
        const std::string& entry = refiled_.entry.key();
        const std::optional<EntryMove> waiting = MoveStore(database_).waiting(entry);
        if (!waiting) {
            result_.move = {0,
                            entry,
                            refiled_.from_involvement,
                            refiled_.from_person,
                            refiled_.to_involvement,
                            refiled_.to_person,
                            "asked",
                            order_.reason,
                            to_text(act_.day),
                            act_.at,
                            act_.actor};
            return;
        }
        const std::string take_back = "casekeeper recording move entry:" + entry + " --take-back";
        if (waiting->to_involvement != refiled_.to_involvement)
            throw Refused("a move of entry " + entry + " to involvement " + waiting->to_involvement +
                              " waits for a second person since " + waiting->asked_on,
                          take_back + ", then ask for the other");
        if (waiting->from_involvement != refiled_.from_involvement)
            throw Refused("entry " + entry + " has come to involvement " + refiled_.from_involvement +
                              " since its move was asked for",
                          take_back + ", then ask again");
        if (waiting->asked_by == act_.actor)
            throw Refused(
                "the move of entry " + entry + " waits for a second person since " + waiting->asked_on,
                "somebody else looks at both records and types: " +
                    command_for(entry, refiled_.to_involvement));
        if (waiting->asked_on > to_text(act_.day))
            throw Refused("the move of entry " + entry + " was asked for on " + waiting->asked_on +
                              ", which is still to come",
                          take_back + ", then ask again");
        result_.move = *waiting;
        is_second_ = true;
    }

    void ask() {
        MoveStore(database_).add(result_.move);
        leave_finding(false);
        write_line("entry-move-asked");
    }

    void carry_out() {
        EntryMove& move = result_.move;
        move.state = "moved";
        move.moved_on = to_text(act_.day);
        if (is_second_) {
            move.agreed_by = act_.actor;
            if (!order_.reason.empty()) move.agreed_because = order_.reason;
            MoveStore(database_).update(move);
        } else {
            MoveStore(database_).add(move);
        }
        result_.undone = undo_decisions(database_, refiled_, result_, act_);
        move_rows();
        move_findings(database_, refiled_);
        leave_finding(true);
        write_line("entry-moved");
    }

    void move_rows() {
        Staleness staleness(database_, records_, act_.actor);
        const Record before = refiled_.entry;
        Record entry = before;
        entry.set("involvement", refiled_.to_involvement);
        add_remark(entry, trace("Moved into this record from another, where it had been put by mistake."));
        records_.replace(entry);
        staleness.changed(entry, &before);
        for (const Record& document : refiled_.documents) leave_out_second_place(document, staleness);
        const Record was = records_.find(RecordType::involvement, refiled_.from_involvement).value();
        Record involvement = was;
        add_remark(involvement, trace("Entry " + entry.key() + documents_in_words() +
                                      " was moved out of this record, where it had been put by mistake."));
        records_.replace(involvement);
        records_.note_correction(RecordType::involvement, involvement.key(), to_text(act_.day));
        staleness.changed(involvement, &was);
        for (const std::string& one : {refiled_.from_involvement, refiled_.to_involvement})
            records_.recompute_entry_days(one);
        staleness.finish();
    }

    std::string documents_in_words() const {
        std::string words;
        for (std::size_t at = 0; at < result_.documents.size(); ++at)
            words += (at == 0 ? (result_.documents.size() == 1 ? " with document " : " with documents ")
                      : at + 1 == result_.documents.size() ? " and "
                                                           : ", ") +
                     result_.documents[at];
        return words;
    }

    Remark trace(const std::string& what) const {
        const EntryMove& move = result_.move;
        return {"move", to_text(act_.day), what + " Why: " + move.reason,
                move.asked_by + (move.agreed_by ? ", and " + *move.agreed_by + " agreed" : "")};
    }

    // A document that lay in the right record too lies there once.
    void leave_out_second_place(const Record& before, Staleness& staleness) {
        std::vector<std::string> places = json_texts(before.value("also_in").value_or("[]"));
        if (std::erase(places, refiled_.to_involvement) == 0) return;
        Record document = before;
        document.set("also_in", places.empty() ? std::nullopt : std::optional(json_list(places)));
        records_.replace(document);
        records_.set_document_involvements(document.key(), places, false);
        staleness.changed(document, &before);
    }

    void leave_finding(bool is_moved) {
        if (!result_.given_away.empty())
            result_.finding =
                find_given_away(database_, refiled_, is_moved, result_.given_away.front().on, act_.day);
    }

    void write_line(const char* kind) {
        const auto named = [&](const char* type, const std::string& id) {
            return act_.pseudonyms.of_record(type, id);
        };
        RegisterStore(database_).append({act_.at, kind, act_.actor,
                                         JsonObject()
                                             .text("entry", named("entry", refiled_.entry.key()))
                                             .text("from", named("involvement", refiled_.from_involvement))
                                             .text("to", named("involvement", refiled_.to_involvement))
                                             .number("documents", refiled_.documents.size())
                                             .flag("between_people", result_.is_between_people)
                                             .number("given_away", result_.given_away.size())
                                             .json()});
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    const MoveOrder& order_;
    const Actor& actor_;
    const SignedAct& act_;
    RecordStore records_;
    RefiledEntry refiled_;
    bool is_second_ = false;
    EntryMoved result_;
};

}  // namespace

EntryMoved move_entry(Database& database, const ScheduleInForce& in_force, const MoveOrder& order,
                      const Actor& actor, const SignedAct& act) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    EntryMoved moved = Refiling(database, in_force, order, actor, act).run();
    if (!order.check_only) work.commit();
    return moved;
}

EntryMove take_back_move(Database& database, const std::string& item, const Actor& actor,
                         const SignedAct& act) {
    const std::string entry = entry_named(item);
    if (!actor.has_any({Role::records_officer, Role::reviewer, Role::dpo}))
        throw Refused(actor.name + " may not take a move back",
                      "it is for a records-officer, reviewer or dpo: see config/roles.toml");
    UnitOfWork work(database, UnitOfWork::Kind::write);
    std::optional<EntryMove> move = MoveStore(database).waiting(entry);
    if (!move)
        throw Refused("no move of entry " + entry + " waits for a second person",
                      "what was moved is moved back by: casekeeper recording move entry:" + entry +
                          " --to involvement:ID --reason TEXT");
    move->state = "taken-back";
    MoveStore(database).update(*move);
    let_given_away_lapse(database, entry, act.day);
    RegisterStore(database).append(
        {act.at, "entry-move-taken-back", act.actor,
         JsonObject().text("entry", act.pseudonyms.of_record("entry", entry)).json()});
    work.commit();
    return *move;
}

}  // namespace casekeeper
