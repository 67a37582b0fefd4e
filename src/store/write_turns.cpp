// SPDX-License-Identifier: MIT
#include "store/write_turns.h"

#include <thread>

namespace casekeeper {

void let_others_write(const Database& database) {
    if (!database.is_postgresql()) std::this_thread::sleep_for(3 * between_two_asks);
}

}  // namespace casekeeper
