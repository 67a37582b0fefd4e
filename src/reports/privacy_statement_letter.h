// SPDX-License-Identifier: MIT
//
// The privacy statement as the trust words it: what the values of a statement fill the marks of its forms with
// (output/letter.h has their notation), the page that comes of it, and the same as one JSON document.
#pragma once

#include <string>

#include "output/letter_templates.h"
#include "reports/privacy_statement.h"
#include "reports/privacy_statement_forms.h"

namespace casekeeper {

// The name of its form.
const char* form_of(Audience audience);

LetterValues values_of(const PrivacyStatement& statement, const StatementSources& sources);

// The statement as a page: written out by html_page and text_page, it says the same.
Page page_of(const PrivacyStatement& statement, const StatementSources& sources,
             const LetterTemplates& templates);

// One document: the values, and the statement itself as text.
std::string to_json(const PrivacyStatement& statement, const StatementSources& sources, const Page& page);

}  // namespace casekeeper
