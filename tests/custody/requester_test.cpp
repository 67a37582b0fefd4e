// SPDX-License-Identifier: MIT
#include "custody/requester.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

Capacity asked_by(RecordType type, const char* requester) {
    Record request{type, {}};
    request.values.resize(format_of(type).fields.size());
    if (requester) request.set("requester", requester);
    return capacity_of(request);
}

TEST(Requester, AsksInTheCapacityThatIsSaid) {
    for (const RecordType type : {RecordType::access_request, RecordType::deletion_request}) {
        EXPECT_EQ(asked_by(type, R"({"name":"Ada","capacity":"self"})"), Capacity::self);
        EXPECT_EQ(asked_by(type, R"({"capacity":"attorney"})"), Capacity::attorney);
        EXPECT_EQ(asked_by(type, R"({"name":"Ada","capacity":"parent","person":"P2"})"), Capacity::parent);
    }
}

TEST(Requester, IsThePersonWhereNobodyIsNamed) {
    EXPECT_EQ(asked_by(RecordType::access_request, nullptr), Capacity::self);
    EXPECT_EQ(asked_by(RecordType::access_request, R"({"evidence":"passport"})"), Capacity::self);
}

TEST(Requester, IsNotThePersonWhereSomebodyIsNamedAndNothingMoreIsSaid) {
    for (const RecordType type : {RecordType::access_request, RecordType::deletion_request})
        EXPECT_EQ(asked_by(type, R"({"name":"Ralph Haverford"})"), Capacity::other);
    EXPECT_EQ(asked_by(RecordType::access_request, R"({"person":"P2"})"), Capacity::other);
}

}  // namespace
}  // namespace casekeeper::test
