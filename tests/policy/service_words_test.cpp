// SPDX-License-Identifier: MIT
#include "policy/service_words.h"

#include <gtest/gtest.h>

#include "base/readability.h"
#include "support/case_world.h"

namespace casekeeper::test {
namespace {

Service service(ServiceClass of_class, const std::string& authority) {
    Service one;
    one.service_class = of_class;
    one.authority = authority;
    return one;
}

TEST(ServiceWords, SayThePurposeOfTheCatalogue) {
    Service one = service(ServiceClass::statutory, "Children Act 1989 s47");
    EXPECT_EQ(purpose_in_words(one), "to do what the law asks of us");
    one.purpose = "to find out if a child is safe";
    EXPECT_EQ(purpose_in_words(one), "to find out if a child is safe");
    for (const char* none :
         {"", "by consent", "by consent; grant funded", "none requiring the family to engage"})
        EXPECT_EQ(purpose_in_words(service(ServiceClass::voluntary, none)),
                  "to give this help, as it was agreed with you or your family");
}

// UK GDPR Art 6(1)(c), (e), (a).
TEST(ServiceWords, SayTheLawfulBasisOfTheClassOrTheCatalogue) {
    EXPECT_EQ(lawful_basis_in_words(service(ServiceClass::statutory, "Children Act 1989 s47")),
              "The law gives us this duty (Children Act 1989 s47); UK GDPR Article 6(1)(c) and (e).");
    EXPECT_EQ(lawful_basis_in_words(service(ServiceClass::duty, "Childcare Act 2006 s5A")),
              "The law has us offer this, and you choose if you take part (Childcare Act 2006 s5A); UK GDPR "
              "Article 6(1)(e).");
    Service club = service(ServiceClass::voluntary, "by consent");
    EXPECT_EQ(lawful_basis_in_words(club),
              "You, or those who may speak for you, agreed to it; UK GDPR Article 6(1)(a). You can take your "
              "agreement back at any time.");
    club.lawful_basis = "A public task; UK GDPR Article 6(1)(e)";
    EXPECT_EQ(lawful_basis_in_words(club), "A public task; UK GDPR Article 6(1)(e).");
}

// UK GDPR Art 17(3)(b); the trust's policy: what is taken up by choice can be deleted.
TEST(ServiceWords, SayWhetherItCanBeDeleted) {
    EXPECT_NE(deletion_in_words(service(ServiceClass::statutory, "x")).find("not while the law"),
              std::string::npos);
    EXPECT_NE(deletion_in_words(service(ServiceClass::duty, "x")).find("a person decides"),
              std::string::npos);
    EXPECT_NE(deletion_in_words(service(ServiceClass::voluntary, "x")).find("we can"), std::string::npos);
}

TEST(ServiceWords, OfEveryShippedServiceReadAtTwelve) {
    const ServiceCatalogue catalogue = shipped_catalogue();
    for (const Service& one : catalogue.services()) {
        EXPECT_TRUE(one.purpose.starts_with("to ")) << one.id;
        EXPECT_LE(readability_of(purpose_in_words(one) + ". " + footing_in_words(one)).reading_age(), 12)
            << one.id << ": " << one.purpose;
    }
}

}  // namespace
}  // namespace casekeeper::test
