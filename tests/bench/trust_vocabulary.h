// SPDX-License-Identifier: MIT
//
// The invented words and the proportions of the benchmark's trust: which services its people have, how long
// those last, and what its workers write. All names are made up.
#pragma once

#include <array>
#include <string_view>

namespace casekeeper::bench {

// What the shipped rules want to know of an involvement beyond its days.
enum class Needs {
    nothing,
    order,          // order-made, order-ended
    placement,      // placement-ended
    adoption,       // order-made where there was one
    approval,       // a foster carer's approval-ended, placement-ended or refused-or-withdrawn
    allegation,     // outcome, alleged-perpetrator
    justice,        // order-ended, disposal, offence, register-term-end
    complaint,      // record
    accommodation,  // record
    volunteer,      // supported-child
    research,       // project-end
    minutes,        // minutes-approved
    plan,           // award
    from_sixteen,   // for those of 16 and older
};

struct ServiceShare {
    std::string_view id;
    int children;  // how often, beside the others, a child has it
    int adults;    // how often an adult has it
    int days;      // how long it usually lasts
    Needs needs = Needs::nothing;
};

constexpr std::array services = {
    ServiceShare{"early-help", 140, 150, 240},
    ServiceShare{"child-in-need", 140, 60, 300},
    ServiceShare{"disabled-child-in-need", 15, 0, 1500},
    ServiceShare{"short-breaks-s17", 10, 0, 900},
    ServiceShare{"homeless-16-17", 3, 0, 90, Needs::from_sixteen},
    ServiceShare{"young-carer-assessment", 10, 0, 90},
    ServiceShare{"parent-carer-assessment", 0, 60, 90},
    ServiceShare{"family-group-decision-making", 5, 2, 60},
    ServiceShare{"strategy-discussion", 40, 0, 4, Needs::minutes},
    ServiceShare{"s47-enquiry", 70, 0, 30, Needs::minutes},
    ServiceShare{"child-protection-plan", 45, 0, 330, Needs::minutes},
    ServiceShare{"emergency-protection-order", 2, 0, 8, Needs::order},
    ServiceShare{"police-protection", 5, 0, 3},
    ServiceShare{"child-assessment-order", 1, 0, 7, Needs::order},
    ServiceShare{"looked-after", 25, 0, 900, Needs::placement},
    ServiceShare{"accommodated-s20", 20, 0, 500, Needs::placement},
    ServiceShare{"care-order", 15, 0, 1800, Needs::order},
    ServiceShare{"interim-care-order", 10, 0, 200, Needs::order},
    ServiceShare{"secure-accommodation", 1, 0, 70, Needs::order},
    ServiceShare{"short-breaks-s20", 5, 0, 800, Needs::placement},
    ServiceShare{"remand-laa", 1, 0, 60, Needs::order},
    ServiceShare{"remand-yda", 1, 0, 60, Needs::order},
    ServiceShare{"unaccompanied-asylum-child", 6, 0, 700, Needs::placement},
    ServiceShare{"supported-accommodation", 4, 0, 300, Needs::accommodation},
    ServiceShare{"private-fostering", 2, 0, 300, Needs::placement},
    ServiceShare{"care-leaver-eligible", 6, 0, 400, Needs::from_sixteen},
    ServiceShare{"care-leaver-relevant", 2, 0, 400, Needs::from_sixteen},
    ServiceShare{"care-leaver-former-relevant", 10, 5, 1400, Needs::from_sixteen},
    ServiceShare{"staying-put", 3, 0, 700, Needs::from_sixteen},
    ServiceShare{"qualifying-advice", 3, 2, 400, Needs::from_sixteen},
    ServiceShare{"supervision-order", 7, 0, 365, Needs::order},
    ServiceShare{"court-report-s7", 10, 0, 100},
    ServiceShare{"court-directed-s37", 2, 0, 70},
    ServiceShare{"child-arrangements-order", 3, 0, 200, Needs::order},
    ServiceShare{"family-assistance-order", 1, 2, 180, Needs::order},
    ServiceShare{"special-guardianship", 8, 20, 900, Needs::order},
    ServiceShare{"prevent-channel", 1, 0, 180},
    ServiceShare{"adoption-placement", 6, 0, 500, Needs::adoption},
    ServiceShare{"adoption-support", 4, 10, 800, Needs::adoption},
    ServiceShare{"fostering-approval", 0, 80, 2500, Needs::approval},
    ServiceShare{"youth-justice-order", 25, 0, 300, Needs::justice},
    ServiceShare{"mappa", 1, 0, 500},
    ServiceShare{"ehc-needs-plan", 60, 0, 2500, Needs::plan},
    ServiceShare{"children-missing-education", 25, 0, 60},
    ServiceShare{"school-attendance-order", 4, 0, 200, Needs::order},
    ServiceShare{"school-attendance-enforcement", 6, 8, 150},
    ServiceShare{"education-supervision-order", 1, 0, 365, Needs::order},
    ServiceShare{"alternative-provision-s19", 10, 0, 200},
    ServiceShare{"school-exclusion-day6", 10, 0, 120},
    ServiceShare{"virtual-school", 20, 0, 1200},
    ServiceShare{"elective-home-education", 15, 0, 900},
    ServiceShare{"lado-allegation", 0, 50, 90, Needs::allegation},
    ServiceShare{"complaint-ca89", 5, 30, 60, Needs::complaint},
    ServiceShare{"safeguarding-practice-review", 1, 0, 300},
    ServiceShare{"child-death-review", 2, 0, 200},
    ServiceShare{"parenting-course", 2, 100, 90},
    ServiceShare{"universal-youth-service", 70, 0, 700},
    ServiceShare{"childrens-centre", 90, 150, 500},
    ServiceShare{"young-people-drug-service", 10, 0, 150},
    ServiceShare{"mentoring", 12, 0, 250},
    ServiceShare{"counselling-consent", 15, 30, 150},
    ServiceShare{"young-carer-group", 8, 0, 600},
    ServiceShare{"holiday-activities", 40, 0, 20},
    ServiceShare{"participation-group", 5, 0, 400},
    ServiceShare{"volunteer-befriending", 0, 20, 700, Needs::volunteer},
    ServiceShare{"research-participation", 4, 20, 300, Needs::research},
    ServiceShare{"newsletter-contact", 10, 60, 900},
};

constexpr std::array<std::string_view, 48> family_names = {
    "Abbott",     "Adeyemi",   "Ahmed",     "Archer",   "Baptiste", "Barlow",     "Begum",   "Brennan",
    "Cartwright", "Chowdhury", "Clarke",    "Cohen",    "Dawson",   "Delaney",    "Edwards", "Fairclough",
    "Farah",      "Fletcher",  "Gallagher", "Green",    "Haddad",   "Hargreaves", "Hussain", "Iqbal",
    "Jarvis",     "Kaminska",  "Kelly",     "Khan",     "Lister",   "Maddox",     "Malik",   "Mensah",
    "Nowak",      "Okafor",    "Oldfield",  "Osei",     "Patel",    "Pemberton",  "Quinn",   "Rahman",
    "Rowntree",   "Sandhu",    "Shepherd",  "Thackray", "Turner",   "Underhill",  "Whittle", "Yilmaz",
};
constexpr std::array<std::string_view, 48> given_names = {
    "Aaliyah", "Adam",   "Aisha",  "Alfie",  "Amelia",  "Arjun",    "Beth",   "Callum",  "Chloe",  "Connor",
    "Daisy",   "Daniel", "Ebony",  "Elijah", "Ella",    "Ethan",    "Fatima", "Finn",    "Freya",  "George",
    "Grace",   "Hamza",  "Hannah", "Harry",  "Ibrahim", "Isla",     "Jack",   "Jasmine", "Kai",    "Keira",
    "Leah",    "Liam",   "Maryam", "Mason",  "Mia",     "Mohammed", "Nadia",  "Noah",    "Olivia", "Oscar",
    "Poppy",   "Reuben", "Rosie",  "Samuel", "Sofia",   "Tariq",    "Willow", "Zara",
};
constexpr std::array<std::string_view, 16> streets = {
    "Albion Street",  "Beech Grove",  "Canal Row", "Chapel Lane",  "Dove Close",    "Elm Road",
    "Foundry Street", "Garth Avenue", "Heron Way", "Ivy Bank",     "Juniper Court", "King's Parade",
    "Larch Drive",    "Mill Terrace", "Northgate", "Orchard View",
};
constexpr std::array<std::string_view, 8> teams = {"north", "south",    "east",         "west",
                                                   "duty",  "children", "leaving-care", "inclusion"};
constexpr std::array<std::string_view, 8> professional_kinds = {"social-work",   "social-work", "social-work",
                                                                "social-work",   "health",      "education",
                                                                "youth-justice", "legal"};

// A letter needs its document, and there are none here.
constexpr std::array<std::string_view, 16> entry_kinds = {
    "telephone-call", "telephone-call", "face-to-face", "face-to-face", "meeting", "meeting",
    "email-sent",     "email-received", "visit",        "visit",        "note",    "note",
    "assessment",     "plan",           "review",       "decision",
};
constexpr std::array<std::string_view, 8> topics = {"care-plan", "health",      "placement",   "education",
                                                    "contact",   "court-order", "childs-view", "finance"};

constexpr std::array<std::string_view, 40> phrases = {
    "The home was warm and tidy, and there was food in the cupboards.",
    "Mother said that mornings have been calmer since the new routine.",
    "The school reports fewer late marks than last half term.",
    "We talked about bedtime, homework and who collects from school.",
    "The health visitor has no concerns about weight or growth.",
    "Grandmother offers to look after the younger children on Fridays.",
    "He drew the house, the dog and himself, and explained the picture.",
    "She would like to see her brother more often than every other week.",
    "Father did not answer the door; a card was left.",
    "The plan was read aloud and everybody present agreed to it.",
    "Transport to the contact centre is still to be arranged.",
    "The tenancy is secure until the spring.",
    "An appointment with the dentist was booked together.",
    "The worker explained what is written down, and who may read it.",
    "No marks were seen, and the children spoke freely.",
    "The carer asks for advice on sleep and on screens.",
    "A referral to the speech and language clinic was sent.",
    "The reviewing officer asked for the assessment by the end of the month.",
    "Football on Saturdays goes well; boots were paid for.",
    "The older sister stayed in her room during the visit.",
    "Attendance stands at ninety-one per cent.",
    "The class teacher describes a kind and quiet pupil.",
    "Rent arrears have been cleared with the help of the advice centre.",
    "They asked about the photographs from the last placement.",
    "It was agreed to ring again next Tuesday.",
    "The kitchen ceiling is damp and the landlord has been told.",
    "A neighbour helps with shopping.",
    "The key worker changes in May, and was introduced today.",
    "He says that he wants to stay where he is.",
    "She chose the blue room and has put up her posters.",
    "The medication was reviewed and left as it is.",
    "There was an argument on Sunday, and it was settled by the evening.",
    "The family will try the toddler group at the centre.",
    "Pocket money and savings were checked and are in order.",
    "The bus pass has arrived.",
    "Notes of the meeting will be sent to all who were there.",
    "The risk was discussed with the team manager on the same day.",
    "Swimming lessons start after the holidays.",
    "He asked why he does not live with his mum, and we looked at his book together.",
    "No further visit is planned before the review.",
};

}  // namespace casekeeper::bench
