// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "base/among.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/line_kinds.h"
#include "custody/register_mirror.h"
#include "custody/replay.h"
#include "custody/schedule_in_force.h"
#include "policy/did_you_mean.h"
#include "store/disposal_store.h"
#include "store/run_lock.h"

namespace casekeeper {
namespace {

constexpr int lines_a_page = 1000;

int verify_register(Invocation& invocation) {
    invocation.require_reader("read the register");
    Register reg(invocation.store(), register_places(invocation));
    const Register::Verification found = reg.verify();
    if (invocation.format == OutputFormat::json) {
        invocation.out << JsonObject()
                              .number("lines", found.lines)
                              .text("head", found.head)
                              .flag("intact", found.intact)
                              .text("mirror", found.mirror)
                              .line();
    } else {
        for (const Finding& finding : found.findings)
            invocation.out << finding.file << " line " << finding.line << ": " << finding.message << "\n";
        invocation.out << found.lines << " lines, " << (found.intact ? "intact" : "NOT intact")
                       << "; the mirror is " << found.mirror << "\nhead " << found.head << "\n";
    }
    const bool mirror_good = found.mirror == "even" || found.mirror == "behind" || found.mirror == "absent";
    return found.intact && mirror_good ? 0 : static_cast<int>(ExitCode::needs_a_person);
}

long long number_of(const std::string& text, const std::string& option) {
    if (text.empty()) return 0;
    if (text.find_first_not_of("0123456789") != std::string::npos || text.size() > 15)
        throw UsageError("--" + option + " is a line's number, not \"" + text + "\"",
                         "e.g. --" + option + " 1000");
    return std::stoll(text);
}

// "18  2026-11-23T10:11:13Z  destroyed  ruth  {…}"
std::string in_words(const KeptLine& line) {
    return std::to_string(line.number) + "\t" + json_text_at(line.line, "at") + "\t" +
           json_text_at(line.line, "kind") + "\t" + json_text_at(line.line, "actor") + "\t" +
           json_value_at(line.line, "facts");
}

int list_register(Invocation& invocation) {
    invocation.require_reader("read the register");
    const std::string kind = invocation.value("kind");
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    RegisterStore lines(invocation.store());
    const std::vector<std::string>& kinds = line_kinds();
    // A kind that a line has is one, whether the list knows it or not.
    if (invocation.has("kind") && !is_among(kinds, kind) && lines.page(0, 1, kind).empty())
        throw InputError("no line is of the kind " + in_quotes(kind) + one_of(kind, kinds),
                         "casekeeper register list shows lines of every kind");
    long long number = number_of(invocation.value("after"), "after");
    for (;;) {
        const std::vector<KeptLine> page = lines.page(number, lines_a_page, kind);
        if (page.empty()) return 0;
        for (const KeptLine& line : page)
            invocation.out << (invocation.format == OutputFormat::json ? to_mirror_line(line)
                                                                       : in_words(line))
                           << "\n";
        number = page.back().number;
    }
}

int sign_checkpoint(Invocation& invocation) {
    const Actor& actor =
        invocation.require({Role::records_officer, Role::auditor}, "sign the register's head");
    Register reg(invocation.store(), register_places(invocation));
    const long long number = reg.checkpoint(actor.to_text(), invocation.clock.now());
    if (invocation.format == OutputFormat::json) invocation.out << JsonObject().number("line", number).line();
    invocation.say(number == 0 ? "nothing has been written since the last signed head"
                               : "line " + std::to_string(number) + " signs the head of all lines before it");
    return 0;
}

// What a line says of an end, for whoever asks.
void show_end(Invocation& invocation, const KeptLine& line) {
    const std::optional<std::string> certificate = DisposalStore(invocation.store()).certificate(line.number);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .number("line", line.number)
                              .raw("register", line.line)
                              .raw_or_null("certificate", certificate)
                              .line();
    else
        invocation.out << in_words(line) << "\n"
                       << (certificate ? "certificate: casekeeper disposal certificate " +
                                             std::to_string(line.number) + "\n"
                                       : "");
}

int find_in_register(Invocation& invocation) {
    invocation.require({Role::dpo, Role::records_officer, Role::auditor}, "look a person up in the register");
    if (invocation.value("family-name").find_first_not_of(" \t") == std::string::npos)
        throw UsageError("--family-name is empty", "as the person writes it, now or formerly");
    const std::string born = invocation.value("born");
    if (!parse_date(born)) throw UsageError("--born is a day, YYYY-MM-DD", "e.g. --born 2001-02-03");
    Register reg(invocation.store(), register_places(invocation));
    const std::vector<std::string> digests =
        reg.pseudonyms().of_name(invocation.value("given-names"), invocation.value("family-name"), born);
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const std::vector<KeptLine> found = lines_naming(RegisterStore(invocation.store()), digests);
    for (const KeptLine& line : found) show_end(invocation, line);
    if (found.empty())
        invocation.say(
            "no line of the register says that the record of a person of those names, in any order of words, "
            "and that birth ended; try a former name, or the first given name alone");
    return 0;
}

std::string to_json(const ReplayResult& result, bool dry_run) {
    std::vector<std::string> records;
    std::vector<std::string> to_do_again;
    for (const ReplayedRecord& record : result.records)
        records.push_back(JsonObject()
                              .text("type", record.type)
                              .text("id", record.id)
                              .number("line", record.line)
                              .text_or_null("kept_because", record.refused.empty()
                                                                ? std::nullopt
                                                                : std::optional(record.refused))
                              .json());
    for (const KeptLine& line : result.to_do_again) to_do_again.push_back(line.line);
    return JsonObject()
        .flag("dry_run", dry_run)
        .number("lines", result.lines)
        .raw("records", json_list_of(records))
        .number("kept", result.kept)
        .raw("to_do_again", json_list_of(to_do_again))
        .number("approvals_void", result.approvals_void)
        .texts("not_removed", result.not_removed)
        .json();
}

void print_replay(std::ostream& out, const ReplayResult& result, bool dry_run) {
    const char* ended = dry_run ? " would be ended again\n" : " ended again\n";
    out << result.lines << " lines " << (dry_run ? "would be " : "") << "taken back from the mirror\n";
    for (const ReplayedRecord& record : result.records)
        out << record.type << " " << record.id << " (line " << record.line << ")"
            << (record.refused.empty() ? ended : " is kept: " + record.refused + "\n");
    for (const KeptLine& line : result.to_do_again)
        out << "to be done again by hand: " << in_words(line) << "\n";
    if (result.approvals_void > 0)
        out << result.approvals_void
            << " proposals were approved in the back-up: these approvals are void, for a hold among "
               "what was lost may have stood against them\n";
    for (const std::string& file : result.not_removed)
        out << "cannot be removed: " << file << "; it must be writable by this account, the next night tries "
            << "again\n";
}

int replay_register(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer}, "replay the register");
    Database& database = invocation.store();
    const RunLock lock(database, "register replay");
    const ScheduleInForce in_force = schedule_in_force(database);
    Register reg(database, register_places(invocation));
    ReplayRequest request;
    request.dry_run = invocation.has("dry-run");
    request.day = invocation.ending_day();
    request.at = invocation.clock.now();
    request.actor = actor.to_text();
    request.documents_folder = invocation.documents_folder();
    request.rules =
        gate_rules(invocation.settings().disposal, invocation.notices_folder(), invocation.bundles_folder());
    const ReplayResult result = replay(database, in_force, reg, request);
    if (!request.dry_run) reg.bring_mirror_up_to_date();
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(result, request.dry_run) << "\n";
    else
        print_replay(invocation.out, result, request.dry_run);
    const bool all_done = result.kept == 0 && result.to_do_again.empty() && result.not_removed.empty();
    return all_done ? 0 : static_cast<int>(ExitCode::needs_a_person);
}

int write_mirror(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer}, "write the register's mirror again");
    Register reg(invocation.store(), register_places(invocation));
    const long long number = reg.write_mirror_again(actor.to_text(), invocation.clock.now());
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().number("mirrored", number).line();
    invocation.say("the mirror has all lines up to " + std::to_string(number));
    return 0;
}

}  // namespace

std::vector<CommandRow> register_commands() {
    return {
        {"register verify",
         "",
         "checks every line of the register and of its mirror",
         {},
         "casekeeper register verify",
         0,
         0,
         verify_register},
        {"register list",
         "",
         "prints the register's lines, as its mirror has them with --format json",
         {{"kind", "K", "only lines of this kind, e.g. destroyed"},
          {"after", "N", "only lines after this number"}},
         "casekeeper register list --kind destroyed",
         0,
         0,
         list_register},
        {"register checkpoint",
         "",
         "signs the head of the register now; the night does so by itself",
         {},
         "casekeeper register checkpoint",
         0,
         0,
         sign_checkpoint,
         true},
        {"register find",
         "",
         "answers \"did you destroy mine?\" from a name and a date of birth",
         {{"given-names", "TEXT", "as the person writes them; \"\" for somebody who has none", true},
          {"family-name", "TEXT", "now or formerly", true},
          {"born", "DATE", "date of birth", true}},
         "casekeeper register find --given-names \"Zoë Ann\" --family-name O'Brien --born 2001-02-03",
         0,
         0,
         find_in_register},
        {"register replay",
         "",
         "after a restore: takes back from the mirror what the store lacks, and ends again what had ended",
         {{"dry-run", "", "show what would be done"}},
         "casekeeper register replay --dry-run",
         0,
         0,
         replay_register},
        {"register mirror",
         "",
         "writes again the lines that a damaged mirror lacks",
         {},
         "casekeeper register mirror",
         0,
         0,
         write_mirror},
    };
}

}  // namespace casekeeper
