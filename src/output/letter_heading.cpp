// SPDX-License-Identifier: MIT
#include "output/letter_heading.h"

namespace casekeeper {

const std::set<std::string>& names_of_heading() {
    static const std::set<std::string> names = {"TRUST",       "CONTACT",    "WRITTEN_ON", "REQUEST",
                                                "RECEIVED_ON", "SALUTATION", "YOURS",      "THEIRS"};
    return names;
}

LetterValues values_of(const LetterHead& head) {
    LetterValues values;
    values.texts = {{"TRUST", head.trust},
                    {"CONTACT", head.contact.empty() ? head.trust : head.contact},
                    {"WRITTEN_ON", head.written_on},
                    {"REQUEST", head.request},
                    {"RECEIVED_ON", head.received_on},
                    {"SALUTATION", head.salutation}};
    values.show("YOURS", head.for_oneself);
    values.show("THEIRS", !head.for_oneself);
    return values;
}

}  // namespace casekeeper
