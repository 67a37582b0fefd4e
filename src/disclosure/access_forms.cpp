// SPDX-License-Identifier: MIT
#include "disclosure/access_forms.h"

#include <set>
#include <string>
#include <vector>

#include "output/letter_heading.h"

namespace casekeeper {
namespace {

using Names = std::set<std::string>;

// To whoever asked.
Names to_reader(Names more) {
    more.insert(names_of_heading().begin(), names_of_heading().end());
    more.insert({"ABOUT", "YOUNG", "GROWN"});
    return more;
}

// To somebody who asked for nothing.
Names to_other(Names more) {
    more.insert({"TRUST", "CONTACT", "WRITTEN_ON", "REFERENCE", "SALUTATION"});
    return more;
}

std::vector<LetterForm> forms_to_reader() {
    namespace form = access_form;
    return {{form::acknowledgement, to_reader({"WITH_PARTS", "ASKED_ABOUT", "PART", "WITH_FORMAT", "FORMAT",
                                               "WITH_WISH", "WISH", "DUE_KNOWN", "DUE_ON", "DUE_NOT_KNOWN"})},
            {form::identity, to_reader({"WHO", "AUTHORITY", "PARENT", "REPRESENTATIVE", "ATTORNEY"})},
            {form::clarification, to_reader({"QUESTION"})},
            {form::extension, to_reader({"REASON", "DUE_KNOWN", "DUE_ON", "DUE_NOT_KNOWN"})},
            {form::progress,
             to_reader({"WAITS_FOR_YOU", "SEARCHING",     "DECIDING",       "SECOND_LOOK", "SENDING",
                        "SEARCHED",      "WITH_SEARCHED", "ASKED",          "WITH_ASKED",  "DECIDED",
                        "WITH_DECIDED",  "UNDECIDED",     "WITH_UNDECIDED", "ON_TIME",     "WILL_BE_LATE",
                        "LATE",          "IS_LATE",       "IN_TIME",        "DUE_ON",      "DUE_NOT_KNOWN",
                        "EXPECTED",      "EXPECTED_ON",   "WITH_REASON",    "REASON"})},
            {form::refusal, to_reader({"REASON", "WITH_LAW", "LAW"})},
            {form::not_entitled, names_of_heading()},
            {form::for_someone_dead, names_of_heading()},
            {form::announcement,
             to_reader({"WITH_LENGTH", "LENGTH", "WITH_FORMAT", "FORMAT", "WITH_WAY", "WAY", "NO_WAY", "DAY",
                        "WITH_AVOIDED", "AVOIDED", "AVOIDED_DAY", "PASSPHRASE", "WITH_WISH", "WISH",
                        "WITH_SUPPORT", "SUPPORT", "NO_SUPPORT"})},
            {form::complaint, to_reader({"COMPLAINED_ON", "WORDS"})},
            {form::complaint_answer, to_reader({"COMPLAINED_ON", "TO_TRUST", "TO_ICO", "TO_COURT", "AGAIN",
                                                "STANDS", "WITH_REASON", "REASON", "NO_REASON"})},
            {form::release, to_reader({"SEARCHED",      "PLACE",
                                       "DAY",           "WITH_FOUND",
                                       "FOUND",         "FOUND_ANY",
                                       "FOUND_NONE",    "ALL_KEPT",
                                       "ENCLOSED",      "WHAT",
                                       "WITH_ALL",      "WITH_KEPT",
                                       "WITH_IN_PART",  "IN_PART",
                                       "WITH_WITHHELD", "WITHHELD",
                                       "REASONS",       "PARTS",
                                       "WHY",           "LAW",
                                       "AUTHORITY",     "WITH_UNEXPLAINED",
                                       "UNEXPLAINED",   "WITH_LOOK_AGAIN",
                                       "LOOK_AGAIN_ON", "WITH_MISSING",
                                       "MISSING",       "WITH_FORMAT",
                                       "FORMAT",        "PASSPHRASE",
                                       "STATEMENT",     "NO_STATEMENT",
                                       "WITH_WISH",     "WISH",
                                       "WITH_SUPPORT",  "SUPPORT",
                                       "NO_SUPPORT"})}};
}

std::vector<LetterForm> forms_to_others() {
    namespace form = access_form;
    return {{form::consent, to_other({"TOLD_US", "ABOUT_YOU", "NAMED", "NAME", "NOT_NAMED", "ANSWER_BY"})},
            {form::opinion,
             to_other({"NAMED", "NAME", "NOT_NAMED", "WITH_BORN", "BORN", "OWN", "FOR_ANOTHER", "WITH_PARTS",
                       "PARTS", "PART", "NO_PARTS", "WITH_QUESTION", "QUESTION", "ANSWER_BY", "MONTHS"})},
            {form::reminder, to_other({"CONSENT", "DUTY", "FIRST", "AGAIN", "OVERDUE", "ESCALATED", "SEARCH",
                                       "OPINION", "ADVICE", "WITH_SUBJECT", "SUBJECT", "ASKED_ON",
                                       "ANSWER_BY", "REQUEST_DUE", "REQUEST_DUE_ON"})}};
}

}  // namespace

std::span<const LetterForm> access_forms() {
    static const std::vector<LetterForm> forms = [] {
        std::vector<LetterForm> all = forms_to_reader();
        for (const LetterForm& form : forms_to_others()) all.push_back(form);
        return all;
    }();
    return forms;
}

}  // namespace casekeeper
