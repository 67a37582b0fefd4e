// SPDX-License-Identifier: MIT
//
// The records of children who leave care: care leavers (OC3) and adoptions (AD1, placed for adoption, and the
// day of the order, which is the DEC of the episode that ends with E11 or E12). An adopted or dead child is
// no care leaver.
#pragma once

#include "intake/ssda903_records.h"

namespace casekeeper {

// One involvement a child: care-leaver-relevant under 18 on the day the return reaches, else
// care-leaver-former-relevant. It opens where the last looked-after period ended, else with the 16th or the
// 18th birthday. OC3 says nothing of its end. IN_TOUCH DIED makes none (add_person() records the death).
void add_care_leaver(const ChildFile& file, Ssda903Records& records, RowFindings& findings);

// One adoption-placement for each decision that the child should be placed for adoption; it closes with the
// order, or with the decision's reversal. An adopted child of whom no decision is told gets one of the order
// alone, with a warning: the period of an adoption record in law hangs on it. An order without a day keeps
// the latest decision open.
void add_adoptions(const ChildFile& file, Ssda903Records& records, RowFindings& findings);

}  // namespace casekeeper
