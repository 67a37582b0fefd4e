// SPDX-License-Identifier: MIT
#include "disposal/request_forms.h"

#include <vector>

#include "disposal/impact_warning.h"
#include "disposal/request_letter.h"

namespace casekeeper {

std::span<const LetterForm> request_forms() {
    namespace form = request_form;
    static const std::vector<LetterForm> forms = {
        {form::impact_warning, names_of_warning()},
        {form::impact_warning_formal, names_of_warning()},
        {form::deletion_granted, names_of_request_letter()},
        {form::deletion_partly, names_of_request_letter()},
        {form::deletion_refused, names_of_request_letter()},
        {form::deletion_not_entitled, names_without_record()},
        {form::deletion_for_someone_dead, names_without_record()},
        {form::deletion_recipient, names_to_recipient()},
        {form::correction_outcome, names_of_request_letter()},
        {form::correction_recipient, names_to_recipient()},
        {form::objection_outcome, names_of_request_letter()},
        {form::acknowledgement, names_of_request_letter()},
        {form::extension, names_of_request_letter()},
        {form::restriction_to_be_lifted, names_of_request_letter()}};
    return forms;
}

}  // namespace casekeeper
