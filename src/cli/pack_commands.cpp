// SPDX-License-Identifier: MIT
//
// The packs of access requests: made, looked at, sealed.
#include <ostream>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_outcome.h"
#include "disclosure/pack_sealing.h"
#include "disclosure/pack_tools.h"

namespace casekeeper {
namespace {

PackSettings pack_settings(Invocation& invocation) {
    const Settings& settings = invocation.settings();
    return {invocation.packs_folder(), settings.packs.volume_pages, settings.packs.keep_days,
            settings.trust_name,       settings.trust_contact,      settings.packs.support};
}

void say_pack(Invocation& invocation, const std::string& request, const std::vector<PackFile>& files,
              const RowSums& total, const MeterJudgement& judgement) {
    if (invocation.format == OutputFormat::json) {
        std::vector<std::string> all;
        for (const PackFile& file : files)
            all.push_back(JsonObject()
                              .text("name", file.name)
                              .text("sha256", file.sha256)
                              .number("bytes", file.bytes)
                              .number("pages", file.pages)
                              .json());
        invocation.out << JsonObject()
                              .text("request", request)
                              .raw("files", json_list_of(all))
                              .number("shown", total.shown)
                              .number("in_part", total.in_part)
                              .number("kept_back", total.kept_back)
                              .number("duplicate", total.duplicate)
                              .number("out_of_scope", total.out_of_scope)
                              .flag("much_kept_back", judgement.is_much)
                              .texts("meter", judgement.sentences)
                              .line();
        return;
    }
    for (const PackFile& file : files)
        invocation.out << file.name << ": " << file.pages << (file.pages == 1 ? " page" : " pages") << "\n";
    invocation.out << total.all() << " rows of the file: " << total.shown << " in full, " << total.in_part
                   << " in part, " << total.kept_back << " kept back, " << total.duplicate
                   << " the same as another, " << total.out_of_scope << " not asked for\n";
    for (const std::string& sentence : judgement.sentences) invocation.out << sentence << "\n";
}

MeterJudgement judgement_of(Invocation& invocation, const StoredPack& pack) {
    std::vector<PackMeter> others;
    for (const std::string& facts :
         PackStore(invocation.store()).facts_of_others(pack.capacity, pack.request))
        others.push_back(read_meter(json_value_at(facts, "meter")));
    return judged(read_meter(json_value_at(pack.facts, "meter")), others);
}

StoredPack require_pack(Invocation& invocation, const std::string& request) {
    require_access_request(invocation.store(), request);
    std::optional<StoredPack> pack = PackStore(invocation.store()).find(request);
    if (!pack)
        throw Refused("there is no pack of access request " + request + " yet",
                      "casekeeper access assemble " + request);
    return std::move(*pack);
}

RowSums sums_in(const StoredPack& pack) {
    RowSums total;
    const std::string sums = json_value_at(pack.facts, "sums");
    for (const char* type : {"person", "involvement", "entry", "document", "disclosure", "material"}) {
        const std::string row = json_value_at(sums, type);
        if (row.empty()) continue;
        total.shown += json_number_at(row, "shown");
        total.in_part += json_number_at(row, "in_part");
        total.kept_back += json_number_at(row, "kept_back");
        total.duplicate += json_number_at(row, "duplicate");
        total.out_of_scope += json_number_at(row, "out_of_scope");
    }
    return total;
}

int assemble(Invocation& invocation) {
    invocation.require({Role::dpo}, "assemble a pack");
    const std::string& request = invocation.operands.front();
    require_access_request(invocation.store(), request);
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, invocation.actor(), reg);
    FileReading reading(invocation);
    PackWorkshop workshop(invocation.config_folder, reading.tools,
                          configured_glossary(invocation.config_folder), invocation.documents_folder());
    const ScheduleInForce in_force = schedule_in_force(invocation.store());
    PackAssembler assembler(invocation.store(), reg, in_force, reading.rules, reading.reviewer,
                            pack_settings(invocation), workshop.tools(), invocation.actor(), act);
    assembler.assemble(request);
    const StoredPack pack = require_pack(invocation, request);
    say_pack(invocation, request, files_of(pack), sums_in(pack), judgement_of(invocation, pack));
    invocation.say("next: read " + pack.folder.value_or("") + ", then casekeeper access sign " + request);
    return 0;
}

int show_pack(Invocation& invocation) {
    invocation.require({Role::dpo, Role::auditor}, "look at a pack");
    const std::string& request = invocation.operands.front();
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const StoredPack pack = require_pack(invocation, request);
    say_pack(invocation, request, files_of(pack), sums_in(pack), judgement_of(invocation, pack));
    const std::vector<AccessItem> items = AccessStore(invocation.store()).items(request);
    FileReading reading(invocation);
    const Record record = RecordStore(invocation.store()).find(RecordType::access_request, request).value();
    const AccessReview review = reading.reviewer.review(record, invocation.day());
    for (const PackDifference& difference :
         compared_with_relatives(invocation.store(), pack.person, items, parts_released(review.parts, items)))
        invocation.out << "unlike the pack of " << difference.other << ": " << difference.what
                       << (difference.open_there ? " is open there and kept back here"
                                                 : " is kept back there and open here")
                       << "\n";
    return 0;
}

int seal(Invocation& invocation) {
    AccessStep step(invocation);
    const StoredPack pack = require_pack(invocation, step.request);
    const PassphraseWords words = PassphraseWords::read(invocation.config_folder + "/passphrase_words.txt");
    const SealedPack sealed =
        seal_pack(invocation.store(), step.actor, step.act, pack, words,
                  {invocation.value("write"), invocation.has("zip"), invocation.value("on-paper")});
    if (invocation.format == OutputFormat::json) {
        invocation.out << JsonObject()
                              .text("request", step.request)
                              .texts("files", sealed.files)
                              .text("passphrase", sealed.passphrase)
                              .line();
        return 0;
    }
    for (const std::string& file : sealed.files) invocation.out << file << "\n";
    if (!sealed.passphrase.empty())
        invocation.out << "passphrase: " << sealed.passphrase << "\n"
                       << "it is written down nowhere: tell it to the reader by another way than the files\n";
    return 0;
}

}  // namespace

std::vector<CommandRow> pack_commands() {
    return {
        {"access assemble",
         "ID",
         "makes the pack from the decisions: the reader's copy and the office's, proved and counted",
         {},
         "casekeeper access assemble A1",
         1,
         1,
         assemble,
         true},
        {"access pack",
         "ID",
         "what the pack holds, how much is kept back, and how it differs from those of relatives",
         {},
         "casekeeper access pack A1",
         1,
         1,
         show_pack},
        {"access seal",
         "ID",
         "the reader's copy, locked with a passphrase that is said once",
         {{"write", "DIR", "where the sealed files are written", true},
          {"zip", "", "one locked archive of all files, in the place of locked PDFs"},
          {"on-paper", "TEXT", "not locked, to be printed: why"}},
         "casekeeper access seal A1 --write sealed/",
         1,
         1,
         seal,
         true},
    };
}

}  // namespace casekeeper
