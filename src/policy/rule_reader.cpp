// SPDX-License-Identifier: MIT
#include "policy/rule_reader.h"

#include <algorithm>

#include "policy/did_you_mean.h"

namespace casekeeper {

namespace {

constexpr std::size_t longest_id = 64;
constexpr std::int64_t most_approvals = 9;

const std::vector<std::string>& rule_keys() {
    static const std::vector<std::string> keys = {
        "id",      "title",     "services",      "if",    "until",    "bound",
        "action",  "covers",    "authority",     "basis", "replaces", "not_while",
        "default", "approvals", "notify_before", "keep",  "remove",   "to"};
    return keys;
}

// 1 to 64 characters, none of them a control character. The text is UTF-8, as TOML is.
bool is_printable_id(std::string_view id) {
    std::size_t characters = 0;
    for (const char byte : id) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x20 || code == 0x7F) return false;
        if ((code & 0xC0) != 0x80) ++characters;
    }
    return characters >= 1 && characters <= longest_id;
}

// Reads the keys of one rule, one idea a function, into `read`.
class RuleReader {
public:
    RuleReader(TomlFile& file, const toml::table& source, const ServiceCatalogue& catalogue)
        : file_(file), table_(file, source, "this rule"), catalogue_(catalogue) {}

    ReadRule read() {
        const int errors = file_.errors();
        read_.place = table_.place();
        read_.rule.line = read_.place.line;
        read_id();
        table_.refuse_unknown_keys(rule_keys());
        read_services();
        read_words();
        read_expressions();
        read_approvals();
        read_minimising();
        read_transfer();
        read_authority();
        read_.replaces = table_.texts("replaces");
        for (const PlacedText& name : read_.replaces) rule().replaces.push_back(name.text);
        rule().is_default = table_.flag("default").value_or(false);
        read_.sound = file_.errors() == errors;
        return std::move(read_);
    }

private:
    Rule& rule() { return read_.rule; }

    void read_id() {
        read_.id_place = read_.place;
        const auto id = table_.required_text("id", "id = \"looked-after\"");
        if (!id) return;
        rule().id = id->text;
        read_.id_place = id->place;
        table_.call("rule " + in_quotes(id->text));
        if (!is_printable_id(id->text)) {
            file_.error(id->place, "a rule's id must be 1 to " + std::to_string(longest_id) +
                                       " printable characters: " + in_quotes(id->text));
        }
    }

    void read_services() {
        if (!table_.has("services")) {
            read_.services_known = false;
            return table_.report_missing("services", "services = [\"looked-after\"]");
        }
        const int errors = file_.errors();
        const auto names = table_.texts("services");
        for (const PlacedText& name : names) add_services(name);
        if (names.empty() && file_.errors() == errors) {
            file_.error(table_.place_of_value("services"),
                        "services is empty: name services, groups, or \"*\" for every service");
        }
        read_.services_known = file_.errors() == errors;
        auto& services = rule().services;
        std::sort(services.begin(), services.end());
        services.erase(std::unique(services.begin(), services.end()), services.end());
    }

    void add_services(const PlacedText& name) {
        rule().service_names.push_back(name.text);
        const std::vector<int> matching = catalogue_.matching(name.text);
        rule().services.insert(rule().services.end(), matching.begin(), matching.end());
        if (!matching.empty() || name.text == "*") return;
        if (name.text.find('*') != std::string::npos) {
            file_.error(name.place,
                        "unknown service " + in_quotes(name.text) +
                            ": \"*\" means every service and stands alone; for some of them name a group");
        } else {
            file_.error(name.place, "unknown service " + in_quotes(name.text) +
                                        did_you_mean(name.text, catalogue_.names()));
        }
    }

    // A key whose value is one of a few words; `unless` where it is absent or unknown.
    template <typename Word, std::size_t count>
    Word word(const std::string& key, const Word (&words)[count], Word unless) {
        const auto written = table_.text(key);
        if (!written) return unless;
        std::vector<std::string> known;
        for (const Word one : words) {
            if (written->text == to_text(one)) return one;
            known.emplace_back(to_text(one));
        }
        file_.error(written->place,
                    "unknown " + key + " " + in_quotes(written->text) + one_of(written->text, known));
        return unless;
    }

    void read_words() {
        constexpr Bound bounds[] = {Bound::at_least, Bound::at_most, Bound::exactly};
        constexpr Action actions[] = {Action::destroy, Action::anonymise, Action::archive,  Action::review,
                                      Action::decide,  Action::permanent, Action::minimise, Action::transfer};
        constexpr Covers reaches[] = {Covers::involvement, Covers::file, Covers::person};
        constexpr Basis bases[] = {Basis::statute, Basis::guidance, Basis::business};
        const int errors = file_.errors();
        rule().action = word("action", actions, Action::destroy);
        action_known_ = file_.errors() == errors;
        rule().bound = word("bound", bounds, Bound::exactly);
        rule().covers = word("covers", reaches, Covers::involvement);
        rule().basis = word("basis", bases, Basis::business);
        if (!table_.has("basis"))
            table_.report_missing("basis", "basis = \"statute\" (or \"guidance\", \"business\")");
    }

    void read_expressions() {
        read_.until_place = table_.place_of_value("until");
        read_.condition_place = table_.place_of_value("if");
        rule().until = expression<DateTerm>("until", [](std::string_view text, ExpressionNotes& notes) {
            return parse_date_expression(text, notes);
        });
        const auto condition = [this](std::string_view text, ExpressionNotes& notes) {
            return parse_condition(text, catalogue_, notes);
        };
        rule().applies_if = expression<Condition>("if", condition);
        rule().not_while = expression<Condition>("not_while", condition);
        const bool needs_until = rule().action != Action::permanent && rule().action != Action::decide;
        if (needs_until && action_known_ && !table_.has("until"))
            table_.report_missing("until", "until = \"closed + 6y\"");
    }

    template <typename Value, typename Parse>
    std::optional<Value> expression(const std::string& key, Parse parse) {
        const auto written = table_.text(key);
        if (!written) return std::nullopt;
        ExpressionNotes notes;
        auto value = parse(written->text, notes);
        for (const ExpressionMistake& mistake : notes.mistakes) {
            file_.error(written->place_within(mistake.offset), mistake.message);
        }
        for (const EventMention& event : notes.events) {
            read_.events.push_back({event.name, written->place_within(event.offset)});
        }
        return value;
    }

    void read_approvals() {
        if (const auto approvals = table_.integer("approvals")) {
            if (*approvals < 1 || *approvals > most_approvals) {
                file_.error(table_.place_of_value("approvals"), "approvals must be 1 to " +
                                                                    std::to_string(most_approvals) +
                                                                    ", not " + std::to_string(*approvals));
            } else {
                rule().approvals = static_cast<int>(*approvals);
            }
        }
        rule().notify_before = expression<Period>(
            "notify_before",
            [](std::string_view text, ExpressionNotes& notes) { return parse_period(text, notes); });
    }

    void read_minimising() {
        const bool keeps = table_.has("keep"), removes = table_.has("remove");
        if (action_known_ && rule().action != Action::minimise) {
            if (keeps) refuse_key("keep", "minimise");
            if (removes) refuse_key("remove", "minimise");
        } else if (action_known_ && keeps && removes) {
            file_.error(table_.place_of_key("remove"), "keep and remove exclude each other: say one of them");
        } else if (action_known_ && !keeps && !removes) {
            table_.report_missing("keep or remove", "keep = [\"name\", \"date_of_birth\"]");
        }
        rule().keep = fields("keep");
        rule().remove = fields("remove");
    }

    std::vector<std::string> fields(const std::string& key) {
        const int errors = file_.errors();
        std::vector<std::string> names;
        for (const PlacedText& name : table_.texts(key)) {
            if (name.text.empty()) file_.error(name.place, key + " names an empty field");
            names.push_back(name.text);
        }
        if (table_.has(key) && names.empty() && file_.errors() == errors) {
            file_.error(table_.place_of_value(key), key + " is empty: name at least one field");
        }
        return names;
    }

    void read_transfer() {
        if (table_.has("to") && action_known_ && rule().action != Action::transfer)
            return refuse_key("to", "transfer");
        if (!table_.has("to") && rule().action != Action::transfer) return;
        const auto receiver = table_.required_text("to", "to = \"the placing authority\"");
        if (receiver) rule().transfer_to = receiver->text;
    }

    void refuse_key(const std::string& key, const std::string& action) {
        file_.error(table_.place_of_key(key), key + " is only for action = \"" + action + "\", not for " +
                                                  in_quotes(to_text(rule().action)));
    }

    void read_authority() {
        if (const auto title = table_.text("title")) rule().title = title->text;
        const auto authority = table_.required_text("authority", "authority = \"local policy\"");
        if (authority) rule().authority = authority->text;
    }

    TomlFile& file_;
    TomlTable table_;
    const ServiceCatalogue& catalogue_;
    ReadRule read_;
    bool action_known_ = true;
};

}  // namespace

ReadRule read_rule(TomlFile& file, const toml::table& source, const ServiceCatalogue& catalogue) {
    return RuleReader(file, source, catalogue).read();
}

}  // namespace casekeeper
