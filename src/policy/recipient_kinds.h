// SPDX-License-Identifier: MIT
//
// Who outside the trust may be told what: kinds of recipients (a school, the police, a parent), each with the
// services whose records may be shared with it, the lawful bases, and the law that opens the way. No list of
// people: a kind is named, or recognised by words in what a recipient is called. Read from the [[recipient]]
// tables of config/release_rules.toml; immutable once read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/service_catalogue.h"

namespace casekeeper {

struct RecipientKind {
    std::string id;
    std::string title;                      // "A school or college"
    std::vector<std::string> words;         // by which one is recognised; each may be several with spaces
    std::vector<std::string> services;      // ids or groups of the catalogue, or "*"
    std::vector<std::string> lawful_bases;  // of lawful_bases()
    std::string gateway;                    // "Children Act 2004 s10, s11"
    bool needs_consent = false;             // of whoever the record is about, whatever the basis
    bool may_have_protected_places = false;
};

class RecipientKinds {
public:
    // In the order of the file.
    const std::vector<RecipientKind>& all() const { return kinds_; }
    const RecipientKind* find(std::string_view id) const;
    // The kinds that a recipient's name has words of; where one kind's words contain another's, the longer
    // ones count: "school nurse" is no school.
    std::vector<const RecipientKind*> recognised_in(std::string_view name) const;
    std::vector<std::string> ids() const;

    // May parts of a record of this service be shared with it at all?
    static bool allows_service(const RecipientKind& kind, const ServiceCatalogue& catalogue, int service);
    // UK GDPR Art 6(1): "consent", "contract", "legal-obligation", "vital-interests", "public-task",
    // "legitimate-interests".
    static const std::vector<std::string>& lawful_bases();
    // The basis that a text begins with: "public-task: Children Act 1989 s47" and "Public task" are
    // "public-task". Empty: none.
    static std::string basis_in(std::string_view text);

private:
    friend class RecipientKindReader;
    std::vector<RecipientKind> kinds_;
};

}  // namespace casekeeper
