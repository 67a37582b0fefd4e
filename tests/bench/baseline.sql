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
--   A candidate is a day and the rule's number from the end (99 less its place in the file) as one text, so that the
--   greatest text is the latest day, and on the same day the rule that stands earlier in the file.
--   '' is no candidate, null an unknown day: max() of several columns is null if any of them is.
--   So many years after a day d:  (d + 75) || replace(substr(d, 5), '-02-29', '-03-01')  (d + 75 reads the year; no
--   period here but the 100 years is a multiple of four, so that a 29 February never meets another leap year).
--   limit -1 with a where outside keeps SQLite from computing the inner columns again at every mention.

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

create temp table rule_name (code text primary key, id text) without rowid;
insert into rule_name values
    ('98', 'looked-after'), ('97', 'looked-after-died'), ('96', 'supported-accommodation'),
    ('95', 'supported-accommodation-died'), ('94', 'supported-accommodation-other'), ('93', 'care-history'),
    ('92', 'care-history-died'), ('91', 'child-protection'), ('90', 'child-in-need'), ('89', 'early-help'),
    ('88', 'private-law-reports'), ('87', 'general-social-care'), ('86', 'carers-support'),
    ('85', 'adoption-order'), ('84', 'adoption-order-before-2005'), ('83', 'adopted-child-earlier-record'),
    ('82', 'adoption-no-order'), ('81', 'adoption-no-order-looked-after'), ('79', 'adoption-support'),
    ('78', 'fostering-approved'), ('77', 'fostering-temporary'), ('76', 'fostering-refused'), ('75', 'allegation'),
    ('74', 'allegation-without-role'), ('73', 'allegation-unfounded'), ('72', 'complaint'),
    ('70', 'death-and-serious-incident-reviews'), ('68', 'youth-justice'), ('67', 'youth-justice-out-of-court'),
    ('66', 'youth-justice-sexual-offence'), ('65', 'public-protection'), ('64', 'ehc-plan'), ('63', 'education'),
    ('62', 'education-of-looked-after'), ('61', 'drug-service'), ('60', 'drug-service-died'),
    ('59', 'one-to-one-support'), ('58', 'universal-services'), ('57', 'volunteers'), ('56', 'research'),
    ('55', 'mailing-lists'), ('54', 'anything-else');

-- kind: services of the same rules. file: 1 social care, 2 adoption, 3 education, 0 any other: no rule covers it.
create temp table kind_of (service text primary key, kind integer, file integer, group_1 text, group_2 text) without rowid;
insert into kind_of values
    ('looked-after', 1, 1, 'looked-after-services', null),
    ('accommodated-s20', 1, 1, 'looked-after-services', null),
    ('care-order', 1, 1, 'looked-after-services', null),
    ('interim-care-order', 1, 1, 'looked-after-services', null),
    ('secure-accommodation', 1, 1, 'looked-after-services', null),
    ('short-breaks-s20', 1, 1, 'looked-after-services', 'short-break-services'),
    ('remand-laa', 1, 1, 'looked-after-services', 'remands'),
    ('remand-yda', 1, 1, 'looked-after-services', 'remands'),
    ('unaccompanied-asylum-child', 1, 1, 'looked-after-services', null),
    ('supported-accommodation', 2, 1, 'placements', null),
    ('private-fostering', 3, 1, 'placements', null),
    ('care-leaver-eligible', 3, 1, 'care-leavers', null),
    ('care-leaver-relevant', 3, 1, 'care-leavers', null),
    ('care-leaver-former-relevant', 3, 1, 'care-leavers', null),
    ('staying-put', 3, 1, 'care-leavers', null),
    ('qualifying-advice', 3, 1, 'care-leavers', null),
    ('virtual-school', 3, 3, 'looked-after-education', null),
    ('strategy-discussion', 4, 1, 'child-protection', null),
    ('s47-enquiry', 4, 1, 'child-protection', null),
    ('child-protection-plan', 4, 1, 'child-protection', null),
    ('police-protection', 4, 1, 'child-protection', null),
    ('child-assessment-order', 4, 1, 'child-protection', null),
    ('emergency-protection-order', 5, 1, 'child-protection', null),
    ('child-in-need', 6, 1, 'child-in-need-services', null),
    ('disabled-child-in-need', 6, 1, 'child-in-need-services', null),
    ('short-breaks-s17', 6, 1, 'child-in-need-services', 'short-break-services'),
    ('homeless-16-17', 6, 1, 'child-in-need-services', null),
    ('family-group-decision-making', 6, 1, 'child-in-need-services', null),
    ('early-help', 7, 1, 'family-support', null),
    ('court-report-s7', 8, 1, 'private-law-reports', null),
    ('court-directed-s37', 8, 1, 'private-law-reports', null),
    ('child-arrangements-order', 8, 1, 'private-law-reports', null),
    ('supervision-order', 9, 1, 'general-social-care', null),
    ('family-assistance-order', 9, 1, 'general-social-care', null),
    ('special-guardianship', 9, 1, 'general-social-care', null),
    ('prevent-channel', 9, 1, 'general-social-care', null),
    ('young-carer-assessment', 10, 1, 'carers-support', null),
    ('parent-carer-assessment', 10, 0, 'carers-support', null),
    ('young-carer-group', 10, 0, 'carers-support', null),
    ('adoption-placement', 11, 2, 'adoption-services', null),
    ('adoption-support', 12, 2, 'adoption-services', null),
    ('fostering-approval', 13, 0, 'fostering-services', null),
    ('lado-allegation', 14, 0, 'allegations-against-adults', null),
    ('complaint-ca89', 15, 1, 'complaints', null),
    ('safeguarding-practice-review', 16, 1, 'death-and-serious-incident-reviews', null),
    ('child-death-review', 16, 1, 'death-and-serious-incident-reviews', null),
    ('youth-justice-order', 17, 0, 'youth-justice-services', null),
    ('mappa', 18, 0, 'public-protection', null),
    ('ehc-needs-plan', 19, 3, 'special-educational-needs', null),
    ('children-missing-education', 20, 3, 'education-welfare', null),
    ('school-attendance-order', 20, 3, 'education-welfare', null),
    ('school-attendance-enforcement', 20, 3, 'education-welfare', null),
    ('education-supervision-order', 20, 3, 'education-welfare', null),
    ('alternative-provision-s19', 20, 3, 'education-welfare', null),
    ('school-exclusion-day6', 20, 3, 'education-welfare', null),
    ('elective-home-education', 20, 3, 'education-welfare', null),
    ('young-people-drug-service', 21, 0, 'health-related-services', null),
    ('mentoring', 22, 0, 'one-to-one-support', null),
    ('counselling-consent', 22, 0, 'one-to-one-support', null),
    ('parenting-course', 23, 1, 'family-support', 'universal-services'),
    ('universal-youth-service', 23, 0, 'universal-services', null),
    ('childrens-centre', 23, 0, 'universal-services', null),
    ('holiday-activities', 23, 0, 'universal-services', null),
    ('participation-group', 23, 0, 'universal-services', null),
    ('volunteer-befriending', 24, 0, 'volunteers', null),
    ('research-participation', 25, 0, 'research', null),
    ('newsletter-contact', 26, 0, 'mailing-lists', null);

-- ── People who are not simply born on a day: joined, dead, or born in a month or a year ──

create temp table special_record as
select p.id as person, coalesce(s.human, p.id) as human,
    case when first <= :day then first end as first, case when first <= :day then last end as last, died, death
from (
    select id,
        case length(date_of_birth) when 10 then date_of_birth when 7 then date_of_birth || '-01'
            when 4 then date_of_birth || '-01-01' end as first,
        case length(date_of_birth) when 10 then date_of_birth
            when 7 then date(date_of_birth || '-01', '+1 month', '-1 day')
            when 4 then date_of_birth || '-12-31' end as last,
        coalesce(date_of_death <= :day, died = 'true', 0) as died,
        case when date_of_death <= :day then date_of_death end as death
    from person
    where died is not null or date_of_death is not null or length(date_of_birth) < 10
        or id in (select person from same_person)
) p left join same_person s on s.person = p.id;

-- young: died before 18 (1, 0, null where nobody can know). The 18th birthday of 29 February is tried both ways.
create temp table special (
    person text primary key, human text, birth text, rough integer, died integer, death text, young integer
) without rowid;
insert into special
select r.person, r.human, g.last, g.first <> g.last, g.died, g.death,
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
insert into cover
select human,
    max(case kind when 1 then state end),
    max(case when kind in (4, 5) then state end),
    (max(case when kind in (4, 5) then last_day end) + 35)
        || replace(substr(max(case when kind in (4, 5) then last_day end), 5), '-02-29', '-03-01') || '91',
    max(case when kind not in (11, 12) then null
        when order_made < '2005-12-30' then (order_made + 75) || replace(substr(order_made, 5), '-02-29', '-03-01') || '84'
        else (substr(order_made, 1, 2) + 1) || replace(substr(order_made, 3), '00-02-29', '00-03-01') || '85' end),
    max(kind = 11),
    max(case kind when 11 then
        (substr(order_made, 1, 2) + 1) || replace(substr(order_made, 3), '00-02-29', '00-03-01') || '83' end),
    max(case kind when 19 then state end),
    0
from (
    select coalesce(s.human, i.person) as human, k.kind,
        case when i.closed <= :day then 1 else 2 end as state,
        case when k.kind in (4, 5) and i.closed <= :day then max(i.closed,
            case when i.last_contact_on <= :day then i.last_contact_on
                when i.last_contact_on is null then i.opened
                else coalesce((
                    select max(e.counts_on) from entry e where e.involvement = i.id and e.counts_on <= :day
                        and e.kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent', 'letter-received',
                            'email-sent', 'email-received')), i.opened) end) end as last_day,
        case when k.kind in (11, 12) then
            nullif(min(:day || '+', json_extract(i.events, '$."order-made"')), :day || '+') end as order_made
    from involvement i
        join kind_of k on k.service = i.service
        left join special s on s.person = i.person
    where i.opened <= :day and k.kind in (1, 4, 5, 11, 12, 19)
)
group by human;

-- ── not_while: of those whose child protection record is past its day, whose family is being worked with? ──

create temp table linked (a text, b text, primary key (a, b)) without rowid;
insert or ignore into linked
select id, adopted_from from person where adopted_from is not null
union all select adopted_from, id from person where adopted_from is not null;

create temp table own (human text, record text, primary key (human, record)) without rowid;
insert into own
select c.human, coalesce(s.person, c.human)
from cover c left join same_person s on s.human = c.human
where c.protection = 1 and substr(c.protection_until, 1, 10) < :day;

create temp table barred (human text, record text, primary key (human, record)) without rowid;
insert or ignore into barred select o.human, l.b from own o join linked l on l.a = o.record;

create temp table near (human text, record text, primary key (human, record)) without rowid;
insert or ignore into near
select x.human, coalesce(t.person, x.b)
from (
    select o.human, o.record, e.other as b
    from own o join relationship e on e.person = o.record
    where e.other is not null and +e.kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
            'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
    union all
    select o.human, o.record, e.person as b
    from own o join relationship e on e.other = o.record
    where e.person is not null and +e.kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
            'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
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
    where e.other is not null and +e.kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
            'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
    union all
    select o.human, o.record, e.person as b
    from near o join relationship e on e.other = o.record
    where e.person is not null and +e.kind in ('mother', 'father', 'parent', 'child', 'sibling', 'half-sibling', 'step-parent', 'step-sibling',
            'grandparent', 'grandchild', 'aunt-or-uncle', 'niece-or-nephew', 'cousin', 'partner', 'guardian')
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
    json_type(scope, '$.involvements') is not null as by_involvement, json_type(scope, '$.services') is not null as by_service,
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

-- Holds that name nobody: asked of what is due only.
create temp table wide_hold (service text, opened_from text, opened_to text, primary key (service, opened_from, opened_to))
without rowid;
insert or ignore into wide_hold
select s.service, h.opened_from, h.opened_to from in_force h join hold_service s on s.hold = h.id
where not h.by_person and not h.by_involvement;

-- ── Every involvement ──

insert into bench_decision
select id, outcome,
    case when outcome in ('live', 'undetermined') then null when outcome = 'permanent' then 'complaint-summary'
        else (select r.id from rule_name r where r.code = substr(winner, 11)) end,
    case when outcome in ('live', 'undetermined', 'permanent') then null else substr(winner, 1, 10) end,
    minimise_on, transfer_on
from (
    select id, winner, minimise_on, transfer_on,
        case
            when state = 0 then 'live'
            when state = 1 then 'permanent'
            when state = 2 then 'live'
            when state = 3 then case when substr(winner, 1, 10) >= :day then 'retain' else 'undetermined' end
            when case when ceiling then substr(winner, 1, 10) > :day else substr(winner, 1, 10) >= :day end then 'retain'
            when protected and kept then 'retain'
            when exists (select 1 from held h where h.involvement = id)
                or exists (select 1 from wide_hold h where h.service = x.service
                    and x.opened between h.opened_from and h.opened_to) then 'held'
            when looked_at or protected then 'review'
            else 'due' end as outcome
    from (
        select id, service, opened, kept, minimise_on, transfer_on, protected,
            -- 0 open, 1 permanent, 2 waits for what is open, 3 an unknown day or condition, 4 all is known
            case when kind = 0 then 0
                when own = 'permanent' then 1
                when protected = 2 or (looked_after = 2 and (looked_after_until is null or unsure_cover))
                    or (plan = 2 and plan_until is null) then 2
                when own is null or unsure or unsure_cover or ceiling_until is null or looked_after_until is null or plan_until is null
                    then 3
                else 4 end as state,
            case when latest <> '' then latest when ceiling_until <> '' then ceiling_until
                when own = '' and ceiling_until = '' and looked_after_until = '' and plan_until = '' and protected = 0
                    then by_default
                else '' end as winner,
            latest = '' and ceiling_until <> '' as ceiling,
            looked_at or rough_cover or (latest <> '' and ceiling_until <> '' and ceiling_until < substr(latest, 1, 10))
                or (latest = '' and ceiling_until = '') as looked_at
        from (
            select id, kind, service, opened, kept, own, ceiling_until, unsure, unsure_cover, looked_at, rough_cover, protected,
                looked_after, plan, looked_after_until, plan_until, minimise_on, transfer_on, by_default,
                max(coalesce(own, ''), coalesce(looked_after_until, ''), coalesce(plan_until, ''), adoption_until,
                    earlier_until, case when protected = 1 then protection_until else '' end) as latest
            from (
                select id, kind, service, opened, kept, looked_after, plan,
                    case file when 1 then coalesce(protection, 0) else 0 end as protected, protection_until,
                    case file when 2 then coalesce(adoption_until, '') else '' end as adoption_until,
                    coalesce(earlier_until, '') as earlier_until,

                    -- The rules of the service itself.
                    case
                        when kind in (1, 4, 19, 0) then ''
                        when kind = 23 then (last_activity + 6 + (substr(last_activity, 6) >= '04-01')) || '-03-3158'
                        when kind in (6, 7, 8) then
                            max((birth + 30) || replace(substr(birth, 5), '-02-29', '-03-01'),
                                (last_activity + 6 + (substr(last_activity, 6) >= '04-01')) || '-03-31')
                            || case kind when 6 then '90' when 7 then '89' else '88' end
                        when kind = 20 then
                            max(max((birth + 25) || replace(substr(birth, 5), '-02-29', '-03-01'),
                                    (last_activity + 6 + (substr(last_activity, 6) >= '04-01')) || '-03-31') || '63',
                                case when looked_after or placement
                                    then (birth + 75) || replace(substr(birth, 5), '-02-29', '-03-01') || '62' else '' end)
                        when kind = 10 then
                            (last_activity + 15) || replace(substr(last_activity, 5), '-02-29', '-03-01') || '86'
                        when kind in (3, 5) then case when young
                            then (death + 15) || replace(substr(death, 5), '-02-29', '-03-01') || '92'
                            else (birth + 75) || replace(substr(birth, 5), '-02-29', '-03-01') || '93' end
                        when kind = 26 then ''
                        when kind = 9 then (last_contact + 35) || replace(substr(last_contact, 5), '-02-29', '-03-01') || '87'
                        when kind = 17 then case
                            when offence = 'sexual' then
                                max(term_end, (order_ended + 5) || replace(substr(order_ended, 5), '-02-29', '-03-01')) || '66'
                            when word in ('out-of-court', 'referral-order') then
                                max((birth + 18) || replace(substr(birth, 5), '-02-29', '-03-01'),
                                    (last_activity + 3) || replace(substr(last_activity, 5), '-02-29', '-03-01')) || '67'
                            else (order_ended + 5) || replace(substr(order_ended, 5), '-02-29', '-03-01') || '68' end
                        when kind = 22 then
                            max((birth + 25) || replace(substr(birth, 5), '-02-29', '-03-01'),
                                (last_activity + 3) || replace(substr(last_activity, 5), '-02-29', '-03-01')) || '59'
                        when kind = 13 then case
                            when approval_ended is null and placement_ended is null and refused is null then null
                            else max(
                                coalesce((approval_ended + 10)
                                    || replace(substr(approval_ended, 5), '-02-29', '-03-01') || '78', ''),
                                coalesce((placement_ended + 10)
                                    || replace(substr(placement_ended, 5), '-02-29', '-03-01') || '77', ''),
                                coalesce((refused + 3) || replace(substr(refused, 5), '-02-29', '-03-01') || '76', '')) end
                        when kind = 14 then case
                            when word in ('unfounded', 'malicious', 'advice', 'not-progressed') then
                                (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01') || '73'
                            when role_birth is not null then
                                max((substr(role_birth, 1, 2) + 1)
                                        || replace(substr(role_birth, 3, 8), '00-02-29', '00-03-01'),
                                    (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01')) || '75'
                            else
                                max((substr(birth, 1, 2) + 1) || replace(substr(birth, 3), '00-02-29', '00-03-01'),
                                    (closed + 10) || replace(substr(closed, 5), '-02-29', '-03-01')) || '74' end
                        when kind = 21 then
                            max((last_contact + 7) || replace(substr(last_contact, 5), '-02-29', '-03-01') || '61',
                                coalesce((death + 7) || replace(substr(death, 5), '-02-29', '-03-01') || '60', ''))
                        when kind = 15 then case when word = 'management-summary' then 'permanent'
                            else (closed + 6) || replace(substr(closed, 5), '-02-29', '-03-01') || '72' end
                        when kind = 11 then case when order_made is not null then ''
                            when looked_after then (birth + 75) || replace(substr(birth, 5), '-02-29', '-03-01') || '81'
                            else closed || '82' end
                        when kind = 12 then
                            (last_activity + 75) || replace(substr(last_activity, 5), '-02-29', '-03-01') || '79'
                        when kind = 2 then case
                            when word = 'schedule-3' then
                                (last_entry + 15) || replace(substr(last_entry, 5), '-02-29', '-03-01') || '94'
                            when young then (death + 15) || replace(substr(death, 5), '-02-29', '-03-01') || '95'
                            else (birth + 75) || replace(substr(birth, 5), '-02-29', '-03-01') || '96' end
                        when kind = 16 then
                            (last_activity + 75) || replace(substr(last_activity, 5), '-02-29', '-03-01') || '70'
                        when kind = 18 then
                            (last_activity + 25) || replace(substr(last_activity, 5), '-02-29', '-03-01') || '65'
                        when kind = 24 then
                            (role_birth + 75) || replace(substr(role_birth, 5, 6), '-02-29', '-03-01') || '57'
                        else '' end as own,

                    -- Ceilings end on the last day of February.
                    case kind when 25 then term_end || '56'
                        when 26 then (closed + 1) || replace(substr(closed, 5), '-02-29', '-02-28') || '55'
                        else '' end as ceiling_until,

                    -- A condition, or the day of a rule beside the known one, that nobody can know.
                    (kind in (3, 5) and young is null) or (kind = 2 and young is null and word is not 'schedule-3')
                        or (kind = 21 and died and death is null) as unsure,

                    -- A person looks: by the rule, or because the birth is not known to the day.
                    kind in (6, 8, 9, 13, 14, 15, 16, 18, 22, 24)
                        or (kind = 11 and order_made is null and not coalesce(looked_after, 0))
                        or (kind = 17 and offence = 'sexual')
                        or (rough and (kind in (7, 20) or (kind in (3, 5) and not young)
                            or (kind = 2 and not young and word is not 'schedule-3')
                            or (kind = 17 and word in ('out-of-court', 'referral-order'))
                            or (kind = 11 and order_made is null))) as looked_at,

                    case when file <> 1 or looked_after is null then ''
                        when young then (death + 15) || replace(substr(death, 5), '-02-29', '-03-01') || '97'
                        else (birth + 75) || replace(substr(birth, 5), '-02-29', '-03-01') || '98'
                        end as looked_after_until,
                    file = 1 and looked_after is not null and young is null as unsure_cover,
                    case when file <> 3 or plan is null then ''
                        else (birth + 31) || replace(substr(birth, 5), '-02-29', '-03-01') || '64' end as plan_until,
                    rough and ((file = 1 and looked_after and not young) or (file = 3 and plan)) as rough_cover,

                    case when kind = 17 and offence is not 'sexual'
                            and (word is null or word not in ('out-of-court', 'referral-order'))
                        then (order_ended + 3) || replace(substr(order_ended, 5), '-02-29', '-03-01') end as minimise_on,
                    case when kind = 11 and order_made is null and looked_after then closed end as transfer_on,
                    (last_activity + 6 + (substr(last_activity, 6) >= '04-01')) || '-03-3154' as by_default
                from (
                    select i.id, i.service, i.opened, i.closed, k.file,
                        case when i.closed <= :day and i.opened <= :day then k.kind else 0 end as kind,
                        case when i.last_entry_on <= :day then max(i.last_entry_on, i.closed, i.opened)
                            when i.last_entry_on is null then max(i.closed, i.opened)
                            else max(i.closed, i.opened, coalesce((select max(e.counts_on) from entry e
                                where e.involvement = i.id and e.counts_on <= :day), '')) end as last_activity,
                        case when k.kind = 2 then case when i.last_entry_on <= :day then i.last_entry_on
                            when i.last_entry_on is not null then (select max(e.counts_on) from entry e
                                where e.involvement = i.id and e.counts_on <= :day) end end as last_entry,
                        case when k.kind in (9, 21) then case when i.last_contact_on <= :day then i.last_contact_on
                            when i.last_contact_on is null then i.opened
                            else coalesce((select max(e.counts_on) from entry e
                                where e.involvement = i.id and e.counts_on <= :day
                                    and e.kind in ('meeting', 'telephone-call', 'face-to-face', 'letter-sent',
                                        'letter-received', 'email-sent', 'email-received')), i.opened) end
                            end as last_contact,
                        case k.kind when 17 then json_extract(i.attributes, '$.disposal')
                            when 14 then json_extract(i.attributes, '$.outcome')
                            when 15 then json_extract(i.attributes, '$.record')
                            when 2 then json_extract(i.attributes, '$.record') end as word,
                        case k.kind when 17 then json_extract(i.attributes, '$.offence') end as offence,
                        case k.kind when 17 then
                            nullif(min(:day || '+', json_extract(i.events, '$."order-ended"')), :day || '+') end as order_ended,
                        case k.kind when 17 then
                            nullif(min(:day || '+', json_extract(i.events, '$."register-term-end"')), :day || '+')
                            when 25 then nullif(min(:day || '+', json_extract(i.events, '$."project-end"')), :day || '+')
                            end as term_end,
                        case k.kind when 13 then
                            nullif(min(:day || '+', json_extract(i.events, '$."approval-ended"')), :day || '+')
                            end as approval_ended,
                        case k.kind when 13 then
                            nullif(min(:day || '+', json_extract(i.events, '$."placement-ended"')), :day || '+')
                            end as placement_ended,
                        case k.kind when 13 then
                            nullif(min(:day || '+', json_extract(i.events, '$."refused-or-withdrawn"')), :day || '+')
                            end as refused,
                        case k.kind when 11 then
                            nullif(min(:day || '+', json_extract(i.events, '$."order-made"')), :day || '+') end as order_made,
                        case when k.kind in (14, 24) then (
                            select case when r.person is null
                                then case when p2.date_of_birth <= :day then p2.date_of_birth end
                                else r.birth || case when r.rough then '~' else '' end end
                            from person p2 left join special r on r.person = p2.id
                            where p2.id = json_extract(i.roles,
                                case k.kind when 14 then '$."alleged-perpetrator"' else '$."supported-child"' end)
                            ) end as role_birth,
                        case when s.person is null then case when p.date_of_birth <= :day then p.date_of_birth end
                            else s.birth end as birth,
                        coalesce(s.rough, 0) as rough, coalesce(s.died, 0) as died, s.death,
                        case when s.person is null then 0 else s.young end as young,
                        c.looked_after, c.protection, c.protection_until, c.adoption_until, c.placement,
                        c.earlier_until, c.plan, c.kept
                    from involvement i
                        join kind_of k on k.service = i.service
                        join person p on p.id = i.person
                        left join special s on s.person = i.person
                        left join cover c on c.human = coalesce(s.human, i.person)
                    limit -1)
                where id is not null
                limit -1)
            where id is not null
            limit -1)
        where id is not null
        limit -1) x
    where id is not null
    limit -1)
where id is not null;

commit;
