// SPDX-License-Identifier: MIT
#include "policy/recording_own_rules.h"

#include <algorithm>

namespace casekeeper {
namespace {

RecordingRule own_rule(const char* id, const char* title, const char* source, const char* mend,
                       Severity severity) {
    RecordingRule rule;
    rule.id = id;
    rule.title = title;
    rule.source = source;
    rule.mend = mend;
    rule.severity = severity;
    return rule;
}

const std::vector<RecordingRule>& own_rules() {
    static const std::vector<RecordingRule> rules = {
        own_rule(handed_out_rule, "What is about one person is not given away with another's record",
                 "UK GDPR Art 33 and 34; Art 5(1)(f)",
                 "Weigh the risk to whoever it is about, and get it back. Unless a risk is unlikely, tell "
                 "the Information "
                 "Commission within 72 hours of knowing of it; tell the person too where the risk is high. "
                 "Then set this "
                 "aside with what was decided and why.",
                 Severity::error),
        own_rule(old_place_rule, "The system an entry comes from has it in the record it belongs in",
                 "UK GDPR Art 5(1)(d); Care Planning Regulations 2010, reg 49: each child's own record",
                 "Have the entry moved in the system it comes from too; the next load that has it in the "
                 "right place "
                 "closes this.",
                 Severity::warning)};
    return rules;
}

}  // namespace

const RecordingRule* find_own_rule(std::string_view id) {
    const std::vector<RecordingRule>& rules = own_rules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const RecordingRule& rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

}  // namespace casekeeper
