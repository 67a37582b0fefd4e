// SPDX-License-Identifier: MIT
//
// What every step of making a pack stands on: where the record lies, what is in force, how packs are to be, what they
// are written with and read again with, and in whose act. All of it outlives the pack that is made.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/errors.h"
#include "custody/access_reviewer.h"
#include "custody/register.h"
#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "disclosure/document_shown.h"
#include "disclosure/pack_pages.h"
#include "policy/glossary.h"

namespace casekeeper {

// Something stands in the way of what was decided: for a person to mend, and no fault of the pack's.
struct PackHindered : Refused {
    using Refused::Refused;
};

struct PackSettings {
    std::string folder;             // of all packs
    long long volume_pages = 1000;  // after which a volume ends
    int keep_days = 90;             // from the day it is made to the day its files go
    std::string trust;
    std::string contact;
    std::vector<std::string> support;  // who helps while it is read, in a sentence each
};

// What writes a pack and reads it again.
struct PackTools {
    // `format`: pdf, large-print, text or html.
    std::function<std::unique_ptr<Book>(const std::string& format, const std::string& path,
                                        const BookFace& face)>
        open_book;
    DocumentReader documents;
    std::function<bool(const std::string& sha256)> has_document;  // absent: it is not asked
    // Everything that a finished file says to whoever looks, by place; the answer is how many pictures are in it.
    using Take = std::function<void(const std::string& where, std::string_view text, bool is_running)>;
    std::function<long long(const std::string& path, const Take& take)> read_finished;
    PackPages::Forms forms;
    const Glossary& glossary;
    // What is searched with, made from the search of the file; absent: that one.
    std::function<NameSearch(NameSearch)> names = {};
    std::function<PlaceFinder(PlaceFinder)> places = {};
};

struct PackGround {
    Database& database;
    Register& reg;
    const ScheduleInForce& in_force;
    const ReleaseRules& rules;
    AccessReviewer& reviewer;
    const PackSettings settings;
    const PackTools tools;
    const SignedAct& act;
};

}  // namespace casekeeper
