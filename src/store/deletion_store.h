// SPDX-License-Identifier: MIT
//
// Where deletion requests stand: the case of each, the parts of what it asks for, and everything that was
// done with it. The request itself is a record like any other (record_store.h). Days are ISO text; states,
// events, verdicts and decisions are the codes of the law (policy/deletion_workflow.h,
// deletion_assessment.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct DeletionCase {
    std::string request;
    std::string person;
    std::string state = "received";
    std::optional<std::string> referred_from;  // the state to which advice leads back
    std::optional<std::string> assessed_on;
    std::string assessment;     // digest of parts and verdicts; empty: none yet
    bool is_open_here = false;  // false: it came with a load and nobody has worked on it
};

struct DeletionItem {
    std::string item;  // typed id
    std::string verdict;
    std::string reason;
    std::string authority;
    std::optional<std::string> kept_until;
    bool can_be_restricted = false;
    std::optional<std::string> decision;  // delete, keep
    std::optional<std::string> decided_by;
    std::optional<std::string> decision_reason;
    bool operator==(const DeletionItem&) const = default;
};

struct DeletionEventRecord {
    long long number = 0;
    std::string event;
    std::string state;  // that it led to
    std::string on;
    std::string at;
    std::string by;
    std::string facts = "{}";  // JSON object
};

class DeletionStore {
public:
    explicit DeletionStore(Database& database) : database_(database) {}

    // nullopt where there is no such request.
    std::optional<DeletionCase> find(const std::string& request);
    std::vector<DeletionCase> page(const std::string& after, int size);
    // REQUIRES: a unit of work of kind write.
    void open(const std::string& request);
    void update(const DeletionCase& one);

    std::vector<DeletionItem> items(const std::string& request);
    // Replaces all of them; what was decided of the earlier ones is void.
    void set_items(const std::string& request, const std::vector<DeletionItem>& items);
    void decide(const std::string& request, const std::string& item, const std::string& decision,
                const std::string& by, const std::string& reason);

    void add_event(const std::string& request, const DeletionEventRecord& event);
    std::vector<DeletionEventRecord> events(const std::string& request);

private:
    Database& database_;
};

}  // namespace casekeeper
