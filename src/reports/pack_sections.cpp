// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

const CodeWords& reasons_to_stay() {
    static const CodeWords words = {
        {"held", "a hold keeps the person's records"},
        {"disputed", "what was sent is complained of"},
        {"switched-off", "destruction is switched off"},
        {"unreadable", "what is stored of the person cannot be read"},
    };
    return words;
}

bool anything(const ReportedPacks& packs) {
    return std::any_of(packs.tonight.begin(), packs.tonight.end(),
                       [](const auto& count) { return count.second > 0; });
}

std::string what_was_done(const ReportedPacks& packs) {
    std::string text;
    const auto say = [&](const char* what, const char* one, const char* many) {
        if (const long long number = count_of(packs.tonight, what); number > 0)
            text += (text.empty() ? "Tonight " : ", ") + counted(number, one, many);
    };
    say("made", "pack was made", "packs were made");
    say("not_made", "could not be made", "could not be made");
    say("ended", "has served and its files are gone", "have served and their files are gone");
    say("left_over", "was left over from a run that died and is removed",
        "were left over from runs that died and are removed");
    return text.empty() ? "Tonight no pack was made, and none has served its time." : text + ".";
}

Cell typed(const std::string& hint) {
    Cell cell = words("");
    (hint.starts_with("casekeeper ") ? cell.command : cell.text) = hint;
    return cell;
}

Table made_table(const ReportedPacks& packs) {
    Table table{"Packs that were made: to be read before they are signed", {{"Request"}, {"Next"}}, {}};
    for (const std::string& request : packs.made)
        table.rows.push_back({words(request), typed("casekeeper access pack " + request)});
    return table;
}

Table not_made_table(const ReportedPacks& packs) {
    Table table{"Packs that could not be made", {{"Request"}, {"Why"}, {"What to do"}}, {}};
    for (const ReportedPack& one : packs.not_made)
        table.rows.push_back({words(one.request), words(one.why), typed(one.hint)});
    return table;
}

Table kept_table(const ReportedPacks& packs) {
    Table table{"Packs whose day has come and that stay", {{"Request"}, {"Why"}}, {}};
    for (const ReportedPack& one : packs.kept)
        table.rows.push_back({words(one.request), words(in_words(reasons_to_stay(), one.why))});
    return table;
}

Table ended_table(const ReportedPacks& packs) {
    Table table{"Packs that have served: what was counted of them stays", {{"Request"}}, {}};
    for (const std::string& request : packs.ended) table.rows.push_back({words(request)});
    return table;
}

}  // namespace

std::string sentence_of_packs(const MorningReport& report) {
    const long long made = count_of(report.packs.tonight, "made");
    const long long not_made = count_of(report.packs.tonight, "not_made");
    std::string text;
    if (made > 0)
        text += " " + counted(made, "pack was", "packs were") + " made in the night and " +
                (made == 1 ? "waits" : "wait") + " to be read.";
    if (not_made > 0) text += " " + counted(not_made, "pack", "packs") + " could not be made.";
    return text;
}

std::vector<Section> sections_of_packs(const MorningReport& report) {
    const ReportedPacks& packs = report.packs;
    if (report.access.open.empty() && !anything(packs)) return {};
    Section section{"packs", "Packs", 3};
    section.blocks.emplace_back(Paragraph{what_was_done(packs)});
    if (!packs.not_made.empty()) section.blocks.emplace_back(not_made_table(packs));
    if (!packs.made.empty()) section.blocks.emplace_back(made_table(packs));
    if (!packs.kept.empty()) section.blocks.emplace_back(kept_table(packs));
    if (!packs.ended.empty()) section.blocks.emplace_back(ended_table(packs));
    return {section};
}

}  // namespace casekeeper
