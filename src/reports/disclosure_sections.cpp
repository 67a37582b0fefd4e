// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

Table table_of(const std::string& caption, const char* heading, const std::vector<ReportedDisclosure>& rows,
               long long number) {
    const std::size_t shown = std::min(rows.size(), listed_records);
    const bool is_cut = static_cast<long long>(shown) < number;
    Table table{caption + (is_cut ? ", the first " + std::to_string(shown) + " of " + grouped(number) : ""),
                {{"Disclosure"}, {heading}},
                {}};
    for (std::size_t at = 0; at < shown; ++at)
        table.rows.push_back({words(rows[at].disclosure), words(rows[at].what)});
    return table;
}

}  // namespace

std::vector<Section> sections_of_disclosures(const MorningReport& report) {
    const ReportedDisclosures& disclosures = report.disclosures;
    Section section{"disclosures", "What was shared with others"};
    if (disclosures.incomplete == 0)
        section.blocks.emplace_back(Paragraph{"Every disclosure says what was shared, with whom and why."});
    else
        section.blocks.emplace_back(table_of("Disclosures that do not say all they should", "What is missing",
                                             disclosures.first_incomplete, disclosures.incomplete));
    if (!disclosures.overrides.empty()) {
        section.blocks.emplace_back(table_of("Shared to prevent serious harm, in the last " +
                                                 std::to_string(ReportedDisclosures::override_days) + " days",
                                             "What stood in the way", disclosures.overrides,
                                             static_cast<long long>(disclosures.overrides.size())));
        section.blocks.emplace_back(Paragraph{
            "Each was authorised by name and has its reason; look at whether it was right, and whether "
            "the person can be told by now:",
            "casekeeper disclosure show ID"});
    }
    if (disclosures.not_told > 0)
        section.blocks.emplace_back(Paragraph{
            "Whoever was given something that was corrected, is disputed or restricted since is still to be "
            "told of it: " +
                counted(disclosures.not_told, "disclosure", "disclosures") + ".",
            "casekeeper disclosure whom --person ID"});
    return {section};
}

}  // namespace casekeeper
