// SPDX-License-Identifier: MIT
#include "app/application.h"

#include <pwd.h>
#include <unistd.h>

#include <Poco/Exception.h>
#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/OptionException.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

const std::vector<OptionRow>& global_options() {
    static const std::vector<OptionRow> rows = {
        {"config", "DIR",
         "the configuration's folder (else CASEKEEPER_CONFIG, /etc/casekeeper, the defaults)"},
        {"store", "URL", "sqlite:PATH or postgresql://USER@HOST/DATABASE, instead of the configured store"},
        {"as-of", "DATE", "the day to act on, YYYY-MM-DD (else today in Europe/London)"},
        {"format", "FORMAT", "text or json"},
        {"quiet", "", "say nothing but results and errors"},
        {"acting-as", "NAME", "act under a name, where roles.toml allows it"},
        {"help", "", "this help"},
    };
    return rows;
}

// What was typed, sorted into the command's words, its options and its operands.
struct Parsed {
    const CommandRow* command = nullptr;
    std::vector<std::string> words;
    std::map<std::string, std::vector<std::string>> given;
    bool help = false;
};

Poco::Util::OptionSet option_set(const std::vector<const std::vector<OptionRow>*>& tables) {
    Poco::Util::OptionSet set;
    for (const std::vector<OptionRow>* rows : tables)
        for (const OptionRow& row : *rows) {
            Poco::Util::Option option(row.name, "", row.help, false);
            option.repeatable(true);
            if (!row.argument.empty()) option.argument(row.argument, true);
            set.addOption(option);
        }
    return set;
}

// The command whose words the arguments begin with; the longest.
const CommandRow* find_command(const std::vector<CommandRow>& commands,
                               const std::vector<std::string>& words) {
    const CommandRow* found = nullptr;
    for (const CommandRow& row : commands) {
        std::istringstream in(row.name);
        std::vector<std::string> name{std::istream_iterator<std::string>(in), {}};
        if (name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin()) &&
            (!found || row.name.size() > found->name.size()))
            found = &row;
    }
    return found;
}

std::size_t words_in(const std::string& name) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

const OptionRow* find_option(const std::vector<OptionRow>& rows, const std::string& name) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

// Words that are no option nor an option's argument, read without knowing the command yet.
std::vector<std::string> plain_words(const std::vector<CommandRow>& commands,
                                     const std::vector<std::string>& arguments) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!argument.starts_with("--")) {
            words.push_back(argument);
            continue;
        }
        if (argument.find('=') != std::string::npos) continue;
        const std::string name = argument.substr(2);
        const OptionRow* row = find_option(global_options(), name);
        for (const CommandRow& command : commands)
            if (!row) row = find_option(command.options, name);
        if (row && !row->argument.empty()) ++i;
    }
    return words;
}

std::string unknown_command_hint(const std::vector<CommandRow>& commands,
                                 const std::vector<std::string>& words) {
    for (const CommandRow& row : commands)
        if (!words.empty() && row.name.starts_with(words.front() + " "))
            return "casekeeper " + words.front() + " --help";
    return "casekeeper --help lists the commands";
}

Parsed parse(const std::vector<CommandRow>& commands, const std::vector<std::string>& arguments) {
    Parsed parsed;
    const std::vector<std::string> words = plain_words(commands, arguments);
    parsed.command = find_command(commands, words);
    static const std::vector<OptionRow> none;
    const Poco::Util::OptionSet set =
        option_set({&global_options(), parsed.command ? &parsed.command->options : &none});
    Poco::Util::OptionProcessor processor(set);
    processor.setUnixStyle(true);
    for (const std::string& argument : arguments) {
        std::string name;
        std::string value;
        if (!processor.process(argument, name, value)) {
            parsed.words.push_back(argument);
            continue;
        }
        if (name.empty()) continue;  // its argument follows
        parsed.given[name].push_back(value);
    }
    processor.checkRequired();
    parsed.help = parsed.given.contains("help");
    if (parsed.command)
        parsed.words.erase(parsed.words.begin(), parsed.words.begin() + static_cast<std::ptrdiff_t>(
                                                                            words_in(parsed.command->name)));
    return parsed;
}

void print_options(std::ostream& out, const std::vector<OptionRow>& rows) {
    for (const OptionRow& row : rows) {
        std::string left = "  --" + row.name + (row.argument.empty() ? "" : " " + row.argument);
        left.resize(std::max<std::size_t>(left.size() + 1, 24), ' ');
        out << left << row.help << (row.required ? " (required)" : "")
            << (row.repeatable ? " (may be repeated)" : "") << "\n";
    }
}

void print_command_help(std::ostream& out, const CommandRow& row) {
    out << "casekeeper " << row.name << (row.operands.empty() ? "" : " " + row.operands)
        << (row.options.empty() ? "" : " [OPTIONS]") << "\n\n"
        << row.summary << "\n\n";
    if (!row.options.empty()) {
        out << "Options:\n";
        print_options(out, row.options);
        out << "\n";
    }
    out << "Options of every command:\n";
    print_options(out, global_options());
    out << "\nExample:\n  " << row.example << "\n";
}

void print_help(std::ostream& out, const std::vector<CommandRow>& commands, const std::string& area) {
    out << "casekeeper keeps each case record as long as the law and the trust's schedule say.\n\n"
           "usage: casekeeper COMMAND [OPTIONS]\n\nCommands:\n";
    std::string example;
    for (const CommandRow& row : commands) {
        if (!area.empty() && row.name != area && !row.name.starts_with(area + " ")) continue;
        if (example.empty()) example = row.example;
        std::string left = "  " + row.name + (row.operands.empty() ? "" : " " + row.operands);
        left.resize(std::max<std::size_t>(left.size() + 1, 34), ' ');
        out << left << row.summary << "\n";
    }
    out << "\nOptions of every command:\n";
    print_options(out, global_options());
    out << "\nExample:\n  " << example << "\n\nHelp on one command: casekeeper COMMAND --help\n";
}

std::string executable_folder() {
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed).parent_path().string();
}

std::string default_config_folder() {
    if (const char* from_environment = std::getenv("CASEKEEPER_CONFIG")) return from_environment;
    std::error_code failed;
    if (fs::exists("/etc/casekeeper/casekeeper.toml", failed)) return "/etc/casekeeper";
    const fs::path folder = executable_folder();
    for (const fs::path& candidate :
         {folder / "config", folder / ".." / "share" / "casekeeper" / "config", folder / ".." / "config"})
        if (fs::exists(candidate / "casekeeper.toml", failed))
            return fs::weakly_canonical(candidate, failed).string();
    return "/etc/casekeeper";
}

std::string account_name() {
    const passwd* account = ::getpwuid(::geteuid());
    return account ? account->pw_name : std::to_string(::geteuid());
}

void check_arguments(const Parsed& parsed) {
    const CommandRow& row = *parsed.command;
    const std::string hint = "casekeeper " + row.name + " --help";
    for (const OptionRow& option : row.options) {
        const auto given = parsed.given.find(option.name);
        if (option.required && given == parsed.given.end())
            throw UsageError(row.name + " needs --" + option.name + " " + option.argument, hint);
        if (!option.repeatable && given != parsed.given.end() && given->second.size() > 1)
            throw UsageError("--" + option.name + " was given more than once", hint);
    }
    for (const OptionRow& option : global_options()) {
        const auto given = parsed.given.find(option.name);
        if (given != parsed.given.end() && given->second.size() > 1)
            throw UsageError("--" + option.name + " was given more than once", hint);
    }
    if (parsed.words.size() < row.least_operands) throw UsageError(row.name + " needs " + row.operands, hint);
    if (parsed.words.size() > row.most_operands)
        throw UsageError("\"" + parsed.words[row.most_operands] + "\" is one argument too many", hint);
}

void fill(Invocation& invocation, const Parsed& parsed) {
    invocation.command = parsed.command->name;
    invocation.operands = parsed.words;
    invocation.given = parsed.given;
    invocation.account = account_name();
    invocation.config_folder =
        invocation.has("config") ? invocation.value("config") : default_config_folder();
    if (invocation.has("store")) invocation.store_option = invocation.value("store");
    invocation.quiet = invocation.has("quiet");
    invocation.acting_as = invocation.value("acting-as");
    if (invocation.has("as-of")) {
        invocation.as_of_option = parse_date(invocation.value("as-of"));
        if (!invocation.as_of_option)
            throw UsageError("\"" + invocation.value("as-of") + "\" is no day",
                             "write it as 2026-11-30, in the years 1000 to 2999");
    }
    if (!invocation.has("format")) return;
    const std::string format = invocation.value("format");
    if (format != "text" && format != "json")
        throw UsageError("\"" + format + "\" is no format", "say --format text or --format json");
    invocation.format = format == "json" ? OutputFormat::json : OutputFormat::text;
}

int run(const std::vector<CommandRow>& commands, const std::vector<std::string>& arguments, std::ostream& out,
        std::ostream& err, const Clock& clock) {
    const Parsed parsed = parse(commands, arguments);
    if (parsed.help || (arguments.empty() && !parsed.command)) {
        if (parsed.command)
            print_command_help(out, *parsed.command);
        else
            print_help(out, commands, parsed.words.empty() ? "" : parsed.words.front());
        return static_cast<int>(arguments.empty() ? ExitCode::usage : ExitCode::done);
    }
    if (!parsed.command)
        throw UsageError(parsed.words.empty()
                             ? "no command was given"
                             : "there is no command \"" + parsed.words.front() +
                                   (parsed.words.size() > 1 ? " " + parsed.words[1] : "") + "\"",
                         unknown_command_hint(commands, parsed.words));
    check_arguments(parsed);
    Invocation invocation(out, err, clock);
    fill(invocation, parsed);
    const int code = parsed.command->run(invocation);
    out.flush();
    if (!out)
        throw OutputError("the results could not be written",
                          "is the disk or the pipe they went to still there?");
    return code;
}

int say_error(std::ostream& err, ExitCode code, const std::string& message, const std::string& hint) {
    err << "casekeeper: " << message << "\nhint: " << hint << "\n";
    return static_cast<int>(code);
}

}  // namespace

std::string read_config_file(const std::string& folder, const std::string& name) {
    const std::string path = folder + "/" + name;
    std::error_code failed;
    if (!fs::is_regular_file(path, failed))
        throw ConfigError("there is no " + path,
                          "name the configuration's folder with --config DIR or CASEKEEPER_CONFIG");
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw ConfigError("cannot read " + path, "ls -l it: it must be readable by this account");
    return text.str();
}

int run_application(const std::vector<CommandRow>& commands, const std::vector<std::string>& arguments,
                    std::ostream& out, std::ostream& err, const Clock& clock) {
    try {
        return run(commands, arguments, out, err, clock);
    } catch (const Error& error) {
        return say_error(err, error.code(), error.what(), error.hint());
    } catch (const Poco::Util::OptionException& error) {
        return say_error(err, ExitCode::usage, error.displayText(), "casekeeper --help, or COMMAND --help");
    } catch (const std::bad_alloc&) {
        return say_error(err, ExitCode::fault, "out of memory", "free some memory and try again");
    } catch (const std::exception& error) {
        return say_error(err, ExitCode::fault, std::string("a fault of the program: ") + error.what(),
                         "please report this with the command you gave");
    }
}

}  // namespace casekeeper
