// SPDX-License-Identifier: MIT
#include "reports/recording_check.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <set>
#include <thread>

#include "base/handover.h"
#include "reports/finding_keeper.h"
#include "store/account_print_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 250;
constexpr std::size_t pages_a_stretch = 32;      // as many as the store is held for
constexpr unsigned most_readers_beside = 3;      // more wait for the one that writes
constexpr const char* not_yet_by_any = "begun";  // rules
constexpr int entries_a_page = 20000;

using People = std::vector<RecordedPeople::Person>;

// Pages of people, each for whichever thread asks next.
class Stretch {
public:
    explicit Stretch(std::vector<People> pages) : pages_(std::move(pages)) {}

    // nullptr where none is left.
    const People* next() {
        const std::size_t at = next_++;
        return at < pages_.size() ? &pages_[at] : nullptr;
    }
    std::size_t size() const { return pages_.size(); }
    const std::string& last() const { return pages_.back().back().id; }

private:
    const std::vector<People> pages_;
    std::atomic<std::size_t> next_ = 0;
};

// Reads on a connection of its own, beside the thread that writes.
class ReaderBeside {
public:
    ReaderBeside(const Database& beside, const RecordingRules& rules, const BankHolidays& holidays,
                 const ServiceCatalogue& catalogue, Date day, const RecordedPeople& as)
        : database_(Database::open(beside.url(), Opening::existing)),
          people_(*database_, rules, holidays, catalogue, day) {
        people_.expect_everybody(as);
    }

    void read(Stretch& stretch, Handover<HeldPage>& held) {
        try {
            const UnitOfWork snapshot(*database_, UnitOfWork::Kind::snapshot);
            while (const People* page = stretch.next()) held.give(people_.hold_range(*page));
        } catch (...) {
            held.end(std::current_exception());
        }
    }

private:
    const std::unique_ptr<Database> database_;
    RecordedPeople people_;
};

class RecordingCheck {
public:
    RecordingCheck(Database& database, const RecordingRules& rules, const BankHolidays& holidays,
                   const ServiceCatalogue& catalogue, Date day, const RecordingControl& control)
        : database_(database),
          rules_(rules),
          holidays_(holidays),
          catalogue_(catalogue),
          date_(day),
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
        people_.expect_everybody();
        for (std::string after; !result_.cancelled;) {
            bool is_anybody = false;
            in_unit([&] {
                Stretch stretch = stretch_after(after);
                is_anybody = stretch.size() > 0;
                if (!is_anybody) return;
                keep_all_of(stretch);
                after = stretch.last();
            });
            if (!is_anybody) return;
            result_.cancelled = tell_and_ask(of);
        }
    }

    Stretch stretch_after(std::string after) {
        std::vector<People> pages;
        while (pages.size() < pages_a_stretch) {
            People page = store_.people_after(after, people_a_page);
            if (page.empty()) break;
            after = page.back().id;
            pages.push_back(std::move(page));
        }
        return Stretch(std::move(pages));
    }

    // Others read beside this thread, which keeps what they have read and reads where nothing waits to be kept. All see
    // the store as it was when this unit of work began, for until it ends nobody else writes.
    void keep_all_of(Stretch& stretch) {
        Handover<HeldPage> held(stretch.size());
        if (stretch.size() > 1 && !control_.dry_run) open_readers();
        std::vector<std::jthread> reading;
        reading.reserve(readers_.size());
        for (const auto& reader : readers_)
            reading.emplace_back([&stretch, &held, &reader] { reader->read(stretch, held); });
        for (std::size_t kept = 0; kept < stretch.size(); ++kept) {
            std::optional<HeldPage> page = held.take_if_there();
            if (!page)
                if (const People* next = stretch.next()) page = people_.hold_range(*next);
            if (!page) page = held.take();
            keep(page.value());
            store_.checked(page->from, page->upto);
        }
    }

    void open_readers() {
        if (!readers_.empty()) return;
        const unsigned beside =
            std::clamp(std::thread::hardware_concurrency(), 2U, most_readers_beside + 1) - 1;
        for (unsigned i = 0; i < beside; ++i)
            readers_.push_back(
                std::make_unique<ReaderBeside>(database_, rules_, holidays_, catalogue_, date_, people_));
    }

    // A human being whose records are joined may be held in several pages, and is kept once.
    void keep(HeldPage& page) {
        std::erase_if(page.held, [&](const HeldPeople& one) {
            return one.is_joined && !humans_.insert(one.people.front()).second;
        });
        people_.add_what_was(page);
        keeper_.keep(page.held);
    }

    void look_at_due() {
        const long long of = store_.number_due();
        for (std::string after; !result_.cancelled;) {
            People page;
            in_unit([&] {
                page = store_.due_after(after, people_a_page);
                HeldPage held = people_.hold_each(page);
                keep(held);
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
    const RecordingRules& rules_;
    const BankHolidays& holidays_;
    const ServiceCatalogue& catalogue_;
    const Date date_;
    RecordingStore store_;
    RecordedPeople people_;
    std::vector<std::unique_ptr<ReaderBeside>> readers_;
    std::set<std::string> humans_;  // kept in this run, by the first of their people
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
