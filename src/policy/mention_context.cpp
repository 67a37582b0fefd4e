// SPDX-License-Identifier: MIT
#include "policy/mention_context.h"

#include <algorithm>

#include "policy/word_table.h"

namespace casekeeper {
namespace {

struct List {
    std::uint32_t bit;
    std::string_view words;
};

constexpr List lists[] = {
    {Context::function,
     "a about above across actually after again against ago all almost along already also although always am "
     "among an "
     "and another any anybody anyone anything anyway apparently are around as aside at away back be because "
     "been before "
     "behind being below beside besides best better between beyond both but by can cannot certainly come "
     "could did do "
     "does doing done down due during each either else enough even eventually ever every everybody everyone "
     "everything "
     "except few finally first firstly following for from further furthermore get give given go going gone "
     "good got had "
     "has have having he hence her here hers herself hi him himself his hopefully how however i if in indeed "
     "initially "
     "inside instead into is it its itself just last lastly later least less let lets like likewise look "
     "made make many "
     "maybe me mean meanwhile might mine more moreover most much must my myself near need neither never "
     "nevertheless new "
     "next no nobody none nonetheless nor not nothing now of off often oh ok okay on once one only onto or "
     "other others "
     "otherwise our ours ourselves out outside over overall own per perhaps please possibly previously "
     "probably quite "
     "rather really recently same say see seeing several shall she should since so some somebody someone "
     "something "
     "sometimes soon still such sure take than that the their theirs them themselves then there therefore "
     "these they "
     "thing things this those though through throughout thus till to today together tomorrow tonight too "
     "toward towards "
     "two under unfortunately unless until up upon us very was we well were what whatever when whenever "
     "where whereas "
     "wherever whether which while who whoever whole whom whose why with within without would yeah yes "
     "yesterday yet you "
     "your yours yourself yourselves re ve ll don didn doesn isn wasn weren won couldn wouldn shouldn hasn "
     "haven hadn "
     "aren ain"},
    {Context::title,
     "mr mrs miss ms mx dr doctor prof professor sir dame lady lord rev reverend fr pc dc ds di dci insp "
     "inspector sgt "
     "sergeant constable cllr councillor judge hhj imam rabbi pastor auntie aunty aunt uncle nan nana nanny "
     "granny gran "
     "grandma grandad granddad grandpa nurse midwife coach cousin messrs madam master capt captain st"},
    {Context::kin,
     "twins sisters brothers sons daughters children kids cousins nieces nephews grandchildren boys girls "
     "mother father mum mom mummy mam dad daddy parent parents sister brother sibling siblings stepmother "
     "stepfather "
     "stepmum stepdad stepsister stepbrother stepson stepdaughter son daughter child baby boy girl husband "
     "wife partner "
     "boyfriend girlfriend fiance fiancee ex twin niece nephew grandmother grandfather grandson "
     "granddaughter grandchild "
     "friend neighbour neighbor classmate colleague friends lady man woman teenager toddler kid guardian "
     "godmother "
     "godfather lodger relative aunt uncle cousin gran nan grandma grandad mate flatmate tenant pupil "
     "student"},
    {Context::role,
     "carer carers worker manager teacher headteacher head counsellor counselor solicitor officer nurse "
     "doctor gp midwife "
     "visitor assistant practitioner therapist psychologist psychiatrist paediatrician adviser advisor "
     "advocate chair "
     "reviewer supervisor tutor mentor volunteer coordinator childminder keyworker clinician consultant "
     "constable "
     "caseworker adopter adopters guardian witness victim perpetrator complainant caller helper landlord "
     "imam principal "
     "applicant respondent director author client patient employee customer signed dear attn cc"},
    {Context::naming, "called named name names nicknamed alias aka known namely surname forename"},
    {Context::greeting,
     "hello hi hey dear thanks thank sorry welcome bye goodbye morning afternoon evening please yes no ok "
     "okay listen "
     "look"},
    {Context::deed,
     "drew threw broke fell stood sat held sent heard brought bought caught chose drank drove fought flew "
     "forgot "
     "grew hid hung lay led lost paid rode sang shook spent stole struck swore swam taught tore woke won "
     "wore "
     "said says say asked asks told tells replied replies answered answers stated states explained explains "
     "reported "
     "reports disclosed discloses described describes mentioned mentions added adds confirmed confirms "
     "denied denies "
     "admitted admits agreed agrees thought thinks feels felt believes believed knows knew wants wanted "
     "wished wishes "
     "hopes hoped likes liked loves loved hates hated needs needed seems seemed appears appeared became "
     "becomes looks "
     "looked sounded sounds remembers remembered is was has had does did will would can could should might "
     "may must isn "
     "wasn hasn hadn doesn didn won wouldn couldn went goes came comes left leaves lives lived moved moves "
     "stayed "
     "stays visited visits attended attends arrived arrives returned returns called calls rang rings phoned "
     "texted "
     "emailed wrote writes spoke speaks talked talks met meets took takes gave gives got gets made makes ran "
     "runs hit "
     "hits pushed pushes kicked shouted shouts screamed cried cries laughed smiled refused refuses started "
     "starts began "
     "begins stopped stops keeps kept tried tries lost found used uses worked works played plays ate eats "
     "slept sleeps "
     "signed suggested suggests expressed expresses shared shares struggles struggled presents presented"},
    {Context::calendar,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
     "january "
     "february march april may june july august september october november december jan feb mar apr jun jul "
     "aug sep sept "
     "oct nov dec christmas easter ramadan eid diwali hanukkah halloween lent xmas spring summer autumn "
     "winter"},
    {Context::whereabouts,
     "from in at near around outside inside across throughout into towards toward via within off visiting "
     "reach reached living based north south east west northern southern eastern western central upper lower "
     "greater"},
    {Context::place,
     "district county region province village town city area ward street road avenue lane close drive "
     "crescent court "
     "square park river lake hill mountain island islands bay beach forest valley bridge estate station "
     "airport market "
     "hospital clinic church mosque temple hotel municipality division zone block borough community "
     "neighbourhood "
     "settlement camp state country republic kingdom ocean sea highway subcounty parish urban rural north "
     "south east west "
     "central house centre center terrace grove place way gardens"},
    {Context::body,
     "ofsted cafcass nspcc barnardo barnardos childline connexions samaritans facebook instagram whatsapp "
     "snapchat "
     "tiktok youtube google tesco asda aldi lidl morrisons sainsbury sainsburys mcdonalds greggs primark "
     "argos uber "
     "amazon netflix xbox playstation nintendo fortnite minecraft roblox "
     "school academy college university nursery preschool council authority trust team service services "
     "department agency "
     "organisation organization foundation charity society association committee board panel group company "
     "limited ltd "
     "plc llp inc corp bank union club centre center institute ministry police constabulary force unit "
     "office court "
     "tribunal commission act bill code order policy plan strategy report form section protection helpline "
     "hotline line "
     "orchestra records studios systems solutions industries partners international network media software "
     "labs "
     "consulting holdings party league programme program project initiative award test scale index syndrome "
     "disease "
     "disorder app website"},
    {Context::towards,
     "with tell told ask asked help helps helped support supports for about by see saw seen call called "
     "contact contacted "
     "thank thanks meet met love loves loved let and remember worried concerned like protect trust miss "
     "visit visited "
     "phoned rang emailed texted hear heard encourage remind reassure reassured hurt hit behind against "
     "without than "
     "between between between believe to make made give gave gives wanting watch keep"},
    {Context::pronoun, "he she they who i we you it him her them his their"},
    {Context::abbreviation,
     "sw asw ssw tm sm hos hv gp cp cpp cpc cin cic lac eh mash iro lado cafcass camhs dob nhs ni upn pep "
     "php ehc ehcp sen "
     "send senco ta ht dht la fc ifa ro so sgo ico pr plo ao epo po sro dv da asb sa cse cce yot yos yjs "
     "ymca ngo uk usa us "
     "eu un ad am pm dr mr mrs ms pc pt re ps id it tv dvd cd ok ra rn mh ld asd adhd pa ea er ae icu scbu "
     "tac taf tbc tba "
     "na nfa nok dna wc vc phn ypa ypas yp ce ms bme lgbt lgbtq faq pdf usb gps rsi hr hq ceo cv gcse btec "
     "nvq pe rs ict "
     "dt hiv aids std sti ptsd ocd cbt dbt gad bmi ecg ct mri aka eta fyi asap diy bbc itv mp ma ba bsc msc "
     "phd"},
    {Context::everyday,
     "will may mark grace hope joy faith rose dawn summer autumn bill pat sue ray frank amber olive "
     "hazel ivy heather "
     "ruby jade daisy lily holly poppy robin dale dean guy glen rich rob nick drew jack max miles harry "
     "penny "
     "victor roman mason hunter willow violet iris jasmine aria nova felicity bonnie may june april august "
     "basil roger "
     "carter parker cody ace angel blossom blessing charity christian chuck crystal "
     "don earnest "
     "ginger grant happy honey innocent jean josh justice kitty lance leo mercy merry norm patience "
     "peace pearl "
     "pierce prince prudence queen reed rocky rusty sandy sonny sunny trinity tripp van "
     "wade "
     "precious gift destiny heaven neo "
     "love "
     "bob barb bee belle bev bert dot flo gill ham hank hay jay jess jet jo ken kit lee lou mat meg mo "
     "nell ned pen "
     "peg pip poll ron sal sally sam si stew sub ted tel tim tom tony val van vera vince wed win con den "
     "dame deb ness "
     "rube beck dick pete rod duke earl ant ad ali al nat nora art ste cob em scar tee trace luce brad brid "
     "flora mal "
     "mick marge dolly molly polly rollo missy patty ginger cherry candy kay kim ben"},
    {Context::particle,
     "de da di del della van von der den la le el al bin ibn bint abu ben ap ab mac mc o st ter ul ur du"},
};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
}

}  // namespace

std::uint32_t context_of(const MentionWords& words, std::size_t i) {
    static const WordTable table = [] {
        WordTable all;
        for (const List& list : lists)
            for (std::size_t begin = 0; begin < list.words.size();) {
                const std::size_t end = std::min(list.words.find(' ', begin), list.words.size());
                if (end > begin) all[list.words.substr(begin, end - begin)] |= list.bit;
                begin = end + 1;
            }
        return all;
    }();
    const std::uint32_t* found = table.find(words, i);
    return found == nullptr ? 0 : *found;
}

bool begins_sentence(const MentionWords& words, std::size_t i) {
    if (i == 0) return true;
    const std::string_view gap = words.before(i);
    // The end of Mr. and of J. is none of a sentence.
    const bool short_before =
        words.written(i - 1).size() == 1 || (context_of(words, i - 1) & Context::title) != 0;
    int lines = 0;
    for (const char c : gap) {
        if (c == '!' || c == '?' || c == '|' || c == '*' || c == '>') return true;
        if (c == '.' && !short_before) return true;
        lines += c == '\n' ? 1 : 0;
    }
    if (lines > 1 || gap.find('\t') != std::string_view::npos) return true;
    if (lines == 1 && gap.find_first_not_of(" \r\n") != std::string_view::npos) return true;
    // An opening quotation mark, a dash of a list.
    return gap.find('"') != std::string_view::npos || gap.find("\u201c") != std::string_view::npos ||
           gap.find("\u2022") != std::string_view::npos;
}

bool only_space_before(const MentionWords& words, std::size_t i) {
    const std::string_view gap = words.before(i);
    return i > 0 && !gap.empty() && std::all_of(gap.begin(), gap.end(), is_space) &&
           std::count(gap.begin(), gap.end(), '\n') < 2;
}

}  // namespace casekeeper
