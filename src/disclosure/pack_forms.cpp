// SPDX-License-Identifier: MIT
#include "disclosure/pack_forms.h"

#include <set>
#include <string>
#include <vector>

#include "output/letter_heading.h"

namespace casekeeper {
namespace {

using Names = std::set<std::string>;

// To whom the pack goes, and about whom it is: in each of its texts.
Names of_pack(Names more) {
    more.insert(names_of_heading().begin(), names_of_heading().end());
    more.insert({"ABOUT", "YOUNG", "GROWN"});
    return more;
}

}  // namespace

std::span<const LetterForm> pack_forms() {
    namespace form = pack_form;
    static const std::vector<LetterForm> forms = {
        {form::letter, of_pack({"WHOLE", "FIRST_PART", "NEXT_PART", "LAST_PART", "NAMED", "NAME", "NOT_NAMED",
                                "WITH_PART", "PART", "WITH_VOLUMES", "VOLUMES", "VOLUME", "WITH_MORE",
                                "MORE_BY", "AGAIN", "WITH_GLOSSARY", "WITH_KEPT"})},
        {form::reading, of_pack({"WHO_HELPS", "SUPPORT", "WITH_PERSON", "PERSON", "PERSON_CONTACT", "LINES",
                                 "LINE", "LINE_CONTACT", "WITH_FOR_WHOM", "FOR_WHOM"})},
        {form::why, of_pack({"SERVICES",
                             "SERVICE",
                             "PURPOSE",
                             "NO_SERVICES",
                             "SOME_SERVICES_KEPT",
                             "KINDS",
                             "KIND",
                             "NO_KINDS",
                             "SOURCES",
                             "SOURCE",
                             "NO_SOURCES",
                             "SOME_SOURCES_KEPT",
                             "RECIPIENTS",
                             "RECIPIENT",
                             "WITH_WHAT",
                             "WHAT",
                             "WITH_DAY",
                             "DAY",
                             "NO_RECIPIENTS",
                             "WITH_RECIPIENTS",
                             "SOME_RECIPIENTS_KEPT",
                             "ABROAD",
                             "COUNTRY",
                             "SAFEGUARD",
                             "NOT_ABROAD",
                             "WITH_UNTIL",
                             "NOT_SET",
                             "UNTIL",
                             "BECAUSE",
                             "AUTOMATED",
                             "DECISION",
                             "NOT_AUTOMATED"})},
        {form::here, of_pack({"WITH_SEARCHED",
                              "WITH_ENCLOSED",
                              "SEARCHED",
                              "PLACE",
                              "DAY",
                              "WITH_FOUND",
                              "FOUND",
                              "WITH_WORDS",
                              "WORDS",
                              "ENCLOSED",
                              "WHAT",
                              "NONE_ENCLOSED",
                              "WITH_DAYS",
                              "FIRST_DAY",
                              "LAST_DAY",
                              "WITH_APART",
                              "APART",
                              "WITH_ALL",
                              "WITH_KEPT",
                              "WITH_IN_PART",
                              "IN_PART",
                              "WITH_WITHHELD",
                              "WITHHELD",
                              "WITH_PEOPLE",
                              "PEOPLE",
                              "WITH_LATER",
                              "LATER",
                              "BY",
                              "WITH_MISSING",
                              "MISSING",
                              "WITH_UNREADABLE",
                              "UNREADABLE"})},
        {form::kept_back, of_pack({"NOTHING_KEPT", "WITH_KEPT", "EXAMPLE", "WITH_WHOLE", "SECOND_PERSON",
                                   "WITH_UNEXPLAINED", "WITH_LOOK_AGAIN", "LOOK_AGAIN_ON"})},
        {form::rights, of_pack({})}};
    return forms;
}

}  // namespace casekeeper
