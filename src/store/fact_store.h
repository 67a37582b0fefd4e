// SPDX-License-Identifier: MIT
//
// Reads the facts retention is decided on: whole case files (one human being's records and involvements),
// page by page for the people whose decisions are stale, or for one person; relatives, entries and narratives
// on request. Service indices are the caller's affair: they are left at -1.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "store/database.h"

namespace casekeeper {

// A decision as it was stored. Days are ISO text, compared and written as such.
struct StoredDecision {
    std::string person;
    std::string involvement;  // empty: the person has none
    std::string service;
    std::string outcome;
    std::optional<std::string> rule;
    std::optional<std::string> retain_until;
    std::optional<std::string> minimise_on;
    std::optional<std::string> transfer_on;
    bool conflict = false;
    std::optional<std::string> reconsider_on;
    std::optional<std::string> holds;  // JSON list; absent: none
    bool operator==(const StoredDecision&) const = default;
};

// A case file with what was decided of it before, by person and involvement.
struct FileWithDecisions {
    CaseFile file;
    std::vector<StoredDecision> decisions;
    std::vector<std::string> people_read;  // whose facts those decisions read, sorted
};

class FactStore {
public:
    explicit FactStore(Database& database) : database_(database) {}

    struct Page {
        std::vector<FileWithDecisions>
            files;  // one a human being, each at the page of its smallest stale record
        std::vector<std::string> unreadable;  // people whose stored facts could not be read
        std::string last;                     // the last person id of the page; empty: there was none
    };
    // The next page of stale people after an id. `with_decisions`: also what was decided before.
    Page stale_page(const std::string& after, int size, bool with_decisions);

    // The next page of everybody after an id; without decisions, each human being once, at their smallest
    // record.
    Page page_of_everybody(const std::string& after, int size);

    // The whole file of the human being a person's record is of; nullopt where there is no such person.
    std::optional<CaseFile> file_of(const std::string& person);
    // Is a name all that is left of somebody?
    bool is_stub(const std::string& person);
    // Takes stubs out of a file without involvements: they are nobody to decide on.
    void leave_out_stubs(CaseFile& file);
    // The ids of the records joined with this one, itself included; empty where there is no such person.
    std::vector<std::string> records_of(const std::string& person);
    // Every person whose record is joined with another, by the human being it is of.
    void each_joined(const std::function<void(const std::string& person, const std::string& human)>& take);
    std::vector<StoredDecision> decisions_of(const CaseFile& file);
    std::vector<std::string> people_read_by(const std::string& person);

    std::vector<std::string> relatives_of(const std::string& person);
    std::vector<std::string> adoption_links_of(const std::string& person);
    // Of a record from before an adoption: those that the same human being has since.
    std::vector<std::string> adopted_as(const std::string& person);
    std::vector<FamilyInvolvement> involvements_of(const std::string& person,
                                                   std::vector<std::string>& services);
    EntryDays entry_days(const std::string& involvement, Date day);
    // Hands over every narrative text of an involvement's entries up to and including `day`, and, whatever the
    // day, what stands beside them and the involvement (domain/remark.h): a name may be written there alone.
    void narratives(const std::string& involvement, Date day,
                    const std::function<void(const std::string&)>& take);
    // Hands over every entry of the store once, each as its texts, as they lie: columns 0 to 3 are narrative,
    // 4 the involvement, 5 the day it counts on (empty: on every day). Much faster than asking for the
    // narratives of one involvement after the other.
    static constexpr int narrative_texts = 4;
    void every_narrative(const std::function<void(const TextRow&)>& take);
    // Hands over every text that stands beside an entry or an involvement, with the involvement. Few have any.
    void every_remark(
        const std::function<void(const std::string& involvement, const std::string& text)>& take);
    // Every hold that can matter on a day or later, those that follow by themselves too. InputError, naming
    // it, where one cannot be read.
    std::vector<Hold> holds(const AutomaticHoldRules& rules, Date day);

private:
    struct PersonRow {
        PersonFacts facts;
        std::string human;  // empty: stands alone
    };
    static PersonRow person_row(const Row& row);
    static InvolvementFacts involvement_row(const Row& row);
    static StoredDecision decision_row(const Row& row);
    enum class Whose { stale, everybody };
    struct PageRows;
    PageRows page_rows(Whose whose, const std::string& after, int size, bool with_decisions);
    Page page_of(Whose whose, const std::string& after, int size, bool with_decisions);
    CaseFile file_of_row(const PersonRow& row);
    Database& database_;
};

}  // namespace casekeeper
