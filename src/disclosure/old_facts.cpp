// SPDX-License-Identifier: MIT
#include "disclosure/old_facts.h"

#include "policy/disclosure_rules.h"

namespace casekeeper {

std::vector<std::string> old_facts(RecordStore& records, const Record& disclosure, const CaseFile& file,
                                   const std::set<std::string>& involvements, const StalePeriods& periods,
                                   Date day) {
    std::vector<std::string> facts;
    const auto say = [&](const std::string& of, const std::string& words) {
        if (!words.empty()) facts.push_back(of + ": " + words);
    };
    for (const PersonFacts& one : file.people) {
        const std::optional<Record> person = records.find(RecordType::person, one.id);
        if (!person) continue;
        int number = 0;
        for (const std::string& words : words_on_addresses(*person, periods, day))
            say("address " + std::to_string(++number), words);
    }
    for (const InvolvementFacts& one : file.involvements) {
        if (!involvements.contains(one.id)) continue;
        if (const std::optional<Record> involvement = records.find(RecordType::involvement, one.id))
            say("worker", words_on_worker(*involvement, one.last_entry_on, periods, day));
    }
    if (consent_in(disclosure.value("consent").value_or("")).word == SaidConsent::Word::given)
        say("consent",
            words_on_consent(parse_date(disclosure.value("consent_on").value_or("")), periods, day));
    return facts;
}

}  // namespace casekeeper
