// SPDX-License-Identifier: MIT
#include "custody/replay.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/certificate.h"
#include "custody/erasure_sweeper.h"
#include "policy/deletion_workflow.h"
#include "store/deletion_store.h"
#include "store/record_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

constexpr int records_a_page = 1000;
constexpr int lines_a_page = 1000;
constexpr std::size_t length_of_day = 10;  // of a moment's text

// Kinds of lines whose record is gone, and those that nobody needs to do again.
const std::set<std::string> endings = {"destroyed", "anonymised", "transferred", "archived"};
// Packs are made and ended by the nights that follow: of what the store says now, and of what it is to have.
const std::set<std::string> of_the_product = {
    "destroyed",         "anonymised",      "transferred",       "archived", "minimised",
    "checkpoint",        "replayed",        "proposed",          "export",   "mirror-written-again",
    "deletion-reassess", "access-assemble", "access-pack-ended", "restored"};

std::string kind_of(const KeptLine& line) {
    return json_text_at(line.line, "kind");
}

std::string record_of(const KeptLine& line) {
    return json_text_at(json_value_at(line.line, "facts"), "record");
}

// Whatever ended by the line: one record, or parts of one.
std::vector<std::string> records_of(const KeptLine& line) {
    std::vector<std::string> digests = json_texts_at(json_value_at(line.line, "facts"), "parts");
    if (std::string whole = record_of(line); !whole.empty()) digests.push_back(std::move(whole));
    return digests;
}

// Lines by the keyed digest of the record they are about.
using LinesByRecord = std::unordered_map<std::string, long long>;

class Replay {
public:
    Replay(Database& database, const ScheduleInForce& in_force, Register& reg, const ReplayRequest& request)
        : database_(database),
          in_force_(in_force),
          register_(reg),
          request_(request),
          lines_(database),
          proposals_(database),
          cases_(database) {}

    ReplayResult run() {
        const MirrorState state = register_.compare();
        if (state == MirrorState::differs || state == MirrorState::cut) register_.require_even();
        if (state == MirrorState::ahead) {
            require_intact();
            take_back(register_.lines_only_mirrored());
        } else if (lines_.state().replaying) {
            tell_again();
        }
        find_minimised();
        find_records();
        find_parts();
        find_requests();
        for (ReplayedRecord& record : result_.records) end_again(record);
        settle_requests();
        if (!request_.dry_run) finish();
        return std::move(result_);
    }

    // With the switch off nothing was asked: the replay is still to be done.
    void finish() {
        result_.not_removed = sweep_erasures(database_, request_.documents_folder).not_removed;
        if (!request_.rules.open && !result_.records.empty()) return;
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        lines_.set_replaying(false);
        work.commit();
    }

private:
    void take_back(const std::vector<KeptLine>& missing) {
        long long lost_proposals = 0;
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        for (const KeptLine& line : missing) {
            const std::string kind = kind_of(line);
            lines_.take_back(line, kind);
            if (endings.contains(kind)) {
                for (const std::string& digest : records_of(line)) {
                    lines_.add_ended(digest, line.number);
                    ended_.emplace(digest, line.number);
                }
                take_back_request(line);
                take_back_certificate(line);
            } else if (kind == "minimised") {
                minimised_.emplace(record_of(line), line.number);
                take_back_certificate(line);
            }
            if (!of_the_product.contains(kind)) result_.to_do_again.push_back(line);
            if (kind == "proposed")
                lost_proposals += json_number_at(json_value_at(line.line, "facts"), "proposed");
        }
        void_approvals();
        lines_.append({request_.at, "restored", request_.actor,
                       JsonObject()
                           .number("from", missing.front().number)
                           .number("lines", missing.size())
                           .number("approvals_void", result_.approvals_void)
                           .json()});
        if (!ended_.empty()) register_.pseudonyms();  // a dry run too wants the key they were named by
        lines_.set_mirrored(missing.back().number);
        lines_.set_replaying(true);
        proposals_.skip_numbers(lost_proposals);
        result_.lines = static_cast<long long>(missing.size());
        if (!request_.dry_run) work.commit();
    }

    void take_back_request(const KeptLine& line) {
        const std::string facts = json_value_at(line.line, "facts");
        const std::string digest = json_text_at(facts, "request");
        if (digest.empty()) return;
        RequestDoneBefore& done = requests_[digest];
        done.certificates.push_back(line.number);
        done.on = json_text_at(line.line, "at").substr(0, length_of_day);
        done.whole = json_value_at(facts, "granted_whole") == "true";
        done.at = request_.at;
        done.actor = request_.actor;
    }

    // The requests that the lines were about, while they are still there to be known.
    void find_requests() {
        if (requests_.empty()) return;
        RecordStore records(database_);
        for (std::string after;;) {
            const auto page = records.page(RecordType::deletion_request, after, records_a_page);
            if (page.empty()) return;
            for (const auto& [id, record] : page)
                if (const auto done =
                        requests_.find(register_.pseudonyms().of_record("deletion_request", id));
                    done != requests_.end())
                    carried_out_.emplace_back(cases_.find(id).value(), done->second);
            after = page.back().first;
        }
    }

    // Those all of whose parts have ended again. One of which a hold keeps a part now is decided anew.
    void settle_requests() {
        if (request_.dry_run || !request_.rules.open) return;
        Gate gate(database_, in_force_, register_, request_.rules);
        for (const auto& [one, done] : carried_out_) {
            const std::vector<long long>& lines = done.certificates;
            const bool is_kept = std::any_of(
                result_.records.begin(), result_.records.end(), [&](const ReplayedRecord& record) {
                    return !record.refused.empty() &&
                           std::find(lines.begin(), lines.end(), record.line) != lines.end();
                });
            if (!is_kept) gate.note_done_before(one, done);
        }
    }

    // What the replay that was cut off had still to tell: of the lines that the last restore took back.
    void tell_again() {
        std::string facts;
        for (long long number = 0;;) {
            const std::vector<KeptLine> page = lines_.page(number, lines_a_page, "restored");
            if (page.empty()) break;
            number = page.back().number;
            facts = json_value_at(page.back().line, "facts");
        }
        if (facts.empty()) return;
        const long long first = json_number_at(facts, "from");
        const long long last = first + json_number_at(facts, "lines") - 1;
        for (auto page = lines_.page(first - 1, lines_a_page); !page.empty();
             page = lines_.page(page.back().number, lines_a_page))
            for (const KeptLine& line : page) {
                if (line.number > last) return;
                take_back_request(line);
                if (!of_the_product.contains(line.kind)) result_.to_do_again.push_back(line);
            }
    }

    // What people said and decided of requests before the back-up: a withdrawal or a hold among what was lost
    // may have ended it. They are warned, asked and decide again.
    void void_decisions() {
        for (const DeletionState state :
             {DeletionState::warned, DeletionState::confirmed, DeletionState::granted,
              DeletionState::partly_refused, DeletionState::waiting, DeletionState::referred,
              DeletionState::disputed})
            for (auto page = cases_.in_state(to_text(state), "", records_a_page); !page.empty();
                 page = cases_.in_state(to_text(state), page.back().request, records_a_page))
                for (DeletionCase& one : page) void_decision(one);
    }

    void void_decision(DeletionCase& one) {
        if (one.assessment.empty()) return;  // neither warned nor decided: a correction, or not assessed yet
        const bool is_elsewhere =
            one.state == to_text(DeletionState::referred) || one.state == to_text(DeletionState::disputed);
        const bool stays_closed = one.came_from == to_text(DeletionState::notified) ||
                                  one.came_from == to_text(DeletionState::refused) ||
                                  one.came_from == to_text(DeletionState::entitled);
        if (is_elsewhere && !stays_closed) one.came_from = to_text(DeletionState::assessed);
        if (!is_elsewhere) one.state = to_text(DeletionState::assessed);
        one.waits_for.reset();
        cases_.update(one);
        cases_.set_items(one.request, cases_.items(one.request));
        cases_.note(one, to_text(DeletionEvent::reassess),
                    {to_text(request_.day), request_.at, request_.actor});
        ++result_.approvals_void;
    }

    void void_approvals() {
        ReviewStore reviews(database_);
        for (auto page = reviews.open(0, records_a_page); !page.empty();
             page = reviews.open(page.back().number, records_a_page))
            for (Proposal& proposal : page) {
                if (proposals_.approvals(proposal.number).empty()) continue;
                proposals_.withdraw_approvals(proposal.number);
                proposal.state = "proposed";
                proposal.executes_on.reset();
                proposal.answer.reset();
                proposal.answer_reason.reset();
                proposals_.update(proposal);
                ++result_.approvals_void;
            }
    }

    void take_back_certificate(const KeptLine& line) {
        if (json_value_at(json_value_at(line.line, "facts"), "statement").empty()) return;
        const Certificate certificate = certificate_in(line.line);
        if (!proposals_.certificate(certificate.number))
            proposals_.add_certificate(certificate.number, certificate.issued_at, to_json(certificate));
    }

    // What is taken back destroys: it must be what was written and signed, to the last line.
    void require_intact() {
        const Register::Verification said = register_.verify();
        if (!said.findings.empty())
            throw ConfigError(
                "the register's mirror breaks at line " + std::to_string(said.findings.front().line),
                "nothing was taken back; see: casekeeper register verify");
    }

    // Also those of an earlier replay that was cut off before it had done all.
    void find_minimised() {
        for (long long number = 0;;) {
            const std::vector<KeptLine> page = lines_.page(number, lines_a_page, "minimised");
            if (page.empty()) return;
            for (const KeptLine& line : page) minimised_.emplace(record_of(line), line.number);
            number = page.back().number;
        }
    }

    void find_records() {
        RecordStore records(database_);
        for (std::string after;;) {
            const auto page = records.page(RecordType::involvement, after, records_a_page);
            if (page.empty()) return;
            for (const auto& [id, record] : page) look_at(id);
            after = page.back().first;
        }
    }

    void look_at(const std::string& involvement) {
        const std::string digest = register_.pseudonyms().of_record("involvement", involvement);
        const auto known = ended_.find(digest);
        long long line = known != ended_.end() ? known->second : lines_.line_that_ended(digest);
        if (line == 0) {
            const auto reduced = minimised_.find(digest);
            if (reduced == minimised_.end() || is_reduced(involvement, reduced->second)) return;
            line = reduced->second;
        }
        result_.records.push_back({"involvement", involvement, line, ""});
    }

    // Entries and documents that were deleted on request. Those of an involvement that ends again go with it.
    void find_parts() {
        if (!anything_ended_in_parts()) return;
        RecordStore records(database_);
        for (const auto& [type, name] :
             {std::pair(RecordType::entry, "entry"), std::pair(RecordType::document, "document")})
            for (std::string after;;) {
                const auto page = records.page(type, after, records_a_page);
                if (page.empty()) break;
                for (const auto& [id, record] : page)
                    if (const long long line = line_of_part(name, id); line != 0)
                        result_.records.push_back({name, id, line, ""});
                after = page.back().first;
            }
    }

    bool anything_ended_in_parts() {
        for (long long number = 0;;) {
            const std::vector<KeptLine> page = lines_.page(number, lines_a_page, "destroyed");
            if (page.empty()) return false;
            for (const KeptLine& line : page)
                if (!json_texts_at(json_value_at(line.line, "facts"), "parts").empty()) return true;
            number = page.back().number;
        }
    }

    long long line_of_part(const char* type, const std::string& id) {
        const std::string digest = register_.pseudonyms().of_record(type, id);
        const auto known = ended_.find(digest);
        return known != ended_.end() ? known->second : lines_.line_that_ended(digest);
    }

    bool is_reduced(const std::string& involvement, long long number) {
        const std::optional<KeptLine> line = lines_.line(number);
        if (!line) return false;
        const auto done = proposals_.done(involvement, "minimise",
                                          json_text_at(json_value_at(line->line, "facts"), "rule"));
        return done && done->certificate >= number;
    }

    void end_again(ReplayedRecord& record) {
        if (request_.dry_run) return;
        Gate gate(database_, in_force_, register_, request_.rules);
        const GateAnswer answer = gate.end_again(record.type, record.id, record.line, request_.day,
                                                 request_.at, request_.actor, false);
        if (answer.done || (answer.refused_because == "gone" && record.type != "involvement")) return;
        record.refused = answer.refused_because;
        ++result_.kept;
    }

    Database& database_;
    const ScheduleInForce& in_force_;
    Register& register_;
    const ReplayRequest& request_;
    RegisterStore lines_;
    DisposalStore proposals_;
    DeletionStore cases_;
    LinesByRecord ended_;
    LinesByRecord minimised_;
    std::unordered_map<std::string, RequestDoneBefore> requests_;  // by keyed digest
    std::vector<std::pair<DeletionCase, RequestDoneBefore>> carried_out_;
    ReplayResult result_;
};

}  // namespace

ReplayResult replay(Database& database, const ScheduleInForce& in_force, Register& reg,
                    const ReplayRequest& request) {
    return Replay(database, in_force, reg, request).run();
}

std::vector<KeptLine> lines_naming(RegisterStore lines, const std::vector<std::string>& digests) {
    std::vector<KeptLine> found;
    for (const std::string& kind : endings)
        for (long long number = 0;;) {
            const std::vector<KeptLine> page = lines.page(number, lines_a_page, kind);
            if (page.empty()) break;
            number = page.back().number;
            for (const KeptLine& line : page) {
                const std::vector<std::string> people =
                    json_texts_at(json_value_at(line.line, "facts"), "person");
                if (std::any_of(people.begin(), people.end(), [&](const std::string& one) {
                        return std::find(digests.begin(), digests.end(), one) != digests.end();
                    }))
                    found.push_back(line);
            }
        }
    std::sort(found.begin(), found.end(),
              [](const KeptLine& a, const KeptLine& b) { return a.number < b.number; });
    return found;
}

}  // namespace casekeeper
