// SPDX-License-Identifier: MIT
//
// The packs of access requests: made, looked at, sealed.
#include <ostream>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_text.h"
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "cli/pack_account.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_outcome.h"
#include "disclosure/pack_sealing.h"
#include "disclosure/pack_tools.h"

namespace casekeeper {
namespace {

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
                            pack_settings(invocation.settings(), invocation.packs_folder()), workshop.tools(),
                            invocation.actor(), act);
    assembler.assemble(request);
    const StoredPack pack = require_pack(invocation, request);
    say_pack(invocation, account_of(invocation, pack, reading.reviewer));
    invocation.say("next: read " + pack.folder.value_or("") + ", then casekeeper access sign " + request);
    return 0;
}

int show_pack(Invocation& invocation) {
    invocation.require({Role::dpo, Role::auditor}, "look at a pack");
    const std::string& request = invocation.operands.front();
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const StoredPack pack = require_pack(invocation, request);
    FileReading reading(invocation);
    say_pack(invocation, account_of(invocation, pack, reading.reviewer));
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
