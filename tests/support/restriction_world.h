// SPDX-License-Identifier: MIT
//
// A store with clubs that are due, notes and documents in them, and what restricts them:
//
//   P1   C1   E1 with D1
//   P2   C2   E2 with D2
//   P3   C3                joined with P2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "custody/restrictions.h"
#include "store/record_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {

class RestrictionWorld : public LoadedStoreTest {
protected:
    using Texts = std::vector<std::string>;

    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        pseudonyms_ = std::make_unique<Pseudonyms>(folder.path("keys"));
        folder.write("bundle/a.txt", "a");
        load({person("P1"), involvement("C1", "P1", club()), entry("E1", "C1", R"(,"account":"He hit me.")"),
              document("D1", "E1"), person("P2"), involvement("C2", "P2", club()), entry("E2", "C2"),
              document("D2", "E2"), person("P3"), involvement("C3", "P3", club()),
              R"({"type":"relationship","person":"P2","kind":"same-person","other":"P3"})"});
        night();
    }
    static std::string club() {
        return R"(,"service":"youth-club","opened":"2012-01-01","closed":"2016-01-01")";
    }
    static std::string document(const std::string& id, const std::string& of) {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + of + R"(","file":"a.txt"})";
    }
    static RestrictionOrder over(const Texts& items) {
        RestrictionOrder order;
        order.items = items;
        order.reason = "they say it was not them";
        return order;
    }
    static RestrictionOrder over_person(const std::string& person) {
        RestrictionOrder order = over({});
        order.person = person;
        return order;
    }
    SignedAct act(Date on = today) const { return {"dana", to_text(on) + "T09:00:00Z", on, *pseudonyms_}; }
    Record place(const RestrictionOrder& order, Date on = today) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Record placed = place_restriction(database(), order, act(on));
        work.commit();
        return placed;
    }
    std::string refused(const RestrictionOrder& order) {
        return error_of([&] { place(order); });
    }
    Record lift(const std::string& id, Date told_on = today, Date on = today) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        Record lifted = lift_restriction(database(), id, told_on, "verified", act(on));
        work.commit();
        return lifted;
    }
    std::string not_lifted(const std::string& id, Date told_on, Date on) {
        return error_of([&] { lift(id, told_on, on); });
    }
    Texts held_by(const std::string& hold) const {
        return sql("select involvement from decision where holds like '%\"" + hold + "\"%' order by 1");
    }

private:
    std::unique_ptr<Pseudonyms> pseudonyms_;
};

}  // namespace casekeeper::test
