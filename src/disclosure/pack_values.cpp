// SPDX-License-Identifier: MIT
#include "disclosure/pack_values.h"

#include <algorithm>
#include <set>

#include "disclosure/pack_forms.h"
#include "disclosure/pack_words.h"
#include "disclosure/redactor.h"
#include "output/page.h"

namespace casekeeper {
namespace {

// Texts that may be told, each as an element of a list; how many may not.
std::size_t show_told(LetterValues& values, const char* list, const char* name,
                      const std::set<std::string>& texts, const PackTold& told) {
    std::size_t kept = 0;
    for (const std::string& text : texts) {
        if (told.may_be_told(text))
            values.lists[list].emplace_back().texts[name] = text;
        else
            ++kept;
    }
    return kept;
}

void fill_letter(LetterValues& values, const PackTold& told) {
    values.show("WHOLE", true);
    values.show_text("NAMED", "NAME", told.name);
    values.show("NOT_NAMED", told.name.empty());
    values.show("AGAIN", told.is_again);
    values.show("WITH_GLOSSARY", true);
    values.show("WITH_KEPT", !told.ledger.lines().empty());
}

void fill_reading(LetterValues& values, const PackTold& told) {
    for (const std::string& sentence : told.support)
        values.lists["SUPPORT"].emplace_back().texts["WHO_HELPS"] = sentence;
}

std::string purpose_of(const HeldService& service) {
    return service.authority.empty() ? service.purpose : service.purpose + " (" + service.authority + ")";
}

void fill_why(LetterValues& values, const PackTold& told) {
    for (const HeldService& service : told.facts.services) {
        LetterValues& one = values.lists["SERVICES"].emplace_back();
        one.texts["SERVICE"] = service.title;
        one.texts["PURPOSE"] = purpose_of(service);
        const bool is_set = !service.until.empty() && !service.because.empty();
        if (is_set) {
            LetterValues& until = one.lists["WITH_UNTIL"].emplace_back();
            until.texts["UNTIL"] = when_in_words(service.until);
            until.texts["BECAUSE"] = service.because;
        }
        one.show("NOT_SET", !is_set);
    }
    values.show("NO_SERVICES", told.facts.services.empty() && !told.facts.services_kept);
    values.show("SOME_SERVICES_KEPT", told.facts.services_kept);
    std::set<std::string> kinds;
    for (const auto& [type, row] : told.sums)
        if (row.all() > 0) kinds.insert(type_in_words(type));
    for (const std::string& kind : kinds) values.lists["KINDS"].emplace_back().texts["KIND"] = kind;
    values.show("NO_KINDS", kinds.empty());
    const bool sources_kept =
        show_told(values, "SOURCES", "SOURCE", told.facts.sources, told) > 0 || told.facts.sources_kept;
    values.show("NO_SOURCES", values.lists["SOURCES"].empty() && !sources_kept);
    values.show("SOME_SOURCES_KEPT", sources_kept);
    LetterValues recipients;
    const bool recipients_kept =
        show_told(recipients, "RECIPIENTS", "RECIPIENT", told.facts.recipients, told) > 0 ||
        told.facts.recipients_kept;
    recipients.show("SOME_RECIPIENTS_KEPT", recipients_kept);
    if (told.facts.recipients.empty() && !recipients_kept)
        values.show("NO_RECIPIENTS", true);
    else
        values.lists["WITH_RECIPIENTS"].push_back(std::move(recipients));
    // Whether anything went abroad is not recorded: nothing is said of it (Art 15(2) asks only where it did).
    values.show("NOT_AUTOMATED", true);
}

void fill_here(LetterValues& values, const PackTold& told) {
    const RowSums total = total_of(told.sums);
    const bool is_all = total.in_part + total.kept_back == 0;
    values.show("WITH_ALL", is_all);
    values.show("NONE_ENCLOSED", total.shown + total.in_part == 0);
    if (is_all) return;
    LetterValues kept;
    if (total.in_part > 0) kept.show_text("WITH_IN_PART", "IN_PART", counted(total.in_part, "part", "parts"));
    if (total.kept_back > 0)
        kept.show_text("WITH_WITHHELD", "WITHHELD", counted(total.kept_back, "part", "parts"));
    std::set<std::string> people;
    for (const LedgerLine& line : told.ledger.lines())
        for (const char* whom : {"person:", "name:", "professional:"})
            if (line.item.about.starts_with(whom)) people.insert(line.item.about);
    if (!people.empty())
        kept.show_text("WITH_PEOPLE", "PEOPLE",
                       counted(static_cast<long long>(people.size()), "person", "people"));
    values.lists["WITH_KEPT"].push_back(std::move(kept));
}

void fill_kept_back(LetterValues& values, const PackTold& told) {
    const auto& lines = told.ledger.lines();
    values.show("NOTHING_KEPT", lines.empty());
    if (lines.empty()) return;
    LetterValues kept;
    // As it is to be seen; the form has brackets of its own.
    const std::string example = Redactor::stand_in(lines.front()).text;
    kept.texts["EXAMPLE"] = example.substr(1, example.size() - 2);
    kept.show("WITH_WHOLE", std::any_of(lines.begin(), lines.end(), [&](const LedgerLine& line) {
                  return told.ledger.whole(line.item.item);
              }));
    kept.show("SECOND_PERSON", std::any_of(lines.begin(), lines.end(), [](const LedgerLine& line) {
                  return line.item.countersigned_by.has_value();
              }));
    std::string look_again;
    for (const LedgerLine& line : lines)
        if (const auto& day = line.item.look_again_on; day && (look_again.empty() || *day < look_again))
            look_again = *day;
    if (!look_again.empty()) kept.show_text("WITH_LOOK_AGAIN", "LOOK_AGAIN_ON", when_in_words(look_again));
    // The mark stands twice in the text: before and after its heading.
    values.lists["WITH_KEPT"].push_back(std::move(kept));
}

}  // namespace

LetterValues values_of_pack(const std::string& form, const PackTold& told) {
    LetterValues values = values_to(told.reader);
    if (form == pack_form::letter) fill_letter(values, told);
    if (form == pack_form::reading) fill_reading(values, told);
    if (form == pack_form::why) fill_why(values, told);
    if (form == pack_form::here) fill_here(values, told);
    if (form == pack_form::kept_back) fill_kept_back(values, told);
    return values;
}

}  // namespace casekeeper
