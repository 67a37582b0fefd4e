// SPDX-License-Identifier: MIT
//
// Where access requests stand: the case of each, what might be withheld of the person's file and what was
// decided of it, what was asked of whom, what came from outside the store, and everything that was done. The
// request itself is a record like any other (record_store.h). Days are ISO text; states, events, proposals
// and decisions are the codes of the law (policy/access_workflow.h, release_proposals.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/case_event.h"
#include "store/database.h"

namespace casekeeper {

struct AccessCase {
    std::string request;
    std::string person;
    std::string received_at;  // a moment
    std::string state = "received";
    std::optional<std::string> came_from;  // the state to which advice or an answered dispute leads back
    std::optional<std::string> reviewed_on;
    std::string review;  // digest of what the proposals were read from; empty: none yet
    std::optional<std::string> dispatched_on;
    std::optional<std::string> letters;  // folder of those that wait to be sent
    bool is_open_here = false;           // false: it came with a load and nobody has worked on it
};

// Something that might be withheld. Key: item, rule, about.
struct AccessItem {
    std::string item;   // typed: entry:E7, document:D2, disclosure:X1, involvement:I1, person:P1, material:1
    std::string rule;   // of config/release_rules.toml
    std::string about;  // of whom, or which place; empty: all of the item
    std::string proposal;  // withhold, barred, weigh, look; empty: a person added it
    std::string why;
    std::optional<std::string> decision{};  // withhold, part, show
    std::optional<std::string> decided_by{};
    std::optional<std::string> decided_on{};
    std::string facts =
        "{}";  // what was recorded of the decision: reason, part, known, record, content, consent
    std::optional<std::string> countersigned_by{};
    std::optional<std::string> countersigned_on{};
    std::optional<std::string> look_again_on{};
    // In whole or in part, by a person's decision.
    bool is_withheld() const { return decision == "withhold" || decision == "part"; }
    bool operator==(const AccessItem&) const = default;
};

// Something that was asked of somebody.
struct AccessAsk {
    std::string request;
    long long number = 0;
    std::string kind;   // search, opinion, consent, advice
    std::string whom;   // a data owner, a professional, a third party's key
    std::string about;  // a system, items, a question
    std::string asked_on;
    std::string answer_by;
    std::optional<std::string> answered_on{};
    std::optional<std::string> outcome{};
    std::string facts = "{}";
    long long reminded = 0;
    std::optional<std::string> reminded_on{};
};

// A scan or a paper from outside the store.
struct AccessMaterial {
    long long number = 0;
    std::string title;
    std::string place;  // where it was found
    std::string media_type;
    std::string sha256;
    std::string added_on;
    std::string added_by;
};

// What became of a part of the file when it was sent: shown, part, withheld.
struct AccessPart {
    std::string item;
    std::string outcome;
    std::string content{};  // digest of the part as it stood then
};

class AccessStore {
public:
    explicit AccessStore(Database& database) : database_(database) {}

    // nullopt where there is no such request.
    std::optional<AccessCase> find(const std::string& request);
    // The next after a request in byte order, with those that came by a load and wait for somebody.
    std::vector<AccessCase> page(const std::string& after, int size);
    std::vector<AccessCase> of_person(const std::string& person);
    std::vector<AccessCase> in_state(const std::string& state, const std::string& after, int size);
    // Who wrote in a person's record, or was its worker: ids.
    std::vector<std::string> workers_of(const std::string& person);
    // The rows of the files of some people who are one human being, by type.
    std::map<std::string, long long> rows_of_file(const std::vector<std::string>& people);
    // Unanswered requests that came by a load and have no case yet.
    std::vector<AccessCase> without_case(const std::string& after, int size);
    long long number_of_cases();
    bool names_letters(const std::string& folder);
    // REQUIRES of all that change: a unit of work of kind write.
    void open(const AccessCase& one);
    void update(const AccessCase& one);

    // By item, rule, about.
    std::vector<AccessItem> items(const std::string& request);
    // Puts it there, or what is there as it says.
    void set_item(const std::string& request, const AccessItem& item);
    void remove_item(const std::string& request, const AccessItem& item);

    std::vector<AccessAsk> asks(const std::string& request);
    // Unanswered ones, of open requests, whose answer was due before a day; after (request, number).
    std::vector<AccessAsk> overdue_asks(const std::string& day, const AccessAsk& after, int size);
    // Its number.
    long long add_ask(const AccessAsk& ask);
    void update_ask(const AccessAsk& ask);

    // Of every open request, by request and number.
    std::vector<AccessAsk> asks_of_open();

    std::vector<AccessMaterial> materials(const std::string& request);
    long long add_material(const std::string& request, const AccessMaterial& material);

    std::vector<AccessPart> parts(const std::string& request);
    void set_parts(const std::string& request, const std::vector<AccessPart>& parts);

    // What was done that led to the state in which the case stands now, as an event of it.
    void note(const AccessCase& one, const std::string& event, const CaseAct& act,
              const std::string& facts = "{}");
    std::vector<CaseEvent> events(const std::string& request);

    // To be reviewed again, by request: one; every open one about a person whose row or file has changed, in any
    // of their records, and about whoever is related to them; those about whoever has a document of an entry in
    // their record too; all open ones.
    void mark(const std::string& request);
    void mark_if_open(const std::string& person);
    void mark_sharers_of(const std::string& entry);
    void mark_all_open();
    std::vector<std::string> marked(const std::string& after, int size);
    void unmark(const std::string& request);

    // What was done from a day on, for measuring the pace. Days are ISO.
    struct Work {
        std::string request;
        std::string on;
        long long items = 0;
    };
    std::vector<Work> work_since(const std::string& day);
    struct Sent {
        std::string request;
        std::string on;
        long long items = 0;
        std::optional<std::string> decided_on;   // the last item
        std::optional<std::string> answered_on;  // the last ask
    };
    std::vector<Sent> sent_since(const std::string& day);
    struct Answer {
        std::string kind;
        std::string asked_on;
        std::string answered_on;
    };
    std::vector<Answer> answers_since(const std::string& day);
    // nullopt where nothing was ever done.
    std::optional<std::string> first_event_on();
    // Of open requests: those without any are left out.
    std::map<std::string, long long> items_left();
    std::map<std::string, std::string> last_decided_on();
    // Open ones whose decisions show health data.
    std::vector<std::string> showing_health_data();

private:
    Database& database_;
};

}  // namespace casekeeper
