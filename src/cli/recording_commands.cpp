// SPDX-License-Identifier: MIT
#include <ostream>

#include "app/configured.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "custody/schedule_in_force.h"
#include "intake/refiling_account.h"
#include "policy/did_you_mean.h"
#include "reports/belonging_evidence.h"
#include "reports/recording_listing.h"
#include "reports/recording_lists.h"
#include "reports/recording_waiver.h"
#include "reports/restricted_findings.h"

namespace casekeeper {
namespace {

constexpr int findings_a_page = 500;
constexpr int moves_a_page = 500;

RecordingRules rules_of(Invocation& invocation) {
    return configured_recording_rules(invocation.config_folder,
                                      schedule_in_force(invocation.store()).catalogue);
}

void say_where_nothing_was_checked(Invocation& invocation) {
    if (!RecordingStore(invocation.store()).has_checked())
        invocation.say("no night has looked at the records yet: casekeeper nightly --only recording");
}

// A rule that is in the configuration, or of which there are findings still.
void require_rule(const RecordingRules& rules, const std::string& id, RecordingStore& store) {
    if (id.empty() || rules.find(id)) return;
    RecordingStore::Filter filter;
    filter.rule = id;
    filter.all = true;
    if (!store.page(filter, "", 1).empty()) return;
    std::vector<std::string> known;
    for (const RecordingRule& rule : rules.rules()) known.push_back(rule.id);
    throw InputError("there is no rule " + in_quotes(id) + did_you_mean(id, known),
                     "casekeeper recording rules lists them");
}

std::string about_restricted(long long findings) {
    return std::to_string(findings) + " about restricted records " + (findings == 1 ? "is" : "are") +
           " on no list: casekeeper restrict list --in-force";
}

int list(Invocation& invocation) {
    invocation.require_reader("read findings of recording");
    const RecordingRules rules = rules_of(invocation);
    RecordingStore store(invocation.store());
    RecordingStore::Filter filter{invocation.value("rule"), invocation.value("worker"),
                                  invocation.value("team"), invocation.value("person"),
                                  invocation.has("all")};
    require_rule(rules, filter.rule, store);
    say_where_nothing_was_checked(invocation);
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    RestrictedFindings restricted(invocation.store(), invocation.day());
    long long left_out = 0;
    for (std::string after;;) {
        std::vector<RecordingFinding> page = store.page(filter, after, findings_a_page);
        if (page.empty()) break;
        after = page.back().id;
        left_out += restricted.leave_out(page);
        for (const RecordingFinding& finding : page)
            invocation.out << (invocation.format == OutputFormat::json ? to_json(finding, rules)
                                                                       : in_words(finding))
                           << "\n";
    }
    if (left_out > 0) invocation.say(about_restricted(left_out));
    return 0;
}

void show_finding(Invocation& invocation, const RecordingFinding& finding,
                  const std::optional<BelongingEvidence>& evidence = {}) {
    const RecordingRules rules = rules_of(invocation);
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(finding, rules, evidence ? to_json(*evidence) : "") << "\n";
    else
        invocation.out << in_full(finding, rules) << (evidence ? in_words(*evidence) : "");
}

int show(Invocation& invocation) {
    invocation.require_reader("read findings of recording");
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const RecordingFinding finding =
        finding_in_use(invocation.store(), invocation.operands.front(), invocation.day());
    show_finding(invocation, finding, evidence_of(invocation.store(), finding, invocation.day()));
    return 0;
}

// Whoever wrote the entry does not excuse it: the records team does, or the data protection officer.
int waive(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer, Role::dpo}, "set a finding aside");
    if (invocation.has("take-back") && (invocation.has("reason") || invocation.has("until")))
        throw UsageError("--take-back goes alone", "casekeeper recording waive --help");
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const std::string& id = invocation.operands.front();
    if (invocation.has("take-back")) {
        show_finding(invocation, end_waiver(invocation.store(), id, act));
        return 0;
    }
    const WaiverOrder order{id, invocation.value("reason"), day_given(invocation, "until")};
    show_finding(invocation, waive_finding(invocation.store(), order, actor, act));
    return 0;
}

int rules(Invocation& invocation) {
    invocation.require_reader("read the recording rules");
    const RecordingRules configured = rules_of(invocation);
    for (const RecordingRule& rule : configured.rules())
        if (invocation.format == OutputFormat::json)
            invocation.out << to_json(rule) << "\n";
        else
            invocation.out << rule.id << "\n  " << rule.title << "\n  asks: " << in_words(rule)
                           << "\n  source: " << rule.source << "\n";
    return 0;
}

int lists(Invocation& invocation) {
    invocation.require_reader("write the lists of findings");
    const RecordingRules configured = rules_of(invocation);
    say_where_nothing_was_checked(invocation);
    const std::string& folder = invocation.operands.front();
    const ListsWritten written = write_recording_lists(
        invocation.store(), configured, invocation.settings().trust_name, invocation.day(), folder);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .text("folder", folder)
                              .number("workers", written.workers)
                              .number("teams", written.teams)
                              .number("findings", written.findings)
                              .number("restricted", written.restricted)
                              .line();
    else
        invocation.out << written.findings << (written.findings == 1 ? " finding" : " findings")
                       << " on the lists of " << written.workers
                       << (written.workers == 1 ? " worker" : " workers") << " and " << written.teams
                       << (written.teams == 1 ? " team" : " teams") << ": " << folder << "/index.html\n";
    if (written.restricted > 0 && invocation.format == OutputFormat::text)
        invocation.out << about_restricted(written.restricted) << "\n";
    return 0;
}

int say(Invocation& invocation, const EntryMoved& moved, bool check_only) {
    invocation.out << (invocation.format == OutputFormat::json ? to_json(moved, check_only) + "\n"
                                                               : in_words(moved, check_only));
    return static_cast<int>(moved.given_away.empty() ? ExitCode::done : ExitCode::needs_a_person);
}

int take_back(Invocation& invocation, const SignedAct& act, const Actor& actor) {
    for (const char* option : {"to", "reason", "check-only"})
        if (invocation.has(option))
            throw UsageError("--take-back goes alone", "casekeeper recording move --help");
    const EntryMove move = take_back_move(invocation.store(), invocation.operands.front(), actor, act);
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(move) << "\n";
    else
        invocation.out << "the move of entry:" << move.entry << " to involvement:" << move.to_involvement
                       << " is taken back: it stays in involvement:" << move.from_involvement << "\n";
    return 0;
}

int moves(Invocation& invocation) {
    invocation.require_reader("read which entries were moved");
    MoveStore store(invocation.store());
    const std::string state = invocation.has("waiting") ? "asked" : "";
    for (long long after = 0;;) {
        const std::vector<EntryMove> page = store.page(after, moves_a_page, state);
        if (page.empty()) return 0;
        for (const EntryMove& one : page)
            invocation.out << (invocation.format == OutputFormat::json ? to_json(one) : in_words(one))
                           << "\n";
        after = page.back().number;
    }
}

// Whoever writes in records says where an entry belongs; the records team moves it, and another looks.
int move(Invocation& invocation) {
    const Actor& actor =
        invocation.require({Role::records_officer, Role::reviewer, Role::dpo}, "move an entry");
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    if (invocation.has("take-back")) return take_back(invocation, act, actor);
    if (!invocation.has("to"))
        throw UsageError("it is not said where the entry belongs",
                         "--to involvement:ID; casekeeper retention list --person ID shows a person's");
    const MoveOrder order{invocation.operands.front(), invocation.value("to"), invocation.value("reason"),
                          invocation.has("check-only")};
    return say(invocation,
               move_entry(invocation.store(), schedule_in_force(invocation.store()), order, actor, act),
               order.check_only);
}

}  // namespace

std::vector<CommandRow> recording_commands() {
    return {
        {"recording list",
         "",
         "lists what records lack by the recording rules, with the worker to ask: what is open",
         {{"rule", "ID", "only of this rule"},
          {"worker", "ID", "only what this worker is asked about"},
          {"team", "NAME", "only of this team"},
          {"person", "ID", "only of this person's record"},
          {"all", "", "what was mended, set aside or is no longer asked for too"}},
         "casekeeper recording list --worker W01",
         0,
         0,
         list},
        {"recording show",
         "ID",
         "shows one finding: the entry, the rule and its source, whom to ask, how to mend it",
         {},
         "casekeeper recording show 3f9a1c5be07d2486",
         1,
         1,
         show},
        {"recording waive",
         "ID",
         "sets a finding aside that cannot be mended; it is not listed again",
         {{"reason", "TEXT", "why, in a sentence: it stays in the store"},
          {"until", "DATE", "from that day it is open again (else it stays set aside)"},
          {"take-back", "", "opens it again instead"}},
         "casekeeper recording waive 3f9a1c5be07d2486 --reason \"the letter burnt in the fire of 2019\"",
         1,
         1,
         waive,
         true},
        {"recording move",
         "ENTRY",
         "moves an entry, with its documents, to the record it belongs in; between two people a second "
         "person agrees",
         {{"to", "INVOLVEMENT", "where it belongs, e.g. involvement:I9"},
          {"reason", "TEXT", "why, without names or ids: both records will have it"},
          {"check-only", "", "shows what would be done and what rests on it, and does nothing"},
          {"take-back", "", "takes back a move that waits for a second person"}},
         "casekeeper recording move entry:E7 --to involvement:I9 --reason \"it is about another family\"",
         1,
         1,
         move,
         true},
        {"recording moves",
         "",
         "lists the entries that were moved, and those that wait for a second person, with the reason",
         {{"waiting", "", "only what waits for a second person"}},
         "casekeeper recording moves --waiting",
         0,
         0,
         moves},
        {"recording rules",
         "",
         "lists the recording rules with what each asks and its source",
         {},
         "casekeeper recording rules",
         0,
         0,
         rules},
        {"recording lists",
         "DIR",
         "writes a list for each worker and each team (pages and CSV), with counts over time",
         {},
         "casekeeper recording lists /srv/lists/2026-11-23",
         1,
         1,
         lists},
    };
}

}  // namespace casekeeper
