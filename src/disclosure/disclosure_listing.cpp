// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_listing.h"

#include <algorithm>
#include <map>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "base/text_search.h"
#include "custody/contested_items.h"
#include "disclosure/given_parts.h"
#include "output/printable.h"
#include "policy/did_you_mean.h"
#include "policy/disclosure_rules.h"
#include "store/disclosure_store.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

constexpr int disclosures_a_page = 500;

std::string joined(const Texts& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

Texts texts_in(const Record& disclosure, const char* field) {
    return json_texts(disclosure.value(field).value_or("[]"));
}

std::string day_in_words(const std::string& day) {
    const std::optional<Date> known = parse_date(day);
    return known ? to_words(*known) : day;
}

bool fits(const Record& disclosure, const DisclosureFilter& filter) {
    if (!filter.outcome.empty() && disclosure.value("outcome") != filter.outcome) return false;
    if (!filter.since.empty() && *disclosure.value("decided_on") < filter.since) return false;
    if (!filter.to.empty() && disclosure.value("recipient_kind") != filter.to &&
        !has_whole_word(disclosure.value("recipient").value_or(""), {filter.to}))
        return false;
    return !filter.incomplete_only || !missing_in(disclosure).empty();
}

Record read(RecordStore& records, const std::string& id) {
    std::optional<Record> found = records.find(RecordType::disclosure, id);
    if (!found)
        throw InputError("there is no disclosure " + in_quotes(id),
                         "casekeeper disclosure list shows which there are");
    return std::move(*found);
}

template <typename Take>
void each_perhaps_incomplete(Database& database, const Take& take) {
    DisclosureStore store(database);
    RecordStore records(database);
    for (std::string after;;) {
        const Texts ids = store.perhaps_incomplete(after, disclosures_a_page);
        if (ids.empty()) return;
        for (const std::string& id : ids)
            if (const auto one = records.find(RecordType::disclosure, id); one && !missing_in(*one).empty())
                take(*one);
        after = ids.back();
    }
}

void each_of_person(Database& database, const std::string& person,
                    const std::function<void(const Record&)>& take) {
    RecordStore records(database);
    if (!records.has_person(person))
        throw InputError("there is no person " + in_quotes(person) + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    std::map<std::string, Record> all;
    for (const std::string& id : FactStore(database).records_of(person))
        for (auto page = records.page(RecordType::disclosure, "", disclosures_a_page, id); !page.empty();
             page = records.page(RecordType::disclosure, page.back().first, disclosures_a_page, id))
            all.insert(page.begin(), page.end());
    for (const auto& [id, one] : all) take(one);
}

// What was given of it that is disputed or contested today, and what that lies in.
std::vector<DisputedPart> disputed_parts(Database& database, const Record& disclosure, Date day) {
    RecordStore records(database);
    const std::string& person = *disclosure.value("person");
    const CaseFile file = FactStore(database).file_of(person).value_or(CaseFile{});
    const auto contested = contested_items(database, person, day);
    std::vector<DisputedPart> parts;
    const auto take = [&](const std::string& item, const Record& of, const std::string& by) {
        if (is_disputed(of) || !by.empty()) parts.push_back({item, by, other_views_of(of)});
    };
    const auto is_own = [&](const std::string& involvement) {
        return std::any_of(file.involvements.begin(), file.involvements.end(),
                           [&](const InvolvementFacts& own) { return own.id == involvement; });
    };
    GivenParts given(records, disclosure, file, GivenParts::What::is_shown);
    given.each([&](const std::string& item, const Record& part) {
        if (part.type == RecordType::involvement) return;
        const std::string& id = part.type == RecordType::entry ? part.key() : *part.value("entry");
        const auto entry = records.find(RecordType::entry, id);
        // What is said against it in the record it was moved to, or is of as well, is that person's.
        if (entry && is_own(*entry->value("involvement")))
            take(item, *entry, contested_by(contested, item, id, *entry->value("involvement")));
    });
    if (given.is_words_of_nothing()) return parts;
    for (const std::string& id : given.involvements())
        if (const auto involvement = records.find(RecordType::involvement, id))
            if (is_disputed(*involvement)) take("involvement:" + id, *involvement, "");
    return parts;
}

// The lines of one that is shown, each added only where there is something.
class Lines {
public:
    explicit Lines(const Record& disclosure) : disclosure_(disclosure) {}

    void add(const std::string& line) { text_ += "  " + printable(line) + "\n"; }
    void field(const char* label, const char* name, const std::string& more = "") {
        if (const auto& value = disclosure_.value(name)) add(std::string(label) + ": " + *value + more);
    }
    std::string text() const { return text_; }

private:
    const Record& disclosure_;
    std::string text_;
};

}  // namespace

void list_disclosures(Database& database, const DisclosureFilter& filter,
                      const std::function<void(const Record&)>& take) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    const auto take_fitting = [&](const Record& one) {
        if (fits(one, filter)) take(one);
    };
    if (!filter.person.empty()) return each_of_person(database, filter.person, take_fitting);
    if (filter.incomplete_only) return each_perhaps_incomplete(database, take_fitting);
    RecordStore records(database);
    for (auto page = records.page(RecordType::disclosure, "", disclosures_a_page); !page.empty();
         page = records.page(RecordType::disclosure, page.back().first, disclosures_a_page))
        for (const auto& [id, one] : page) take_fitting(one);
}

IncompleteDisclosures incomplete_disclosures(Database& database, std::size_t shown) {
    IncompleteDisclosures found;
    each_perhaps_incomplete(database, [&](const Record& one) {
        ++found.number;
        if (found.first.size() < shown) found.first.push_back(one);
    });
    return found;
}

std::vector<Record> disclosures_with_override(Database& database, Date since) {
    DisclosureStore store(database);
    RecordStore records(database);
    std::vector<Record> all;
    for (std::string after;;) {
        const Texts ids = store.with_override(after, to_text(since), disclosures_a_page);
        if (ids.empty()) return all;
        for (const std::string& id : ids)
            if (auto one = records.find(RecordType::disclosure, id)) all.push_back(std::move(*one));
        after = ids.back();
    }
}

std::string overrides_in_words(const Record& disclosure) {
    Texts codes = overrides_of(disclosure);
    if (codes.size() < texts_in(disclosure, "overrides").size()) codes.emplace_back("as its source says");
    return joined(codes);
}

ShownDisclosure show_disclosure(Database& database, const std::string& id, Date day) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    RecordStore records(database);
    ShownDisclosure shown{read(records, id), {}, {}};
    shown.missing = missing_in(shown.disclosure);
    shown.disputed = disputed_parts(database, shown.disclosure, day);
    return shown;
}

std::string to_json(const Record& disclosure) {
    JsonObject json;
    const RecordFormat& format = format_of(RecordType::disclosure);
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
        const FieldFormat& field = format.fields[i];
        if (field.kind == FieldKind::texts || field.kind == FieldKind::objects)
            json.raw_or_null(field.name, disclosure.values[i]);
        else
            json.text_or_null(field.name, disclosure.values[i]);
    }
    return json.json();
}

std::string to_json(const ShownDisclosure& shown) {
    Texts parts;
    for (const DisputedPart& part : shown.disputed) {
        Texts remarks;
        for (const Remark& remark : part.remarks) remarks.push_back(to_json(remark));
        JsonObject one;
        one.text("item", part.item);
        if (!part.contested_by.empty()) one.text("contested_by", part.contested_by);
        parts.push_back(one.raw("remarks", json_list_of(remarks)).json());
    }
    return JsonObject()
        .raw("disclosure", to_json(shown.disclosure))
        .texts("missing", shown.missing)
        .raw("disputed", json_list_of(parts))
        .json();
}

std::string in_words(const Record& disclosure) {
    std::string whom = disclosure.value("recipient").value_or("");
    if (const auto& kind = disclosure.value("recipient_kind"))
        whom += (whom.empty() ? "" : " ") + ("(" + *kind + ")");
    std::string line = disclosure.key() + "\t" + *disclosure.value("decided_on") + "\t" +
                       *disclosure.value("outcome") + "\tperson:" + *disclosure.value("person") + "\t" +
                       (whom.empty() ? "it is not said with whom" : printable(whom));
    if (disclosure.value("overrides"))
        line += "\tagainst: " + printable(joined(texts_in(disclosure, "overrides")));
    if (const Texts missing = missing_in(disclosure); !missing.empty())
        line += "\tmissing: " + joined(missing);
    return line;
}

std::string to_text(const ShownDisclosure& shown, const RecipientKinds& kinds) {
    const Record& one = shown.disclosure;
    const bool is_shared = one.value("outcome") == "shared";
    Lines lines(one);
    const std::string about = one.value("involvement") ? ", involvement:" + *one.value("involvement") : "";
    lines.add((is_shared ? "shared on " : "decided not to share on ") +
              day_in_words(*one.value("decided_on")) + ", of person:" + *one.value("person") + about);
    lines.field("with whom", "recipient");
    const RecipientKind* kind =
        one.value("recipient_kind") ? kinds.find(*one.value("recipient_kind")) : nullptr;
    lines.field("kind of recipient", "recipient_kind",
                kind ? " (" + kind->title + "; " + kind->gateway + ")" : "");
    lines.field("what", "information");
    if (one.value("items")) lines.add("parts given: " + joined(texts_in(one, "items")));
    lines.field("why", "reasons");
    lines.field("lawful basis", "lawful_basis");
    lines.field("consent", "consent",
                one.value("consent_on") ? ", on " + day_in_words(*one.value("consent_on")) : "");
    lines.field("risk assessment", "risk_assessment");
    lines.field(is_shared ? "authorised by" : "decided by", "authorised_by");
    lines.field("how", "method");
    lines.field("conditions", "conditions");
    lines.field("receipt", "receipt");
    if (one.value("overrides"))
        lines.add("! against: " + joined(texts_in(one, "overrides")) +
                  (one.value("override_reason")
                       ? "; to prevent serious harm: " + *one.value("override_reason")
                       : ""));
    for (const std::string& caveat : texts_in(one, "caveats")) lines.add("! " + caveat);
    for (const DisputedPart& part : shown.disputed) {
        lines.add("! " + part.item + " is disputed" +
                  (part.contested_by.empty() ? "" : ", and not settled: " + part.contested_by));
        for (const Remark& remark : part.remarks)
            lines.add("    " + remark.kind + " of " + day_in_words(remark.on) + ": \"" + remark.text + "\"");
    }
    for (const std::string& told : json_items_at("{\"all\":" + one.value("told").value_or("[]") + "}", "all"))
        lines.add("told of the " + json_text_at(told, "of") + " on " +
                  day_in_words(json_text_at(told, "on")) +
                  (json_text_at(told, "how").empty() ? "" : ": " + json_text_at(told, "how")));
    if (!shown.missing.empty()) {
        Texts words;
        for (const std::string& option : shown.missing) words.push_back(missing_in_words(option));
        lines.add("missing: " + joined(words));
        lines.add("next: " + command_to_complete(one));
    }
    return "disclosure " + one.key() + "\n" + lines.text();
}

std::string command_to_complete(const Record& disclosure) {
    const Texts missing = missing_in(disclosure);
    if (missing.empty()) return "";
    std::string command = "casekeeper disclosure complete " + disclosure.key();
    for (const std::string& option : missing)
        command += " --" + option +
                   (option == "consent-on" ? " DATE"
                    : option == "consent"  ? " WORD"
                                           : " TEXT");
    return command;
}

}  // namespace casekeeper
