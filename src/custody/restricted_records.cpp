// SPDX-License-Identifier: MIT
#include "custody/restricted_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/errors.h"
#include "custody/present_decision.h"
#include "custody/restrictions.h"
#include "store/hold_store.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

constexpr int page_size = 500;

class RestrictionSearch {
public:
    RestrictionSearch(Database& database, Date day)
        : database_(database),
          day_(day),
          in_force_(schedule_in_force(database)),
          present_(database, in_force_) {
        HoldStore holds(database);
        for (const Hold& hold : holds.placed())
            if (hold.kind == restriction_kind && hold.in_force_on(day)) restrictions_.emplace(hold.id, hold);
    }

    RestrictedRecords run(const std::string& person) {
        if (restrictions_.empty()) return {};
        if (!person.empty())
            look_at(person, person);
        else if (names_everybody())
            look_at_everybody();
        else
            for (const std::string& one : people_named()) look_at(one, {});
        leave_out_what_lies_within();
        RestrictedRecords found;
        for (const auto& [item, since] : items_) {
            found.items.push_back(item);
            found.since.push_back(since);
        }
        found.restrictions.assign(used_.begin(), used_.end());
        return found;
    }

private:
    bool names_everybody() const {
        return std::any_of(restrictions_.begin(), restrictions_.end(), [](const auto& one) {
            return one.second.persons.empty() && one.second.involvements.empty();
        });
    }

    std::set<std::string> people_named() {
        RecordStore records(database_);
        std::set<std::string> people;
        for (const auto& [id, hold] : restrictions_) {
            people.insert(hold.persons.begin(), hold.persons.end());
            if (!hold.persons.empty()) continue;
            for (const std::string& involvement : hold.involvements)
                if (const auto owner = records.owner_of_involvement(involvement))
                    people.insert(owner->person);
        }
        return people;
    }

    void look_at_everybody() {
        FactStore facts(database_);
        for (std::string after;;) {
            const FactStore::Page page = facts.page_of_everybody(after, page_size);
            if (!page.unreadable.empty()) cannot_be_read(page.unreadable.front());
            if (page.last.empty()) return;
            for (const FileWithDecisions& file : page.files) look_at(file.file.people.front().id, {});
            after = page.last;
        }
    }

    // The whole file of a human being, or what of it is one person's record.
    void look_at(const std::string& person, const std::string& only) try {
        const PresentDecisions::Decided decided = present_.decide(person, day_);
        for (const Decision& decision : decided.decisions) {
            if (!only.empty() && owner_of(decided.file, decision, person) != only) continue;
            if (decision.involvement.empty())
                for (const RestrictionInForce& one : restrictions_on_person(database_, person, day_))
                    take_person(one, person);
            for (const std::string& hold : decision.holds)
                if (const auto found = restrictions_.find(hold); found != restrictions_.end())
                    take(found->second, decision);
        }
    } catch (const std::invalid_argument&) {
        cannot_be_read(person);
    }

    static const std::string& owner_of(const CaseFile& file, const Decision& decision,
                                       const std::string& person) {
        for (const InvolvementFacts& involvement : file.involvements)
            if (involvement.id == decision.involvement) return involvement.person;
        return person;
    }

    void take_person(const RestrictionInForce& restriction, const std::string& person) {
        used_.insert(restriction.id);
        add("person:" + person, restriction.since);
    }

    void take(const Hold& hold, const Decision& decision) {
        used_.insert(hold.id);
        RecordStore records(database_);
        if (hold.items.empty()) add("involvement:" + decision.involvement, hold.from);
        for (const std::string& item : hold.items)
            if (const auto place = place_of_item(records, item);
                place && place->involvement == decision.involvement)
                add(item, hold.from);
    }

    void add(const std::string& item, Date since) {
        Date& first = items_.emplace(item, since).first->second;
        first = std::min(first, since);
    }

    void leave_out_what_lies_within() {
        RecordStore records(database_);
        const std::map<std::string, Date> all = items_;
        std::erase_if(items_, [&](const auto& one) {
            const auto place = place_of_item(records, one.first);
            if (!place || place->type == RecordType::involvement) return false;
            return all.contains("involvement:" + place->involvement) ||
                   (place->type == RecordType::document && all.contains("entry:" + place->entry));
        });
    }

    [[noreturn]] static void cannot_be_read(const std::string& person) {
        throw InputError("what is stored of person " + person + " cannot be read",
                         "load it again: casekeeper import bundle PATH");
    }

    Database& database_;
    const Date day_;
    const ScheduleInForce in_force_;
    PresentDecisions present_;
    std::map<std::string, Hold> restrictions_;
    std::map<std::string, Date> items_;  // since when
    std::set<std::string> used_;
};

}  // namespace

RestrictedRecords restricted_records(Database& database, Date day, const std::string& person) {
    return RestrictionSearch(database, day).run(person);
}

}  // namespace casekeeper
