// SPDX-License-Identifier: MIT
#include "custody/request_materials.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

TEST(RequestMaterials, AMaterialIsCalledByItsRequestElsewhere) {
    EXPECT_EQ(item_elsewhere("material:1", "A1"), "material:A1/1");
    EXPECT_EQ(item_elsewhere("material:A0/1", "A1"), "material:A0/1") << "it was another's already";
    EXPECT_EQ(item_elsewhere("entry:1", "A1"), "entry:1");
}

class RequestMaterialsTest : public StoreTest {};
CASEKEEPER_ON_BOTH_ENGINES(RequestMaterialsTest);

TEST_P(RequestMaterialsTest, OfEveryRequestAboutTheHumanBeingItsOwnFirst) {
    add({R"({"type":"person","id":"P1","family_name":"Smith"})",
         R"({"type":"person","id":"P2","family_name":"Smith"})",
         R"({"type":"person","id":"P3","family_name":"Smith"})",
         R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-01-02"})",
         R"({"type":"access_request","id":"A2","person":"P2","received_at":"2026-01-02"})",
         R"({"type":"access_request","id":"A3","person":"P3","received_at":"2026-01-02"})"});
    AccessStore cases(database());
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        for (const char* request : {"A1", "A2", "A3"}) {
            cases.open(cases.find(request).value());
            cases.add_material(request, {0, "a scan", "attic", "image/png", request, "2026-01-05", "dana"});
        }
        work.commit();
    }
    std::string items;
    for (const MaterialPart& part : materials_of(cases, "A2", {"P1", "P2"}))
        items += part.item + "=" + part.material.sha256 + " ";
    EXPECT_EQ(items, "material:1=A2 material:A1/1=A1 ");
}

}  // namespace
}  // namespace casekeeper::test
