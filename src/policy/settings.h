// SPDX-License-Identifier: MIT
//
// config/casekeeper.toml: where things lie and how the night runs. Unknown keys are refused like anywhere
// else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"

namespace casekeeper {

// Destruction and what leads to it.
struct DisposalSettings {
    bool enabled = true;            // the kill switch: false, and nothing is destroyed
    int cooling_off_days = 7;       // between the last approval and execution
    int approvals_lapse_days = 90;  // after which an approval counts no more
    long long most_a_night = 1000;  // records
    double share_a_night = 0.01;    // of all involvements; never fewer than a_night_at_least
    static constexpr long long a_night_at_least = 50;
    int backup_months = 12;  // when the last back-up made before a destruction has aged out
    std::string media = "database rows and files on the trust's own disks";
    std::string notices;  // folder of the letters; empty: beside the store
    std::string bundles;  // folder of the bundles for receivers; empty: beside the store

    // How many records may end in a night, of so many.
    long long cap(long long involvements) const;
};

// Requests to delete, to correct, to see, and objections.
struct RequestSettings {
    int cooling_off_days = 7;  // between the decision to delete and the deletion
    int near_days = 7;         // before the day an answer is due, from which it is near
    std::string letters;       // folder of the letters to be sent; empty: beside the store
    // Of whoever is asked for a search, a consent, an opinion or advice (policy/reminder_plan.h).
    int answer_days = 5;            // in which an answer is owed
    int remind_every_days = 4;      // after the first reminder, which follows the day it was owed by
    int escalate_after = 2;         // reminders
    int opinion_warning_days = 14;  // before an opinion may not be relied on any more
    // Whole words that may speak of abuse: whether such a part goes a person decides.
    std::vector<std::string> abuse_words = {
        "abuse",      "abused",   "abuser",     "abusive",     "assault",  "assaulted",  "rape",
        "raped",      "molested", "molesting",  "indecent",    "grooming", "groomed",    "exploitation",
        "exploited",  "incest",   "trafficked", "trafficking", "neglect",  "neglected",  "sexual",
        "sexualised", "hit me",   "hurt me",    "touched me",  "FGM",      "disclosure", "disclosed"};
};

// The packs of access requests.
struct PackOptions {
    std::string folder;                // empty: beside the store
    long long volume_pages = 1000;     // after which a volume ends
    int keep_days = 90;                // from the day a pack is made to the day its files go
    std::vector<std::string> support;  // who helps while a pack is read, in a sentence each
    std::string words = "/usr/share/dict/british-english";  // English words, a line each
};

// What the privacy statement says besides the rules (UK GDPR Art 13, 14).
struct StatementSettings {
    std::string officer;  // how to reach the data protection officer; empty: the trust's contact
    std::string where = "on our own computers, in the United Kingdom";  // as it stands after "we keep it"
    std::string abroad;  // sentences on what goes to another country, and its safeguards; empty: nothing does
    std::vector<std::string> talk_to;  // whom a child can talk to, in a sentence each
};

struct Settings {
    std::string store = "sqlite:/var/lib/casekeeper/casekeeper.db";
    std::string documents;  // folder; empty: beside the store
    // the night's, in order
    std::vector<std::string> jobs = {"retention", "requests",  "access",   "packs", "disposal-review",
                                     "disposal",  "recording", "register", "report"};
    std::string report_folder;    // empty: `reports` beside the store
    int months_ahead = 12;        // of the morning report
    std::string register_mirror;  // file; empty: beside the store
    std::string register_keys;    // folder; empty: beside the store
    std::string trust_name = "the children's trust";
    std::string trust_contact;
    long line_bytes = 1048576;  // longest line a source may have
    // A new schedule (retention/schedule_adoption.h).
    int cooling_off_days = 14;  // in which nothing newly due is proposed
    double stop_share =
        0.05;  // of all involvements, going earlier or with less care: beyond it a second person confirms
    DisposalSettings disposal;
    RequestSettings requests;
    PackOptions packs;
    StatementSettings statement;

    // Mistakes go to `findings` with file:line:column.
    static Settings read(std::string_view toml, const std::string& file, std::vector<Finding>& findings);
};

}  // namespace casekeeper
