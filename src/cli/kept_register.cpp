// SPDX-License-Identifier: MIT
#include "cli/kept_register.h"

#include <filesystem>

#include "custody/register_mirror.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

// A mirror beside a store that is no more belongs to the store that was: it is kept under another name. One
// that the configuration names is never touched: there, a store that is gone is a store to be restored.
void set_aside_earlier_mirror(Invocation& invocation, const Invocation::RegisterFiles& files) {
    std::error_code failed;
    if (files.configured || !fs::exists(files.mirror, failed)) return;
    for (int number = 1;; ++number) {
        const std::string aside = files.mirror + ".earlier-" + std::to_string(number);
        if (fs::exists(aside, failed)) continue;
        fs::rename(files.mirror, aside, failed);
        if (!failed) invocation.say("the mirror of a store that is no more was set aside as " + aside);
        return;
    }
}

void require_even(Invocation& invocation) {
    const Invocation::RegisterFiles files = invocation.register_files();
    if (!Database::exists(invocation.store_url())) {
        set_aside_earlier_mirror(invocation, files);
        if (RegisterMirror(files.mirror).last())
            throw ConfigError("the register's mirror " + files.mirror + " is of a store that is not there",
                              "restore the store from its back-up; or name another [register] mirror");
        return;
    }
    std::unique_ptr<Database> database;
    try {
        // A connection of its own: the command may yet have to migrate.
        database = Database::open(invocation.store_url(), Opening::existing);
    } catch (const ConfigError&) {
        return;  // the command says what is the matter, or mends it
    }
    Register(*database, {files.mirror, files.key_folder}).require_even();
}

int run_kept(const std::function<int(Invocation&)>& run, Invocation& invocation) {
    require_even(invocation);
    const auto keep = [&] {
        if (Database::exists(invocation.store_url()))
            Register(invocation.store(), register_places(invocation)).bring_mirror_up_to_date();
    };
    int code = 0;
    try {
        code = run(invocation);
    } catch (const Error&) {
        try {
            keep();
        } catch (const Error&) {
            // What stopped the command is the thing to say; the store keeps the lines for the next time.
        }
        throw;
    }
    keep();
    return code;
}

// Reading changes nothing: whoever looks is told that what they see may have ended.
int run_reading(const std::function<int(Invocation&)>& run, Invocation& invocation) {
    bool is_there = false;
    try {
        is_there = Database::exists(invocation.store_url());
    } catch (const Error&) {
        // The command itself says what is the matter, where it needs the store at all.
    }
    try {
        if (is_there) require_even(invocation);
    } catch (const ConfigError& error) {
        invocation.err << "casekeeper: warning: " << error.what() << "\nhint: " << error.hint() << "\n";
    }
    return run(invocation);
}

}  // namespace

RegisterPlaces register_places(Invocation& invocation) {
    const Invocation::RegisterFiles files = invocation.register_files();
    return {files.mirror, files.key_folder};
}

std::vector<CommandRow> with_register_kept(std::vector<CommandRow> commands) {
    for (CommandRow& row : commands) {
        const bool is_of_register = row.name.starts_with("register ");  // says so itself
        if (is_of_register && !row.writes) continue;
        row.run = [run = row.run, keep = row.writes](Invocation& invocation) {
            return keep ? run_kept(run, invocation) : run_reading(run, invocation);
        };
    }
    return commands;
}

}  // namespace casekeeper
