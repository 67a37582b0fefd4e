// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

// Codes of the gate (custody/gate_refusal.h), and the cap.
const CodeWords& refusals() {
    static const CodeWords words = {{"gone", "the record or its proposal was no longer there"},
                                    {"not-approved", "too few approvals"},
                                    {"lapsed", "its approvals had grown too old"},
                                    {"deferred", "put off until a later day"},
                                    {"cooling-off", "the days between approval and end were not over"},
                                    {"held", "a hold or request in force"},
                                    {"changed", "changed since it was approved"},
                                    {"not-due", "not due by today's facts"},
                                    {"notice-owed", "its person had not been told long enough ago"},
                                    {"not-received", "its receiver has not confirmed"},
                                    {"cap", "more than may go in one night"},
                                    {"switched-off", "destruction is switched off"},
                                    {"unreadable", "what is stored of the person cannot be read"}};
    return words;
}

const CodeWords& reasons() {
    static const CodeWords words = {
        {"held", "A hold or an open request keeps it"},
        {"not-proposed", "Not proposed yet, or withdrawn and to be proposed again"},
        {"waiting-answer", "A person has to say: keep or destroy"},
        {"waiting-approval", "Waits for approval"},
        {"deferred", "Put off by a person until a day"},
        {"approved",
         "Signed off; goes when it has cooled off, its person was told where that is owed, and nothing "
         "else stands in its way"},
        {"switched-off", "Signed off, but destruction is switched off"},
        {"packed", "Packed; waits for its receiver's receipt"}};
    return words;
}

long long tonight(const MorningReport& report, const char* what) {
    return count_of(report.disposal.tonight, what);
}

Paragraph what_would_be_done(const MorningReport& report) {
    return {"Without the dry run " +
            counted(tonight(report, "proposed"), "record would have been", "records would have been") +
            " proposed, " + counted(tonight(report, "withdrawn"), "proposal", "proposals") +
            " withdrawn and " + counted(tonight(report, "destroyed"), "record", "records") + " destroyed."};
}

Paragraph what_was_done(const MorningReport& report) {
    const auto& numbers = report.disposal.tonight;
    if (std::all_of(numbers.begin(), numbers.end(), [](const auto& one) { return one.second == 0; }))
        return {"Tonight nothing was proposed, withdrawn or destroyed."};
    if (report.dry_run) return what_would_be_done(report);
    std::string text = counted(tonight(report, "proposed"), "record was proposed", "records were proposed") +
                       " for its end, " + counted(tonight(report, "withdrawn"), "proposal", "proposals") +
                       " withdrawn, " + counted(tonight(report, "destroyed"), "record was", "records were") +
                       " destroyed with " + counted(tonight(report, "files"), "stored file", "stored files") +
                       ".";
    if (tonight(report, "proposed") != 1) text.replace(text.find("its end"), 7, "their end");
    if (const long long gone = tonight(report, "files_gone"); gone > 0)
        text += " " + counted(gone, "stored file of it was", "stored files of it were") + " gone already.";
    if (const long long lapsed = tonight(report, "lapsed"); lapsed > 0)
        text += " The approvals of " + counted(lapsed, "proposal", "proposals") + " had grown too old.";
    if (const long long letters = tonight(report, "letters"); letters > 0)
        text += " " + counted(letters, "letter was", "letters were") + " written.";
    if (const long long reduced = tonight(report, "reduced"); reduced > 0)
        text += " " + counted(reduced, "record was", "records were") + " reduced to a basic set.";
    if (const long long packed = tonight(report, "packed"); packed > 0)
        text += " " + counted(packed, "bundle was", "bundles were") + " packed for a receiver.";
    return {text, tonight(report, "proposed") > 0 ? "casekeeper disposal list --state proposed" : ""};
}

Table undestroyed_table(const MorningReport& report) {
    Table table{"What has reached its end and was not destroyed, by reason",
                {{"Reason"}, {"Records", true}},
                {},
                true};
    long long total = 0;
    for (const auto& [reason, number] : report.disposal.undestroyed) {
        if (number <= 0) continue;
        table.rows.push_back({words(in_words(reasons(), reason)), count(number)});
        total += number;
    }
    table.rows.push_back({words("All"), count(total)});
    return table;
}

Table refused_table(const MorningReport& report) {
    Table table{"Signed off, and refused by the gate tonight", {{"Why"}, {"Records", true}}, {}};
    for (const auto& [code, number] : report.disposal.refused)
        table.rows.push_back({words(in_words(refusals(), code)), count(number)});
    return table;
}

Table notices_table(const MorningReport& report) {
    const std::vector<ReportedNotice>& notices = report.disposal.notices;
    Table table{"Letters to send before a record may go" +
                    (static_cast<long long>(notices.size()) < report.disposal.notices_owed
                         ? ", the first " + std::to_string(notices.size()) + " of " +
                               grouped(report.disposal.notices_owed)
                         : std::string()),
                {{"Proposal"}, {"Record"}, {"Letter"}, {"Written"}},
                {}};
    for (const ReportedNotice& notice : notices)
        table.rows.push_back({words(std::to_string(notice.proposal)), words(notice.involvement),
                              words(notice.letter.empty() ? "not written yet" : notice.letter),
                              words(notice.letter.empty() ? "-" : to_words(notice.written_on))});
    return table;
}

Section section_of_disposal(const MorningReport& report) {
    const ReportedDisposal& disposal = report.disposal;
    Section section{"disposal", "Destruction: proposed, signed off, done"};
    if (!disposal.enabled)
        section.blocks.emplace_back(Paragraph{
            "Destruction is switched off in casekeeper.toml: nothing is destroyed.", "", Tone::caution});
    if (disposal.cooling_until)
        section.blocks.emplace_back(Paragraph{"A new schedule cools off until " +
                                                  to_words(*disposal.cooling_until) +
                                                  ": nothing is proposed before that day.",
                                              "", Tone::caution});
    section.blocks.emplace_back(what_was_done(report));
    const bool any = std::any_of(disposal.undestroyed.begin(), disposal.undestroyed.end(),
                                 [](const auto& one) { return one.second > 0; });
    if (any) {
        section.blocks.emplace_back(undestroyed_table(report));
        section.blocks.emplace_back(
            Paragraph{"Record by record, each with its reason:", "casekeeper disposal overdue"});
    } else {
        section.blocks.emplace_back(Paragraph{"Nothing that has reached its end is still here."});
    }
    if (!disposal.refused.empty()) section.blocks.emplace_back(refused_table(report));
    if (!disposal.notices.empty()) section.blocks.emplace_back(notices_table(report));
    return section;
}

Section section_beyond_reach(const MorningReport& report) {
    const ReportedDisposal& disposal = report.disposal;
    Section section{"beyond-reach", "What was destroyed and may still lie beyond reach", 3};
    if (!disposal.engine_left.empty())
        section.blocks.emplace_back(Paragraph{"The database: " + disposal.engine_left});
    if (disposal.certificates.empty()) {
        section.blocks.emplace_back(Paragraph{"Nothing was destroyed of which a back-up could still exist."});
        return section;
    }
    const auto shown = static_cast<long long>(disposal.certificates.size());
    Table table{"Certificates whose back-ups have not aged out" +
                    (shown < disposal.certificates_in_all
                         ? ", the latest " + grouped(shown) + " of " + grouped(disposal.certificates_in_all)
                         : std::string()),
                {{"Certificate"},
                 {"Destroyed"},
                 {"Exports that may hold it", true},
                 {"Others' entries that mention the person", true},
                 {"Given to others", true},
                 {"In no back-up after"}},
                {}};
    for (const ReportedCertificate& one : disposal.certificates)
        table.rows.push_back({words(std::to_string(one.number), one.service), words(to_words(one.issued_on)),
                              count(one.exports), count(one.entries_of_others), count(one.disclosures),
                              words(to_words(one.backups_gone_on))});
    section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(Paragraph{
        "Earlier morning reports tell what was destroyed by its numbers and days: keep them no longer "
        "than you need them."});
    return section;
}

}  // namespace

std::string in_words(const CodeWords& words, const std::string& code) {
    const auto found = words.find(code);
    return found == words.end() ? code : found->second;
}

long long count_of(const std::map<std::string, long long>& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

std::vector<Section> sections_of_disposal(const MorningReport& report) {
    return {section_of_disposal(report), section_beyond_reach(report)};
}

}  // namespace casekeeper
