// SPDX-License-Identifier: MIT
#include "reports/belonging_evidence.h"

#include <algorithm>
#include <vector>

#include "base/json_read.h"
#include "base/json_text.h"
#include "base/plain_words.h"
#include "custody/record_people.h"
#include "custody/restricted_records.h"
#include "reports/account_twins.h"
#include "reports/all_clients.h"
#include "reports/belonging.h"
#include "store/fact_store.h"
#include "store/item_place.h"

namespace casekeeper {
namespace {

constexpr std::size_t around = 40;  // bytes of words before and after
constexpr std::size_t most_of_account = 120;
constexpr const char* is_restricted = "a record is restricted: casekeeper restrict list --in-force";

bool has_code(const RecordingFinding& finding, ReadsAs sign) {
    const std::vector<std::string> codes = json_texts(finding.lacks);
    return std::find(codes.begin(), codes.end(), to_text(sign)) != codes.end();
}

// Whole words from `begin` to `end`, and those around them.
std::string passage(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t from = begin > around ? text.find(' ', begin - around) : 0;
    if (from > begin) from = begin;
    std::size_t upto = end + around < text.size() ? text.rfind(' ', end + around) : text.size();
    if (upto == std::string_view::npos || upto < end) upto = end;
    return (from > 0 ? "…" : "") + in_a_line(text.substr(from, upto - from)) +
           (upto < text.size() ? "…" : "");
}

class Evidence {
public:
    Evidence(Database& database, const RecordingFinding& finding, const ItemPlace& place, Date day)
        : database_(database),
          records_(database),
          finding_(finding),
          place_(place),
          day_(day),
          people_(FactStore(database).records_of(place.person)) {}

    std::optional<BelongingEvidence> run() {
        const bool is_found = has_code(finding_, ReadsAs::copied_account) ? look_for_twin() : look_for_sign();
        if (!is_found) return std::nullopt;
        if (is_restricted_here()) {
            keep_back();
            shown_.words.clear();
        }
        if (!shown_.whose.empty() && !restricted_records(database_, day_, shown_.whose).items.empty())
            keep_back();
        if (!shown_.whose.empty()) name();
        shown_.move = "casekeeper recording move entry:" + place_.entry +
                      " --to involvement:" + (to_.size() == 1 ? to_.front() : "ID") + " --reason TEXT";
        return std::move(shown_);
    }

private:
    bool look_for_twin() {
        const auto entry = records_.find(RecordType::entry, place_.entry);
        const auto print = entry ? print_of_entry(*entry) : std::nullopt;
        if (!print) return false;
        const auto twins = twins_of_entry(database_, people_, place_.entry, *print);
        if (twins.empty()) return false;
        shown_.why = "the same account lies in the record of somebody else, who is no relative";
        shown_.words = passage(entry->value("account").value_or(""), 0, most_of_account);
        shown_.whose = twins.front().person;
        shown_.twin = "entry:" + twins.front().entry;
        return true;
    }

    bool look_for_sign() {
        AllClientsRead clients(database_);
        const AllClients all = clients.names().all();
        const std::string text = words();
        for (const MisfiledSign& sign : MisfiledSigns(people_of_record(database_, people_), all).in(text)) {
            if (!has_code(finding_, reads_as(sign.kind))) continue;
            shown_.why = why(sign);
            shown_.words = passage(text, sign.begin, sign.end);
            shown_.whose = sign.whose;
            return true;
        }
        return false;
    }

    std::string words() {
        if (place_.type == RecordType::entry) {
            const Record entry = records_.find(RecordType::entry, place_.entry).value();
            const auto said = [&](const char* field) { return entry.value(field).value_or(""); };
            return words_of_entry(said("account"), said("decision"), said("reason"), said("subject_words"));
        }
        std::string words;
        for (const auto& document : RecordingStore(database_).read_documents(place_.entry))
            if (document.id == place_.id) words = document.words;
        return words;
    }

    static std::string why(const MisfiledSign& sign) {
        switch (sign.kind) {
            case MisfiledSignKind::another_client:
                return "one other client is named in full, whom nobody in this record knows of, and nothing "
                       "calls "
                       "its own person by name";
            case MisfiledSignKind::date_of_birth:
                return "nobody whom this record knows was born on that day";
            case MisfiledSignKind::identifier:
                break;
        }
        return sign.whose.empty() ? "the person has another number of that kind"
                                  : "it is the number of another client, whom nobody in this record knows of";
    }

    bool is_restricted_here() {
        const std::vector<std::string> items = restricted_records(database_, day_, place_.person).items;
        const auto has = [&](const std::string& item) {
            return std::binary_search(items.begin(), items.end(), item);
        };
        return has(finding_.thing) || has("entry:" + place_.entry) ||
               has("involvement:" + place_.involvement);
    }

    void keep_back() {
        shown_.whose.clear();
        shown_.twin.clear();
        shown_.kept_back = is_restricted;
    }

    void name() {
        const auto person = records_.find(RecordType::person, shown_.whose);
        if (!person) return;
        const std::string given = person->value("given_names").value_or("");
        shown_.called = given + (given.empty() ? "" : " ") + person->value("family_name").value_or("");
        for (const auto& one : RecordingStore(database_).involvements(shown_.whose, shown_.whose))
            to_.push_back(one.id);
    }

    Database& database_;
    RecordStore records_;
    const RecordingFinding& finding_;
    const ItemPlace& place_;
    const Date day_;
    const std::vector<std::string> people_;
    std::vector<std::string> to_;  // involvements of whom it seems to be
    BelongingEvidence shown_;
};

}  // namespace

std::optional<BelongingEvidence> evidence_of(Database& database, const RecordingFinding& finding, Date day) {
    const bool is_asked =
        has_code(finding, ReadsAs::another_client) || has_code(finding, ReadsAs::date_of_birth) ||
        has_code(finding, ReadsAs::identifier) || has_code(finding, ReadsAs::copied_account);
    if (!is_asked) return std::nullopt;
    RecordStore records(database);
    const std::optional<ItemPlace> place = place_of_item(records, finding.thing);
    if (!place || place->entry.empty()) return std::nullopt;
    return Evidence(database, finding, *place, day).run();
}

std::string in_words(const BelongingEvidence& evidence) {
    std::string text = "  why: " + evidence.why + "\n";
    if (!evidence.words.empty()) text += "  its words: " + evidence.words + "\n";
    if (!evidence.whose.empty())
        text += "  seems to be of: person " + evidence.whose + ", " + evidence.called +
                (evidence.twin.empty() ? "" : " (" + evidence.twin + ")") + "\n";
    if (!evidence.kept_back.empty()) text += "  not shown: " + evidence.kept_back + "\n";
    return text + "  to move it: " + evidence.move + "\n";
}

std::string to_json(const BelongingEvidence& evidence) {
    const auto unless_empty = [](const std::string& text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    return JsonObject()
        .text("why", evidence.why)
        .text_or_null("words", unless_empty(evidence.words))
        .text_or_null("person", unless_empty(evidence.whose))
        .text_or_null("name", unless_empty(evidence.called))
        .text_or_null("twin", unless_empty(evidence.twin))
        .text_or_null("kept_back", unless_empty(evidence.kept_back))
        .text("move", evidence.move)
        .json();
}

}  // namespace casekeeper
