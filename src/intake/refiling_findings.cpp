// SPDX-License-Identifier: MIT
#include "intake/refiling_findings.h"

#include <optional>
#include <vector>

#include "policy/recording_own_rules.h"
#include "store/move_store.h"
#include "store/record_store.h"
#include "store/recording_store.h"

namespace casekeeper {
namespace {

constexpr int findings_a_page = 500;
constexpr Period time_to_tell{0, 0, 3};

std::string thing_of(const std::string& entry) {
    return "entry:" + entry;
}

// As it was found before, or new; open again where it had closed.
RecordingFinding found(RecordingStore& store, const char* rule, const std::string& entry,
                       const std::string& today) {
    const std::string id = id_of_finding(rule, thing_of(entry));
    if (std::optional<RecordingFinding> was = store.find(id)) {
        if (was->state == "open" || was->state == "waived") return std::move(*was);
        was->state = "open";
        was->opened_on = today;
        was->owed_by.reset();
        was->closed_on.reset();
        ++was->reopened;
        return std::move(*was);
    }
    RecordingFinding finding;
    finding.id = id;
    finding.rule = rule;
    finding.thing = thing_of(entry);
    finding.first_seen_on = finding.opened_on = today;
    return finding;
}

void place(Database& database, RecordingFinding& finding, const std::string& person,
           const std::string& involvement) {
    finding.person = person;
    finding.involvement = involvement;
    const std::optional<Record> record = RecordStore(database).find(RecordType::involvement, involvement);
    if (!record) return;
    finding.worker = record->value("worker");
    finding.team = record->value("team");
}

void close(Database& database, const char* rule, const std::string& entry, const char* state, Date day) {
    RecordingStore store(database);
    std::optional<RecordingFinding> finding = store.find(id_of_finding(rule, thing_of(entry)));
    if (!finding || finding->state != "open") return;
    finding->state = state;
    finding->closed_on = to_text(day);
    store.put(*finding);
}

}  // namespace

void move_findings(Database& database, const RefiledEntry& refiled) {
    RecordingStore store(database);
    RecordingStore::Filter theirs;
    theirs.person = refiled.from_person;
    theirs.all = true;
    std::vector<RecordingFinding> moved;
    for (std::string after;;) {
        std::vector<RecordingFinding> page = store.page(theirs, after, findings_a_page);
        if (page.empty()) break;
        after = page.back().id;
        for (RecordingFinding& finding : page)
            if (finding.thing == thing_of(refiled.entry.key())) moved.push_back(std::move(finding));
    }
    for (RecordingFinding& finding : moved) {
        finding.person = refiled.to_person;
        finding.involvement = refiled.to_involvement;
        store.put(finding);
    }
}

std::string find_given_away(Database& database, const RefiledEntry& refiled, bool is_moved,
                            const std::string& given_on, Date day) {
    RecordingStore store(database);
    RecordingFinding finding = found(store, handed_out_rule, refiled.entry.key(), to_text(day));
    finding.lacks = "[\"handed-out\"]";
    finding.about_on = given_on;
    if (!finding.owed_by) finding.owed_by = to_text(add(day, time_to_tell, Rounding::never_late));
    place(database, finding, is_moved ? refiled.to_person : refiled.from_person,
          is_moved ? refiled.to_involvement : refiled.from_involvement);
    store.put(finding);
    return finding.id;
}

void let_given_away_lapse(Database& database, const std::string& entry, Date day) {
    for (const EntryMove& move : MoveStore(database).of_entry(entry))
        if (move.state == "moved") return;
    close(database, handed_out_rule, entry, "lapsed", day);
}

void find_in_old_place(Database& database, const Record& entry, Date day) {
    RecordingStore store(database);
    const std::string& involvement = *entry.value("involvement");
    const auto owner = RecordStore(database).owner_of_involvement(involvement);
    if (!owner) return;
    RecordingFinding finding = found(store, old_place_rule, entry.key(), to_text(day));
    finding.lacks = "[\"in-source\"]";
    place(database, finding, owner->person, involvement);
    store.put(finding);
}

void close_in_old_place(Database& database, const std::string& entry, Date day) {
    close(database, old_place_rule, entry, "mended", day);
}

}  // namespace casekeeper
