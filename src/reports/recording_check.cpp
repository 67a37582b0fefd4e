// SPDX-License-Identifier: MIT
#include "reports/recording_check.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/recording_own_rules.h"
#include "reports/recorded_people.h"
#include "store/account_print_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 4000;
constexpr int entries_a_page = 20000;

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

bool is_within(const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::all_of(some.begin(), some.end(), [&](const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    });
}

// Puts what was found in the place of what was found before.
class FindingKeeper {
public:
    FindingKeeper(Database& database, const RecordingRules& rules, Date day, RecordingResult& result)
        : store_(database),
          rules_(rules),
          day_(day),
          today_(to_text(day)),
          had_findings_(has_any(store_)),
          result_(result) {}

    void keep(HeldPeople& held) {
        std::optional<std::string> again = text_of(held.now.look_again_on);
        std::map<std::string, RecordingFinding> before;
        for (RecordingFinding& one : held.before) before.emplace(one.id, std::move(one));
        for (const Shortfall& shortfall : held.now.shortfalls) {
            const std::string id = id_of_finding(shortfall.rule, shortfall.thing);
            std::optional<RecordingFinding> was = take(before, id);
            const RecordingFinding now = was ? as_again(*was, shortfall) : as_new(id, shortfall);
            if (!was || !(now == *was)) store_.put(now);
            if (now.state == "waived" && now.waived_until && (!again || *now.waived_until < *again))
                again = now.waived_until;
        }
        for (auto& [id, gone] : before) {
            if (find_own_rule(gone.rule))
                keep_own(gone, again);
            else if (gone.state == "open" || gone.state == "waived")
                close(gone);
        }
        watch(held, again);
        result_.people += static_cast<long long>(held.people.size());
        if (result_.holidays_missing.empty()) result_.holidays_missing = held.now.holidays_missing;
    }

private:
    static bool has_any(RecordingStore& store) {
        RecordingStore::Filter every;
        every.all = true;
        return !store.page(every, "", 1).empty();
    }

    // One found before: of these people, or of another before the record came to them.
    std::optional<RecordingFinding> take(std::map<std::string, RecordingFinding>& before,
                                         const std::string& id) {
        const auto found = before.find(id);
        if (found == before.end()) return had_findings_ ? store_.find(id) : std::nullopt;
        RecordingFinding was = std::move(found->second);
        before.erase(found);
        return was;
    }

    RecordingFinding as_new(const std::string& id, const Shortfall& shortfall) {
        RecordingFinding finding;
        finding.id = id;
        finding.rule = shortfall.rule;
        finding.thing = shortfall.thing;
        finding.first_seen_on = finding.opened_on = today_;
        describe(finding, shortfall);
        ++result_.appeared;
        return finding;
    }

    // Found before: the same finding, which may have closed or been set aside since.
    RecordingFinding as_again(const RecordingFinding& was, const Shortfall& shortfall) {
        RecordingFinding finding = was;
        describe(finding, shortfall);
        if (finding.first_seen_on > today_) finding.first_seen_on = today_;
        if (finding.opened_on > today_) finding.opened_on = today_;
        if (was.state == "open") return finding;
        const bool is_still_waived = was.state == "waived" &&
                                     !(was.waived_until && *was.waived_until <= today_) &&
                                     is_within(shortfall.lacks, json_texts(was.lacks));
        if (is_still_waived) return finding;
        ++result_.reopened;
        return opened_again(std::move(finding));
    }

    RecordingFinding opened_again(RecordingFinding finding) const {
        finding.state = "open";
        finding.opened_on = today_;
        ++finding.reopened;
        finding.closed_on.reset();
        finding.waived_on.reset();
        finding.waived_by.reset();
        finding.waived_until.reset();
        finding.waiver_reason.reset();
        return finding;
    }

    void describe(RecordingFinding& finding, const Shortfall& shortfall) {
        finding.person = shortfall.person;
        finding.involvement = shortfall.involvement;
        finding.worker = unless_empty(shortfall.worker);
        finding.team = unless_empty(shortfall.team.empty() ? team_of(shortfall.worker) : shortfall.team);
        finding.lacks = json_list(shortfall.lacks);
        finding.about_on = text_of(shortfall.about_on);
        finding.owed_by = text_of(shortfall.owed_by);
    }

    const std::string& team_of(const std::string& worker) {
        const auto [known, is_new] = teams_.emplace(worker, "");
        if (is_new && !worker.empty())
            if (const auto found = store_.worker(worker)) known->second = found->team;
        return known->second;
    }

    // No night finds it, and none closes it.
    void keep_own(const RecordingFinding& was, std::optional<std::string>& again) {
        if (was.state != "waived" || !was.waived_until) return;
        if (*was.waived_until <= today_) {
            store_.put(opened_again(was));
            ++result_.reopened;
        } else if (!again || *was.waived_until < *again) {
            again = was.waived_until;
        }
    }

    void close(RecordingFinding finding) {
        const RecordingRule* rule = rules_.find(finding.rule);
        const std::optional<Date> about = finding.about_on ? parse_date(*finding.about_on) : std::nullopt;
        constexpr std::string_view entry = "entry:";
        const bool is_copy_gone = finding.thing.starts_with(entry) && finding.lacks == "[\"copy\"]" &&
                                  store_.is_without_copy(finding.thing.substr(entry.size()));
        const bool has_its_day = rule && (rule->subject == RecordingSubject::entry || rule->of_closed ||
                                          rule->subject == RecordingSubject::belonging);
        const bool is_out_of_reach = has_its_day && about && !rule->reaches(*about, day_);
        const bool is_asked = rule && !is_out_of_reach && !is_copy_gone;
        finding.state = is_asked ? "mended" : "lapsed";
        finding.closed_on = today_;
        store_.put(finding);
        ++(is_asked ? result_.mended : result_.lapsed);
    }

    // The first of those whose records are joined is watched for all.
    void watch(const HeldPeople& held, const std::optional<std::string>& again) {
        for (const std::string& person : held.people) {
            const auto was = held.watched.find(person);
            const std::optional<std::string> wanted =
                person == held.people.front() ? again : std::optional<std::string>();
            const bool is_same =
                wanted ? was != held.watched.end() && was->second == *wanted : was == held.watched.end();
            if (!is_same) store_.watch(person, wanted);
        }
    }

    RecordingStore store_;
    const RecordingRules& rules_;
    const Date day_;
    const std::string today_;
    const bool had_findings_;  // before this run
    RecordingResult& result_;
    std::map<std::string, std::string> teams_;  // by worker, as they are asked for
};

class RecordingCheck {
public:
    RecordingCheck(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                   const ServiceCatalogue& catalogue, Date day, const RecordingControl& control)
        : database_(database),
          store_(database),
          people_(database, rules, holidays, catalogue, day),
          keeper_(database, rules, day, result_),
          day_(to_text(day)),
          control_(control),
          asks_by_words_(rules.asking(ReadsAs::another_client) || rules.asking(ReadsAs::date_of_birth) ||
                         rules.asking(ReadsAs::identifier)) {}

    RecordingResult run(const std::string& rules_mark) {
        std::unique_ptr<UnitOfWork> whole;  // of a dry run: it ends as if it had not been
        if (control_.dry_run) whole = std::make_unique<UnitOfWork>(database_, UnitOfWork::Kind::write);
        result_.looked_at_all = store_.checked_by() != rules_mark || store_.checked_until() > day_;
        if (!result_.looked_at_all) in_unit([&] { store_.mark_for_day(day_); });
        const std::set<std::string> left_unread = read_documents();
        if (result_.looked_at_all)
            look_at_all();
        else
            look_at_due();
        in_unit([&] {
            for (const std::string& person : left_unread) store_.mark(person);
            store_.count(day_);
            if (!result_.cancelled) store_.set_checked(rules_mark, day_);
        });
        return result_;
    }

private:
    template <typename Do>
    void in_unit(const Do& what) {
        if (control_.dry_run) return what();
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        what();
        work.commit();
    }

    // Whose are not all read.
    std::set<std::string> read_documents() {
        if (control_.dry_run || !control_.read_documents_of || !asks_by_words_) return {};
        DocumentsToRead documents(database_, control_.read_documents_of, control_.reader,
                                  control_.is_cancelled);
        documents.read();
        return documents.left();
    }

    // Of entries from before they had any: once in the life of a store.
    void fill_prints() {
        AccountPrintStore prints(database_);
        if (prints.is_filled()) return;
        std::string after;
        do {
            in_unit([&] { after = prints.fill(after, entries_a_page); });
        } while (!after.empty());
        in_unit([&] { prints.set_filled(); });
    }

    void look_at_all() {
        fill_prints();
        const long long of = RecordStore(database_).totals().people;
        for (std::string after; !result_.cancelled;) {
            std::vector<RecordedPeople::Person> page;
            in_unit([&] {
                page = store_.people_after(after, people_a_page);
                if (page.empty()) return;
                keep(people_.hold_range(page));
                store_.checked(page.front().id, page.back().id);
            });
            if (page.empty()) return;
            after = page.back().id;
            result_.cancelled = tell_and_ask(of);
        }
    }

    void look_at_due() {
        const long long of = store_.number_due();
        for (std::string after; !result_.cancelled;) {
            std::vector<RecordedPeople::Person> page;
            in_unit([&] {
                page = store_.due_after(after, people_a_page);
                keep(people_.hold_each(page));
                for (const RecordedPeople::Person& person : page) store_.checked(person.id, person.id);
            });
            if (page.empty()) return;
            after = page.back().id;
            result_.cancelled = tell_and_ask(of);
        }
    }

    void keep(std::vector<HeldPeople> held) {
        for (HeldPeople& one : held) keeper_.keep(one);
    }

    bool tell_and_ask(long long of) {
        if (control_.progress) control_.progress(result_.people, of);
        return control_.is_cancelled && control_.is_cancelled();
    }

    Database& database_;
    RecordingStore store_;
    RecordedPeople people_;
    RecordingResult result_;
    FindingKeeper keeper_;
    const std::string day_;
    const RecordingControl& control_;
    const bool asks_by_words_;
};

}  // namespace

RecordingResult check_recording(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                                const ServiceCatalogue& catalogue, const std::string& rules_mark, Date day,
                                const RecordingControl& control) {
    return RecordingCheck(database, rules, holidays, catalogue, day, control).run(rules_mark);
}

}  // namespace casekeeper
