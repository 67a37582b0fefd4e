// SPDX-License-Identifier: MIT
//
// What is asked of others for the sake of an access request, and what they answer: data owners who search,
// third parties who may consent, health professionals who give an opinion, whoever advises; and what comes from
// outside the store. An ask that is not answered in time is reminded by the night.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/access_moves.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

struct SearchDone {
    std::string place;  // system, archive, paper files
    std::string terms;
    std::string result;
    std::optional<long long> found;  // things; absent: not counted
    Date on{};
    std::string lost;  // what should be there and is believed lost; empty: nothing
};

struct ConsentWord {
    std::string of;       // the third party's key
    std::string outcome;  // asked, given, refused, impossible
    Date on{};
    std::string reason;
};

// InputError where nothing proposed is about them; Refused where they would be asked, or agree, and may be another
// of the same name.
void require_can_say(const std::vector<AccessItem>& items, const std::string& request,
                     const ConsentWord& word);

struct OpinionGiven {
    std::string of;    // name
    std::string role;  // "school nurse": current or most recent, most suitable, else qualified
    Date given_on{};
    bool harm = false;  // is the harm test met?
    std::string text;
    std::vector<std::string> items;  // that it covers; empty: all health data of the request
};

class AccessInquiries {
public:
    // `answer_days`: by which an answer is owed, a working day.
    AccessInquiries(Database& database, const Actor& actor, const SignedAct& act,
                    const BankHolidays& holidays, int answer_days);

    // The number of the ask.
    long long ask_search(const std::string& request, const std::string& place, const std::string& whom,
                         Date asked_on);
    // What was asked of the place's owner is answered with it.
    void record_search(const std::string& request, const SearchDone& search);
    // InputError where nothing proposed is about them.
    void consent(const std::string& request, const ConsentWord& word);
    long long ask_opinion(const std::string& request, const std::string& whom, Date asked_on,
                          const std::vector<std::string>& items);
    void opinion(const std::string& request, const OpinionGiven& opinion);
    void refer(const std::string& request, const std::string& to, const std::string& question);
    void advice(const std::string& request, const std::string& from, const std::string& advice);
    // A file from outside becomes a document of the request: kept among the documents, under its digest. Its
    // number.
    long long add_material(const std::string& request, const std::string& documents_folder,
                           const std::string& file, const std::string& title, const std::string& place);

private:
    long long ask(AccessMoves& moves, const AccessCase& one, AccessAsk ask, Date asked_on);

    Database& database_;
    const Actor& actor_;
    const SignedAct& act_;
    const BankHolidays& holidays_;
    const int answer_days_;
};

}  // namespace casekeeper
