// SPDX-License-Identifier: MIT
#include "reports/morning_opening.h"

#include <algorithm>

#include "reports/due_forecast.h"
#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

// "a", "a and b", "a, b and c"
std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t at = 0; at < parts.size(); ++at)
        text += (at == 0 ? "" : at + 1 == parts.size() ? " and " : ", ") + parts[at];
    return text;
}

std::string verb(long long number, const char* one, const char* many) {
    return number == 1 ? one : many;
}

// Of what has reached its day, how much waits for whom.
struct Reached {
    long long due = 0;     // for sign-off
    long long review = 0;  // for a decision
    long long signed_off = 0;
    long long put_off = 0;
};

Reached reached(const MorningReport& report) {
    const std::map<Outcome, long long> counts = outcome_counts(report.decisions);
    Reached reached{counts.at(Outcome::due), counts.at(Outcome::review), 0, 0};
    const std::map<std::string, long long>& reasons = report.disposal.undestroyed;
    const auto of = [&](const char* reason) {
        const auto found = reasons.find(reason);
        return found == reasons.end() ? 0 : found->second;
    };
    if (reasons.empty()) return reached;
    reached.review = of("waiting-answer");
    reached.due = of("waiting-approval") + of("not-proposed");
    reached.signed_off = of("approved") + of("switched-off") + of("packed");
    reached.put_off = of("deferred");
    return reached;
}

std::string sentence_of_reached(const MorningReport& report) {
    const auto [due, review, signed_off, put_off] = reached(report);
    const long long held = outcome_counts(report.decisions).at(Outcome::held);
    std::vector<std::string> parts;
    if (due > 0)
        parts.push_back(counted(due, "record is due", "records are due") + " and " +
                        verb(due, "waits", "wait") + " for sign-off");
    if (review > 0) parts.push_back(counted(review, "record needs", "records need") + " a person's decision");
    if (signed_off > 0)
        parts.push_back(counted(signed_off, "record is", "records are") + " signed off and " +
                        verb(signed_off, "goes", "go") + " when nothing stands in the way");
    if (put_off > 0) parts.push_back(counted(put_off, "record was", "records were") + " put off");
    if (held > 0)
        parts.push_back(counted(held, "record has", "records have") + " reached " +
                        verb(held, "its", "their") + " day but " + verb(held, "is", "are") +
                        " kept by a hold");
    return parts.empty() ? "No record has reached its day." : joined(parts) + ".";
}

std::string sentence_of_destruction(const MorningReport& report) {
    if (report.destroyed == 0) return " Nothing was destroyed in the night.";
    if (report.dry_run)
        return " " + counted(report.destroyed, "record", "records") + " would have been destroyed.";
    return " " + counted(report.destroyed, "record was", "records were") +
           " destroyed in the night, as signed off or decided before.";
}

std::string sentence_of_doubt(long long undetermined, long long conflicts) {
    std::vector<std::string> parts;
    if (undetermined > 0)
        parts.push_back(counted(undetermined, "record", "records") + " cannot be given a day");
    if (conflicts > 0) parts.push_back("the rules disagree on " + counted(conflicts, "record", "records"));
    if (parts.empty()) return "";
    std::string text = joined(parts);
    if (undetermined == 0) text[0] = 'T';
    return " " + text + ".";
}

std::string sentence_of_jobs(const std::vector<ReportedJob>& jobs) {
    std::vector<std::string> failed;
    std::vector<std::string> attention;
    for (const ReportedJob& job : jobs) {
        if (job.outcome == "failed") failed.push_back(job.name);
        if (job.outcome == "attention" || job.outcome == "skipped") attention.push_back(job.name);
    }
    std::string text;
    if (!failed.empty())
        text += std::string(failed.size() == 1 ? " The job " : " The jobs ") + joined(failed) + " failed.";
    if (!attention.empty())
        text += std::string(attention.size() == 1 ? " The job " : " The jobs ") + joined(attention) +
                " did not finish everything.";
    return text;
}

std::string sentence_of_schedule(const MorningReport& report) {
    if (!report.schedule) return " No retention schedule is adopted, so nothing is decided.";
    const std::optional<long long> left = days_of_schedule_left(report);
    if (!left || *left > schedule_warning_days) return "";
    const std::string day = to_words(*report.schedule->expires);
    if (*left < 0) return " The retention schedule expired on " + day + ".";
    if (*left == 0) return " The retention schedule expires today.";
    return " The retention schedule expires in " + counted(*left, "day", "days") + ", on " + day + ".";
}

std::string sentence_of_errors(const MorningReport& report) {
    long long errors = 0;
    for (const ReportedLoad& load : report.loads) errors += load.errors;
    return errors == 0 ? "" : " The latest loads left " + counted(errors, "error", "errors") + ".";
}

TableRow need(const std::string& what, const std::string& section, long long number,
              const std::string& do_this, const std::string& command = "") {
    Cell name = words(what);
    name.section = section;
    Cell action = words(do_this);
    action.command = command;
    return {name, count(number), action};
}

// Rows of what needs a person, each added only where there is something.
class Needs {
public:
    explicit Needs(const MorningReport& report)
        : report_(report), counts_(outcome_counts(report.decisions)) {}

    std::vector<TableRow> rows() {
        jobs();
        schedule();
        requests();
        access();
        disclosures();
        disposal();
        waiting();
        holds();
        recording();
        findings();
        return std::move(rows_);
    }

private:
    void add(const std::string& what, const std::string& section, long long number,
             const std::string& do_this, const std::string& command = "") {
        if (number > 0) rows_.push_back(need(what, section, number, do_this, command));
    }

    void jobs() {
        for (const ReportedJob& job : report_.jobs) {
            const std::string again = "casekeeper nightly --only " + job.name;
            if (job.outcome == "failed")
                add("Job " + job.name + " failed", "night", 1,
                    "Mend what it named, then run it again:", again);
            else if (job.outcome == "attention")
                add("Job " + job.name + ": items that failed", "night", job.failed,
                    "Look at each, then run it again:", again);
            else if (job.outcome == "skipped")
                add("Job " + job.name + " did not run", "night", 1, "Run it:", again);
        }
    }

    void schedule() {
        if (!report_.schedule) {
            add("No retention schedule is adopted", "schedule", 1,
                "Adopt the configured one:", "casekeeper init");
            return;
        }
        const std::optional<long long> left = days_of_schedule_left(report_);
        if (left && *left < 0)
            add("The retention schedule has expired", "schedule", 1,
                "It is still obeyed. Have it looked at and adopt a new version.");
        else if (left && *left <= schedule_warning_days)
            add("The retention schedule expires soon", "schedule", 1,
                "Have the next version agreed before " + to_words(*report_.schedule->expires) + ".");
    }

    void requests() {
        const ReportedRequests& requests = report_.requests;
        const auto in = [&](const char* state) { return count_of(requests.open, state); };
        if (!requests.clock_problem.empty())
            add("Days of requests could not be reckoned", "requests", 1, requests.clock_problem);
        add("Requests that are late", "requests", requests.late,
            "Answer each today; the person may complain already:", "casekeeper deletion list --open");
        add("Requests whose day is near", "requests", requests.near,
            "Take each further, or send a notice of extension while it is in time:",
            "casekeeper deletion list --open");
        add("Requests that wait for a decision", "requests", in("confirmed"),
            "Decide on each part, with the reason the person will read:",
            "casekeeper deletion list --state confirmed");
        add("Requests that wait to be talked through", "requests", in("assessed"),
            "Have whoever works with the person give the warning:",
            "casekeeper deletion list --state assessed");
        add("Outcomes to be told", "requests", in("executed") + in("refused"),
            "Read the letters, send them, and record the day:", "casekeeper deletion notify ID");
    }

    void access() {
        const ReportedAccess& access = report_.access;
        const auto waits = [&](const char* what, const char* state, const char* do_this) {
            add(what, "access", count_of(access.open, state), do_this,
                std::string("casekeeper access list --state ") + state);
        };
        const char* list = "casekeeper access list --open";
        if (!access.problem.empty()) add("Days of access requests not reckoned", "access", 1, access.problem);
        add("Access requests that are late", "access", access.late,
            "Take each further today; the person may complain already:", list);
        add("Access requests whose day is near", "access", access.near,
            "Take each further, or send a notice of extension while it is in time:", list);
        add("Answers owed for access requests", "access", access.owed,
            "They are past their day: send the reminders, or record what came:", list);
        waits("Access requests to decide", "reviewed",
              "Decide each proposal, with the reason the reader will see:");
        waits("Access requests for the second look", "decided",
              "Have another person read every decision and sign:");
        add("Packs that could not be made", "packs", count_of(report_.packs.tonight, "not_made"),
            "Mend what each of them names; the next night makes it, or now:",
            "casekeeper access assemble ID");
        waits("Access requests to be sent", "signed", "Send word before, and then what was decided:");
        waits("Refusals of access to be told", "refused", "Write the letter, send it, record the day:");
        waits("Disputes about access requests", "disputed",
              "Look at it again, or say why the outcome stands:");
        waits("Access requests: who asks is open", "received",
              "Settle identity and authority, or ask for what is missing:");
    }

    void disclosures() {
        add("Disclosures that do not say all they should", "disclosures", report_.disclosures.incomplete,
            "Have whoever shared it add what is missing:", "casekeeper disclosure list --incomplete");
        add("Shared to prevent serious harm", "disclosures",
            static_cast<long long>(report_.disclosures.overrides.size()),
            "Look at whether each was right:", "casekeeper disclosure show ID");
        add("Recipients still to be told of a change", "disclosures", report_.disclosures.not_told,
            "Tell each of them (UK GDPR Art 19):", "casekeeper disclosure whom --person ID");
    }

    void disposal() {
        const ReportedDisposal& disposal = report_.disposal;
        add("Destruction is switched off", "disposal", disposal.enabled ? 0 : 1,
            "Nothing is destroyed until [disposal] enabled = true stands in casekeeper.toml.");
        add("Letters to send", "disposal", disposal.notices_owed,
            "Read each, send it to an address you know to be safe, and record the day:",
            "casekeeper disposal notice ID --sent DATE");
        add("Source systems that have not confirmed", "beyond-reach", disposal.instructions_waiting,
            "Have each destroyed there too, and record it:", "casekeeper disposal instructions");
        add("To reduce or hand on", "disposal", disposal.on_the_way,
            "Sign off what may be done on the way:", "casekeeper disposal list --state proposed");
        const auto packed = disposal.undestroyed.find("packed");
        if (packed != disposal.undestroyed.end())
            add("Bundles to hand over", "disposal", packed->second,
                "Give each to its receiver and record the receipt:", "casekeeper disposal receipt ID");
        add("Bundles nobody is to receive any more", "disposal", disposal.bundles_left_over,
            "Their proposals were withdrawn: take back what was sent.");
    }

    void waiting() {
        const Reached waits = reached(report_);
        add("Due", "list-due", waits.due, "Sign off what may go, or say why it must stay.");
        add("For review", "list-review", waits.review, "Decide each one: keep until when, or let go.");
        add("Undetermined", "list-undetermined", counts_.at(Outcome::undetermined),
            "Complete the missing fact, or have a rule made. They are kept until then.");
        add("Rules in conflict", "list-conflict", conflict_count(report_.decisions),
            "Say which rule is right: one forbids keeping what another demands.");
    }

    void holds() {
        const auto past =
            std::count_if(report_.holds.begin(), report_.holds.end(),
                          [this](const ReportedHold& hold) { return is_past_review(hold, report_.day); });
        add("Holds to look at again", "holds", past,
            "Is each still needed? Release it, or place it again with a later date.");
        const auto near =
            std::count_if(report_.holds.begin(), report_.holds.end(),
                          [this](const ReportedHold& hold) { return is_near_review(hold, report_.day); });
        add("Holds to look at again soon", "holds", near,
            "Have it decided whether each is needed beyond its day.");
    }

    void recording() {
        add("Records to mend", "recording", report_.recording.open,
            "Give each worker and each team its list:", "casekeeper recording lists DIR");
    }

    void findings() {
        long long errors = 0;
        long long warnings = 0;
        for (const ReportedLoad& load : report_.loads) {
            errors += load.errors;
            warnings += load.warnings;
        }
        add("Errors in the latest loads", "loads", errors, "Correct them at the source and load it again.");
        add("Findings in the configuration", "configuration",
            static_cast<long long>(report_.configuration_findings.size()),
            "Mend the file and check it:", "casekeeper check");
        add("Warnings in the latest loads", "loads", warnings, "Read them; the lines were loaded.");
    }

    const MorningReport& report_;
    std::map<Outcome, long long> counts_;
    std::vector<TableRow> rows_;
};

}  // namespace

Paragraph opening_paragraph(const MorningReport& report) {
    std::string text = report.dry_run ? "This was a dry run: nothing it worked out was stored. " : "";
    const std::map<Outcome, long long> counts = outcome_counts(report.decisions);
    if (report.decisions.empty() && report.totals == StoreTotals{})
        text += "The store is empty: no records have been loaded yet.";
    else
        text += sentence_of_reached(report);
    text += sentence_of_destruction(report);
    text += sentence_of_doubt(counts.at(Outcome::undetermined), conflict_count(report.decisions));
    text += sentence_of_access(report) + sentence_of_packs(report) + sentence_of_recording(report);
    text += sentence_of_jobs(report.jobs) + sentence_of_schedule(report) + sentence_of_errors(report);
    return {text};
}

Section section_of_needs(const MorningReport& report) {
    Section section{"needs", "What needs you"};
    const std::vector<TableRow> rows = Needs(report).rows();
    if (rows.empty())
        section.blocks.emplace_back(Paragraph{"Nothing needs you this morning.", "", Tone::good});
    else
        section.blocks.emplace_back(Table{"What waits for a person, most pressing first",
                                          {{"What"}, {"How many", true}, {"What to do"}},
                                          rows});
    return section;
}

}  // namespace casekeeper
