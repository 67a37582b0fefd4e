// SPDX-License-Identifier: MIT
//
// The night's part of packs: ends, through the gate, the files of those whose day has come, and makes the pack of
// every access request whose decisions have none, the most urgent first. Nothing is decided, signed or sent.
#include <map>
#include <optional>
#include <set>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_text.h"
#include "custody/erasure_sweeper.h"
#include "custody/gate.h"
#include "disclosure/pack_folders.h"
#include "disclosure/pack_night.h"
#include "disclosure/pack_tools.h"
#include "jobs/job.h"
#include "store/access_store.h"
#include "store/write_turns.h"

namespace casekeeper {
namespace {

constexpr int packs_a_page = 200;
constexpr const char* unusable = "what is stored of it cannot be used";
constexpr std::size_t told_of = 100;  // of each list that the report shows

// What a pack is made with: read where one is to be made, for a tenth of a second.
class PackMaking {
public:
    PackMaking(Night& night, Register& reg, const ScheduleInForce& in_force)
        : rules_(configured_release_rules(night.config_folder, in_force.catalogue)),
          reading_(night.database, night.config_folder, night.settings.packs.words, night.documents_folder),
          reviewer_(night.database, rules_, in_force.catalogue, reading_.for_review()),
          workshop_(night.config_folder, reading_, configured_glossary(night.config_folder),
                    night.documents_folder),
          actor_{night.actor, {}, {}, {}},
          act_{night.actor, night.clock.now(), night.ending_day, reg.pseudonyms()},
          assembler_(night.database, reg, in_force, rules_, reviewer_,
                     pack_settings(night.settings, night.packs_folder), workshop_.tools(), actor_, act_) {}

    PackAssembler& assembler() { return assembler_; }

private:
    const ReleaseRules rules_;
    ReadingTools reading_;
    AccessReviewer reviewer_;
    PackWorkshop workshop_;
    const Actor actor_;
    const SignedAct act_;
    PackAssembler assembler_;
};

class PacksNight {
public:
    PacksNight(Night& night, const JobControl& control)
        : night_(night),
          control_(control),
          in_force_(schedule_in_force(night.database)),
          register_(night.database, night.register_places),
          gate_(night.database, in_force_, register_,
                gate_rules(night.settings.disposal, night.notices_folder, night.bundles_folder)) {}

    JobRecord run() {
        register_.require_keys();
        if (!night_.dry_run && night_.settings.disposal.enabled) remove_strays();
        end_packs();
        if (!night_.dry_run) remove_files();
        make_packs();
        return record();
    }

private:
    bool stop() {
        if (control_.progress) control_.progress(done(), 0);
        cancelled_ = cancelled_ || (control_.is_cancelled && control_.is_cancelled());
        return cancelled_;
    }
    long long done() const { return static_cast<long long>(ended_.size() + made_.size()); }

    void remove_strays() {
        const StrayPacks strays = remove_stray_packs(night_.database, night_.packs_folder);
        left_over_ = strays.removed;
        for (const std::string& name : strays.not_removed)
            failed("the folder " + name, "it was left over and cannot be removed: no permission");
    }

    void end_packs() {
        PackStore packs(night_.database);
        const std::string day = to_text(night_.ending_day);  // --as-of looks ahead, and ends nothing
        for (auto page = packs.ending(day, "", packs_a_page); !page.empty();
             page = packs.ending(day, page.back().request, packs_a_page)) {
            let_others_write(night_.database);
            for (const StoredPack& pack : page) {
                if (stop()) return;
                try {
                    end_pack(pack.request);
                } catch (const Error& error) {  // what fails for one stops no other
                    failed("access request " + pack.request, error.what());
                }
            }
        }
    }

    void end_pack(const std::string& request) {
        const GateAnswer answer =
            gate_.end_pack({request, night_.ending_day, night_.clock.now(), night_.actor, night_.dry_run});
        if (!answer.done) {
            ++refused_[answer.refused_because];
            kept_.emplace_back(request, answer.refused_because);
            return;
        }
        ended_.insert(request);
        if (night_.dry_run) would_do_.push_back("end the files of the pack of access request " + request);
    }

    // What an earlier night had to leave goes too.
    void remove_files() {
        if (!ended_.empty()) register_.bring_mirror_up_to_date();  // what is gone is known elsewhere first
        for (const std::string& path : sweep_erasures(night_.database, night_.documents_folder).not_removed)
            failed(path, "it has ended and cannot be removed: it must be writable by this account");
    }

    void make_packs() {
        if (AccessStore(night_.database).page("", 1).empty()) return;  // nobody asks
        const std::vector<WantedPack> wanted =
            wanted_packs(night_.database, configured_bank_holidays(night_.config_folder), ended_);
        if (wanted.empty() || stop()) return;
        PackMaking making(night_, register_, in_force_);
        try {
            for (const WantedPack& one : wanted) {
                if (stop()) return;
                try_to_make(making.assembler(), one.request);
            }
        } catch (const UnreadablePlaces& places) {  // they would be missed in every file
            failed("person " + places.person,
                   "a protected place cannot be read, so no pack is made of anybody's record");
        }
    }

    void make_pack(PackAssembler& assembler, const std::string& request) {
        if (night_.dry_run) {
            assembler.require_free(request);
            made_.push_back(request);
            would_do_.push_back("make the pack of access request " + request);
        } else if (assembler.assemble(request, [this] { return stop(); })) {
            made_.push_back(request);
        }
    }

    // What fails for one stops no other.
    void try_to_make(PackAssembler& assembler, const std::string& request) {
        try {
            make_pack(assembler, request);
        } catch (const UnreadablePlaces&) {
            throw;
        } catch (const PackHindered& hindered) {  // a person's to mend, and no failure
            ++refused_["hindered"];
            not_made_.push_back({request, hindered.what(), hindered.hint()});
        } catch (const Error& error) {
            failed("access request " + request, error.what());
            not_made_.push_back({request, error.what(), error.hint()});
        } catch (const std::exception&) {  // what it says may be somebody's words
            failed("access request " + request, unusable);
            not_made_.push_back({request, unusable, "casekeeper access show " + request});
        }
    }

    struct NotMade {
        std::string request;
        std::string why;
        std::string hint;
    };

    // Said once, where the message names the request already.
    void failed(const std::string& what, const std::string& why) {
        failures_.push_back(why.starts_with(what) ? why : what + ": " + why);
    }

    JobRecord record() const {
        JobRecord record;
        record.outcome = failures_.empty() && !cancelled_ ? "done" : "attention";
        record.handled = done();
        for (const auto& [code, count] : refused_) record.refused += count;
        record.failed = static_cast<long long>(failures_.size());
        record.failures = failures_;
        record.would_do = would_do_;
        record.counts = counts();
        return record;
    }

    std::string counts() const {
        JsonObject numbers;
        numbers.number("made", made_.size())
            .number("not_made", not_made_.size())
            .number("ended", ended_.size())
            .number("left_over", left_over_);
        for (const auto& [code, count] : refused_) numbers.number("refused_" + code, count);
        std::vector<std::string> not_made;
        for (const NotMade& one : not_made_)
            if (not_made.size() < told_of)
                not_made.push_back(JsonObject()
                                       .text("request", one.request)
                                       .text("why", one.why)
                                       .text("hint", one.hint)
                                       .json());
        std::vector<std::string> kept;
        for (const auto& [request, code] : kept_)
            if (kept.size() < told_of)
                kept.push_back(JsonObject().text("request", request).text("why", code).json());
        return JsonObject()
            .raw("numbers", numbers.json())
            .texts("made", first_of(made_))
            .texts("ended", first_of({ended_.begin(), ended_.end()}))
            .raw("not_made", json_list_of(not_made))
            .raw("kept", json_list_of(kept))
            .json();
    }

    static std::vector<std::string> first_of(std::vector<std::string> requests) {
        if (requests.size() > told_of) requests.resize(told_of);
        return requests;
    }

    Night& night_;
    const JobControl& control_;
    const ScheduleInForce in_force_;
    Register register_;
    Gate gate_;
    std::vector<std::string> made_;
    std::set<std::string> ended_;
    std::vector<NotMade> not_made_;
    std::vector<std::pair<std::string, std::string>> kept_;  // by the gate: request, code
    std::map<std::string, long long> refused_;
    long long left_over_ = 0;
    bool cancelled_ = false;
    std::vector<std::string> failures_;
    std::vector<std::string> would_do_;
};

}  // namespace

JobRecord run_packs_job(Night& night, const JobControl& control) {
    return PacksNight(night, control).run();
}

}  // namespace casekeeper
