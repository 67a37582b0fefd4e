// SPDX-License-Identifier: MIT
//
// The services that the worked cases speak of, by file.
#pragma once

#include <sstream>
#include <string>

#include "policy/service_catalogue.h"

namespace casekeeper::test {

inline ServiceCatalogue services() {
    std::istringstream listed(
        "looked-after social-care short-breaks-s20 social-care child-in-need social-care "
        "child-protection-plan social-care s47-enquiry social-care early-help social-care "
        "draft-minutes social-care adoption-placement adoption fostering-approval carers "
        "lado-allegation allegations volunteer-befriending universal operational-minutes universal "
        "pupil-record education ehc-needs-plan education admissions education");
    std::string toml;
    for (std::string service, file; listed >> service >> file;)
        toml += "[[service]]\nid = \"" + service + "\"\ntitle = \"" + service +
                "\"\nclass = \"statutory\"\nauthority = \"as published\"\nfile = \"" + file + "\"\n";
    std::vector<Finding> findings;
    return ServiceCatalogue::read(toml, "worked_services.toml", findings);
}

}  // namespace casekeeper::test
