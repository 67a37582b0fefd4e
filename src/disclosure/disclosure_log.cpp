// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_log.h"

#include <algorithm>

#include "base/among.h"
#include "base/blank_text.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/did_you_mean.h"
#include "store/access_store.h"
#include "store/disclosure_store.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* list_hint = "casekeeper disclosure list shows which there are";
constexpr std::size_t longest_id = 64;
constexpr const char* told_words[] = {"correction", "erasure", "dispute", "restriction"};
// What a person may say when recording, and add when it was missing.
constexpr const char* sayable[] = {"recipient",       "recipient_kind", "information",    "reasons",
                                   "risk_assessment", "authorised_by",  "lawful_basis",   "consent",
                                   "consent_on",      "method",         "conditions",     "receipt",
                                   "involvement",     "items",          "override_reason"};

bool is_printable_id(const std::string& id) {
    const auto is_control = [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    };
    return !id.empty() && id.size() <= longest_id && id.front() != ' ' && id.back() != ' ' &&
           std::none_of(id.begin(), id.end(), is_control);
}

// Was it in the way before, in all that is in the way now? Of a place or a confidence each part counts by itself.
bool stood_before(const DisclosureStop& stop, const std::vector<DisclosureStop>& before) {
    return std::any_of(before.begin(), before.end(), [&](const DisclosureStop& one) {
        return one.code == stop.code &&
               std::all_of(stop.of.begin(), stop.of.end(),
                           [&](const std::string& part) { return is_among(one.of, part); });
    });
}

// The field's list with what is not in it yet.
void add_to_list(Record& disclosure, const char* field, const Texts& more) {
    Texts all = json_texts(disclosure.value(field).value_or("[]"));
    for (const std::string& one : more)
        if (!is_among(all, one)) all.push_back(one);
    if (!all.empty()) disclosure.set(field, json_list(all));
}

[[noreturn]] void refuse(const DisclosureStop& stop, std::size_t more) {
    throw Refused(stop.what + (more > 0 ? " (and " + std::to_string(more) + " more in the way)" : "") +
                      "; nothing was recorded",
                  stop.hint);
}

void refuse_first(const std::vector<DisclosureStop>& stops) {
    const DisclosureStop* first = first_in_the_way(stops);
    if (!first) return;
    const auto in_the_way =
        std::count_if(stops.begin(), stops.end(), [](const DisclosureStop& stop) { return !stop.is_lifted; });
    refuse(*first, static_cast<std::size_t>(in_the_way - 1));
}

// The disclosure with what was missing. Refused: it says that already. UsageError: nothing is added.
Record with_additions(const Record& before, const Record& additions) {
    Record disclosure = before;
    const auto add = [&](const char* field) {
        const std::optional<std::string>& value = additions.value(field);
        if (is_blank(value)) return false;
        // Why they were not asked may be added where only that they were not was said.
        const bool is_open = is_blank(before.value(field)) ||
                             (field == std::string_view("consent") && *before.value(field) == "not-asked");
        if (!is_open)
            throw Refused(
                "disclosure " + before.key() + " says already: " + field +
                    "; what was said is never rewritten",
                "casekeeper disclosure show " + before.key() + "; what was wrong is said in a new one");
        disclosure.set(field, value);
        return true;
    };
    bool adds = false;
    for (const char* field : sayable) adds = add(field) || adds;
    if (!adds)
        throw UsageError(
            "nothing is added to disclosure " + before.key(),
            "casekeeper disclosure show " + before.key() + " says what is missing, and how it is said");
    return disclosure;
}

void require_no_future(const Record& disclosure, const char* field, const char* option, Date day) {
    const auto& written = disclosure.value(field);
    if (written && *written > to_text(day))
        throw InputError("--" + std::string(option) + " " + *written + " is still to come",
                         "name the day on which it was; days after " + to_text(day) + " are not recorded");
}

}  // namespace

const DisclosureStop* first_in_the_way(const std::vector<DisclosureStop>& stops) {
    const auto found =
        std::find_if(stops.begin(), stops.end(), [](const DisclosureStop& stop) { return !stop.is_lifted; });
    return found == stops.end() ? nullptr : &*found;
}

Record empty_disclosure() {
    Record record{RecordType::disclosure, {}};
    record.values.resize(format_of(RecordType::disclosure).fields.size());
    return record;
}

DisclosureLog::DisclosureLog(Database& database, const ReleaseRules& rules, DisclosureWeighing& weighing)
    : database_(database), rules_(rules), weighing_(weighing) {}

// What is said in a word of its own, and no day that is still to come.
void DisclosureLog::check_words(const Record& disclosure, Date day) const {
    if (const auto& kind = disclosure.value("recipient_kind"); kind && !rules_.recipients().find(*kind))
        throw UsageError(
            in_quotes(*kind) + " is no kind of recipient" + did_you_mean(*kind, rules_.recipients().ids()),
            "those there are stand in config/release_rules.toml, [[recipient]]: id");
    if (const auto& basis = disclosure.value("lawful_basis");
        basis && RecipientKinds::basis_in(*basis).empty())
        throw UsageError("--lawful-basis begins with none of the bases of UK GDPR Art 6(1)",
                         "--lawful-basis \"public-task: Children Act 1989 s17\"; one of consent, contract, "
                         "legal-obligation, vital-interests, public-task, legitimate-interests");
    const SaidConsent consent = consent_in(disclosure.value("consent").value_or(""));
    if (consent.word == SaidConsent::Word::other)
        throw UsageError("--consent says neither that it was given nor that it was not",
                         "--consent given, refused, or \"not-asked: WHY\"");
    require_no_future(disclosure, "decided_on", "on", day);
    require_no_future(disclosure, "consent_on", "consent-on", day);
    if (!is_blank(disclosure.value("override_reason")) && is_blank(disclosure.value("authorised_by")))
        throw UsageError("what is shared to prevent serious harm says who authorised it",
                         "--authorised-by NAME beside --serious-harm REASON");
}

void DisclosureLog::check_decision(const Record& disclosure) {
    if (const auto& outcome = disclosure.value("outcome"); outcome != "shared" && outcome != "not-shared")
        throw UsageError(is_blank(outcome) ? "it is not said whether it was shared"
                                           : in_quotes(*outcome) + " is no outcome of a disclosure",
                         "--outcome shared, or --outcome not-shared");
    if (disclosure.value("outcome") == "shared") return;
    if (is_blank(disclosure.value("reasons")))
        throw UsageError("a decision not to share says why", "--reasons TEXT");
    if (is_blank(disclosure.value("authorised_by")))
        throw UsageError("a decision not to share says who decided it", "--authorised-by NAME");
}

std::string DisclosureLog::unused_id() {
    RecordStore records(database_);
    // By the line that it will leave: no id comes again, whatever has ended since.
    for (long long number = RegisterStore(database_).head().number + 1;; ++number)
        if (std::string id = "DL" + std::to_string(number); !records.find(RecordType::disclosure, id))
            return id;
}

Record DisclosureLog::prepared(const DisclosureOrder& order, Date day) {
    Record disclosure = order.disclosure;
    for (std::optional<std::string>& value : disclosure.values)
        if (is_blank(value)) value.reset();
    if (!disclosure.value("person")) throw UsageError("it is not said whose record it is of", "--person ID");
    if (!disclosure.value("decided_on")) disclosure.set("decided_on", to_text(day));
    check_decision(disclosure);
    check_words(disclosure, day);
    return disclosure;
}

LoggedDisclosure DisclosureLog::weigh(const DisclosureOrder& order, Date day) {
    const UnitOfWork work(database_, UnitOfWork::Kind::snapshot);
    LoggedDisclosure logged{prepared(order, day), {}};
    logged.weighed = weighing_.weigh(logged.disclosure, order.despite_restriction, day);
    return logged;
}

LoggedDisclosure DisclosureLog::record(const DisclosureOrder& order, const SignedAct& act) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    LoggedDisclosure logged{prepared(order, act.day), {}};
    Record& disclosure = logged.disclosure;
    RecordStore records(database_);
    if (disclosure.value("id") && !is_printable_id(*disclosure.value("id")))
        throw UsageError(in_quotes(*disclosure.value("id")) + " is no id of a disclosure",
                         "1 to 64 printable characters, e.g. --id DL7");
    if (disclosure.value("id") && records.find(RecordType::disclosure, disclosure.key()))
        throw InputError(
            "there is a disclosure " + disclosure.key() + " already",
            "take another id, or leave --id out; what is missing: casekeeper disclosure complete " +
                disclosure.key());
    logged.weighed = weighing_.weigh(disclosure, order.despite_restriction, act.day);
    refuse_first(logged.weighed.stops);
    if (!disclosure.value("id")) disclosure.set("id", unused_id());
    keep(disclosure, logged.weighed, order.despite_restriction);
    records.add(disclosure);
    records.add_to_count(RecordType::disclosure, 1);
    DisclosureStore(database_).note_recorded(disclosure.key(), act.at);
    mark(disclosure);
    leave_line(disclosure, "disclosure-recorded", act);
    work.commit();
    return logged;
}

LoggedDisclosure DisclosureLog::complete(const DisclosureOrder& additions, const SignedAct& act) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    RecordStore records(database_);
    const std::string id = additions.disclosure.value("id").value_or("");
    const std::optional<Record> before = records.find(RecordType::disclosure, id);
    if (!before) throw InputError("there is no disclosure " + in_quotes(id), list_hint);
    LoggedDisclosure logged{with_additions(*before, additions.disclosure), {}};
    Record& disclosure = logged.disclosure;
    // What a load brought may be in other words than are taken here: they are asked of what is added.
    Record asked = additions.disclosure;
    asked.set("authorised_by", disclosure.value("authorised_by"));
    check_words(asked, act.day);
    WeighedDisclosure standing = weighing_.weigh_again(*before, additions.despite_restriction, act.day);
    const bool adds_items = !is_blank(additions.disclosure.value("items"));
    logged.weighed = adds_items ? weighing_.weigh(disclosure, additions.despite_restriction, act.day)
                                : weighing_.weigh_again(disclosure, additions.despite_restriction, act.day);
    for (const DisclosureStop& stop : logged.weighed.stops)
        if (!stop.is_lifted && !stood_before(stop, standing.stops)) refuse(stop, 0);
    // What it was given with stays as it was kept, however much older that is by now.
    if (before->value("caveats"))
        std::erase_if(logged.weighed.caveats,
                      [&](const std::string& one) { return is_among(standing.caveats, one); });
    keep(disclosure, logged.weighed, additions.despite_restriction);
    records.replace(disclosure);
    // No load takes away what was added here.
    DisclosureStore(database_).note_recorded(id, act.at);
    mark(disclosure);
    leave_line(disclosure, "disclosure-completed", act);
    work.commit();
    return logged;
}

Record DisclosureLog::told(const std::string& id, const Told& told, const SignedAct& act) {
    if (std::find(std::begin(told_words), std::end(told_words), told.of) == std::end(told_words))
        throw UsageError(in_quotes(told.of) + " is nothing that a recipient is told of",
                         "--of correction, erasure, dispute or restriction");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    RecordStore records(database_);
    std::optional<Record> disclosure = records.find(RecordType::disclosure, id);
    if (!disclosure) throw InputError("there is no disclosure " + in_quotes(id), list_hint);
    if (disclosure->value("outcome") != "shared")
        throw Refused("nothing was shared by disclosure " + id + ": there is nobody to tell", list_hint);
    if (told.on > act.day || to_text(told.on) < *disclosure->value("decided_on"))
        throw InputError(
            "whoever received disclosure " + id + " cannot have been told on " + to_text(told.on),
            "a day from " + *disclosure->value("decided_on") + " to " + to_text(act.day));
    std::string list = disclosure->value("told").value_or("[]");
    list.pop_back();
    JsonObject one;
    one.text("on", to_text(told.on)).text("of", told.of);
    if (!told.how.empty()) one.text("how", told.how);
    disclosure->set("told", list + (list.size() > 1 ? "," : "") + one.json() + "]");
    records.replace(*disclosure);
    mark(*disclosure);
    leave_line(*disclosure, "disclosure-told", act);
    work.commit();
    return *disclosure;
}

void DisclosureLog::keep(Record& disclosure, const WeighedDisclosure& weighed,
                         const std::string& despite_restriction) {
    if (!disclosure.value("recipient_kind"))
        if (const RecipientKind* kind = kind_of_recipient(disclosure, rules_.recipients());
            kind && disclosure.value("outcome") == "shared")
            disclosure.set("recipient_kind", kind->id);
    add_to_list(disclosure, "caveats", weighed.caveats);
    Texts lifted;
    for (const DisclosureStop& stop : weighed.stops)
        if (stop.is_lifted)
            lifted.push_back(stop.code == "restricted" ? stop.code + ":" + despite_restriction : stop.code);
    add_to_list(disclosure, "overrides", lifted);
}

void DisclosureLog::leave_line(const Record& disclosure, const std::string& kind, const SignedAct& act) {
    JsonObject facts;
    facts.text("disclosure", act.pseudonyms.of_record("disclosure", disclosure.key()))
        .text("outcome", *disclosure.value("outcome"));
    // A load may have brought words of its own, and what stands here outlives every erasure.
    if (const auto& whom = disclosure.value("recipient_kind"); whom && rules_.recipients().find(*whom))
        facts.text("recipient_kind", *whom);
    if (const std::string basis = RecipientKinds::basis_in(disclosure.value("lawful_basis").value_or(""));
        !basis.empty())
        facts.text("basis", basis);
    if (const Texts overrides = overrides_of(disclosure); !overrides.empty())
        facts.texts("overrides", overrides);
    if (const std::size_t missing = missing_in(disclosure).size(); missing > 0)
        facts.number("missing", missing);
    RegisterStore(database_).append({act.at, kind, act.actor, facts.json()});
}

// What is proposed for its end, or for whoever asked to see it, was looked at without this.
void DisclosureLog::mark(const Record& disclosure) {
    const std::string& person = *disclosure.value("person");
    ReviewStore(database_).mark_if_proposed(person);
    AccessStore(database_).mark_if_open(person);
}

}  // namespace casekeeper
