// SPDX-License-Identifier: MIT
#include "disposal/notices.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "base/whole_file.h"
#include "custody/covered_record.h"
#include "custody/gate_refusal.h"
#include "custody/record_end.h"
#include "disposal/destruction_letter.h"
#include "disposal/proposal_moves.h"
#include "disposal/request_parts.h"
#include "domain/person_called.h"
#include "output/html_page.h"
#include "policy/date_words.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

constexpr int letters_a_page = 200;

void add_keepsakes(const CoveredRecord& covered, DestructionLetter& letter) {
    for (const Record& document : covered.documents) {
        const std::optional<std::string> kind = document.value("keepsake");
        if (!kind) continue;
        const auto entry =
            std::find_if(covered.entries.begin(), covered.entries.end(),
                         [&](const Record& one) { return one.key() == *document.value("entry"); });
        const std::string on = entry == covered.entries.end() ? "" : *entry->value("occurred_at");
        letter.keepsakes.push_back({*kind, document.value("title").value_or(""), on.substr(0, 4)});
    }
    letter.own_words = std::count_if(covered.entries.begin(), covered.entries.end(), [](const Record& entry) {
        return entry.value("subject_words").has_value();
    });
}

class Letters {
public:
    Letters(Database& database, const ScheduleInForce& in_force, const NoticeSender& sender, Date day)
        : database_(database), in_force_(in_force), sender_(sender), day_(day), proposals_(database) {}

    // False where there is nothing to write any more.
    bool write(const std::string& involvement) {
        std::optional<DestructionNotice> notice = proposals_.notice(involvement);
        const std::optional<CoveredRecord> covered = covered_record(database_, involvement);
        const std::optional<Proposal> proposal = proposal_of(involvement);
        const Rule* rule = proposal ? rule_of(proposal->rule) : nullptr;
        if (!notice || !covered || !rule || !rule->notify_before) return false;
        const std::string file = letter_file_of(involvement);
        write_whole_file(sender_.folder + "/" + file,
                         html_of(page_of(letter_of(*covered, *proposal, *rule))));
        notice->letter = file;
        notice->written_on = to_text(day_);
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        proposals_.set_notice(*notice);
        work.commit();
        return true;
    }

    // What is not proposed any more is not announced: such a letter is never sent, and the next proposal has
    // its own.
    void remove_idle(ReviewStore& reviews) {
        for (auto page = reviews.idle_letters("", letters_a_page); !page.empty();
             page = reviews.idle_letters(page.back(), letters_a_page))
            for (const std::string& involvement : page) remove(involvement);
    }

private:
    void remove(const std::string& involvement) {
        DestructionNotice notice = *proposals_.notice(involvement);
        const std::string path = sender_.folder + "/" + *notice.letter;
        std::error_code failed;
        std::filesystem::remove(path, failed);
        if (failed)
            throw OutputError("cannot remove " + path, "it must be writable by this account: ls -l it");
        notice.letter.reset();
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        proposals_.set_notice(notice);
        work.commit();
    }

    std::optional<Proposal> proposal_of(const std::string& involvement) {
        for (const Proposal& proposal : proposals_.of_involvement(involvement)) {
            const Rule* rule = rule_of(proposal.rule);
            if (is_open(proposal) && rule && rule->notify_before) return proposal;
        }
        return std::nullopt;
    }

    const Rule* rule_of(const std::string& id) const {
        const std::optional<int> found = in_force_.schedule.find(id);
        return found ? &in_force_.schedule.rules[static_cast<std::size_t>(*found)] : nullptr;
    }

    DestructionLetter letter_of(const CoveredRecord& covered, const Proposal& proposal,
                                const Rule& rule) const {
        DestructionLetter letter;
        letter.trust = sender_.trust;
        letter.contact = sender_.contact;
        letter.written_on = to_words(day_);
        letter.to = person_called(covered.person);
        letter.service = service_title(in_force_.catalogue, proposal.service);
        letter.first_year = covered.involvement.value("opened")->substr(0, 4);
        letter.last_year = covered.involvement.value("closed").value_or("").substr(0, 4);
        letter.wait = period_in_words(*rule.notify_before);
        letter.entries = static_cast<long long>(covered.entries.size());
        letter.documents = static_cast<long long>(covered.documents.size());
        letter.reference = proposal.number;
        add_keepsakes(covered, letter);
        return letter;
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    const NoticeSender& sender_;
    const Date day_;
    DisposalStore proposals_;
};

}  // namespace

bool owe_notice(DisposalStore& proposals, const std::string& involvement, const Period& wait, Date day) {
    const std::optional<DestructionNotice> before = proposals.notice(involvement);
    if (before && word_stands(*before, wait, day)) return false;
    DestructionNotice notice;
    notice.involvement = involvement;
    notice.written_on = to_text(day);
    proposals.set_notice(notice);
    return true;
}

long long write_notices(Database& database, const ScheduleInForce& in_force, const NoticeSender& sender,
                        Date day) {
    remove_unfinished_files(sender.folder);
    Letters letters(database, in_force, sender, day);
    ReviewStore reviews(database);
    letters.remove_idle(reviews);
    long long written = 0;
    std::string after;
    for (auto page = reviews.unwritten_notices(after, letters_a_page); !page.empty();
         page = reviews.unwritten_notices(after, letters_a_page)) {
        for (const std::string& involvement : page) written += letters.write(involvement) ? 1 : 0;
        after = page.back();
    }
    return written;
}

}  // namespace casekeeper
