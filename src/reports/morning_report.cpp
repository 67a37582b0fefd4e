// SPDX-License-Identifier: MIT
#include "reports/morning_report.h"

#include "output/html_page.h"
#include "output/text_page.h"
#include "reports/morning_opening.h"
#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

void append(std::vector<Section>& sections, std::vector<Section> more) {
    sections.insert(sections.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

Page page_of(const MorningReport& report) {
    Page page;
    page.title = "Morning report, " + to_words(report.day) + (report.dry_run ? " (dry run)" : "");
    page.owner = report.trust;
    page.opening.push_back(opening_paragraph(report));
    page.sections.push_back(section_of_needs(report));
    append(page.sections, sections_of_due_dates(report));
    append(page.sections, sections_of_standing(report));
    append(page.sections, sections_of_waiting(report));
    append(page.sections, sections_of_requests(report));
    append(page.sections, sections_of_access(report));
    append(page.sections, sections_of_packs(report));
    append(page.sections, sections_of_disclosures(report));
    append(page.sections, sections_of_disposal(report));
    append(page.sections, sections_of_recording(report));
    append(page.sections, sections_of_holds(report));
    append(page.sections, sections_of_findings(report));
    append(page.sections, sections_of_night(report));
    page.closing = section_about_run(report);
    return page;
}

}  // namespace

std::string render_html(const MorningReport& report) {
    return html_of(page_of(report));
}

std::string render_text(const MorningReport& report) {
    return text_of(page_of(report));
}

}  // namespace casekeeper
