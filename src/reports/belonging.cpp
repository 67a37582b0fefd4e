// SPDX-License-Identifier: MIT
#include "reports/belonging.h"

#include <algorithm>
#include <charconv>

#include "custody/record_people.h"
#include "reports/account_twins.h"
#include "store/account_print_store.h"

namespace casekeeper {
namespace {

// More than white space: no name runs from one into the next.
constexpr std::string_view between = "\n\n\n\n";

std::size_t index_of(ReadsAs sign) {
    return static_cast<std::size_t>(sign);
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && !text.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string words_of_entry(std::string_view account, std::string_view decision, std::string_view reason,
                           std::string_view subject_words) {
    std::string words(account);
    for (const std::string_view more : {decision, reason, subject_words})
        if (!more.empty()) words.append(between).append(more);
    return words;
}

ReadsAs reads_as(MisfiledSignKind kind) {
    switch (kind) {
        case MisfiledSignKind::another_client:
            return ReadsAs::another_client;
        case MisfiledSignKind::date_of_birth:
            return ReadsAs::date_of_birth;
        case MisfiledSignKind::identifier:
            break;
    }
    return ReadsAs::identifier;
}

Belonging::Belonging(Database& database, const RecordingRules& rules, const ServiceCatalogue& catalogue,
                     Date day)
    : database_(database), store_(database), catalogue_(catalogue), day_(day), clients_(database) {
    for (const ReadsAs sign :
         {ReadsAs::another_client, ReadsAs::date_of_birth, ReadsAs::identifier, ReadsAs::copied_account})
        rules_[index_of(sign)] = rules.asking(sign);
    asks_by_words_ = std::any_of(rules_.begin(), rules_.begin() + static_cast<int>(ReadsAs::copied_account),
                                 [](const RecordingRule* rule) { return rule != nullptr; });
}

void Belonging::expect_everybody() {
    if (!shared_ && rules_[index_of(ReadsAs::copied_account)])
        shared_ = std::make_shared<const std::vector<std::int64_t>>(AccountPrintStore(database_).shared());
    if (asks_by_words_) clients_.names();
}

void Belonging::expect_everybody(const Belonging& other) {
    shared_ = other.shared_;
    clients_.share(other.clients_);
}

bool Belonging::asks_of_documents() {
    if (!asks_by_words_) return false;
    if (!has_words_of_documents_) has_words_of_documents_ = store_.has_words_of_documents();
    return *has_words_of_documents_;
}

void Belonging::glance(const RecordingStore::InvolvementRow& lies_in, const TextRow& entry) {
    if (lies_in.is_reduced) return;
    Marked marked;
    if (rules_[index_of(ReadsAs::copied_account)])
        if (const auto print = number_in(entry.text(EntryColumn::account_print));
            print && (!shared_ || std::binary_search(shared_->begin(), shared_->end(), *print)))
            marked.print = print;
    if (asks_by_words_) {
        const std::string_view account = entry.text(EntryColumn::account);
        const std::string_view decision = entry.text(EntryColumn::decision);
        const std::string_view reason = entry.text(EntryColumn::reason);
        const std::string_view said = entry.text(EntryColumn::subject_words);
        const bool is_account_alone = decision.empty() && reason.empty() && said.empty();
        std::string all;
        if (!is_account_alone) all = words_of_entry(account, decision, reason, said);
        const std::string_view words = is_account_alone ? account : all;
        if (clients_.names().may_be_anothers(words, lies_in.person)) marked.words = words;
    }
    const std::string_view documents = entry.text(EntryColumn::read_documents);
    marked.has_read_documents = asks_by_words_ && !documents.empty() && documents != "0";
    if (marked.words.empty() && !marked.print && !marked.has_read_documents) return;
    marked.entry = entry.text(EntryColumn::id);
    marked.lies_in = lies_in;
    marked.kind = entry.text(EntryColumn::kind);
    marked.occurred_at = entry.text(EntryColumn::occurred_at);
    marked.author = entry.text(EntryColumn::author);
    marked_[lies_in.person].push_back(std::move(marked));
}

// Of one human being.
class Belonging::Look {
public:
    Look(Belonging& belonging, const std::vector<std::string>& people, CheckedRecord& found)
        : belonging_(belonging), people_(people), found_(found) {}

    void at(const Marked& marked) {
        const std::optional<Date> on = local_day(marked.occurred_at);
        if (!on || *on > belonging_.day_) return;
        const std::string entry = "entry:" + marked.entry;
        if (!marked.words.empty()) look_for_signs(marked.words, entry, marked, *on);
        if (marked.print && is_copied(marked)) fall_short(ReadsAs::copied_account, entry, marked, *on);
        if (!marked.has_read_documents) return;
        for (const auto& document : belonging_.store_.read_documents(marked.entry))
            if (belonging_.clients_.names().may_be_anothers(document.words, marked.lies_in.person))
                look_for_signs(document.words, "document:" + document.id, marked, *on);
    }

private:
    const MisfiledSigns& signs() {
        if (signs_) return *signs_;
        clients_ = belonging_.clients_.names().all();
        return signs_.emplace(people_of_record(belonging_.database_, people_), clients_);
    }

    void look_for_signs(const std::string& words, const std::string& thing, const Marked& marked, Date on) {
        for (const MisfiledSign& sign : signs().in(words)) fall_short(reads_as(sign.kind), thing, marked, on);
    }

    bool is_copied(const Marked& marked) {
        return !twins_of_entry(belonging_.database_, people_, marked.entry, *marked.print).empty();
    }

    void fall_short(ReadsAs sign, const std::string& thing, const Marked& marked, Date on) {
        const RecordingRule* rule = belonging_.rules_[index_of(sign)];
        const int service = belonging_.catalogue_.find(marked.lies_in.service).value_or(-1);
        if (!rule || !rule->asks_of_service(service) || !rule->reaches(on, belonging_.day_)) return;
        CheckedEntry entry;
        entry.kind = marked.kind;
        entry.author = marked.author;
        found_.shortfalls.push_back({rule->id,
                                     thing,
                                     marked.lies_in.person,
                                     marked.lies_in.id,
                                     whom_to_ask_about(entry, marked.lies_in.worker),
                                     marked.lies_in.team,
                                     {to_text(sign)},
                                     on,
                                     std::nullopt});
        if (const std::optional<Date> until = rule->reaches_until(on))
            if (!found_.look_again_on || day_after(*until) < *found_.look_again_on)
                found_.look_again_on = day_after(*until);
    }

    Belonging& belonging_;
    const std::vector<std::string>& people_;
    CheckedRecord& found_;
    AllClients clients_;
    std::optional<MisfiledSigns> signs_;
};

void Belonging::look(const std::vector<std::string>& people, CheckedRecord& found) {
    Look look(*this, people, found);
    for (const std::string& person : people) {
        const auto marked = marked_.find(person);
        if (marked == marked_.end()) continue;
        for (const Marked& one : marked->second) look.at(one);
        marked_.erase(marked);
    }
}

}  // namespace casekeeper
