-- SPDX-License-Identifier: MIT
--
-- The benchmark's opponent: the shipped retention schedule, written by hand as set-based SQL for the sqlite3 shell
-- (3.40). For every involvement of a store it computes what a night computes of it (the last protected day, the
-- winning rule, the outcome, the days to minimise and to transfer) into the table bench_decision.
--
--   sqlite3 -cmd 'pragma temp_store = memory' STORE ".param set :day \"'2026-11-01'\"" '.read baseline.sql'
--
-- It knows this schedule and this catalogue only; another rule is another script. It does not know why a rule lost,
-- when an answer can change, whose facts it read, or a hold's words.
--
-- How it goes about it
--   A candidate is one text: a day, the rule's number from the end (99 less its place in the file) and its name, so
--   that the greatest text is the latest day, and on the same day the rule that stands earlier in the file.
--   '' is no candidate, null an unknown day: max() of several is null if any of them is.
--   So many years after a day d:  (d + 35) || replace(substr(d, 5), '-02-29', '-03-01').  d + 35 reads the year; no
--   period here but the 100 years is a multiple of four, so that a 29 February never meets another leap year.
--   Every service of the catalogue has a rule of its own, so that the default rule never applies.

pragma journal_mode = wal;
pragma synchronous = full;
pragma temp_store = memory;
pragma cache_size = -1000000;
pragma mmap_size = 68719476736;

begin immediate;

drop table if exists bench_decision;
create table bench_decision (
    involvement text not null,
    outcome text not null,
    rule text,
    retain_until text,
    minimise_on text,
    transfer_on text
);

-- ── The schedule and the catalogue ──

-- kind: services of the same rules. file: 1 social care, 2 adoption, 3 education, 0 any other: no rule covers it.
-- looks: its rules ask a person to look.
create temp table kind_of (
    service text primary key, kind integer, file integer, looks integer, group_1 text, group_2 text
) without rowid;
insert into kind_of values
    ('looked-after', 1, 1, 0, 'looked-after-services', null),
    ('accommodated-s20', 1, 1, 0, 'looked-after-services', null),
    ('care-order', 1, 1, 0, 'looked-after-services', null),
    ('interim-care-order', 1, 1, 0, 'looked-after-services', null),
    ('secure-accommodation', 1, 1, 0, 'looked-after-services', null),
    ('short-breaks-s20', 1, 1, 0, 'looked-after-services', 'short-break-services'),
    ('remand-laa', 1, 1, 0, 'looked-after-services', 'remands'),
    ('remand-yda', 1, 1, 0, 'looked-after-services', 'remands'),
    ('unaccompanied-asylum-child', 1, 1, 0, 'looked-after-services', null),
    ('supported-accommodation', 2, 1, 0, 'placements', null),
    ('private-fostering', 3, 1, 0, 'placements', null),
    ('care-leaver-eligible', 3, 1, 0, 'care-leavers', null),
    ('care-leaver-relevant', 3, 1, 0, 'care-leavers', null),
    ('care-leaver-former-relevant', 3, 1, 0, 'care-leavers', null),
    ('staying-put', 3, 1, 0, 'care-leavers', null),
    ('qualifying-advice', 3, 1, 0, 'care-leavers', null),
    ('virtual-school', 3, 3, 0, 'looked-after-education', null),
    ('strategy-discussion', 4, 1, 0, 'child-protection', null),
    ('s47-enquiry', 4, 1, 0, 'child-protection', null),
    ('child-protection-plan', 4, 1, 0, 'child-protection', null),
    ('police-protection', 4, 1, 0, 'child-protection', null),
    ('child-assessment-order', 4, 1, 0, 'child-protection', null),
    ('emergency-protection-order', 5, 1, 0, 'child-protection', null),
    ('child-in-need', 6, 1, 1, 'child-in-need-services', null),
    ('disabled-child-in-need', 6, 1, 1, 'child-in-need-services', null),
    ('short-breaks-s17', 6, 1, 1, 'child-in-need-services', 'short-break-services'),
    ('homeless-16-17', 6, 1, 1, 'child-in-need-services', null),
    ('family-group-decision-making', 6, 1, 1, 'child-in-need-services', null),
    ('early-help', 7, 1, 0, 'family-support', null),
    ('court-report-s7', 8, 1, 1, 'private-law-reports', null),
    ('court-directed-s37', 8, 1, 1, 'private-law-reports', null),
    ('child-arrangements-order', 8, 1, 1, 'private-law-reports', null),
    ('supervision-order', 9, 1, 1, 'general-social-care', null),
    ('family-assistance-order', 9, 1, 1, 'general-social-care', null),
    ('special-guardianship', 9, 1, 1, 'general-social-care', null),
    ('prevent-channel', 9, 1, 1, 'general-social-care', null),
    ('young-carer-assessment', 10, 1, 0, 'carers-support', null),
    ('parent-carer-assessment', 10, 0, 0, 'carers-support', null),
    ('young-carer-group', 10, 0, 0, 'carers-support', null),
    ('adoption-placement', 11, 2, 0, 'adoption-services', null),
    ('adoption-support', 12, 2, 0, 'adoption-services', null),
    ('fostering-approval', 13, 0, 1, 'fostering-services', null),
    ('lado-allegation', 14, 0, 1, 'allegations-against-adults', null),
    ('complaint-ca89', 15, 1, 1, 'complaints', null),
    ('safeguarding-practice-review', 16, 1, 1, 'death-and-serious-incident-reviews', null),
    ('child-death-review', 16, 1, 1, 'death-and-serious-incident-reviews', null),
    ('youth-justice-order', 17, 0, 0, 'youth-justice-services', null),
    ('mappa', 18, 0, 1, 'public-protection', null),
    ('ehc-needs-plan', 19, 3, 0, 'special-educational-needs', null),
    ('children-missing-education', 20, 3, 0, 'education-welfare', null),
    ('school-attendance-order', 20, 3, 0, 'education-welfare', null),
    ('school-attendance-enforcement', 20, 3, 0, 'education-welfare', null),
    ('education-supervision-order', 20, 3, 0, 'education-welfare', null),
    ('alternative-provision-s19', 20, 3, 0, 'education-welfare', null),
    ('school-exclusion-day6', 20, 3, 0, 'education-welfare', null),
    ('elective-home-education', 20, 3, 0, 'education-welfare', null),
    ('young-people-drug-service', 21, 0, 0, 'health-related-services', null),
    ('mentoring', 22, 0, 1, 'one-to-one-support', null),
    ('counselling-consent', 22, 0, 1, 'one-to-one-support', null),
    ('parenting-course', 23, 1, 0, 'family-support', 'universal-services'),
    ('universal-youth-service', 23, 0, 0, 'universal-services', null),
    ('childrens-centre', 23, 0, 0, 'universal-services', null),
    ('holiday-activities', 23, 0, 0, 'universal-services', null),
    ('participation-group', 23, 0, 0, 'universal-services', null),
    ('volunteer-befriending', 24, 0, 1, 'volunteers', null),
    ('research-participation', 25, 0, 0, 'research', null),
    ('newsletter-contact', 26, 0, 0, 'mailing-lists', null);

-- ── People of whom more must be known than a day of birth: joined or dead, born in a month or a year, on a
--    29 February, or not yet ──

create temp table special_record as
select r.person, coalesce(s.human, r.person) as human,
    case when first <= :day then first end as first, case when first <= :day then last end as last, died, death
from (
    select p.id as person,
        case length(date_of_birth) when 10 then date_of_birth when 7 then date_of_birth || '-01'
            when 4 then date_of_birth || '-01-01' end as first,
        case length(date_of_birth) when 10 then date_of_birth
            when 7 then date(date_of_birth || '-01', '+1 month', '-1 day')
            when 4 then date_of_birth || '-12-31' end as last,
        coalesce(date_of_death <= :day, died = 'true', 0) as died,
        case when date_of_death <= :day then date_of_death end as death
    from (
        select id from person
        where length(date_of_birth) < 10 or date_of_birth > :day or substr(date_of_birth, 6) = '02-29'
            or date_of_death is not null or died is not null
        union select person from same_person
    ) c join person p on p.id = c.id
) r left join same_person s on s.person = r.person;

-- birthday: what follows the year on a birthday in a common year.
-- young: died before 18 (1, 0, null where nobody can know). The 18th birthday of 29 February is tried both ways.
create temp table special (
    person text primary key, human text, birth text, birthday text, rough integer, died integer, death text,
    young integer
) without rowid;
insert into special
select r.person, r.human, g.last, replace(substr(g.last, 5), '-02-29', '-03-01'), g.first <> g.last, g.died, g.death,
    case when not g.died then 0
        when g.death < (g.first + 18) || replace(substr(g.first, 5), '-02-29', '-02-28') then 1
        when g.death >= (g.last + 18) || replace(substr(g.last, 5), '-02-29', '-03-01') then 0 end
from special_record r join (
    select human, min(first) as first, max(last) as last, max(died) as died, max(death) as death
    from special_record group by human) g on g.human = r.human;

-- ── What rules that cover more than their own involvement give each human ──

-- looked_after, protection, plan: 1 all such involvements are closed, 2 one is open, null none.
create temp table cover (
    human text primary key, looked_after integer, protection integer, protection_until text, adoption_until text,
    placement integer, earlier_until text, plan integer, kept integer
) without rowid;
create temp table covering (service text primary key, kind integer) without rowid;
insert into covering select service, kind from kind_of where kind in (1, 4, 5, 11, 12, 19);
insert into cover
select person,
    max(case kind when 1 then state end),
    max(protection),
    (max(last_day) + 35) || replace(substr(max(last_day), 5), '-02-29', '-03-01') || '91child-protection',
    max(case when order_made < '2005-12-30' then
            (order_made + 75) || replace(substr(order_made, 5), '-02-29', '-03-01') || '84adoption-order-before-2005'
        else (substr(order_made, 1, 2) + 1) || replace(substr(order_made, 3), '00-02-29', '00-03-01')
            || '85adoption-order' end),
    max(kind = 11),
    max(case kind when 11 then (substr(order_made, 1, 2) + 1)
        || replace(substr(order_made, 3), '00-02-29', '00-03-01') || '83adopted-child-earlier-record' end),
    max(case kind when 19 then state end),
    0
from (
    select i.person, k.kind,
        case when i.closed <= :day then 1 else 2 end as state,
        case when k.kind in (4, 5) then case when i.closed <= :day then 1 else 2 end end as protection,
        case when k.kind in (4, 5) and i.closed <= :day then case
            when i.last_contact_on > :day then max(i.closed, coalesce((
                select max(e.counts_on) from entry e where e.involvement = i.id and e.counts_on <= :day
                    and e.kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent', 'letter-received',
                        'email-sent', 'email-received')), i.opened))
            when i.last_contact_on > i.closed then i.last_contact_on
            when i.last_contact_on is null and i.opened > i.closed then i.opened
            else i.closed end end as last_day,
        case when k.kind in (11, 12) then
            nullif(min(:day || '+', json_extract(i.events, '$."order-made"')), :day || '+') end as order_made
    from involvement i cross join covering k on k.service = i.service
    where i.opened <= :day
)
group by person;
-- Joined records are one human: what covers any of them covers all.
insert or replace into cover
select s.human, max(looked_after), max(protection), max(protection_until), max(adoption_until), max(placement),
    max(earlier_until), max(plan), 0
from same_person s join cover c on c.human = s.person
group by s.human;

-- ── not_while: of those whose child protection record is past its day, whose family is being worked with? ──

create temp table family_kind (kind text primary key) without rowid;
insert into family_kind values
    ('mother'), ('father'), ('parent'), ('child'), ('sibling'), ('half-sibling'), ('step-parent'), ('step-sibling'),
    ('grandparent'), ('grandchild'), ('aunt-or-uncle'), ('niece-or-nephew'), ('cousin'), ('partner'), ('guardian');

-- Records that an adoption parts, in both directions.
create temp table linked (a text, b text, primary key (a, b)) without rowid;
insert or ignore into linked
select id, adopted_from from person where adopted_from is not null
union all select adopted_from, id from person where adopted_from is not null;

-- The records of those asked about.
create temp table own (human text, record text, primary key (human, record)) without rowid;
insert into own
select c.human, coalesce(s.person, c.human)
from cover c left join same_person s on s.human = c.human
where c.protection = 1 and substr(c.protection_until, 1, 10) < :day;

-- The records that their adoptions bar.
create temp table barred (human text, record text, primary key (human, record)) without rowid;
insert or ignore into barred select o.human, l.b from own o join linked l on l.a = o.record;

-- The records at most two relationships away; none is entered across an adoption.
create temp table near (human text, record text, primary key (human, record)) without rowid;
insert or ignore into near
select x.human, coalesce(t.person, x.b)
from (
    select o.human, o.record, e.other as b
    from own o join relationship e on e.person = o.record
    where e.other is not null and +e.kind in (select kind from family_kind)
    union all
    select o.human, o.record, e.person as b
    from own o join relationship e on e.other = o.record
    where +e.kind in (select kind from family_kind)
    ) x
    left join same_person s on s.person = x.b
    left join same_person t on t.human = s.human
where not exists (select 1 from barred where human = x.human and record = x.b)
    and not exists (select 1 from barred where human = x.human and record = t.person);
insert or ignore into near
select x.human, coalesce(t.person, x.b)
from (
    select o.human, o.record, e.other as b
    from near o join relationship e on e.person = o.record
    where e.other is not null and +e.kind in (select kind from family_kind)
    union all
    select o.human, o.record, e.person as b
    from near o join relationship e on e.other = o.record
    where +e.kind in (select kind from family_kind)
    ) x
    left join same_person s on s.person = x.b
    left join same_person t on t.human = s.human
where not exists (select 1 from barred where human = x.human and record = x.b)
    and not exists (select 1 from barred where human = x.human and record = t.person)
    and not exists (select 1 from linked where a = x.record and b = x.b);

update cover set kept = 1
where human in (
    select n.human from near n join involvement i on i.person = n.record
    where i.opened <= :day and (i.closed is null or i.closed > :day)
        and not exists (select 1 from own where human = n.human and record = n.record));

-- ── Holds in force ──

create temp table in_force as
select id, scope, json_type(scope, '$.persons') is not null as by_person,
    json_type(scope, '$.involvements') is not null as by_involvement,
    json_type(scope, '$.services') is not null as by_service,
    coalesce(json_extract(scope, '$.opened_from'), '') as opened_from,
    coalesce(json_extract(scope, '$.opened_to'), '9999') as opened_to
from hold where from_on <= :day and (released_on is null or released_on > :day);

create temp table hold_service (hold text, service text, primary key (hold, service)) without rowid;
insert or ignore into hold_service
select h.id, k.service
from in_force h join kind_of k
    left join json_each(h.scope, '$.services') n on n.value in (k.service, k.group_1, k.group_2, '*')
where n.value is not null or not h.by_service;

create temp table held (involvement text primary key) without rowid;
insert or ignore into held
select i.id
from in_force h cross join json_each(h.scope, '$.involvements') n cross join involvement i on i.id = n.value
    join hold_service s on s.hold = h.id and s.service = i.service
where h.by_involvement and not h.by_person and i.opened between h.opened_from and h.opened_to;
insert or ignore into held
select i.id
from in_force h join json_each(h.scope, '$.persons') n
    left join same_person a on a.person = n.value left join same_person b on b.human = a.human
    join involvement i on i.person = coalesce(b.person, n.value)
    join hold_service s on s.hold = h.id and s.service = i.service
where h.by_person and i.opened between h.opened_from and h.opened_to
    and (not h.by_involvement or i.id in (select value from json_each(h.scope, '$.involvements')));

-- Open complaints hold all of the person's records by themselves, and for six months after they closed. Right for
-- days of a month that every month has.
insert or ignore into held
select i.id
from involvement c left join same_person a on a.person = c.person left join same_person b on b.human = a.human
    join involvement i on i.person = coalesce(b.person, c.person)
where c.service = 'complaint-ca89' and c.opened <= :day
    and (c.closed is null or c.closed > date(:day, '-6 months'));

-- Holds that name nobody: asked of what is due only.
create temp table wide_hold (
    service text, opened_from text, opened_to text, primary key (service, opened_from, opened_to)
) without rowid;
insert or ignore into wide_hold
select s.service, h.opened_from, h.opened_to from in_force h join hold_service s on s.hold = h.id
where not h.by_person and not h.by_involvement;

-- ── Every involvement ──

-- decided: what the rules come to, by its first character
--   !    live: it is open, or an unknown day waits for what is open
--   0-9  the winning candidate, a floor
--   <    a ceiling wins: the candidate behind it
--   =    permanent
--   ?    a day or a condition is unknown: behind it the latest known floor, if any
-- The names given in the innermost select are written out by SQLite wherever they are used, so that only what an
-- involvement's kind asks for is computed; limit -1 with a where outside keeps it from doing so with `decided`.
insert into bench_decision
select id,
    case when decided < :day then case
            when decided < '0' then 'live'
            when kept then 'retain'
            when id in (select involvement from held) then 'held'
            when service in (select service from wide_hold) and exists (select 1 from wide_hold h
                where h.service = x.service and x.opened between h.opened_from and h.opened_to) then 'held'
            when looked_at then 'review'
            else 'due' end
        when decided < ':' then 'retain'
        when decided >= '?' then case when substr(decided, 2) >= :day then 'retain' else 'undetermined' end
        when decided >= '=' then 'permanent'
        when substr(decided, 2, 10) > :day then 'retain'
        when id in (select involvement from held) then 'held'
        when service in (select service from wide_hold) and exists (select 1 from wide_hold h
            where h.service = x.service and x.opened between h.opened_from and h.opened_to) then 'held'
        else 'due' end,
    case when decided < ':' then nullif(substr(decided, 13), '')
        when decided < '=' then substr(decided, 14)
        when decided < '?' then 'complaint-summary'
        when substr(decided, 2) >= :day then substr(decided, 14) end,
    case when decided < ':' then nullif(substr(decided, 1, 10), '!')
        when decided < '=' then substr(decided, 2, 10)
        when decided < '?' then null
        when substr(decided, 2) >= :day then substr(decided, 2, 10) end,
    minimise_on, transfer_on
from (
    select id, service, opened,
        case when not is_closed then '!'
            when kind = 15 and record = 'management-summary' then '='
            when kind >= 25 then case when ceiling_until is null then '?' || earlier_until
                when earlier_until <> '' then earlier_until else '<' || ceiling_until end
            when reach is null then coalesce(own, '?' || own_known)
            when file = 1 then case when protection = 2 then '!' else coalesce(
                max(own, looked_after_until, protection_until, earlier_until),
                case when looked_after = 2 and looked_after_until is null then '!'
                    else '?' || max(coalesce(own, own_known), coalesce(looked_after_until, looked_after_known),
                        protection_until, earlier_until) end) end
            when file = 3 then coalesce(max(own, plan_until, earlier_until),
                case when plan = 2 and plan_until is null then '!'
                    else '?' || max(coalesce(own, own_known), coalesce(plan_until, ''), earlier_until) end)
            else coalesce(max(own, adoption_until, earlier_until),
                '?' || max(coalesce(own, own_known), adoption_until, earlier_until)) end as decided,
        file = 1 and protection = 1 and kept as kept,

        -- A person looks: by the rule, or because the birth is not known to the day, or because a ceiling lies before
        -- a floor.
        case when looks then 1
            when file = 1 and protection then 1
            when kind = 11 then order_made is null and (rough or looked_after is null)
            when kind = 17 then offence is 'sexual' or (rough and disposal in ('out-of-court', 'referral-order'))
            when kind >= 25 then earlier_until <> '' and ceiling_until < substr(earlier_until, 1, 10)
            when rough then kind in (7, 20) or (kind in (3, 5) and not young)
                or (kind = 2 and not young and record is not 'schedule-3')
                or (file = 1 and looked_after and not young) or (file = 3 and plan)
            end as looked_at,

        case when kind = 17 then case when is_closed and offence is not 'sexual'
                and (disposal is null or disposal not in ('out-of-court', 'referral-order'))
            then (order_ended + 3) || replace(substr(order_ended, 5), '-02-29', '-03-01') end end as minimise_on,
        case when kind = 11 then case when is_closed and order_made is null and looked_after then closed end
            end as transfer_on
    from (
        select *,
            -- The rules of the service itself, the frequent ones first.
            case kind
                when 1 then ''
                when 4 then ''
                when 23 then sixth_year_end || '58universal-services'
                when 7 then max((birth + 30) || birthday,
                    sixth_year_end) || '89early-help'
                when 6 then max((birth + 30) || birthday,
                    sixth_year_end) || '90child-in-need'
                when 20 then max(
                    max((birth + 25) || birthday,
                        sixth_year_end) || '63education',
                    case when looked_after or placement then (birth + 75) || birthday || '62education-of-looked-after'
                        else '' end)
                when 19 then ''
                when 3 then case young when 0 then (birth + 75) || birthday || '93care-history'
                    when 1 then (death + 15) || deathday || '92care-history-died' end
                when 10 then (last_activity + 15) || replace(substr(last_activity, 5), '-02-29', '-03-01')
                    || '86carers-support'
                when 9 then (last_contact + 35) || replace(substr(last_contact, 5), '-02-29', '-03-01')
                    || '87general-social-care'
                when 17 then case
                    when offence = 'sexual' then
                        max(term_end, (order_ended + 5) || replace(substr(order_ended, 5), '-02-29', '-03-01'))
                        || '66youth-justice-sexual-offence'
                    when disposal in ('out-of-court', 'referral-order') then
                        max((birth + 18) || birthday,
                            (last_activity + 3) || replace(substr(last_activity, 5), '-02-29', '-03-01'))
                        || '67youth-justice-out-of-court'
                    else (order_ended + 5) || replace(substr(order_ended, 5), '-02-29', '-03-01')
                        || '68youth-justice' end
                when 22 then max((birth + 25) || birthday,
                        (last_activity + 3) || replace(substr(last_activity, 5), '-02-29', '-03-01'))
                    || '59one-to-one-support'
                when 13 then nullif(max(
                    coalesce((approval_ended + 10) || replace(substr(approval_ended, 5), '-02-29', '-03-01')
                        || '78fostering-approved', ''),
                    coalesce((placement_ended + 10) || replace(substr(placement_ended, 5), '-02-29', '-03-01')
                        || '77fostering-temporary', ''),
                    coalesce((refused + 3) || replace(substr(refused, 5), '-02-29', '-03-01')
                        || '76fostering-refused', '')), '')
                when 8 then max((birth + 30) || birthday,
                    sixth_year_end) || '88private-law-reports'
                when 14 then case
                    when outcome in ('unfounded', 'malicious', 'advice', 'not-progressed') then
                        (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01') || '73allegation-unfounded'
                    else coalesce(
                        max((substr(perpetrator_birth, 1, 2) + 1)
                                || replace(substr(perpetrator_birth, 3), '00-02-29', '00-03-01'),
                            (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01')) || '75allegation',
                        max((substr(birth, 1, 2) + 1) || replace(substr(birth, 3), '00-02-29', '00-03-01'),
                            (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01'))
                            || '74allegation-without-role') end
                when 21 then case when died then
                        max((last_contact + 7) || replace(substr(last_contact, 5), '-02-29', '-03-01')
                                || '61drug-service',
                            (death + 7) || deathday || '60drug-service-died')
                    else (last_contact + 7) || replace(substr(last_contact, 5), '-02-29', '-03-01')
                        || '61drug-service' end
                when 15 then (closed + 6) || replace(substr(closed, 5), '-02-29', '-03-01') || '72complaint'
                when 11 then case when order_made is not null then ''
                    when looked_after then (birth + 75) || birthday || '81adoption-no-order-looked-after'
                    else closed || '82adoption-no-order' end
                when 12 then (last_activity + 75) || replace(substr(last_activity, 5), '-02-29', '-03-01')
                    || '79adoption-support'
                when 2 then case when record = 'schedule-3' then
                        (last_entry + 15) || replace(substr(last_entry, 5), '-02-29', '-03-01')
                        || '94supported-accommodation-other'
                    else case young when 0 then (birth + 75) || birthday || '96supported-accommodation'
                        when 1 then (death + 15) || deathday || '95supported-accommodation-died' end end
                when 16 then (last_activity + 75) || replace(substr(last_activity, 5), '-02-29', '-03-01')
                    || '70death-and-serious-incident-reviews'
                when 18 then (last_activity + 25) || replace(substr(last_activity, 5), '-02-29', '-03-01')
                    || '65public-protection'
                when 5 then case young when 0 then (birth + 75) || birthday || '93care-history'
                    when 1 then (death + 15) || deathday || '92care-history-died' end
                when 24 then (child_birth + 75) || replace(substr(child_birth, 5), '-02-29', '-03-01') || '57volunteers'
                end as own,

            -- What stays known of them where one of them is not, or a death before 18 cannot be told.
            case when kind in (3, 5) and young is null then coalesce((birth + 75) || birthday || '93care-history', '')
                when kind = 2 and young is null and record is not 'schedule-3' then
                    coalesce((birth + 75) || birthday || '96supported-accommodation', '')
                when kind = 21 then (last_contact + 7) || replace(substr(last_contact, 5), '-02-29', '-03-01')
                    || '61drug-service'
                else '' end as own_known,

            -- Ceilings end on the last day of February.
            case kind when 25 then project_end || '56research'
                else (closed + 1) || replace(substr(closed, 5), '-02-29', '-02-28') || '55mailing-lists'
                end as ceiling_until,

            -- The rules of the other involvements of the file.
            case when looked_after is null then ''
                when young = 0 then (birth + 75) || birthday || '98looked-after'
                when young = 1 then (death + 15) || deathday || '97looked-after-died' end as looked_after_until,
            case when young is null then coalesce((birth + 75) || birthday || '98looked-after', '')
                else '' end as looked_after_known,
            case when plan is null then '' else (birth + 31) || birthday || '64ehc-plan' end as plan_until
        from (
            select i.id, i.service, i.opened, i.closed, k.file, k.kind, k.looks,
                coalesce(i.closed <= :day and i.opened <= :day, 0) as is_closed,
                case when i.last_entry_on > :day then max(i.closed, i.opened, coalesce((
                        select max(e.counts_on) from entry e
                        where e.involvement = i.id and e.counts_on <= :day), ''))
                    when i.last_entry_on > i.closed and i.last_entry_on > i.opened then i.last_entry_on
                    when i.opened > i.closed then i.opened
                    else i.closed end as last_activity,
                -- The end of its financial year, and six years: the same choice, made once.
                case when i.last_entry_on > :day then (select (d + 6 + (substr(d, 6) >= '04-01')) || '-03-31' from (
                        select max(i.closed, i.opened, coalesce((select max(e.counts_on) from entry e
                        where e.involvement = i.id and e.counts_on <= :day), '')) as d limit 1))
                    when i.last_entry_on > i.closed and i.last_entry_on > i.opened then
                        (i.last_entry_on + 6 + (substr(i.last_entry_on, 6) >= '04-01')) || '-03-31'
                    when i.opened > i.closed then
                        (i.opened + 6 + (substr(i.opened, 6) >= '04-01')) || '-03-31'
                    else (i.closed + 6 + (substr(i.closed, 6) >= '04-01')) || '-03-31' end as sixth_year_end,
                case when i.last_entry_on <= :day then i.last_entry_on
                    when i.last_entry_on is not null then (select max(e.counts_on) from entry e
                        where e.involvement = i.id and e.counts_on <= :day) end as last_entry,
                case when i.last_contact_on <= :day then i.last_contact_on
                    when i.last_contact_on is null then i.opened
                    else coalesce((select max(e.counts_on) from entry e
                        where e.involvement = i.id and e.counts_on <= :day
                            and e.kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent',
                                'letter-received', 'email-sent', 'email-received')), i.opened) end as last_contact,
                json_extract(i.attributes, '$.disposal') as disposal,
                json_extract(i.attributes, '$.offence') as offence,
                json_extract(i.attributes, '$.outcome') as outcome,
                json_extract(i.attributes, '$.record') as record,
                -- An event after the day has not happened.
                nullif(min(:day || '+', json_extract(i.events, '$."order-made"')), :day || '+') as order_made,
                nullif(min(:day || '+', json_extract(i.events, '$."order-ended"')), :day || '+') as order_ended,
                nullif(min(:day || '+', json_extract(i.events, '$."register-term-end"')), :day || '+') as term_end,
                nullif(min(:day || '+', json_extract(i.events, '$."project-end"')), :day || '+') as project_end,
                nullif(min(:day || '+', json_extract(i.events, '$."approval-ended"')), :day || '+') as approval_ended,
                nullif(min(:day || '+', json_extract(i.events, '$."placement-ended"')), :day || '+') as placement_ended,
                nullif(min(:day || '+', json_extract(i.events, '$."refused-or-withdrawn"')), :day || '+') as refused,
                (select case when r.person is null then p2.date_of_birth else r.birth end
                    from person p2 left join special r on r.person = p2.id
                    where p2.id = json_extract(i.roles, '$."alleged-perpetrator"')) as perpetrator_birth,
                (select case when r.person is null then p2.date_of_birth else r.birth end
                    from person p2 left join special r on r.person = p2.id
                    where p2.id = json_extract(i.roles, '$."supported-child"')) as child_birth,
                case when s.person is null then p.date_of_birth else s.birth end as birth,
                case when s.person is null then substr(p.date_of_birth, 5) else s.birthday end as birthday,
                s.rough, s.died, s.death, replace(substr(s.death, 5), '-02-29', '-03-01') as deathday,
                case when s.person is null then 0 else s.young end as young,
                c.human as reach, c.looked_after, c.protection, c.placement, c.plan, c.kept,
                case c.protection when 1 then c.protection_until else '' end as protection_until,
                case k.file when 2 then coalesce(c.adoption_until, '') else '' end as adoption_until,
                coalesce(c.earlier_until, '') as earlier_until
            from person p
                cross join involvement i on i.person = p.id
                join kind_of k on k.service = i.service
                left join special s on s.person = i.person
                left join cover c on c.human = coalesce(s.human, i.person)))
    limit -1) x
where id is not null;

commit;
