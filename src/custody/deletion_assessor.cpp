// SPDX-License-Identifier: MIT
#include "custody/deletion_assessor.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/json_read.h"

namespace casekeeper {
namespace {

constexpr Period adult_at{18, 0, 0};

struct EntryPart {
    std::string id;
    std::string remarks;  // a digest of what stands beside it
    std::string looks_like;
    bool speaks_of_abuse = false;
};

struct DocumentPart {
    std::string id;
    std::string entry;
    bool lies_elsewhere = false;
    bool speaks_of_abuse = false;
};

// Of another service than the one it lies in, by how it was classified and flagged.
std::string looks_like(const Service& service, const std::string& classification,
                       const std::vector<std::string>& flags) {
    for (const char* flag : {"court", "adoption"})
        if (std::find(flags.begin(), flags.end(), flag) != flags.end()) return flag;
    if (classification == "health") return "health";
    if (classification == "education" && service.file != "education") return "education";
    return {};
}

Service unknown_service(const std::string& id) {
    Service service;
    service.id = service.title = id;
    service.service_class = ServiceClass::duty;  // what is not known a person decides
    return service;
}

// One request, as its parts are gathered.
class PartsOfRequest {
public:
    PartsOfRequest(Database& database, const ScheduleInForce& in_force, const WordSearch& abuse_words,
                   const std::vector<std::string>& scope, const std::vector<DeletionMark>& marks,
                   RequestAssessment& result)
        : database_(database),
          in_force_(in_force),
          abuse_words_(abuse_words),
          asked_(scope.begin(), scope.end()),
          result_(result) {
        for (const DeletionMark& mark : marks) marks_.emplace(mark.item, mark);
    }

    void gather(Date day) {
        day_ = day;
        for (const InvolvementFacts& involvement : result_.decided.file.involvements) take(involvement);
        std::sort(result_.items.begin(), result_.items.end(),
                  [](const DeletionItem& a, const DeletionItem& b) { return a.item < b.item; });
        result_.digest = digest_.hex();
    }

private:
    bool is_asked(const std::string& item) const { return asked_.contains(item); }

    void take(const InvolvementFacts& involvement) {
        const std::string own_item = "involvement:" + involvement.id;
        const bool whole = asked_.empty() || is_asked(own_item);
        if (!whole && !asks_within()) return;
        facts_ = facts_of(involvement);
        read_entries(involvement.id);
        read_documents(involvement.id);
        std::optional<AssessedItem> of_involvement;
        if (whole) {
            DeletionItemFacts facts = with_mark(facts_, own_item);
            facts.speaks_of_abuse = std::any_of(entries_.begin(), entries_.end(),
                                                [](const EntryPart& one) { return one.speaks_of_abuse; }) ||
                                    std::any_of(documents_.begin(), documents_.end(),
                                                [](const DocumentPart& one) { return one.speaks_of_abuse; });
            const std::string remarks =
                DeletionStore(database_).remarks_of_involvement(involvement.id).value_or("");
            facts.speaks_of_abuse = facts.speaks_of_abuse || abuse_words_.found_in(remarks);
            digest_.update(sha256_of(remarks) + "\n");
            of_involvement = assess_for_deletion(facts);
            add(facts, *of_involvement, involvement);
            digest_.update(own_item + " " + involvement.service + " " + to_text(involvement.opened) + "\n");
        }
        of_entry_.clear();
        for (const EntryPart& entry : entries_) take(entry, of_involvement, involvement);
        for (const DocumentPart& document : documents_) take(document, of_involvement, involvement);
    }

    bool asks_within() const {
        return std::any_of(asked_.begin(), asked_.end(), [](const std::string& item) {
            return item.starts_with("entry:") || item.starts_with("document:");
        });
    }

    void take(const EntryPart& entry, const std::optional<AssessedItem>& whole,
              const InvolvementFacts& involvement) {
        const std::string item = "entry:" + entry.id;
        if (whole || is_asked(item)) digest_.update(item + " " + entry.remarks + "\n");
        DeletionItemFacts facts = with_mark(facts_, item);
        facts.speaks_of_abuse = entry.speaks_of_abuse;
        facts.looks_like = facts_.service.service_class == ServiceClass::statutory ? "" : entry.looks_like;
        take(item, facts, whole, involvement);
    }

    void take(const DocumentPart& document, const std::optional<AssessedItem>& whole,
              const InvolvementFacts& involvement) {
        const std::string item = "document:" + document.id;
        // It lies in an involvement that was asked for, or in an entry.
        std::optional<AssessedItem> within = whole;
        if (const auto entry = of_entry_.find(document.entry); entry != of_entry_.end())
            within = entry->second;
        if (within) digest_.update(item + "\n");
        DeletionItemFacts facts = with_mark(facts_, item);
        facts.speaks_of_abuse = document.speaks_of_abuse;
        facts.lies_elsewhere = document.lies_elsewhere;
        take(item, facts, within, involvement);
    }

    // A part by itself?
    void take(const std::string& item, const DeletionItemFacts& facts,
              const std::optional<AssessedItem>& whole, const InvolvementFacts& involvement) {
        const bool by_itself = is_asked(item) || marks_.contains(item);
        if (!whole && !by_itself) return;
        const AssessedItem assessed = assess_for_deletion(facts);
        const bool has_own_reason =
            whole && whole->verdict < DeletionVerdict::claims &&
            (facts.speaks_of_abuse || facts.lies_elsewhere || !facts.looks_like.empty());
        if (!by_itself && !has_own_reason) return;
        add(facts, assessed, involvement);
        if (item.starts_with("entry:")) of_entry_.emplace(item.substr(std::size("entry:") - 1), assessed);
    }

    DeletionItemFacts with_mark(DeletionItemFacts facts, const std::string& item) const {
        facts.id = item;
        if (const auto mark = marks_.find(item); mark != marks_.end()) {
            facts.mark = mark->second.mark;
            facts.mark_reason = mark->second.reason;
        }
        return facts;
    }

    DeletionItemFacts facts_of(const InvolvementFacts& involvement) const {
        DeletionItemFacts facts;
        facts.service =
            involvement.service_index >= 0
                ? in_force_.catalogue.services()[static_cast<std::size_t>(involvement.service_index)]
                : unknown_service(involvement.service);
        facts.opened = involvement.opened;
        facts.closed = involvement.closed;
        if (const Decision* decision = result_.decided.on(involvement.id)) {
            facts.outcome = decision->outcome;
            facts.retain_until = decision->retain_until;
            if (decision->rule >= 0) {
                const Rule& rule = in_force_.schedule.rules[static_cast<std::size_t>(decision->rule)];
                facts.basis = rule.basis;
                facts.rule_authority = rule.authority;
            }
            facts.law_until = decision->law_until;
            if (decision->law_rule >= 0)
                facts.law_authority =
                    in_force_.schedule.rules[static_cast<std::size_t>(decision->law_rule)].authority;
            add_kinds(decision->holds, facts.hold_kinds);
        }
        add_kinds(result_.decided.holds_naming(involvement.id, day_), facts.hold_kinds);
        facts.consented_as_child =
            facts.service.service_class == ServiceClass::voluntary && was_child(involvement);
        return facts;
    }

    void add_kinds(const std::vector<std::string>& ids, std::vector<std::string>& kinds) const {
        for (const Hold& hold : result_.decided.holds)
            if (std::find(ids.begin(), ids.end(), hold.id) != ids.end() &&
                std::find(kinds.begin(), kinds.end(), hold.kind) == kinds.end())
                kinds.push_back(hold.kind);
    }

    // When it began, whatever is not known of the birth.
    bool was_child(const InvolvementFacts& involvement) const {
        for (const PersonFacts& record : result_.decided.file.people)
            if (record.id == involvement.person)
                return record.birth && involvement.opened < casekeeper::add(record.birth->earliest, adult_at,
                                                                            Rounding::never_late);
        return false;
    }

    void read_entries(const std::string& involvement) {
        entries_.clear();
        DeletionStore(database_).entries_to_assess(involvement, [&](const Row& row) {
            EntryPart entry;
            entry.id = row.text(0);
            const std::vector<std::string> flags = json_texts(row.text(2));
            entry.looks_like = looks_like(facts_.service, row.text(1), flags);
            entry.speaks_of_abuse = std::find(flags.begin(), flags.end(), "serious-harm") != flags.end();
            if (!row.is_null(7)) entry.remarks = sha256_of(row.text(7));
            for (int column = 3; column < 8 && !entry.speaks_of_abuse; ++column)
                entry.speaks_of_abuse = abuse_words_.found_in(row.text(column));
            entries_.push_back(std::move(entry));
        });
    }

    void read_documents(const std::string& involvement) {
        documents_.clear();
        DeletionStore(database_).documents_to_assess(involvement, [&](const Row& row) {
            documents_.push_back(
                {row.text(0), row.text(1), row.number(3) != 0, abuse_words_.found_in(row.text(2))});
        });
    }

    void add(const DeletionItemFacts& facts, const AssessedItem& assessed,
             const InvolvementFacts& involvement) {
        DeletionItemFacts without_holds = facts;
        without_holds.hold_kinds.clear();
        const AssessedItem lasting = assess_for_deletion(without_holds);
        digest_.update(lasting.id + "|" + to_text(lasting.verdict) + "|" + lasting.authority + "|" +
                       (lasting.kept_until ? to_text(*lasting.kept_until) : "") + "\n");
        DeletionItem item;
        item.item = assessed.id;
        item.involvement = involvement.id;
        item.service = involvement.service;
        item.verdict = to_text(assessed.verdict);
        item.reason = assessed.reason;
        item.authority = assessed.authority;
        if (assessed.kept_until) item.kept_until = to_text(*assessed.kept_until);
        item.can_be_restricted = assessed.can_be_restricted;
        result_.items.push_back(std::move(item));
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    const WordSearch& abuse_words_;
    const std::set<std::string> asked_;
    std::map<std::string, DeletionMark> marks_;
    RequestAssessment& result_;
    Date day_{};
    DeletionItemFacts facts_;
    std::vector<EntryPart> entries_;
    std::vector<DocumentPart> documents_;
    std::map<std::string, AssessedItem> of_entry_;  // those that are parts, by id
    Sha256 digest_;
};

}  // namespace

DeletionAssessor::DeletionAssessor(Database& database, const ScheduleInForce& in_force,
                                   const std::vector<std::string>& abuse_words)
    : database_(database), in_force_(in_force), present_(database, in_force), abuse_words_(abuse_words) {}

RequestAssessment DeletionAssessor::assess(const std::string& person, const std::vector<std::string>& scope,
                                           const std::vector<DeletionMark>& marks, Date day) {
    RequestAssessment result;
    const auto is_request = [&](const Hold& hold) {
        if (hold.kind == "access-request" && !hold.released_on && hold.from <= day) {
            result.open_access_request = hold.id.substr(hold.id.find(':') + 1);
            return true;
        }
        return hold.kind == "access-request" || hold.kind == "deletion-request";
    };
    result.decided = present_.decide_without(is_request, person, day);
    PartsOfRequest(database_, in_force_, abuse_words_, scope, marks, result).gather(day);
    return result;
}

RequestAssessment DeletionAssessor::assess(const Record& request, const std::vector<DeletionMark>& marks,
                                           Date day) {
    return assess(*request.value("person"), json_texts(request.value("scope").value_or("[]")), marks, day);
}

}  // namespace casekeeper
