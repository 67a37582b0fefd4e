// SPDX-License-Identifier: MIT
#include "disposal/earlier_recipients.h"

#include <algorithm>
#include <map>

#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int disclosures_a_page = 500;

class Recipients {
public:
    // Of what was there from a day on.
    void take(const Record& disclosure, std::optional<Date> from) {
        if (disclosure.value("outcome") != "shared") return;
        if (from && parse_date(*disclosure.value("decided_on")).value() < *from) return;
        by_id_.emplace(disclosure.key(), disclosure);
    }

    std::vector<EarlierRecipient> by_name() const {
        std::map<std::pair<bool, std::string>, EarlierRecipient> found;
        for (const auto& [id, disclosure] : by_id_) {
            const std::string name = disclosure.value("recipient").value_or("");
            EarlierRecipient& one = found[{name.empty(), name}];
            one.name = name;
            one.disclosures.push_back(disclosure);
        }
        std::vector<EarlierRecipient> recipients;
        for (auto& [key, one] : found) {
            std::stable_sort(one.disclosures.begin(), one.disclosures.end(),
                             [](const Record& a, const Record& b) {
                                 return *a.value("decided_on") < *b.value("decided_on");
                             });
            recipients.push_back(std::move(one));
        }
        return recipients;
    }

private:
    std::map<std::string, Record> by_id_;
};

}  // namespace

std::vector<EarlierRecipient> earlier_recipients(Database& database, const std::string& person,
                                                 const std::vector<RequestPart>& parts) {
    Recipients recipients;
    if (parts.empty()) return {};
    RecordStore records(database);
    Date first = parts.front().first_on;
    for (const RequestPart& part : parts) {
        first = std::min(first, part.first_on);
        for (const Record& one : records.of_involvement(RecordType::disclosure, part.item.involvement))
            recipients.take(one, part.is_involvement ? std::nullopt : std::optional(part.first_on));
    }
    std::string after;
    for (auto page = records.page(RecordType::disclosure, after, disclosures_a_page, person); !page.empty();
         page = records.page(RecordType::disclosure, after, disclosures_a_page, person)) {
        for (const auto& [key, one] : page)
            if (!one.value("involvement")) recipients.take(one, first);
        after = page.back().first;
    }
    return recipients.by_name();
}

}  // namespace casekeeper
