// SPDX-License-Identifier: MIT
#include "disclosure/redactor.h"

#include <algorithm>

#include "base/among.h"

namespace casekeeper {
namespace {

constexpr std::string_view place_prefix = "place:";

long long characters_in(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// Where sentences end: after . ! ? before white space, at line ends, at the end.
std::vector<TextSpan> sentences_of(std::string_view text) {
    std::vector<TextSpan> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool stops = (text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                           (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
        if (!stops && text[at] != '\n') continue;
        if (at + 1 > begin + 1) sentences.push_back({begin, at + 1});
        begin = at + 1;
    }
    if (begin < text.size()) sentences.push_back({begin, text.size()});
    return sentences;
}

// Each byte once, in order.
std::vector<TextSpan> united(const std::vector<Cut>& cuts) {
    std::vector<TextSpan> spans;
    for (const Cut& cut : cuts) spans.push_back(cut.span);
    std::sort(spans.begin(), spans.end(),
              [](const TextSpan& a, const TextSpan& b) { return a.begin < b.begin; });
    std::vector<TextSpan> all;
    for (const TextSpan& span : spans) {
        if (!all.empty() && span.begin <= all.back().end)
            all.back().end = std::max(all.back().end, span.end);
        else
            all.push_back(span);
    }
    return all;
}

}  // namespace

bool keeps_back_the_name(const LedgerLine& line, const NameSearch& names) {
    const std::string& about = line.item.about;
    if (about.empty() || about.starts_with(place_prefix)) return false;
    const std::string passage = passage_kept_back(line);
    if (passage.empty()) return true;
    const std::vector<NamedSpan> named = names(passage);
    return std::any_of(named.begin(), named.end(),
                       [&](const NamedSpan& one) { return is_among(one.whom, about); });
}

Redactor::Redactor(const PackLedger& ledger, NameSearch names, PlaceFinder places)
    : ledger_(ledger), names_(std::move(names)), places_(std::move(places)) {
    for (const LedgerLine& line : ledger_.lines()) {
        if (!passage_kept_back(line).empty()) passages_.insert(line.number);
        if (keeps_back_the_name(line, names_)) keep_the_name_.insert(line.number);
    }
}

Run Redactor::stand_in(const LedgerLine& line) {
    const std::string what = line.stand_in.empty() ? "kept back" : line.stand_in;
    return {"[" + what + ", note " + std::to_string(line.number) + "]", Run::Style::kept_back,
            "why-" + std::to_string(line.group)};
}

std::vector<Cut> Redactor::cuts(const std::string& item, const PartText& text) {
    std::vector<Cut> cuts;
    const std::vector<const LedgerLine*> lines = ledger_.of(item);
    if (lines.empty()) return cuts;
    std::vector<NamedSpan> named;
    if (std::any_of(lines.begin(), lines.end(), [](const LedgerLine* line) {
            return !line->item.about.empty() && !line->item.about.starts_with(place_prefix);
        }))
        named = names_(text.text);
    for (const LedgerLine* line : lines) {
        const auto cut = [&](const TextSpan& span) {
            require_within(text.text, span);
            cuts.push_back({span, line->number, line->stand_in});
        };
        if (const std::string passage = passage_kept_back(*line); !passage.empty()) {
            for (const TextSpan& span : where_quoted(text.text, passage)) {
                passages_.erase(line->number);
                cut(span);
            }
            if (!keep_the_name_.contains(line->number)) continue;
        }
        const std::string& about = line->item.about;
        if (about.empty()) continue;
        if (about.starts_with(place_prefix)) {
            for (const TextSpan& span : places_(text.text, {about})) cut(span);
            continue;
        }
        if (text.key == about) cut({0, text.text.size()});
        for (const NamedSpan& one : named)
            if (is_among(one.whom, about)) cut(one.span);
    }
    return cuts;
}

void Redactor::count(const PartText& text, const std::vector<Cut>& cuts) {
    share_.characters += characters_in(text.text);
    for (const Cut& cut : cuts)
        share_.kept_back[cut.number] +=
            characters_in(std::string_view(text.text).substr(cut.span.begin, cut.span.end - cut.span.begin));
    const std::vector<TextSpan> gone = united(cuts);
    for (const TextSpan& sentence : sentences_of(text.text)) {
        std::size_t lost = 0;
        for (const TextSpan& span : gone) {
            const std::size_t begin = std::max(span.begin, sentence.begin);
            const std::size_t end = std::min(span.end, sentence.end);
            if (begin < end) lost += end - begin;
        }
        ++share_.sentences;
        if (lost * 2 > sentence.end - sentence.begin) ++share_.sentences_lost;
    }
}

Runs Redactor::treated(const std::string& item, const PartText& text, Copy copy) {
    const std::vector<Cut> found = cuts(item, text);
    if (copy == Copy::persons) count(text, found);
    return runs_of(text, found, copy);
}

Runs Redactor::glimpse(const std::string& item, const PartText& text, Copy copy) {
    return runs_of(text, cuts(item, text), copy);
}

void Redactor::count_whole(const LedgerLine& line, const std::vector<PartText>& texts) {
    for (const PartText& text : texts) {
        const long long characters = characters_in(text.text);
        const auto sentences = static_cast<long long>(sentences_of(text.text).size());
        share_.characters += characters;
        share_.kept_back[line.number] += characters;
        share_.sentences += sentences;
        share_.sentences_lost += sentences;
    }
}

Runs Redactor::runs_of(const PartText& text, const std::vector<Cut>& found, Copy copy) const {
    Runs runs;
    if (copy == Copy::persons) {
        for (const ShownPiece& piece : without_cuts(text.text, found))
            runs.push_back(piece.number == 0
                               ? plain(piece.text)
                               : stand_in(ledger_.lines()[static_cast<std::size_t>(piece.number) - 1]));
        return runs;
    }
    // The office reads the words themselves, with what the reader has in their place.
    std::size_t at = 0;
    for (const TextSpan& span : united(found)) {
        if (span.begin > at) runs.push_back(plain(text.text.substr(at, span.begin - at)));
        runs.push_back({text.text.substr(span.begin, span.end - span.begin), Run::Style::kept_back});
        std::set<int> numbers;
        for (const Cut& cut : found)
            if (cut.span.begin >= span.begin && cut.span.end <= span.end) numbers.insert(cut.number);
        for (const int number : numbers) {
            const Run mark = stand_in(ledger_.lines()[static_cast<std::size_t>(number) - 1]);
            runs.push_back({" " + mark.text, Run::Style::strong, mark.target});
        }
        at = span.end;
    }
    if (at < text.text.size()) runs.push_back(plain(text.text.substr(at)));
    return runs;
}

std::vector<int> Redactor::not_found() const {
    return {passages_.begin(), passages_.end()};
}

}  // namespace casekeeper
