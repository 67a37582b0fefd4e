// SPDX-License-Identifier: MIT
#include "support/program_test.h"

#include <pwd.h>
#include <simdjson.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <sstream>

#include "app/application.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "jobs/nightly.h"

namespace casekeeper::test {
namespace {

std::string keys(simdjson::dom::element element) {
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return "no object";
    std::string text;
    for (const auto& field : object) text.append(text.empty() ? "" : " ").append(field.key);
    return text;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Said& said) {
    return out << "exit " << said.code << "\n" << said.out << said.err;
}

std::string this_account() {
    const passwd* account = ::getpwuid(::geteuid());
    return account ? account->pw_name : std::to_string(::geteuid());
}

void ProgramTest::SetUp() {
    StoreTest::SetUp();
    if (IsSkipped()) return;
    for (const char* name : {"retention_schedule.toml", "service_catalogue.toml", "bank_holidays.toml",
                             "release_rules.toml", "recording_rules.toml", "glossary.toml"})
        configure(name, bytes_of(std::string(CASEKEEPER_SOURCE) + "/config/" + name));
    configure("passphrase_words.txt", bytes_of(CASEKEEPER_SOURCE "/config/passphrase_words.txt"));
    for (const char* name : {"letters", "names"})
        std::filesystem::copy(CASEKEEPER_SOURCE "/config/" + std::string(name),
                              folder.path("config/" + std::string(name)));
    roles(R"("records-officer", "reviewer", "practitioner", "dpo", "auditor")");
    configure("casekeeper.toml", "store = \"" + store() + "\"\ndocuments = \"" + folder.path("documents") +
                                     "\"\n[trust]\nname = \"Test Trust\"\n[report]\nfolder = \"" +
                                     folder.path("reports") + "\"\n");
}

void ProgramTest::roles(const std::string& list) const {
    configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() + "\" = [" + list +
                                "]\n[acting]\n\"Ada Auditor\" = [\"auditor\"]\n");
}

Said ProgramTest::run(const std::vector<std::string>& words, Date on) const {
    std::vector<std::string> all = {"--config", folder.path("config"), "--store", store()};
    all.insert(all.end(), words.begin(), words.end());
    return run_bare(all, on);
}

Said ProgramTest::run_bare(const std::vector<std::string>& words, Date on) {
    std::vector<CommandRow> commands = people_commands();
    for (CommandRow& row : night_commands()) commands.push_back(std::move(row));
    commands = with_register_kept(std::move(commands));
    std::ostringstream out;
    std::ostringstream err;
    const FixedClock clock(on);
    Said said;
    said.code = run_application(commands, words, out, err, clock);
    said.out = out.str();
    said.err = err.str();
    return said;
}

Said ProgramTest::shell(const std::string& line) const {
    const std::string start = "casekeeper() { " CASEKEEPER_BINARY " --config " + folder.path("config") +
                              " --store '" + store() + "' \"$@\"; }\n";
    const std::string script = folder.write("script.sh", start + line + "\n");
    const int status =
        std::system(("sh " + script + " >" + folder.path("out") + " 2>" + folder.path("err")).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, bytes_of(folder.path("out")),
            bytes_of(folder.path("err"))};
}

std::string ProgramTest::bundle(const std::vector<std::string>& lines) const {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    folder.write("bundle/records.jsonl", text);
    return folder.path("bundle");
}

std::string keys_of(const std::string& json) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    return parser.parse(json).get(root) == simdjson::SUCCESS ? keys(root) : "no JSON";
}

std::string keys_at(const std::string& json, const std::string& pointer) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::element element;
    if (parser.parse(json).get(root) != simdjson::SUCCESS) return "no JSON";
    return root.at_pointer(pointer).get(element) == simdjson::SUCCESS ? keys(element) : "nothing there";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

testing::AssertionResult is_error(const Said& said, int code, const std::string& message,
                                  const std::string& hint) {
    const std::vector<std::string> lines = lines_of(said.err);
    if (said.code == code && lines.size() == 2 && lines[0].starts_with("casekeeper: ") &&
        lines[0].find(message) != std::string::npos && lines[1].starts_with("hint: ") &&
        lines[1].find(hint) != std::string::npos)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << "wanted exit " << code << ", \"" << message << "\", \"" << hint << "\"; was " << said;
}

}  // namespace casekeeper::test
