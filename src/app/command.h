// SPDX-License-Identifier: MIT
//
// A command is a row: its words, what it does, its options, an example and the function that runs it. Help is
// made from the rows. What a command may use of the world comes in its Invocation; it writes results to `out`
// and nothing else there.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/errors.h"
#include "domain/finding.h"
#include "policy/roles.h"
#include "policy/settings.h"
#include "store/database.h"

namespace casekeeper {

struct OptionRow {
    std::string name;      // without the dashes
    std::string argument;  // what stands for it in help; empty: takes none
    std::string help;
    bool required = false;
    bool repeatable = false;
};

enum class OutputFormat { text, json };

// What one call of the program was given and may use.
class Invocation {
public:
    Invocation(std::ostream& results, std::ostream& messages, const Clock& the_clock)
        : out(results), err(messages), clock(*this, the_clock) {}

    std::ostream& out;  // results only
    std::ostream& err;  // all else
    // The system's; in a trial (Actor::on_any_day) it shows the day of --as-of, so that what was done on that
    // day says so.
    class ActClock final : public Clock {
    public:
        ActClock(Invocation& invocation, const Clock& system) : invocation_(invocation), system_(system) {}
        Date today() const override;
        std::string now() const override;
        double seconds() const override { return system_.seconds(); }

    private:
        bool is_moved() const;
        Invocation& invocation_;
        const Clock& system_;
    };
    const ActClock clock;
    std::string command;                                    // the words of the command
    std::vector<std::string> operands;                      // what stands after the command and is no option
    std::map<std::string, std::vector<std::string>> given;  // options by name
    std::string config_folder;
    std::optional<std::string> store_option;
    std::optional<Date> as_of_option;
    OutputFormat format = OutputFormat::text;
    bool quiet = false;
    std::string acting_as;
    std::string account;  // of the operating system

    bool has(const std::string& option) const { return given.contains(option); }
    // The last value given; empty where there is none.
    std::string value(const std::string& option) const;
    std::vector<std::string> values(const std::string& option) const;
    // The day to act on.
    Date day() const { return as_of_option ? *as_of_option : clock.today(); }
    // The day under which somebody signs: never before today, so that --as-of makes no approval, release or
    // adoption older than it is, but for a trial (Actor::on_any_day).
    Date signing_day();
    // The day by which records may end: never after today, so that --as-of ends no period, cooling-off or
    // notice before its time, but for a trial.
    Date ending_day();
    // config/casekeeper.toml, read once. ConfigError where it is in error.
    const Settings& settings();
    // Who acts, with their roles. Refused where --acting-as is not allowed.
    const Actor& actor();
    // Refused where the actor has none of the roles. `what` completes "may not …".
    const Actor& require(std::initializer_list<Role> roles, const std::string& what);
    // The same for what every role may: reading.
    const Actor& require_reader(const std::string& what);
    StoreUrl store_url();
    // Opens the store; the same connection at every call.
    Database& store(Opening opening = Opening::existing);
    // The folder of the stored documents: the configured one, else `documents` beside an SQLite store, else
    // one of the server store's own name beside the reports.
    std::string documents_folder();
    // Where letters to people, and bundles for receivers, are written: as configured; beside an SQLite store
    // that was named on the command line.
    std::string notices_folder();
    std::string bundles_folder();
    // Where letters about requests wait to be sent; likewise.
    std::string letters_folder();
    // Where packs lie; likewise.
    std::string packs_folder();
    // Where the register's mirror and its keys lie: as configured; beside an SQLite store that was named on
    // the command line. Another PostgreSQL store than the configured one has a mirror of its own name.
    struct RegisterFiles {
        std::string mirror;
        std::string key_folder;
        bool configured = false;  // the mirror is the one the configuration names
    };
    RegisterFiles register_files();
    // Says something to the person at the terminal, unless --quiet.
    void say(const std::string& sentence);

private:
    std::string beside_store(const std::string& name);
    std::string folder_of(const std::string& configured, const char* name);
    std::optional<Settings> settings_;
    std::optional<Actor> actor_;
    std::unique_ptr<Database> database_;
};

struct CommandRow {
    std::string name;      // "retention list"
    std::string operands;  // "ID", "FORMAT PATH…", empty
    std::string summary;
    std::vector<OptionRow> options;
    std::string example;
    std::size_t least_operands = 0;
    std::size_t most_operands = 0;
    std::function<int(Invocation&)> run;
    bool writes = false;  // may leave lines in the register
};

// Prints the findings of a configuration file or a source as people read them: file:line:column: severity:
// message.
void print_findings(std::ostream& out, const std::vector<Finding>& findings);
std::string to_line(const Finding& finding);

}  // namespace casekeeper
