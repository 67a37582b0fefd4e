// SPDX-License-Identifier: MIT
#include "retention/restrictions.h"

namespace casekeeper {

Record place_by_command(Database& database, const RestrictionOrder& order, const SignedAct& act) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    Record placed = place_restriction(database, order, act);
    work.commit();
    return placed;
}

Record lift_by_command(Database& database, const std::string& id, Date told_on, const std::string& reason,
                       const SignedAct& act) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    Record lifted = lift_restriction(database, id, told_on, reason, act);
    work.commit();
    return lifted;
}

void list_restrictions(Database& database, Date day, const std::function<void(const ListedHold&)>& take) {
    list_holds(database, day, [&](const ListedHold& listed) {
        if (!listed.automatic && *listed.record.value("kind") == restriction_kind) take(listed);
    });
}

}  // namespace casekeeper
