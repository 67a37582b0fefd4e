// SPDX-License-Identifier: MIT
#include "policy/who_may_ask.h"

#include <iterator>
#include <utility>

namespace casekeeper {
namespace {

using Answer = Entitlement::Answer;

constexpr Period adult_at{18, 0, 0};
constexpr Period presumed_able_at{16, 0, 0};
constexpr const char* capacity_names[] = {"self", "parent", "representative", "attorney", "other"};
constexpr const char* answer_names[] = {"entitled", "missing", "not-entitled"};

constexpr const char* own_right = "UK GDPR Art 17(1): the right is the person's own";
constexpr const char* living_only = "DPA 2018 s3(2): the right is a living person's";
constexpr const char* gillick = "Gillick v West Norfolk AHA [1986] AC 112: who understands decides";
constexpr const char* presumed = "Mental Capacity Act 2005 s1(2): from 16 presumed able to decide";
constexpr const char* parental = "Children Act 1989 s3: parental responsibility, in the child's interest";
constexpr const char* authority = "UK GDPR Art 12(2), 12(6): whoever acts for another shows that they may";
constexpr const char* outside_access =
    "DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 s60: records of an adoption have their own route";
constexpr const char* adopted_adult = "Adoption and Children Act 2002 s60: the right of the adopted adult";
constexpr const char* application = "SI 2005/888: an application in writing, with its reasons";

// Certainly so old, whatever is not known of the birth.
bool is_at_least(const Asking& asking, const Period& age) {
    return asking.born && add(asking.born->latest, age, Rounding::never_early) <= asking.on;
}

// Can the person decide this? nullopt: somebody has to find out.
std::optional<bool> can_decide(const Asking& asking) {
    if (asking.competence) return asking.competence->competent && !asking.competence->impaired;
    if (is_at_least(asking, presumed_able_at)) return true;
    return std::nullopt;
}

Entitlement find_out() {
    return {
        Answer::missing,
        "it is to be found out and recorded whether the young person understands what asking means and what "
        "follows",
        gillick};
}

Entitlement for_oneself(const Asking& asking) {
    const std::optional<bool> able = can_decide(asking);
    if (!able) return find_out();
    if (*able)
        return {Answer::entitled, "the person asks for themselves", asking.competence ? gillick : presumed};
    return {
        Answer::not_entitled,
        "it was found that the person cannot decide this themselves; somebody with parental responsibility, "
        "or an attorney, may ask for them",
        gillick};
}

// Somebody asks for a person who cannot decide.
Entitlement in_their_interest(const Asking& asking, const char* law) {
    if (asking.in_best_interests)
        return {Answer::entitled, "asked for somebody who cannot decide it, in their best interests", law};
    return {Answer::missing,
            "it is to be weighed and recorded whether this is in the person's best interests", law};
}

Entitlement for_a_child(const Asking& asking) {
    if (is_at_least(asking, adult_at))
        return {Answer::not_entitled,
                "the person is an adult, and asks for themselves or authorises somebody", own_right};
    const std::optional<bool> able = can_decide(asking);
    // Whatever papers a parent may have.
    if (able == true && asking.person_agrees == false)
        return {
            Answer::not_entitled,
            "the young person understands and does not agree: the right belongs to them, not to their parent",
            gillick};
    if (!asking.has_authority)
        return {Answer::missing,
                "without evidence of parental responsibility a parent has no standing: ask for it, or for a "
                "court "
                "order",
                parental, true};
    if (!able) return find_out();
    if (!*able) return in_their_interest(asking, parental);
    if (asking.person_agrees)
        return {Answer::entitled, "the young person understands and agrees that it is asked for them",
                gillick};
    return {Answer::missing,
            "the young person understands what asking means: it is to be found out and recorded whether they "
            "agree that it is asked for them",
            gillick};
}

Entitlement by_authority(const Asking& asking, const char* what) {
    if (!asking.has_authority)
        return {Answer::missing, std::string("evidence is missing: ") + what, authority, true};
    const std::optional<bool> able = can_decide(asking);
    if (!able) return find_out();
    if (!*able) return in_their_interest(asking, authority);
    const bool is_asked = asking.competence && asking.capacity == Capacity::attorney;
    if (asking.person_agrees == false || (is_asked && asking.person_agrees != true))
        return {Answer::not_entitled, "the person can decide for themselves and does not agree", own_right};
    return {Answer::entitled, "the person has authorised whoever asks", authority};
}

// What stands in the way of a record from before an adoption; nullopt: nothing, or it is no such record.
std::optional<Entitlement> before_adoption(const Asking& asking) {
    const AdoptionRoute& route = asking.adoption;
    if (route.is_before && !route.is_taken)
        return Entitlement{Answer::not_entitled,
                           "the record is from before an adoption: it is opened by its own route only",
                           outside_access};
    if (route.is_taken && !route.is_before)
        return Entitlement{
            Answer::not_entitled,
            "the record is not from before an adoption: the route of adoption does not lead to it",
            outside_access};
    if (!route.is_taken) return std::nullopt;
    if (asking.capacity != Capacity::self)
        return Entitlement{
            Answer::not_entitled,
            "a record from before an adoption is for the adopted person, who applies themselves",
            adopted_adult};
    if (!is_at_least(asking, adult_at)) {
        const bool is_young =
            asking.born && asking.on < add(asking.born->earliest, adult_at, Rounding::never_early);
        return is_young ? Entitlement{Answer::not_entitled, "the adopted person is not 18 yet", adopted_adult}
                        : Entitlement{Answer::missing,
                                      "it is not known that the adopted person is 18 or over", adopted_adult};
    }
    if (!route.has_reasons)
        return Entitlement{Answer::missing, "what the adopted person wrote, with their reasons, is missing",
                           application, false, true};
    if (!route.is_confirmed)
        return Entitlement{
            Answer::missing,
            "who asks for a record from before an adoption is settled by a data protection officer",
            application};
    return std::nullopt;
}

Entitlement without_identity(const Asking& asking) {
    switch (asking.capacity) {
        case Capacity::self:
            return for_oneself(asking);
        case Capacity::parent:
            return for_a_child(asking);
        case Capacity::attorney:
            return by_authority(asking, "a lasting power of attorney or an order of the Court of Protection");
        case Capacity::representative:
        case Capacity::other:
            break;
    }
    return by_authority(asking, "an authority to act that the person has signed");
}

}  // namespace

std::optional<Capacity> parse_capacity(std::string_view text) {
    for (std::size_t i = 0; i < std::size(capacity_names); ++i)
        if (text == capacity_names[i]) return static_cast<Capacity>(i);
    return std::nullopt;
}

const char* to_text(Capacity capacity) {
    return capacity_names[static_cast<std::size_t>(capacity)];
}

const char* to_text(Entitlement::Answer answer) {
    return answer_names[static_cast<std::size_t>(answer)];
}

Entitlement who_may_ask(const Asking& asking) {
    if (asking.is_dead)
        return {Answer::not_entitled,
                "the person has died: this is no such request; the record is kept as the schedule says, and "
                "whoever "
                "asks is answered outside data protection law",
                living_only};
    if (std::optional<Entitlement> barred = before_adoption(asking)) return std::move(*barred);
    Entitlement entitlement = without_identity(asking);
    if (entitlement.answer == Answer::entitled && !asking.identity_settled)
        return {Answer::missing, "the identity of whoever asks is not settled", authority};
    return entitlement;
}

}  // namespace casekeeper
