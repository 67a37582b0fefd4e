// SPDX-License-Identifier: MIT
#include "reports/recording_check.h"

#include <memory>
#include <set>

#include "reports/finding_keeper.h"
#include "store/account_print_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 500;               // as many as the store is held for
constexpr const char* not_yet_by_any = "begun";  // rules
constexpr int entries_a_page = 20000;

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
        if (!store_.has_checked())
            in_unit([&] { store_.set_checked(not_yet_by_any, day_); });  // changes count now
        fill_prints();
        const long long of = RecordStore(database_).totals().people;
        for (std::string after; !result_.cancelled;) {
            std::vector<RecordedPeople::Person> page;
            in_unit([&] {
                page = store_.people_after(after, people_a_page);
                if (page.empty()) return;
                keeper_.keep(people_.hold_range(page));
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
                keeper_.keep(people_.hold_each(page));
                for (const RecordedPeople::Person& person : page) store_.checked(person.id, person.id);
            });
            if (page.empty()) return;
            after = page.back().id;
            result_.cancelled = tell_and_ask(of);
        }
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
