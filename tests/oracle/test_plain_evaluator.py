#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the plain evaluator: published retention rules with their worked answers.

Each names its source as the worked cases do.  Run: python3 -m unittest test_plain_evaluator
"""
import itertools
import json
import pathlib
import tempfile
import unittest
from datetime import date

from plain_evaluator import (Catalogue, LanguageError, Schedule, World, add_period, birth_range, end_of_year,
                             evaluate, evaluate_all, local_day, read_condition, read_date)

HEAD = """
[schedule]
title = "t"
version = "1"
adopted = 2026-11-01
financial_year_starts = "04-01"
academic_year_starts = "09-01"
"""
CATALOGUE = "".join(
    f'[[service]]\nid = "{id}"\nfile = "{file}"\ngroups = {json.dumps(groups)}\n' for id, file, groups in [
        ("looked-after", "social-care", ["care"]), ("child-protection", "social-care", []),
        ("early-help", "social-care", []), ("school", "education", []), ("ehc", "education", []),
        ("adoption", "adoption", []), ("carer", "carers", []), ("lado", "allegations", [])])
CARE = """
[[rule]]
id = "looked-after"
services = ["looked-after"]
until = "birth + 75y"
bound = "at-least"
covers = "file"
[[rule]]
id = "looked-after-died"
services = ["looked-after"]
if = "died before 18y"
until = "death + 15y"
bound = "at-least"
replaces = ["looked-after"]
covers = "file"
"""


RULE_NUMBERS = itertools.count(1)


def rule(services, until, **more):
    keys = {"id": f"rule-{next(RULE_NUMBERS)}", "services": [services], "until": until, **more}
    return "\n[[rule]]\n" + "".join(f"{key.rstrip('_')} = {json.dumps(value)}\n" for key, value in keys.items()
                                    if value is not None)


def person(id="P", **more):
    return {"type": "person", "id": id, "family_name": "N", **more}


def involvement(service, id="I", person="P", opened="1990-01-01", **more):
    return {"type": "involvement", "id": id, "person": person, "service": service, "opened": opened, **more}


def hold(**scope):
    return {"type": "hold", "id": "H", "kind": "police", "authority": "a", "reason": "r", "from": "2026-01-01",
            "scope": scope}


def relation(one, kind, other):
    return {"type": "relationship", "person": one, "kind": kind, "other": other}


class Case(unittest.TestCase):
    def world(self, rules, *rows):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "s.toml").write_text(HEAD + rules)
            (folder / "c.toml").write_text(CATALOGUE)
            (folder / "b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
            self.schedule = Schedule(folder / "s.toml")
            return World(Catalogue(folder / "c.toml"), [folder])

    def line(self, rules, day, *rows, id="I"):
        world = self.world(rules, *rows)
        return evaluate(world, self.schedule, world.involvements[id], date.fromisoformat(day))

    def expect(self, rules, day, outcome, until, *rows, id="I"):
        line = self.line(rules, day, *rows, id=id)
        self.assertEqual((line["outcome"], line["retain_until"]), (outcome, until))
        return line


class WorkedCases(Case):
    def test_r01_looked_after_75_years(self):
        """Care Planning etc (England) Regs 2010 reg 50."""
        rows = person(date_of_birth="1950-03-14"), involvement("looked-after", closed="1968-01-01")
        self.expect(CARE, "2025-03-14", "retain", "2025-03-14", *rows)
        self.expect(CARE, "2025-03-15", "due", "2025-03-14", *rows)

    def test_r02_born_on_29_february(self):
        rows = person(date_of_birth="1952-02-29"), involvement("looked-after", closed="1968-01-01")
        self.expect(CARE, "2027-02-28", "retain", "2027-03-01", *rows)
        self.expect(CARE, "2027-03-02", "due", "2027-03-01", *rows)

    def test_r03_died_before_18(self):
        rows = (person(date_of_birth="2001-05-20", date_of_death="2013-11-03"),
                involvement("looked-after", opened="2005-01-01", closed="2013-11-03"))
        line = self.expect(CARE, "2028-11-03", "retain", "2028-11-03", *rows)
        self.assertEqual(line["rule"], "looked-after-died")

    def test_r05_died_the_day_before_the_18th_birthday(self):
        closed = involvement("looked-after", closed="2008-07-31")
        self.expect(CARE, "2023-08-01", "due", "2023-07-31",
                    person(date_of_birth="1990-08-01", date_of_death="2008-07-31"), closed)
        self.expect(CARE, "2023-08-01", "retain", "2065-08-01",
                    person(date_of_birth="1990-08-01", date_of_death="2008-08-01"), closed)

    def test_r07_short_breaks_are_looked_after(self):
        self.expect(CARE, "2026-11-01", "retain", "2082-09-09", person(date_of_birth="2007-09-09"),
                    involvement("looked-after", opened="2012-01-01", closed="2016-01-01"))

    def test_r09_adoption_order(self):
        """Disclosure of Adoption Information Regs 2005 reg 6."""
        rules = rule("adoption", "order-made + 100y", if_="order-made after 2005-12-30")
        self.expect(rules, "2026-11-01", "retain", "2106-05-05", person(),
                    involvement("adoption", closed="2006-06-01", events={"order-made": "2006-05-05"}))

    def test_r11_a_person_decides(self):
        """AAR 2005 reg 40."""
        rules = rule("adoption", None, action="decide")
        self.expect(rules, "2026-11-01", "review", "2025-01-10", person(), involvement("adoption", closed="2025-01-10"))

    def test_r12_r13_r14_foster_carers(self):
        """Fostering Services (England) Regs 2011 reg 32."""
        for event, happened, until, last in (("approval-ended", "2014-08-31", "approval-ended + 10y", "2024-08-31"),
                                             ("refused-or-withdrawn", "2020-02-29", "refused-or-withdrawn + 3y", "2023-03-01"),
                                             ("placement-ended", "2016-12-15", "placement-ended + 10y", "2026-12-15")):
            self.expect(rule("carer", until, bound="at-least"), last, "retain", last, person(),
                        involvement("carer", closed=happened, events={event: happened}))

    def test_r16_later_of_birthday_and_activity(self):
        """Devon retention page."""
        rules = rule("early-help", "later-of(age(18y), last-activity) + 3y")
        self.expect(rules, "2026-11-01", "due", "2024-07-14", person(date_of_birth="2003-07-14"),
                    involvement("early-help", opened="2010-01-01", closed="2015-02-02"))

    def test_r18_family_still_known(self):
        """Blackpool retention schedule."""
        rules = rule("child-protection", "last-contact + 35y", not_while="family-open(*)")
        rows = (person(), person("Q"), relation("P", "half-sibling", "Q"),
                involvement("child-protection", opened="1980-01-01", closed="1989-12-01"),
                {"type": "entry", "id": "E", "involvement": "I", "kind": "visit", "occurred_at": "1989-11-01T10:00:00"},
                {"type": "entry", "id": "F", "involvement": "I", "kind": "meeting", "occurred_at": "1989-09-30T10:00:00"})
        self.expect(rules, "2026-11-01", "retain", "2024-09-30", *rows, involvement("school", "J", "Q"))
        self.expect(rules, "2026-11-01", "due", "2024-09-30", *rows)

    def test_r19_r21_r22_closings_and_ages(self):
        """Northumberland policy; Lambeth and North Somerset privacy notices."""
        self.expect(rule("child-protection", "closed + 35y"), "2026-04-02", "due", "2026-04-01", person(),
                    involvement("child-protection", closed="1991-04-01"))
        self.expect(rule("child-protection", "closed + 6y"), "2025-10-31", "retain", "2025-10-31", person(),
                    involvement("child-protection", closed="2019-10-31"))
        self.expect(rule("early-help", "age(30y)"), "2026-01-01", "due", "2025-12-31", person(date_of_birth="1995-12-31"),
                    involvement("early-help", closed="2010-01-01"))

    def test_r24_r25_r27_r28_years(self):
        """Derbyshire retention codes; Blackpool education schedule."""
        for until, closed, last in (("end-of(financial-year, last-activity) + 6y", "2019-05-15", "2026-03-31"),
                                    ("end-of(financial-year, last-activity) + 6y", "2020-03-31", "2026-03-31"),
                                    ("last-activity + 7y", "2019-05-15", "2026-05-15")):
            self.expect(rule("school", until), "2026-11-01", "due", last, person(), involvement("school", closed=closed))
        self.expect(rule("school", "end-of(academic-year, created) + 1y"), "2025-09-01", "due", "2025-08-31", person(),
                    involvement("school", opened="2023-10-10", closed="2024-01-01"))

    def test_r30_r32_r44_other_peoples_clocks(self):
        """Essex privacy notice; Devon retention page."""
        people = person(date_of_birth="2009-01-01"), person("W", date_of_birth="1960-03-03"), person("A", date_of_birth="1971-07-07")
        self.expect(rule("lado", "later-of(birth@worker + 67y, award + 10y)"), "2026-11-01", "retain", "2030-01-12", *people,
                    involvement("lado", closed="2020-05-01", roles={"worker": "W"}, events={"award": "2020-01-12"}))
        self.expect(rule("lado", "birth@alleged-perpetrator + 100y"), "2026-11-01", "retain", "2071-07-07", *people,
                    involvement("lado", closed="2020-05-01", roles={"alleged-perpetrator": "A"}))
        self.expect(rule("carer", "birth@supported-child + 75y"), "2026-11-01", "retain", "2080-10-10",
                    person(), person("Y", date_of_birth="2005-10-10"),
                    involvement("carer", closed="2020-05-01", roles={"supported-child": "Y"}))

    def test_r33_review_not_destruction(self):
        rules = rule("lado", "closed + 10y", action="review")
        rows = person(), involvement("lado", closed="2014-02-28")
        self.expect(rules, "2024-02-28", "retain", "2024-02-28", *rows)
        self.expect(rules, "2024-02-29", "review", "2024-02-28", *rows)

    def test_r35_from_the_18th_birthday(self):
        self.expect(rule("care", "age(18y) + 75y"), "2026-11-01", "retain", "2093-01-10", person(date_of_birth="2000-01-10"),
                    involvement("looked-after", closed="2018-01-10"))

    def test_r36_minutes_not_approved_yet(self):
        rules = rule("child-protection", "minutes-approved")
        self.expect(rules, "2026-02-12", "due", "2026-02-11", person(),
                    involvement("child-protection", closed="2026-01-01", events={"minutes-approved": "2026-02-11"}))
        self.expect(rules, "2026-02-10", "undetermined", None, person(),
                    involvement("child-protection", closed="2026-01-01", events={"minutes-approved": "2026-02-11"}))

    def test_r37_r39_pupil_with_a_plan(self):
        """IRMS toolkit; Blackpool education schedule."""
        rules = rule("school", "birth + 25y") + rule("ehc", "birth + 31y", covers="file")
        rows = (person(date_of_birth="2000-06-06"), involvement("school", closed="2018-07-01"),
                involvement("ehc", "J", closed="2018-07-01"))
        self.expect(rules, "2025-06-07", "retain", "2031-06-06", *rows)

    def test_r40_birth_known_to_the_year(self):
        rows = person(date_of_birth="2008"), involvement("looked-after", opened="2015-01-01", closed="2020-01-01")
        self.expect(CARE, "2083-12-31", "retain", "2083-12-31", *rows)
        self.expect(CARE, "2084-01-01", "review", "2083-12-31", *rows)

    def test_r42_hold(self):
        rules = rule("child-protection", "closed + 35y")
        line = self.expect(rules, "2026-11-01", "held", "2026-04-01", person(), hold(persons=["P"]),
                           involvement("child-protection", closed="1991-04-01"))
        self.assertEqual(line["holds"], ["H"])


class Combining(Case):
    def test_open_is_live_and_closing_tomorrow_is_open(self):
        rules = rule("school", "closed + 1d")
        self.expect(rules, "2020-01-01", "live", None, person(), involvement("school", closed="2020-01-02"))
        self.expect(rules, "2020-01-02", "retain", "2020-01-03", person(), involvement("school", closed="2020-01-02"))

    def test_a_ceiling_is_due_on_its_day_and_conflicts_with_a_floor(self):
        ceiling = rule("school", "closed + 1y", bound="at-most")
        rows = person(), involvement("school", closed="2020-02-29")
        self.expect(ceiling, "2021-02-27", "retain", "2021-02-28", *rows)
        self.expect(ceiling, "2021-02-28", "due", "2021-02-28", *rows)
        line = self.expect(ceiling + rule("school", "closed + 2y"), "2022-03-02", "review", "2022-03-01", *rows)
        self.assertTrue(line["conflict"])

    def test_unknown_floor_beside_a_known_one(self):
        rules = rule("school", "closed + 5y") + rule("school", "award + 1y", action="archive")
        rows = person(), involvement("school", closed="2020-01-01")
        self.expect(rules, "2025-01-01", "retain", "2025-01-01", *rows)
        self.expect(rules, "2025-01-02", "undetermined", None, *rows)

    def test_waiting_for_an_open_file_is_live(self):
        rules = rule("school", "file-closed + 1y")
        self.expect(rules, "2026-01-01", "live", None, person(), involvement("school", closed="2020-01-01"),
                    involvement("ehc", "J"))

    def test_a_default_needs_no_other_end_rule_even_unknown(self):
        default = rule("*", "closed + 1y", default=True)
        rows = person(), involvement("school", closed="2020-01-01")
        self.expect(default, "2026-01-01", "due", "2021-01-01", *rows)
        self.expect(default + rule("school", "closed + 9y", if_="medium != paper"), "2026-01-01", "undetermined", None, *rows)

    def test_permanent_and_minimise(self):
        rules = (rule("school", None, action="permanent") + rule("*", "closed + 1y", action="minimise", keep=["name"])
                 + rule("school", "award", if_="medium != paper"))
        line = self.expect(rules, "2026-01-01", "permanent", None, person(), involvement("school", closed="2020-01-01"))
        self.assertEqual(line["minimise_on"], "2021-01-01")

    def test_joined_records_with_different_births_are_reviewed(self):
        rows = (person(date_of_birth="1940-01-01"), person("Q", date_of_birth="1941-01-01"), relation("Q", "same-person", "P"),
                involvement("looked-after", closed="1960-01-01"))
        self.expect(CARE, "2026-01-01", "review", "2016-01-01", *rows)

    def test_nothing_looks_across_an_adoption(self):
        rules = rule("school", "closed + 1y", not_while="family-open(*)")
        rows = (person(adopted_from="Q"), person("Q"), person("R"), relation("P", "child", "Q"), relation("Q", "mother", "R"),
                involvement("school", closed="2020-01-01"), involvement("school", "J", "R"))
        self.expect(rules, "2026-01-01", "due", "2021-01-01", *rows)

    def test_died_before_with_a_birth_known_to_the_month(self):
        rules = rule("school", "closed + 1y", if_="died before 18y")
        rows = person(date_of_birth="1990-08", date_of_death="2008-08-15"), involvement("school", closed="2000-01-01")
        self.expect(rules, "2026-01-01", "undetermined", None, *rows)

    def test_a_hold_by_words(self):
        rules = rule("school", "closed + 1y")
        entry = {"type": "entry", "id": "E", "involvement": "I", "kind": "note", "occurred_at": "2019-01-01T10:00:00"}
        rows = person(), involvement("school", closed="2020-01-01"), hold(words=["inquest"])
        self.expect(rules, "2026-11-01", "held", "2021-01-01", *rows, entry | {"account": "the INQUEST, then"})
        self.expect(rules, "2026-11-01", "due", "2021-01-01", *rows, entry | {"account": "two inquests"})

    def test_a_person_without_any_involvement(self):
        world = self.world(CARE, person())
        lines = list(evaluate_all(world, self.schedule, date(2026, 11, 1)))
        self.assertEqual([(line["involvement"], line["outcome"]) for line in lines], [(None, "undetermined")])


class Days(unittest.TestCase):
    def test_periods_are_never_early_and_in_ceilings_never_late(self):
        leap = date(2020, 2, 29)
        self.assertEqual(add_period(leap, 1, (12, 0), False), date(2021, 3, 1))
        self.assertEqual(add_period(leap, 1, (12, 0), True), date(2021, 2, 28))
        self.assertEqual(add_period(leap, 1, (48, 0), False), date(2024, 2, 29))
        self.assertEqual(add_period(date(2021, 1, 31), 1, (13, 1), False), date(2022, 3, 2))
        self.assertEqual(add_period(date(2021, 3, 31), -1, (1, 0), False), date(2021, 3, 1))

    def test_ends_of_years(self):
        self.assertEqual(end_of_year(date(2020, 3, 31), (4, 1)), date(2020, 3, 31))
        self.assertEqual(end_of_year(date(2020, 4, 1), (4, 1)), date(2021, 3, 31))
        self.assertEqual(end_of_year(date(2020, 1, 1), (1, 1)), date(2020, 12, 31))

    def test_local_days_and_partly_known_births(self):
        self.assertEqual(local_day("2026-07-01T23:30:00Z"), date(2026, 7, 2))
        self.assertEqual(local_day("2026-01-01T23:30:00Z"), date(2026, 1, 1))
        self.assertEqual(local_day("2026-07-01T23:30:00"), date(2026, 7, 1))
        self.assertEqual(birth_range("2008-02"), (date(2008, 2, 1), date(2008, 2, 29)))


class Language(unittest.TestCase):
    def test_reads_what_the_grammar_allows(self):
        for text in ("birth + 1y6m3d - 2d", "(birth@alleged-perpetrator + 18y) + 1y", "2005-12-30",
                     "earlier-of(later-of(age(18y), order-made), end-of(academic-year, closed) + 1y)"):
            read_date(text)
        for text in ("not (died and not died before 18y) or ever(*)", "(birth + 18y) before (closed - 1y)",
                     "((medium = paper)) and outcome != 2nd-hearing", "recorded(death@parent) or order-made after 2005-12-30",
                     "open(a, b) and family-open(*)"):
            read_condition(text)

    def test_refuses_what_it_does_not(self):
        for text in ("6y", "birth or death", "birth + 6m1y", "birth +", "end-of(birth)"):
            with self.assertRaises(LanguageError):
                read_date(text)


if __name__ == "__main__":
    unittest.main()
