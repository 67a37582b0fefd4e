// SPDX-License-Identifier: MIT
#include "policy/service_words.h"

namespace casekeeper {

bool has_law(const Service& service) {
    // "none …" and "by consent" are how the catalogue says that no law asks for it.
    return !service.authority.empty() && !service.authority.starts_with("none") &&
           !service.authority.starts_with("by consent");
}

std::string purpose_in_words(const Service& service) {
    if (!service.purpose.empty()) return service.purpose;
    return has_law(service) ? "to do what the law asks of us"
                            : "to give this help, as it was agreed with you or your family";
}

std::string footing_in_words(const Service& service) {
    switch (service.service_class) {
        case ServiceClass::statutory:
            return "The law says that we must do this.";
        case ServiceClass::duty:
            return "The law says that we must offer this. You choose if you take part.";
        case ServiceClass::voluntary:
            return "You, or your parents, chose to take part.";
    }
    return "";
}

std::string lawful_basis_in_words(const Service& service) {
    if (!service.lawful_basis.empty()) return service.lawful_basis + ".";
    const std::string law = has_law(service) ? " (" + service.authority + ")" : "";
    switch (service.service_class) {
        case ServiceClass::statutory:
            return "The law gives us this duty" + law + "; UK GDPR Article 6(1)(c) and (e).";
        case ServiceClass::duty:
            return "The law has us offer this, and you choose if you take part" + law +
                   "; UK GDPR Article 6(1)(e).";
        case ServiceClass::voluntary:
            return "You, or those who may speak for you, agreed to it" + law +
                   "; UK GDPR Article 6(1)(a). You can take your agreement back at any time.";
    }
    return "";
}

std::string deletion_in_words(const Service& service) {
    switch (service.service_class) {
        case ServiceClass::statutory:
            return "If you ask us to delete it: not while the law or guidance has us keep it.";
        case ServiceClass::duty:
            return "If you ask us to delete it: a person decides, and tells you why.";
        case ServiceClass::voluntary:
            return "If you ask us to delete it: we can, once we have told you what would change for you.";
    }
    return "";
}

}  // namespace casekeeper
