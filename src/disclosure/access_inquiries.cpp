// SPDX-License-Identifier: MIT
#include "disclosure/access_inquiries.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/access_release.h"
#include "custody/people_known.h"
#include "custody/request_materials.h"
#include "store/document_store.h"
#include "store/fact_store.h"
#include "store/run_lock.h"

namespace casekeeper {
namespace {

std::string show_command(const std::string& request) {
    return "casekeeper access show " + request;
}

// The latest of a kind that somebody was asked and has not answered; nullptr where there is none.
AccessAsk* open_ask(std::vector<AccessAsk>& asks, const std::string& kind,
                    const std::function<bool(const AccessAsk&)>& fits) {
    const auto found = std::find_if(asks.rbegin(), asks.rend(), [&](const AccessAsk& ask) {
        return ask.kind == kind && !ask.answered_on && fits(ask);
    });
    return found == asks.rend() ? nullptr : &*found;
}

void require_proposed(AccessMoves& moves, const std::string& request, const std::vector<std::string>& named) {
    const std::vector<AccessItem> items = moves.cases().items(request);
    for (const std::string& item : named)
        if (std::none_of(items.begin(), items.end(),
                         [&](const AccessItem& known) { return known.item == item; }))
            throw InputError(
                "nothing is proposed of " + item_in_error(item) + " for access request " + request,
                show_command(request) + " shows what is");
}

std::string media_type_of(const std::string& file) {
    static const std::pair<std::string_view, const char*> types[] = {
        {".pdf", "application/pdf"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".tif", "image/tiff"},
        {".tiff", "image/tiff"},
        {".txt", "text/plain"},
        {".eml", "message/rfc822"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}};
    std::string ending = std::filesystem::path(file).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    for (const auto& [known, type] : types)
        if (ending == known) return type;
    return "application/octet-stream";
}

}  // namespace

void require_can_say(const std::vector<AccessItem>& items, const std::string& request,
                     const ConsentWord& word) {
    const bool is_proposed =
        !word.of.empty() && std::any_of(items.begin(), items.end(),
                                        [&](const AccessItem& item) { return item.about == word.of; });
    if (!is_proposed)
        throw InputError("nothing is proposed about that key for access request " + request,
                         show_command(request) + " shows the keys");
    if (is_one_of_several(word.of) && (word.outcome == "asked" || word.outcome == "given"))
        throw Refused("several people have that name, and it is not recorded which of them is meant",
                      "casekeeper access consent " + request + " --of KEY --impossible DATE --reason TEXT");
}

AccessInquiries::AccessInquiries(Database& database, const Actor& actor, const SignedAct& act,
                                 const BankHolidays& holidays, int answer_days)
    : database_(database), actor_(actor), act_(act), holidays_(holidays), answer_days_(answer_days) {}

long long AccessInquiries::ask(AccessMoves& moves, const AccessCase& one, AccessAsk ask, Date asked_on) {
    moves.require_day(one, asked_on, "--asked");
    ask.request = one.request;
    ask.asked_on = to_text(asked_on);
    ask.answer_by =
        to_text(holidays_.next_working_day(add(asked_on, {0, 0, answer_days_}, Rounding::never_late)));
    const long long number = moves.cases().add_ask(ask);
    moves.note(one, "ask-" + ask.kind, asked_on,
               JsonObject().number("ask", number).text("answer_by", ask.answer_by));
    return number;
}

long long AccessInquiries::ask_search(const std::string& request, const std::string& place,
                                      const std::string& whom, Date asked_on) {
    require_text(place, "the system, archive or file", "--place NAME");
    require_text(whom, "who is asked", "--ask WHOM");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "search");
    AccessAsk asked;
    asked.kind = "search";
    asked.whom = whom;
    asked.about = place;
    const long long number = ask(moves, one, std::move(asked), asked_on);
    work.commit();
    return number;
}

void AccessInquiries::record_search(const std::string& request, const SearchDone& search) {
    require_text(search.place, "the system, archive or file", "--place NAME");
    require_text(search.terms, "what was searched for", "--terms TEXT: the words, names and numbers");
    require_text(search.result, "what was found", "--result TEXT");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "search");
    moves.require_day(one, search.on, "--on");
    std::vector<AccessAsk> asks = moves.cases().asks(request);
    if (AccessAsk* asked =
            open_ask(asks, "search", [&](const AccessAsk& ask) { return ask.about == search.place; })) {
        asked->answered_on = to_text(search.on);
        asked->outcome = search.found == 0 ? "nothing" : "found";
        moves.cases().update_ask(*asked);
    }
    JsonObject facts;
    facts.text("place", search.place).text("terms", search.terms).text("result", search.result);
    if (search.found) facts.number("found", *search.found);
    if (!search.lost.empty()) facts.text("lost", search.lost);
    moves.note(one, "search", search.on, facts);
    work.commit();
}

void AccessInquiries::consent(const std::string& request, const ConsentWord& word) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "consent");
    require_can_say(moves.cases().items(request), request, word);
    std::vector<AccessAsk> asks = moves.cases().asks(request);
    AccessAsk* open = open_ask(asks, "consent", [&](const AccessAsk& ask) { return ask.whom == word.of; });
    if (word.outcome == "asked") {
        if (open) throw Refused("consent was asked for already, on " + open->asked_on, show_command(request));
        AccessAsk asked;
        asked.kind = "consent";
        asked.whom = word.of;
        ask(moves, one, std::move(asked), word.on);
        work.commit();
        return;
    }
    if (word.outcome != "given")
        require_text(word.reason, "a reason", "--reason TEXT: what they said, or why it is not possible");
    if (open) {
        moves.require_day(word.on, parse_date(open->asked_on).value(), ("--" + word.outcome).c_str(),
                          "consent was asked for");
    } else {
        moves.require_day(one, word.on, ("--" + word.outcome).c_str());
        AccessAsk unasked;  // they said so by themselves, or nobody can ask them
        unasked.request = request;
        unasked.kind = "consent";
        unasked.whom = word.of;
        unasked.asked_on = unasked.answer_by = to_text(word.on);
        unasked.number = moves.cases().add_ask(unasked);
        asks.push_back(unasked);
        open = &asks.back();
    }
    open->answered_on = to_text(word.on);
    open->outcome = word.outcome;
    open->facts = JsonObject().text("reason", word.reason).json();
    moves.cases().update_ask(*open);
    moves.cases().mark(request);  // what is proposed goes by what they said
    moves.note(one, "consent", word.on,
               JsonObject().number("ask", open->number).text("outcome", word.outcome));
    work.commit();
}

long long AccessInquiries::ask_opinion(const std::string& request, const std::string& whom, Date asked_on,
                                       const std::vector<std::string>& items) {
    require_text(whom, "who is asked", "--of NAME: the appropriate health professional");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "opinion");
    AccessAsk asked;
    asked.kind = "opinion";
    asked.whom = whom;
    require_proposed(moves, request, items);
    asked.facts = JsonObject().texts("items", items).json();
    const long long number = ask(moves, one, std::move(asked), asked_on);
    work.commit();
    return number;
}

void AccessInquiries::opinion(const std::string& request, const OpinionGiven& opinion) {
    require_text(opinion.of, "who gave it", "--of NAME");
    require_text(opinion.role, "in which role",
                 "--role TEXT: who is, or last was, responsible for the care (DPA 2018 Sch 3 para 2)");
    require_text(opinion.text, "the opinion", "--text TEXT: what they found, in their words");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::dpo}, "opinion");
    if (opinion.given_on > act_.day)
        throw InputError("--given " + to_text(opinion.given_on) + " is in the future",
                         "record it on the day it is given, or later");
    require_proposed(moves, request, opinion.items);
    // Given for all health data, it covers what there is: what comes later was not before them.
    std::vector<std::string> covered = opinion.items;
    if (covered.empty())
        for (const AccessItem& item : moves.cases().items(request))
            if (item.rule == "health-bar" || item.rule == "health-harm") covered.push_back(item.item);
    std::vector<AccessAsk> asks = moves.cases().asks(request);
    AccessAsk* open = open_ask(asks, "opinion", [&](const AccessAsk& ask) { return ask.whom == opinion.of; });
    if (!open) {
        AccessAsk unasked;  // it came without being asked for, or was given before
        unasked.request = request;
        unasked.kind = "opinion";
        unasked.whom = opinion.of;
        unasked.asked_on = unasked.answer_by = to_text(opinion.given_on);
        unasked.number = moves.cases().add_ask(unasked);
        asks.push_back(unasked);
        open = &asks.back();
    }
    open->answered_on = to_text(opinion.given_on);
    open->outcome = opinion.harm ? "harm" : "no-harm";
    open->facts =
        JsonObject().text("role", opinion.role).text("text", opinion.text).texts("items", covered).json();
    moves.cases().update_ask(*open);
    moves.note(one, "opinion", opinion.given_on,
               JsonObject().number("ask", open->number).text("outcome", *open->outcome));
    work.commit();
}

void AccessInquiries::refer(const std::string& request, const std::string& to, const std::string& question) {
    require_text(to, "who is asked", "--to WHOM: Caldicott guardian, legal, data protection officer");
    require_text(question, "the question", "--question TEXT");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::refer);
    AccessAsk asked;
    asked.kind = "advice";
    asked.whom = to;
    asked.about = question;
    ask(moves, one, std::move(asked), act_.day);
    moves.move(one, AccessEvent::refer, act_.day, JsonObject().text("to", to).text("question", question));
    work.commit();
}

void AccessInquiries::advice(const std::string& request, const std::string& from, const std::string& advice) {
    require_text(from, "who gave it", "--from NAME");
    require_text(advice, "the advice", "--advice TEXT");
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    AccessCase one = moves.find(request);
    moves.require(one, AccessEvent::advise);
    std::vector<AccessAsk> asks = moves.cases().asks(request);
    if (AccessAsk* open = open_ask(asks, "advice", [](const AccessAsk&) { return true; })) {
        open->answered_on = to_text(act_.day);
        open->outcome = "told";
        open->facts = JsonObject().text("from", from).text("advice", advice).json();
        moves.cases().update_ask(*open);
    }
    moves.move(one, AccessEvent::advise, act_.day, JsonObject().text("from", from).text("advice", advice));
    work.commit();
}

long long AccessInquiries::add_material(const std::string& request, const std::string& documents_folder,
                                        const std::string& file, const std::string& title,
                                        const std::string& place) {
    require_text(title, "a title", "--title TEXT: what it is, as the contents will call it");
    require_text(place, "where it was found", "--place NAME");
    const RunLock lock(database_, "access add");  // nothing sweeps what no row names yet
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessMoves moves(database_, actor_, act_);
    const AccessCase one = moves.find(request);
    moves.require_open(one, {Role::practitioner, Role::dpo}, "add");
    AccessMaterial material;
    material.title = title;
    material.place = place;
    material.media_type = media_type_of(file);
    material.sha256 = DocumentStore(documents_folder).keep(file);
    for (const MaterialPart& there :
         materials_of(moves.cases(), request, FactStore(database_).records_of(one.person)))
        if (there.material.sha256 == material.sha256)
            throw Refused("the same content is there already, as " + there.item, show_command(request));
    material.added_on = to_text(act_.day);
    material.added_by = act_.actor;
    const long long number = moves.cases().add_material(request, material);
    moves.cases().mark_if_open(one.person);
    moves.note(one, "add", act_.day, JsonObject().number("material", number));
    work.commit();
    return number;
}

}  // namespace casekeeper
