// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>

#include "base/json_text.h"
#include "base/whole_file.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "disposal/certificate_page.h"
#include "disposal/disposal_list.h"
#include "disposal/proposal_moves.h"
#include "disposal/sign_off.h"
#include "output/html_page.h"
#include "output/text_page.h"
#include "policy/disposition_workflow.h"
#include "retention/listing.h"

namespace casekeeper {
namespace {

long long number_of(const std::string& operand, const char* what) {
    long long number = 0;
    const char* end = operand.data() + operand.size();
    const auto read = std::from_chars(operand.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number <= 0)
        throw InputError("\"" + operand + "\" is no number of a " + what,
                         std::string("casekeeper disposal list") +
                             (std::string_view(what) == "certificate" ? " --state executed" : "") +
                             " shows them");
    return number;
}

std::string in_words(const ListedProposal& listed) {
    const Proposal& proposal = listed.proposal;
    std::string line = std::to_string(proposal.number) + "\t" +
                       (proposal.involvement.empty() ? "(ended)" : proposal.involvement) + "\t" +
                       proposal.service + "\t" + proposal.action + "\t" + proposal.state;
    if (proposal.answer) line += ", answered " + *proposal.answer;
    const std::size_t given = listed.approvals.size();
    if (proposal.state == "proposed" && proposal.approvals_needed > 1)
        line +=
            ", " + std::to_string(given) + " of " + std::to_string(proposal.approvals_needed) + " approvals";
    if (proposal.state == "approved" || proposal.state == "packed")
        line += ", not before " + proposal.executes_on.value_or("");
    else if (proposal.deferred_until)
        line += ", put off until " + *proposal.deferred_until;
    if (proposal.withdrawn_because)
        line += " on " + *proposal.withdrawn_on + ": " + *proposal.withdrawn_because;
    if (proposal.certificate > 0)
        line += " on " + proposal.executed_at->substr(0, 10) + ", certificate " +
                std::to_string(proposal.certificate);
    return line + "\trule " + (proposal.rule.empty() ? "none" : proposal.rule);
}

int list(Invocation& invocation) {
    invocation.require_reader("read proposals");
    const std::string state = invocation.value("state");
    if (!state.empty() && !parse_proposal_state(state))
        throw UsageError("\"" + state + "\" is no state of a proposal",
                         "say proposed, approved, packed, executed or withdrawn");
    list_proposals(invocation.store(), state, [&](const ListedProposal& listed) {
        invocation.out << (invocation.format == OutputFormat::json ? to_json(listed) : in_words(listed))
                       << "\n";
    });
    return 0;
}

int overdue(Invocation& invocation) {
    invocation.require_reader("read what is due");
    Database& database = invocation.store();
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    const ScheduleInForce in_force = schedule_in_force(database);
    DecisionListing listing(database, invocation.day());
    listing.list({}, [&](const ShownDecision& shown) {
        if (!is_at_its_end(shown.decision)) return;
        const Undestroyed one = undestroyed(database, in_force, shown.decision, invocation.day(),
                                            invocation.settings().disposal.enabled);
        if (invocation.format == OutputFormat::json)
            invocation.out << to_json(one) << "\n";
        else
            invocation.out << one.decision.involvement << "\t" << one.decision.service << "\t"
                           << one.decision.outcome
                           << (one.decision.retain_until ? " since " + *one.decision.retain_until : "")
                           << "\t" << one.reason << ": " << reason_in_words(one) << "\n";
    });
    return 0;
}

// Does something to proposals under the actor's name.
class Signing {
public:
    Signing(Invocation& invocation, const Actor& actor)
        : invocation_(invocation),
          register_(invocation.store(), register_places(invocation)),
          in_force_(schedule_in_force(invocation.store())),
          act_{actor.to_text(), invocation.clock.now(), invocation.signing_day(), register_.pseudonyms()},
          sign_off(invocation.store(), in_force_, invocation.settings().disposal, actor, act_) {}

    // Each by itself: what is refused of one stops no other, and is said; the code is the first refusal's.
    // What is wrong with the store or the program stops them all.
    template <typename Sign>
    int each(const Sign& sign) {
        int refused = 0;
        for (const std::string& operand : invocation_.operands) {
            try {
                show(sign(number_of(operand, "proposal")));
            } catch (const Error& error) {
                const bool of_this_one =
                    error.code() == ExitCode::refused || error.code() == ExitCode::bad_input;
                if (invocation_.operands.size() == 1 || !of_this_one) throw;
                invocation_.err << "casekeeper: " << error.what() << "\nhint: " << error.hint() << "\n";
                if (refused == 0) refused = static_cast<int>(error.code());
            }
        }
        return refused;
    }

    void show(const Proposal& proposal) {
        const ListedProposal listed{proposal, DisposalStore(invocation_.store()).approvals(proposal.number)};
        invocation_.out << (invocation_.format == OutputFormat::json ? to_json(listed) : in_words(listed))
                        << "\n";
    }

private:
    Invocation& invocation_;
    Register register_;
    ScheduleInForce in_force_;
    SignedAct act_;

public:
    SignOff sign_off;
};

int approve(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::reviewer}, "approve a disposal");
    Signing signing(invocation, actor);
    return signing.each([&](long long number) { return signing.sign_off.approve(number); });
}

int defer(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer, Role::reviewer}, "put a disposal off");
    const Date until = day_given(invocation, "until").value();
    Signing signing(invocation, actor);
    return signing.each(
        [&](long long number) { return signing.sign_off.defer(number, until, invocation.value("reason")); });
}

int decide(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::reviewer}, "decide on a disposal");
    if (invocation.has("keep-until") == invocation.has("destroy"))
        throw UsageError("a decision is either --keep-until DATE or --destroy", "give one of them");
    Signing signing(invocation, actor);
    const std::string reason = invocation.value("reason");
    const std::optional<Date> kept_until =
        invocation.has("destroy") ? std::nullopt : day_given(invocation, "keep-until");
    const int code = signing.each([&](long long number) {
        return kept_until ? signing.sign_off.keep(number, *kept_until, reason)
                          : signing.sign_off.destroy(number, reason);
    });
    if (kept_until && code == 0)
        invocation.say("kept until " + to_words(*kept_until) + "; it is asked again after that day");
    return code;
}

std::string standing_of(const DestructionNotice& notice, bool is_proposed) {
    if (notice.waived_on)
        return "not to be given, decided on " + *notice.waived_on + " by " + *notice.waived_by + ": " +
               notice.waiver_reason.value_or("");
    if (notice.sent_on) return "sent on " + *notice.sent_on;
    if (!is_proposed) return "not to be sent: the record is not proposed any more";
    return notice.letter ? "written on " + notice.written_on + ", waits to be sent" : "not written yet";
}

int show_notice(Invocation& invocation) {
    invocation.require_reader("read a notice");
    const long long number = number_of(invocation.operands.front(), "proposal");
    DisposalStore store(invocation.store());
    const std::optional<Proposal> proposal = store.find(number);
    const std::optional<DestructionNotice> notice =
        proposal ? store.notice(proposal->involvement) : std::nullopt;
    if (!notice)
        throw InputError("proposal " + std::to_string(number) + " owes nobody a notice",
                         "casekeeper disposal list shows which proposals there are");
    const bool is_proposed = is_open(*proposal);
    const bool has_letter = notice->letter && (is_proposed || notice->sent_on);
    const std::optional<std::string> letter =
        has_letter ? std::optional(invocation.notices_folder() + "/" + *notice->letter) : std::nullopt;
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .number("proposal", number)
                              .text_or_null("letter", letter)
                              .text("written_on", notice->written_on)
                              .text_or_null("sent_on", notice->sent_on)
                              .text_or_null("waived_on", notice->waived_on)
                              .text_or_null("waived_by", notice->waived_by)
                              .text_or_null("waiver_reason", notice->waiver_reason)
                              .line();
    else
        invocation.out << "notice of proposal " << number << ": " << standing_of(*notice, is_proposed) << "\n"
                       << (letter ? "letter: " + *letter + "\n" : "");
    return 0;
}

int notice(Invocation& invocation) {
    if (invocation.has("reason") && !invocation.has("waive"))
        throw UsageError("--reason goes with --waive", "casekeeper disposal notice --help");
    if (!invocation.has("sent") && !invocation.has("waive")) return show_notice(invocation);
    if (invocation.has("sent") && invocation.has("waive"))
        throw UsageError("a notice is either sent or not to be given", "give one of --sent DATE and --waive");
    const bool sent = invocation.has("sent");
    const Actor& actor =
        sent ? invocation.require({Role::records_officer, Role::practitioner}, "record a notice as sent")
             : invocation.require({Role::reviewer, Role::dpo}, "decide that no notice is given");
    Signing signing(invocation, actor);
    const long long number = number_of(invocation.operands.front(), "proposal");
    if (sent)
        signing.sign_off.record_notice_sent(number, day_given(invocation, "sent").value());
    else
        signing.sign_off.waive_notice(number, invocation.value("reason"));
    return show_notice(invocation);
}

int receipt(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer}, "record a receipt");
    Signing signing(invocation, actor);
    signing.sign_off.record_receipt(number_of(invocation.operands.front(), "proposal"));
    invocation.say("the receipt is recorded; the next night ends the record here");
    return 0;
}

int confirm(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer}, "confirm an instruction");
    Signing signing(invocation, actor);
    signing.sign_off.confirm_instruction(number_of(invocation.operands.front(), "certificate"));
    invocation.say("confirmed; the certificate now covers the source system too");
    return 0;
}

int instructions(Invocation& invocation) {
    invocation.require_reader("read disposal instructions");
    constexpr int most = 1000000;
    for (const DisposalInstruction& one : DisposalStore(invocation.store()).instructions_waiting(most)) {
        if (invocation.format == OutputFormat::json)
            invocation.out << JsonObject()
                                  .number("certificate", one.certificate)
                                  .text("system", one.system)
                                  .text_or_null("reference", one.reference)
                                  .text("written_on", one.written_on)
                                  .line();
        else
            invocation.out << one.certificate << "\t" << one.system << "\tdestroy "
                           << one.reference.value_or("") << "\tsince " << one.written_on << "\n";
    }
    return 0;
}

// A page is never written over something else, and no folder is made for it.
void require_new_file(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (fs::exists(path, failed))
        throw OutputError(path + " is there already", "name another file with --page");
    if (!fs::is_directory(fs::absolute(path).parent_path(), failed))
        throw OutputError("there is no folder for " + path, "name a file in a folder that is there");
}

int certificate(Invocation& invocation) {
    invocation.require_reader("read a certificate");
    const Certificate found =
        certificate_of(invocation.store(), number_of(invocation.operands.front(), "certificate"));
    const Page page = page_of(found, invocation.settings().trust_name);
    if (invocation.has("page")) {
        require_new_file(invocation.value("page"));
        write_whole_file(invocation.value("page"), html_of(page));
        invocation.say("written to " + invocation.value("page"));
    } else if (invocation.format == OutputFormat::json) {
        invocation.out << to_json(found) << "\n";
    } else {
        invocation.out << text_of(page);
    }
    return 0;
}

constexpr std::size_t any_number = 100000;

std::vector<CommandRow> sign_off_commands() {
    return {
        {"disposal approve",
         "ID…",
         "approves proposals: what nobody else has to sign goes after the cooling-off",
         {},
         "casekeeper disposal approve 12 13",
         1,
         any_number,
         approve,
         true},
        {"disposal defer",
         "ID…",
         "puts proposals off until a day; approvals given are void",
         {{"until", "DATE", "the first day it may be carried out", true}, {"reason", "TEXT", "why", true}},
         "casekeeper disposal defer 12 --until 2027-03-01 --reason \"the family has asked to see it\"",
         1,
         any_number,
         defer,
         true},
        {"disposal decide",
         "ID…",
         "answers what a rule asks a person: keep until a day, or destroy",
         {{"keep-until", "DATE", "keep it up to and on that day"},
          {"destroy", "", "let it go; an approval too"},
          {"reason", "TEXT", "why", true}},
         "casekeeper disposal decide 12 --keep-until 2031-12-31 --reason \"siblings may still ask\"",
         1,
         any_number,
         decide,
         true},
        {"disposal notice",
         "ID",
         "shows the letter owed to the person; records that it was sent, or that none is to be",
         {{"sent", "DATE", "the day it was sent"},
          {"waive", "", "no notice is given, for a lawful reason"},
          {"reason", "TEXT", "that reason"}},
         "casekeeper disposal notice 12 --sent 2026-11-20",
         1,
         1,
         notice,
         true},
        {"disposal receipt",
         "ID",
         "records that an archive or authority has received its bundle",
         {},
         "casekeeper disposal receipt 12",
         1,
         1,
         receipt,
         true},
        {"disposal confirm",
         "CERTIFICATE",
         "records that a source system has destroyed its copy",
         {},
         "casekeeper disposal confirm 4711",
         1,
         1,
         confirm,
         true},
    };
}

}  // namespace

std::vector<CommandRow> disposal_commands() {
    std::vector<CommandRow> commands = {
        {"disposal list",
         "",
         "lists proposals with their approvals; withdrawn ones only where asked for",
         {{"state", "STATE", "only proposed, approved, packed, executed or withdrawn"}},
         "casekeeper disposal list --state proposed",
         0,
         0,
         list},
        {"disposal overdue",
         "",
         "lists what has reached its end and was not destroyed, each with its reason",
         {},
         "casekeeper disposal overdue --format json",
         0,
         0,
         overdue},
        {"disposal certificate",
         "NUMBER",
         "prints a certificate of destruction",
         {{"page", "FILE", "write it as a page to print"}},
         "casekeeper disposal certificate 4711 --page certificate-4711.html",
         1,
         1,
         certificate},
        {"disposal instructions",
         "",
         "lists what source systems have been told to destroy and not confirmed",
         {},
         "casekeeper disposal instructions",
         0,
         0,
         instructions},
    };
    for (CommandRow& row : sign_off_commands()) commands.push_back(std::move(row));
    return commands;
}

}  // namespace casekeeper
