// SPDX-License-Identifier: MIT
#include "disclosure/pack_compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

// What was decided of whom, over all parts.
struct Decided {
    bool kept_back = false;
    bool shown = false;
};

std::map<std::string, Decided> by_whom(const std::vector<AccessItem>& items) {
    std::map<std::string, Decided> all;
    for (const AccessItem& item : items) {
        if (item.about.empty() || !item.decision) continue;
        Decided& one = all[item.about];
        one.kept_back = one.kept_back || item.is_withheld();
        one.shown = one.shown || item.decision == "show";
    }
    return all;
}

// What two files may have in common: a document's content, an entry's words.
class Contents {
public:
    explicit Contents(Database& database) : records_(database) {}

    // By content: the part and what became of it.
    std::map<std::string, AccessPart> of(const std::vector<AccessPart>& parts) {
        std::map<std::string, AccessPart> all;
        for (const AccessPart& part : parts)
            if (const std::string content = content_of(part.item); !content.empty())
                all.emplace(content, part);
        return all;
    }

private:
    std::string content_of(const std::string& item) {
        const std::size_t colon = item.find(':');
        const std::string type = item.substr(0, colon);
        const std::string id = item.substr(colon + 1);
        if (type == "document") {
            const auto document = records_.find(RecordType::document, id);
            return document ? document->value("sha256").value_or("") : "";
        }
        if (type != "entry") return "";
        const auto entry = records_.find(RecordType::entry, id);
        if (!entry || !entry->value("account")) return "";
        return sha256_of(*entry->value("occurred_at") + "\n" + *entry->value("account"));
    }

    RecordStore records_;
};

}  // namespace

std::vector<PackDifference> compared_with_relatives(Database& database, const std::string& person,
                                                    const std::vector<AccessItem>& items,
                                                    const std::vector<AccessPart>& parts) {
    AccessStore cases(database);
    FactStore facts(database);
    std::set<std::string> own;
    std::set<std::string> relatives;
    for (const std::string& id : facts.records_of(person)) own.insert(id);
    for (const std::string& id : own)
        for (const std::string& relative : facts.relatives_of(id))
            for (const std::string& record : facts.records_of(relative))
                if (!own.contains(record)) relatives.insert(record);

    const std::map<std::string, Decided> here = by_whom(items);
    std::map<std::string, AccessPart> contents_here;
    std::vector<PackDifference> found;
    for (const std::string& relative : relatives)
        for (const AccessCase& other : cases.of_person(relative)) {
            if (!other.dispatched_on) continue;
            for (const auto& [whom, there] : by_whom(cases.items(other.request)))
                if (const auto ours = here.find(whom); ours != here.end()) {
                    if (ours->second.kept_back && there.shown) found.push_back({other.request, whom, true});
                    if (ours->second.shown && there.kept_back) found.push_back({other.request, whom, false});
                }
            Contents contents(database);
            if (contents_here.empty()) contents_here = contents.of(parts);
            for (const auto& [content, there] : contents.of(cases.parts(other.request)))
                if (const auto ours = contents_here.find(content);
                    ours != contents_here.end() && ours->second.outcome != there.outcome)
                    found.push_back({other.request, ours->second.item,
                                     there.outcome == "shown" || ours->second.outcome == "withheld"});
        }
    std::sort(found.begin(), found.end(), [](const PackDifference& a, const PackDifference& b) {
        return std::tie(a.other, a.what, a.open_there) < std::tie(b.other, b.what, b.open_there);
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace casekeeper
