// SPDX-License-Identifier: MIT
#include "disclosure/access_intake.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/entitlement.h"
#include "custody/request_opening.h"
#include "custody/requester.h"
#include "policy/did_you_mean.h"
#include "policy/request_clock.h"
#include "store/decision_store.h"
#include "store/register_store.h"
#include "store/review_store.h"

namespace casekeeper {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string in_quotes(const std::string& text) {
    return "\"" + text + "\"";
}

void require_word(const std::string& word, const char* option, std::string_view field) {
    if (word.empty()) return;
    const RecordFormat& format = format_of(RecordType::access_request);
    const auto& words = format.fields[static_cast<std::size_t>(format.position(field))].words;
    if (std::find(words.begin(), words.end(), word) != words.end()) return;
    std::string known;
    for (const std::string_view one : words) known += (known.empty() ? "" : ", ") + std::string(one);
    throw UsageError(std::string(option) + " " + in_quotes(word) + " is not known", "one of: " + known);
}

// One request as it is opened.
class OpenedAccess {
public:
    OpenedAccess(Database& database, AccessMoves& moves, const ServiceCatalogue& catalogue,
                 const AccessOrder& order, const SignedAct& act)
        : moves_(moves),
          catalogue_(catalogue),
          order_(order),
          act_(act),
          lines_(database),
          database_(database) {}

    Record request() {
        require_word(order_.channel, "--channel", "channel");
        require_word(order_.format, "--wanted", "format");
        require_word(order_.route, "--route", "route");
        find_person();
        require_received(order_.received_at, file_, act_.day,
                         "casekeeper access open --person " + order_.person);
        check_adoption();
        check_not_twice();
        Record record{RecordType::access_request, {}};
        record.values.resize(format_of(record.type).fields.size());
        record.set("id", new_request_id(order_.id, "A", moves_.cases().number_of_cases() + 1,
                                        [&](const std::string& id) { return is_taken(id); }));
        record.set("person", order_.person);
        record.set("received_at", order_.received_at);
        record.set("requester", requester_json({order_.requester, order_.capacity, order_.evidence,
                                                order_.requester_person}));
        record.set("scope", scope());
        for (const auto& [field, value] : {std::pair{"format", &order_.format},
                                           {"delivery", &order_.delivery},
                                           {"channel", &order_.channel},
                                           {"support", &order_.support},
                                           {"route", &order_.route},
                                           {"statement", &order_.statement}})
            record.set(field, unless_empty(*value));
        return record;
    }
    const std::vector<std::string>& records_of_human() const { return people_; }

private:
    void find_person() {
        file_ = file_asked_about(database_, order_.person);
        for (const PersonFacts& record : file_.people) people_.push_back(record.id);
        if (!order_.requester_person.empty() && !moves_.records().has_person(order_.requester_person))
            throw InputError("there is nobody " + in_quotes(order_.requester_person) + " in the store",
                             "leave --requester-person out where whoever asks has no record here");
    }

    // What lies before an adoption is no part of Art 15: DPA 2018 Sch 4 para 3; the adopted adult's way to it is
    // Adoption and Children Act 2002 ss60, 61 and SI 2005/888, in writing and with reasons.
    void check_adoption() {
        const bool before_adoption = is_from_before_adoption(database_, file_);
        if (before_adoption && order_.route != "adoption")
            throw Refused(
                "the record of " + order_.person +
                    " is from before an adoption: it is opened by its own route only "
                    "(DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 s60)",
                "casekeeper access open --person " + order_.person +
                    " --route adoption --statement TEXT, where the adopted adult applied in writing");
        if (order_.route != "adoption") return;
        if (!before_adoption)
            throw Refused("the record of " + order_.person + " is not from before an adoption",
                          "casekeeper access open --person " + order_.person);
        require_text(order_.statement, "the application's reasons",
                     "--statement TEXT: what the adopted adult wrote (SI 2005/888 reg 13)");
        if (!moves_.actor().roles.contains(Role::dpo))
            throw Refused(moves_.actor().name + " may not open a record from before an adoption",
                          "it is for a dpo: roles.toml says who that is; see casekeeper check");
    }

    // A person may ask while somebody else asks for them; the same asking twice is one request.
    void check_not_twice() {
        for (const std::string& person : people_)
            for (const AccessCase& other : moves_.cases().of_person(person)) {
                if (is_answered(state_of(other))) continue;
                const auto record = moves_.records().find(RecordType::access_request, other.request);
                if (!record || capacity_of(*record) != parse_capacity(order_.capacity)) continue;
                const std::string stored = record->value("requester").value_or("{}");
                if (order_.capacity != "self" && json_text_at(stored, "name") != order_.requester) continue;
                throw Refused("access request " + other.request + " by the same person is " + other.state,
                              "casekeeper access show " + other.request);
            }
    }

    bool is_taken(const std::string& id) {
        return moves_.cases().find(id).has_value() ||
               lines_.line_that_ended(act_.pseudonyms.of_record("access_request", id)) != 0;
    }

    std::optional<std::string> scope() const {
        if (order_.from && order_.to && *order_.to < *order_.from)
            throw InputError("--to " + to_text(*order_.to) + " is before --from " + to_text(*order_.from),
                             "name the first day with --from and the last with --to");
        for (const std::string& service : order_.services)
            if (catalogue_.matching(service).empty())
                throw InputError("service " + in_quotes(service) + " is not in the service catalogue" +
                                     did_you_mean(service, catalogue_.names()),
                                 "--services takes ids and groups of service_catalogue.toml");
        JsonObject json;
        if (order_.from) json.text("from", to_text(*order_.from));
        if (order_.to) json.text("to", to_text(*order_.to));
        if (!order_.services.empty()) json.texts("services", order_.services);
        return json.json() == "{}" ? std::nullopt : std::optional(json.json());
    }

    AccessMoves& moves_;
    const ServiceCatalogue& catalogue_;
    const AccessOrder& order_;
    const SignedAct& act_;
    RegisterStore lines_;
    CaseFile file_;
    std::vector<std::string> people_;
    Database& database_;
};

std::vector<Asked> clarifications_of(const Record& request) {
    return clock_facts(request).clarifications;
}

void set_clarifications(Record& request, const std::vector<Asked>& clarifications) {
    std::vector<std::string> items;
    for (const Asked& one : clarifications) {
        JsonObject json;
        json.text("asked_on", to_text(one.asked_on));
        if (one.met_on) json.text("answered_on", to_text(*one.met_on));
        items.push_back(json.json());
    }
    request.set("clarifications", json_list_of(items));
}

std::string show_command(const std::string& request) {
    return "casekeeper access show " + request;
}

}  // namespace

AccessIntake::AccessIntake(Database& database, const Actor& actor, const SignedAct& act,
                           const ServiceCatalogue& catalogue, const BankHolidays& holidays)
    : database_(database), actor_(actor), act_(act), catalogue_(catalogue), holidays_(holidays) {}

void AccessIntake::replace(AccessMoves& moves, const Record& request) const {
    request_clock(clock_facts(request), holidays_);
    moves.replace(request);
}

AccessCase AccessIntake::open(const AccessOrder& order) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    OpenedAccess opening(database_, moves, catalogue_, order, act_);
    const Record request = opening.request();
    request_clock(clock_facts(request), holidays_);
    moves.records().add(request);
    if (!order.requester_person.empty())
        moves.records().set_person_references(RecordType::access_request, request.key(),
                                              {order.requester_person}, true);
    moves.records().add_to_count(RecordType::access_request, 1);
    for (const std::string& person : opening.records_of_human()) {
        DecisionStore(database_).mark_person(person);  // an open request holds
        ReviewStore(database_).mark_if_proposed(person);
    }
    const AccessCase one = moves.find(request.key());
    JsonObject facts;
    facts.text("capacity", order.capacity);
    if (!order.channel.empty()) facts.text("channel", order.channel);
    if (!order.route.empty()) facts.text("route", order.route);
    moves.note(one, "open", *local_day(order.received_at), facts);
    work.commit();
    return one;
}

void AccessIntake::acknowledge(const std::string& id, Date sent_on) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "acknowledge");
    moves.require_day(one, sent_on, "--sent");
    moves.note(one, "acknowledge", sent_on);
    work.commit();
}

AccessStanding AccessIntake::settle(AccessMoves& moves, AccessCase one) {
    AccessStanding standing{std::move(one), {}};
    standing.entitlement = moves.entitlement(standing.one);
    const bool entitled = standing.entitlement.answer == Entitlement::Answer::entitled;
    const JsonObject facts =
        JsonObject().text("reason", standing.entitlement.reason).text("law", standing.entitlement.law);
    if (entitled && state_of(standing.one) == AccessState::received) {
        moves.require(standing.one, AccessEvent::identify);
        if (Record request = moves.record_of(standing.one); end_wait_for_identity(request, act_.day))
            replace(moves, request);
        moves.move(standing.one, AccessEvent::identify, act_.day, facts);
    } else if (!entitled && find_transition(state_of(standing.one), AccessEvent::doubt)) {
        moves.require(standing.one, AccessEvent::doubt);
        moves.move(standing.one, AccessEvent::doubt, act_.day, facts);
    }
    return standing;
}

AccessStanding AccessIntake::identify(const std::string& id, const IdentityFinding& finding) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "verify-identity");
    Record request = moves.record_of(one);
    const IdentityBefore before =
        identity_before(state_of(one) != AccessState::received, moves.cases().events(id));
    if (put_identity(request, finding, before, act_.day, show_command(id))) replace(moves, request);
    JsonObject facts = facts_of(finding);
    // What only they may confirm asks for it (custody/entitlement.h).
    if (actor_.roles.contains(Role::dpo)) facts.text("role", to_text(Role::dpo));
    moves.note(one, "identity", finding.happened_on(act_.day), facts);
    AccessStanding standing = settle(moves, std::move(one));
    work.commit();
    return standing;
}

AccessStanding AccessIntake::judge(const std::string& id, const CompetenceFinding& finding) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "competence");
    moves.note(one, "competence", finding.on, facts_of(finding, act_.day));
    AccessStanding standing = settle(moves, std::move(one));
    work.commit();
    return standing;
}

void AccessIntake::ask_fee(const std::string& id, Date asked_on, const std::string& reason) {
    require_text(reason, "a reason",
                 "--reason TEXT: why it is manifestly unfounded or excessive (UK GDPR Art 12(5))");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::dpo}, "fee");
    moves.require_day(one, asked_on, "--asked");
    Record request = moves.record_of(one);
    if (request.value("fee")) throw Refused("a fee was asked for already", show_command(id));
    request.set("fee", JsonObject().text("asked_on", to_text(asked_on)).json());
    replace(moves, request);
    moves.note(one, "fee", asked_on, JsonObject().text("reason", reason));
    work.commit();
}

void AccessIntake::fee_paid(const std::string& id, Date paid_on) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::dpo}, "fee");
    Record request = moves.record_of(one);
    const std::optional<Asked> fee = clock_facts(request).fee;
    if (!fee || fee->met_on)
        throw Refused(fee ? "the fee was paid already" : "no fee was asked for", show_command(id));
    moves.require_day(paid_on, fee->asked_on, "--paid", "it was asked for");
    request.set(
        "fee",
        JsonObject().text("asked_on", to_text(fee->asked_on)).text("paid_on", to_text(paid_on)).json());
    replace(moves, request);
    moves.note(one, "fee", paid_on, JsonObject().flag("paid", true));
    work.commit();
}

void AccessIntake::pause(const std::string& id, Date asked_on, const std::string& question) {
    require_text(question, "the question", "--question TEXT: what they are asked, to find what they want");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "pause");
    moves.require_day(one, asked_on, "--asked");
    Record request = moves.record_of(one);
    std::vector<Asked> asked = clarifications_of(request);
    for (const Asked& earlier : asked)
        if (!earlier.met_on)
            throw Refused("a question of " + to_text(earlier.asked_on) +
                              " is open: the clock stands still already (UK GDPR Art 12A(5))",
                          "casekeeper access resume " + id + " --answered DATE --answer TEXT");
        else if (asked_on >= earlier.asked_on && asked_on <= *earlier.met_on)
            throw Refused("the clock stood still on " + to_text(asked_on) + " already, for a question of " +
                              to_text(earlier.asked_on) + " (UK GDPR Art 12A(5))",
                          show_command(id));
    asked.push_back({asked_on, std::nullopt});
    set_clarifications(request, asked);
    replace(moves, request);
    moves.note(one, "pause", asked_on, JsonObject().text("question", question));
    work.commit();
}

void AccessIntake::resume(const std::string& id, Date answered_on, const std::string& answer) {
    require_text(answer, "the answer", "--answer TEXT: what they said");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "resume");
    Record request = moves.record_of(one);
    std::vector<Asked> asked = clarifications_of(request);
    const auto open =
        std::find_if(asked.begin(), asked.end(), [](const Asked& question) { return !question.met_on; });
    if (open == asked.end())
        throw Refused("no question is open: the clock does not stand still (UK GDPR Art 12A(5))",
                      "casekeeper access pause " + id + " --question TEXT");
    moves.require_day(answered_on, open->asked_on, "--answered", "it was asked");
    open->met_on = answered_on;
    set_clarifications(request, asked);
    replace(moves, request);
    moves.note(one, "resume", answered_on, JsonObject().text("answer", answer));
    work.commit();
}

void AccessIntake::extend(const std::string& id, Date notice_on, const std::string& reason) {
    require_text(reason, "a reason", "--reason TEXT: why it is too complex, or there are too many requests");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(id);
    moves.require_open(one, {Role::dpo}, "extend");
    Record request = moves.record_of(one);
    put_extension(request, notice_on, act_.day, show_command(id));
    replace(moves, request);
    moves.note(one, "extend", notice_on, JsonObject().text("reason", reason));
    work.commit();
}

}  // namespace casekeeper
