// SPDX-License-Identifier: MIT
#include "reports/privacy_statement_letter.h"

#include <algorithm>

#include "base/plain_words.h"
#include "policy/date_words.h"
#include "policy/service_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t contents_from = 12;  // services: a statement about more has a list of its parts

std::string day_in_words(const std::string& iso) {
    const std::optional<Date> day = parse_date(iso);
    return day ? to_words(*day) : iso;
}

std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

// Fills the marks of a letter from a statement.
class Filling {
public:
    Filling(const PrivacyStatement& statement, const StatementSources& sources)
        : statement_(statement), sources_(sources) {}

    LetterValues fill() {
        fill_head();
        fill_about();
        if (statement_.person) fill_person(*statement_.person);
        for (const StatedPart& part : statement_.parts) fill_part(part);
        values_.show("WITH_PARTS", !statement_.parts.empty());
        if (!statement_.longer.empty()) fill_longer();
        fill_recipients();
        fill_withheld();
        values_.show("WITH_STATUTORY", statement_.statutory);
        values_.show("WITH_DUTY", statement_.duty);
        values_.show("WITH_VOLUNTARY", statement_.voluntary);
        values_.show("WITH_CHOICE", statement_.duty || statement_.voluntary);
        return std::move(values_);
    }

private:
    const Service& service(int index) const {
        return sources_.catalogue.services()[static_cast<std::size_t>(index)];
    }

    void fill_head() {
        const Settings& settings = sources_.settings;
        const std::string contact =
            settings.trust_contact.empty() ? settings.trust_name : settings.trust_contact;
        const StatementSettings& own = settings.statement;
        values_.texts = {{"TRUST", settings.trust_name},
                         {"CONTACT", without_stop(contact)},
                         {"WHERE", without_stop(own.where)},
                         {"HELD", period_in_words(sources_.schedule.holds_after_answer)},
                         {"BACKUP", period_in_words({0, settings.disposal.backup_months, 0})},
                         {"SCHEDULE", sources_.schedule.title},
                         {"VERSION", sources_.schedule.version}};
        values_.show_text("WITH_OFFICER", "OFFICER", without_stop(own.officer));
        values_.show("NO_OFFICER", own.officer.empty());
        values_.show_text("WITH_ABROAD", "ABROAD", own.abroad);
        if (own.talk_to.empty()) return;
        LetterValues& talk = values_.lists["WITH_TALK"].emplace_back();
        for (const std::string& sentence : own.talk_to)
            talk.lists["TALK"].emplace_back().texts["WHO_TO"] = sentence;
    }

    void fill_about() {
        values_.show("ABOUT_YOU", statement_.person.has_value());
        values_.show("ABOUT_ALL", !statement_.person && !statement_.service);
        if (!statement_.service) return;
        values_.show_text("ABOUT_ONE", "ONE_SERVICE", service(*statement_.service).title);
    }

    void fill_person(const StatedPerson& person) {
        values_.texts["WRITTEN_ON"] = to_words(person.day);
        values_.texts["SALUTATION"] = person.salutation;
        values_.show("NO_RECORDS", person.records.empty());
        if (person.records.empty()) return;
        LetterValues& records = values_.lists["WITH_RECORDS"].emplace_back();
        for (const StatedRecord& record : person.records)
            records.lists["RECORDS"].push_back(values_of_record(record));
    }

    static LetterValues values_of_record(const StatedRecord& record) {
        LetterValues one;
        one.texts["SERVICE"] = record.title;
        one.texts["TIME"] =
            record.closed ? "from " + day_in_words(record.opened) + " to " + day_in_words(*record.closed)
                          : "since " + day_in_words(record.opened);
        constexpr std::pair<Keeping, const char*> sections[] = {{Keeping::goes_on, "GOES_ON"},
                                                                {Keeping::until, "WITH_UNTIL"},
                                                                {Keeping::past, "PAST"},
                                                                {Keeping::for_good, "FOR_GOOD"},
                                                                {Keeping::not_set, "NOT_SET"}};
        for (const auto& [keeping, section] : sections) {
            if (keeping != record.keeping) continue;
            LetterValues& its = one.lists[section].emplace_back();
            if (record.until) its.texts["UNTIL"] = day_in_words(*record.until);
            if (!record.because.empty()) its.texts["BECAUSE"] = record.because;
            its.show_text("WITH_THEN", "THEN", record.then);
        }
        if (record.less_on) one.show_text("WITH_LESS", "LESS_ON", day_in_words(*record.less_on));
        if (record.passed_on) one.show_text("WITH_PASSED_ON", "PASSED_ON", day_in_words(*record.passed_on));
        return one;
    }

    // What is so of every service of a part is said once, behind them.
    void fill_part(const StatedPart& part) {
        LetterValues& one = values_.lists["PARTS"].emplace_back();
        if (!statement_.service) one.show_text("WITH_PART_TITLE", "PART_TITLE", part.title);
        const ServiceClass first = service(part.services.front()).service_class;
        const bool is_one = std::all_of(part.services.begin(), part.services.end(),
                                        [&](int index) { return service(index).service_class == first; });
        for (const int index : part.services) {
            const Service& its = service(index);
            LetterValues& values = one.lists["SERVICES"].emplace_back();
            const bool is_named = part.services.size() > 1;  // a single one is named above
            if (is_named) values.show_text("WITH_NAME", "SERVICE", its.title);
            values.texts = {{"PURPOSE", is_named ? purpose_in_words(its) : capital(purpose_in_words(its))},
                            {"BASIS", lawful_basis_in_words(its)}};
            if (!is_one) show_footing(its, values);
        }
        if (is_one) show_footing(service(part.services.front()), one.lists["OF_ALL"].emplace_back());
        for (const KeepingWords& rule : part.rules) one.lists["RULES"].push_back(values_of_rule(rule));
    }

    static void show_footing(const Service& its, LetterValues& values) {
        LetterValues& footing = values.lists["WITH_FOOTING"].emplace_back();
        footing.texts = {{"FOOTING", footing_in_words(its)}, {"DELETION", deletion_in_words(its)}};
    }

    static LetterValues values_of_rule(const KeepingWords& rule) {
        LetterValues one;
        one.texts = {{"HOW_LONG", rule.how_long}, {"REASON", rule.why}};
        one.show_text("WITH_THEN", "THEN", rule.then);
        one.show_text("WITH_CARE", "CARE", rule.care);
        return one;
    }

    void fill_longer() {
        LetterValues& longer = values_.lists["WITH_LONGER"].emplace_back();
        for (const KeepingWords& rule : statement_.longer)
            longer.lists["LONGER"].emplace_back().texts = {
                {"LONGER_TITLE", rule.title}, {"HOW_LONG", rule.how_long}, {"REASON", rule.why}};
    }

    void fill_recipients() {
        values_.show("NO_RECIPIENTS", statement_.recipients.empty());
        if (!statement_.recipients.empty()) {
            LetterValues& section = values_.lists["WITH_RECIPIENTS"].emplace_back();
            for (const Recipient& one : statement_.recipients)
                section.lists["RECIPIENTS"].push_back(values_of_recipient(one));
        }
        if (statement_.consulted.empty()) return;
        LetterValues& section = values_.lists["WITH_CONSULTED"].emplace_back();
        for (const Recipient& one : statement_.consulted)
            section.lists["CONSULTED"].emplace_back().texts = {
                {"WHO", one.kind.title}, {"WHY", why_in_words(one)}, {"RECIPIENT_LAW", one.kind.gateway}};
    }

    LetterValues values_of_recipient(const Recipient& recipient) const {
        LetterValues one;
        one.texts = {{"WHO", recipient.kind.title}, {"WHY", why_in_words(recipient)}};
        one.show_text("WITH_RECIPIENT_LAW", "RECIPIENT_LAW", recipient.kind.gateway);
        one.show("ASKS_YOU", recipient.kind.needs_consent);
        if (!statement_.service) show_services(recipient, one);
        return one;
    }

    // By the shorter of two lists: what it is for, or what it is not for. Neither, where it is for all.
    void show_services(const Recipient& recipient, LetterValues& values) const {
        std::vector<std::string> for_these;
        std::vector<std::string> not_for_these;
        for (const StatedPart& part : statement_.parts)
            for (const int index : part.services)
                (is_of_service(recipient, sources_.catalogue, index) ? for_these : not_for_these)
                    .push_back(service(index).title);
        if (not_for_these.empty()) return;
        if (for_these.size() <= not_for_these.size())
            values.show_text("WITH_FOR", "FOR", semicolons(for_these));
        else
            values.show_text("WITH_NOT_FOR", "NOT_FOR", semicolons(not_for_these));
    }

    // Titles have commas of their own.
    static std::string semicolons(const std::vector<std::string>& titles) {
        std::string text;
        for (const std::string& title : titles) text += (text.empty() ? "" : "; ") + title;
        return text;
    }

    void fill_withheld() {
        const auto rules = sources_.rules.rules();
        if (rules.empty()) return;
        LetterValues& section = values_.lists["WITH_WITHHELD"].emplace_back();
        for (const ReleaseRule& rule : rules)
            section.lists["WITHHELD"].emplace_back().texts = {
                {"WHAT", rule.title}, {"LAW", rule.paragraph}, {"PLAIN", rule.plain}};
    }

    const PrivacyStatement& statement_;
    const StatementSources& sources_;
    LetterValues values_;
};

}  // namespace

const char* form_of(Audience audience) {
    return audience == Audience::child ? notice_form::child : notice_form::full;
}

LetterValues values_of(const PrivacyStatement& statement, const StatementSources& sources) {
    return Filling(statement, sources).fill();
}

Page page_of(const PrivacyStatement& statement, const StatementSources& sources,
             const LetterTemplates& templates) {
    Page page = templates.of(form_of(statement.audience))
                    .page(values_of(statement, sources), sources.settings.trust_name);
    std::size_t services = 0;
    for (const StatedPart& part : statement.parts) services += part.services.size();
    page.has_contents = services >= contents_from;
    return page;
}

}  // namespace casekeeper
