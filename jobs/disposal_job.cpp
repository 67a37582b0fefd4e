// SPDX-License-Identifier: MIT
//
// Lets what is approved and cooled off go, person by person, each through the gate in a transaction of its
// own, up to the night's cap; packs what a receiver is to have first; then removes the files and what the
// database engine keeps of ended rows.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "base/errors.h"
#include "base/json_text.h"
#include "custody/covered_record.h"
#include "custody/erasure_sweeper.h"
#include "custody/gate.h"
#include "disposal/proposal_moves.h"
#include "intake/receiver_bundle.h"
#include "jobs/job.h"
#include "store/record_store.h"
#include "store/review_store.h"
#include "store/write_turns.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 100;
const std::string bundle_prefix = "for-proposal-";
constexpr std::size_t length_of_day = 10;  // of a moment's text

class DisposalNight {
public:
    DisposalNight(Night& night, const JobControl& control)
        : night_(night),
          control_(control),
          in_force_(schedule_in_force(night.database)),
          register_(night.database, night.register_places),
          gate_(night.database, in_force_, register_,
                gate_rules(night.settings.disposal, night.notices_folder, night.bundles_folder)),
          proposals_(night.database),
          cap_(night.settings.disposal.cap(RecordStore(night.database).totals().involvements)),
          done_today_(proposals_.number_of_certificates(night.clock.now().substr(0, length_of_day))) {}

    JobRecord run() {
        register_.require_keys();
        if (!night_.dry_run) {
            remove_left_over_bundles();
            remove_stray_bundles();
            sweep();  // what an earlier night had to leave
        }
        each_person([&](std::vector<Proposal>& ready) { handle(ready); });
        if (!night_.dry_run && done_ > 0) {
            register_.bring_mirror_up_to_date();  // what is gone for good is known elsewhere first
            sweep();
        }
        for (const std::string& file : not_removed_)
            failures_.push_back("cannot remove " + file + ": it must be writable by this account");
        JobRecord record;
        const bool all_done = !cancelled_ && night_.settings.disposal.enabled && failures_.empty();
        record.outcome = all_done ? "done" : "attention";
        record.handled = done_;
        record.failed = static_cast<long long>(failures_.size());
        record.failures = failures_;
        record.would_do = would_do_;
        for (const auto& [code, count] : refused_) record.refused += count;
        record.counts = counts();
        return record;
    }

private:
    template <typename Handle>
    void each_person(const Handle& handle) {
        std::string after;
        for (auto page = proposals_.ready(to_text(night_.ending_day), after, people_a_page); !page.empty();
             page = proposals_.ready(to_text(night_.ending_day), after, people_a_page)) {
            if (!night_.dry_run) register_.bring_mirror_up_to_date();
            let_others_write(night_.database);
            after = page.back().person;
            for (auto from = page.begin(); from != page.end();) {
                const auto to = std::find_if(from, page.end(),
                                             [&](const Proposal& one) { return one.person != from->person; });
                if (stop()) return;
                std::vector<Proposal> ready(from, to);
                handle(ready);
                from = to;
            }
        }
    }

    bool stop() {
        if (control_.progress) control_.progress(done_, 0);
        cancelled_ = control_.is_cancelled && control_.is_cancelled();
        return cancelled_;
    }

    void handle(std::vector<Proposal>& ready) {
        const auto room = static_cast<std::size_t>(std::max(0LL, cap_ - done_today_ - done_));
        if (ready.size() > room) {
            refused_["cap"] += static_cast<long long>(ready.size() - room);
            ready.resize(room);
        }
        if (ready.empty()) return;
        std::vector<GateAnswer> answers;
        try {
            answers =
                gate_.execute(ready, night_.ending_day, night_.clock.now(), night_.actor, night_.dry_run);
        } catch (const InputError& error) {  // something of this person cannot be read: no other is stopped
            failures_.push_back("proposal " + std::to_string(ready.front().number) + ": " + error.what());
            return;
        }
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].done) {
                ++done_;
                ++actions_[ready[i].action];
                if (night_.dry_run)
                    would_do_.push_back(ready[i].action + " " + ready[i].involvement + " (" +
                                        ready[i].service + "), proposal " + std::to_string(ready[i].number) +
                                        ", rule " + ready[i].rule);
                continue;
            }
            ++refused_[answers[i].refused_because];
            // Nothing else stands in its way.
            if (answers[i].refused_because == "not-received" && ready[i].state == "approved")
                try_to_pack(ready[i]);
        }
    }

    // A document that is missing stops one record, and no other.
    void try_to_pack(Proposal& proposal) {
        try {
            pack(proposal);
        } catch (const Error& error) {
            failures_.push_back("proposal " + std::to_string(proposal.number) + ": " + error.what());
        }
    }

    void pack(Proposal& proposal) {
        if (night_.dry_run) return;
        const std::string receiver = receiver_of(proposal);
        const std::string folder = bundle_prefix + std::to_string(proposal.number);
        const std::string manifest = pack_for_receiver(
            night_.database,
            {proposal.involvement, receiver, night_.bundles_folder + "/" + folder, night_.documents_folder});
        UnitOfWork work(night_.database, UnitOfWork::Kind::write);
        // Somebody may have put it off, or changed the record, while it was copied.
        const std::optional<Proposal> now = proposals_.find(proposal.number);
        if (!now || !can(*now, ProposalEvent::pack) ||
            fingerprint_of(night_.database, proposal.involvement) != now->fingerprint) {
            remove_bundle(folder);
            return;
        }
        proposal = *now;
        move(proposal, ProposalEvent::pack);
        proposals_.update(proposal);
        proposals_.set_handover(
            {proposal.number, receiver, folder, manifest, to_text(night_.ending_day), {}, {}});
        work.commit();
        ++packed_;
    }

    void remove_bundle(const std::string& folder) {
        std::error_code failed;
        std::filesystem::remove_all(night_.bundles_folder + "/" + folder, failed);
        if (failed)
            throw OutputError("cannot remove " + night_.bundles_folder + "/" + folder,
                              "it must be writable by this account: ls -l it");
    }

    // Those whose proposals were withdrawn after packing: nobody is to receive them any more.
    void remove_left_over_bundles() {
        for (ReceiverBundle& bundle : ReviewStore(night_.database).left_over_handovers()) {
            remove_bundle(bundle.folder);
            bundle.folder.clear();
            UnitOfWork work(night_.database, UnitOfWork::Kind::write);
            proposals_.set_handover(bundle);
            work.commit();
            ++left_over_;
        }
    }

    // Those a crash left before the store knew of them: half-packed, or packed and not recorded.
    void remove_stray_bundles() {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(night_.bundles_folder, failed)) {
            const std::string name = entry.path().filename();
            if (!name.starts_with(bundle_prefix)) continue;
            const std::optional<ReceiverBundle> bundle =
                proposals_.handover(std::atoll(name.c_str() + bundle_prefix.size()));
            if (!bundle || bundle->folder != name) remove_bundle(name);
        }
    }

    std::string receiver_of(const Proposal& proposal) const {
        const std::optional<int> found = in_force_.schedule.find(proposal.rule);
        const std::string to =
            found ? in_force_.schedule.rules[static_cast<std::size_t>(*found)].transfer_to : std::string();
        return to.empty() ? "the archive" : to;
    }

    void sweep() {
        const SweepResult swept = sweep_erasures(night_.database, night_.documents_folder);
        files_ += swept.unlinked;
        files_gone_ += swept.missing;
        not_removed_ = swept.not_removed;
        if (!swept.engine_left.empty()) engine_left_ = swept.engine_left;
    }

    // Minimised ones stay.
    long long reduced() const {
        const auto found = actions_.find("minimise");
        return found == actions_.end() ? 0 : found->second;
    }

    std::string counts() const {
        JsonObject json;
        json.number("destroyed", done_ - reduced())
            .number("packed", packed_)
            .number("files", files_)
            .number("files_gone", files_gone_)
            .number("reduced", reduced())
            .number("left_over", left_over_);
        for (const auto& [action, count] : actions_) json.number("done_" + action, count);
        for (const auto& [code, count] : refused_) json.number("refused_" + code, count);
        return JsonObject().raw("numbers", json.json()).text("engine_left", engine_left_).json();
    }

    Night& night_;
    const JobControl& control_;
    const ScheduleInForce in_force_;
    Register register_;
    Gate gate_;
    DisposalStore proposals_;
    const long long cap_;
    const long long done_today_;  // by earlier runs of the same day
    long long done_ = 0;
    long long packed_ = 0;
    long long left_over_ = 0;
    long long files_ = 0;
    long long files_gone_ = 0;
    std::vector<std::string> not_removed_;  // by the last sweep
    bool cancelled_ = false;
    std::string engine_left_;
    std::vector<std::string> failures_;
    std::vector<std::string> would_do_;
    std::map<std::string, long long> actions_;
    std::map<std::string, long long> refused_;
};

}  // namespace

JobRecord run_disposal_job(Night& night, const JobControl& control) {
    return DisposalNight(night, control).run();
}

}  // namespace casekeeper
