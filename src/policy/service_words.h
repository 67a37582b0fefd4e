// SPDX-License-Identifier: MIT
//
// What a service of the catalogue is for, on what footing in law its records are kept, and what that means for
// whoever would have them deleted, in the words of the person they are about.
//
//   sources: UK GDPR Art 6(1)(a), (c), (e), Art 9(2), Art 13(1)(c), (2)(e), Art 17(3)(b)
#pragma once

#include <string>

#include "policy/service_catalogue.h"

namespace casekeeper {

// "to find out if a child is safe": the catalogue's `purpose`; without one, what every service of its class is
// for.
std::string purpose_in_words(const Service& service);

// Does the catalogue name a law, and not only that it is by consent or choice?
bool has_law(const Service& service);

// In a short sentence without the law: "The law says that we must do this."
std::string footing_in_words(const Service& service);
// With it: the catalogue's `lawful_basis`; without one, that of its class. A sentence or two.
std::string lawful_basis_in_words(const Service& service);
// May it be deleted when its person asks? A sentence.
std::string deletion_in_words(const Service& service);

}  // namespace casekeeper
