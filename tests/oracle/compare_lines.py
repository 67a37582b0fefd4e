#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what the product lists with what the plain evaluator says.  Called by compare.sh.

    compare_lines.py lines NAME DIR DAY LISTED RESULTS BUNDLE...       line by line
    compare_lines.py reconsider NAME DIR DAY LISTED RESULTS BUNDLE...  is `reconsider_on` ever too late?
    compare_lines.py days SEED LISTED                                  days to ask about
    compare_lines.py released DIR DAY HOLD...                          writes DIR/released with those holds released

DIR holds the made-up world.  Each comparison prints what it found and adds `passed` or
`failed` to the file RESULTS.
"""
import collections
import json
import pathlib
import random
import sys
from datetime import date, timedelta

import plain_evaluator

SHOWN = 5
SAMPLE = 2000


class Comparison:
    def __init__(self, name, folder, day, listed, results, *bundles):
        self.name = name
        self.day = date.fromisoformat(day)
        self.results = results
        config = pathlib.Path(folder) / "config"
        self.schedule = plain_evaluator.Schedule(config / "retention_schedule.toml")
        catalogue = plain_evaluator.Catalogue(config / "service_catalogue.toml")
        self.world = plain_evaluator.World(catalogue, bundles)
        self.listed = self.read(listed)

    @staticmethod
    def read(path):
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.strip()]

    def plain(self, involvement, day):
        return plain_evaluator.evaluate(self.world, self.schedule, self.world.involvements[involvement], day)

    def tell(self, good, text):
        print(f"{'ok  ' if good else 'FAIL'} {self.name}: {text}", flush=True)
        with open(self.results, "a", encoding="utf-8") as file:
            file.write("passed\n" if good else "failed\n")

    def lines(self):
        wanted = {key_of(line): line for line in plain_evaluator.evaluate_all(self.world, self.schedule, self.day)}
        listed = {key_of(line): line for line in self.listed}
        differences = []
        kinds = collections.Counter()
        for key in list(wanted) + [key for key in listed if key not in wanted]:
            fields = different_fields(wanted.get(key), listed.get(key))
            if fields:
                differences.append(key)
                kinds[kind_of(fields, wanted.get(key), listed.get(key))] += 1
        repeated = len(self.listed) - len(listed)
        in_order = [key_of(line) for line in self.listed] == list(wanted)
        text = f"{len(differences)} of {len(wanted)} lines differ"
        if repeated:
            text += f", {repeated} listed twice"
        if not differences and not in_order:
            text += ", but the order is not that of the ids as bytes"
        self.tell(not differences and not repeated and in_order, text)
        for kind, number in kinds.most_common(12):
            print(f"       {number} times {kind}")
        for key in differences[:SHOWN]:
            print(f"       {key[0] or key[1]}")
            print(f"         plain   {json.dumps(wanted.get(key))}")
            print(f"         product {json.dumps(listed.get(key))}")

    def reconsider(self):
        """Up to `reconsider_on` nothing may change by time alone."""
        pick = random.Random(1)
        lines = [line for line in self.listed if line["involvement"] in self.world.involvements]
        lines = pick.sample(lines, min(SAMPLE, len(lines)))
        late, early, dated = [], 0, 0
        for line in lines:
            now = self.plain(line["involvement"], self.day)
            again = date.fromisoformat(line["reconsider_on"]) if line.get("reconsider_on") else None
            for later in self.days_before(again, pick):
                if self.plain(line["involvement"], later) != now:
                    late.append((line, later, now))
                    break
            if again:
                dated += 1
                early += self.plain(line["involvement"], again) == now
        share = f"{100 * early / dated:.1f} %" if dated else "none"
        self.tell(not late, f"reconsider_on too late for {len(late)} of {len(lines)}, "
                            f"needlessly early for {early} of {dated} dated ones ({share})")
        for line, later, now in late[:SHOWN]:
            print(f"       {line['involvement']} reconsider_on {line.get('reconsider_on')} but {later} differs")
            print(f"         {self.day} {json.dumps(now)}")
            print(f"         {later} {json.dumps(self.plain(line['involvement'], later))}")

    def days_before(self, again, pick):
        """Some days on which the answer must still be that of today."""
        if again is None:
            return [self.day + timedelta(days=days) for days in (1, 40, 400, 1500, 4000, 12000, 30000, 80000)]
        span = (again - self.day).days
        if span <= 0:
            return [self.day + timedelta(days=1)]
        days = sorted({pick.randint(1, span) for _ in range(3)} | {span - 1, 1})
        return [self.day + timedelta(days=one) for one in days if 0 < one < span]


def key_of(line):
    return (line.get("involvement"), line.get("person")) if line.get("involvement") is None else (line["involvement"],)


def different_fields(plain, product):
    if plain is None or product is None:
        return ["missing"]
    # A person without any involvement: an empty answer may be written in either way.
    bare = plain["involvement"] is None
    return [field for field in plain
            if field not in product or (plain[field] != product[field]
                                        and not (bare and not plain[field] and not product[field]))]


def kind_of(fields, plain, product):
    if fields == ["missing"]:
        return "the plain evaluator has no such line" if plain is None else "the product has no such line"
    if "outcome" in fields:
        return f"outcome {plain['outcome']} (plain), {product.get('outcome')} (product)"
    return "other " + ", ".join(fields)


def write_released(folder, day, *holds):
    folder = pathlib.Path(folder)
    rows = Comparison.read(folder / "bundle" / "holds.jsonl")
    (folder / "released").mkdir(exist_ok=True)
    with open(folder / "released" / "holds.jsonl", "w", encoding="utf-8") as file:
        for row in rows:
            if row["id"] in holds:
                file.write(json.dumps(row | {"released_on": day}, ensure_ascii=False) + "\n")


def days_to_ask(seed, listed):
    """Two fixed days, the days on which most records fall due with the days after them, and sixty at random."""
    pick = random.Random(seed)
    ends = collections.Counter(line["retain_until"] for line in listed if line["retain_until"])
    edges = [date.fromisoformat(day) for day, _ in ends.most_common(8)]
    return [date(2020, 2, 29), date(2031, 5, 1), *edges, *(day + timedelta(days=1) for day in edges),
            *(date(1955, 1, 1) + timedelta(days=pick.randint(0, 55000)) for _ in range(60))]


def main():
    what, *rest = sys.argv[1:]
    if what == "days":
        print(*days_to_ask(int(rest[0]), Comparison.read(rest[1])))
    elif what == "released":
        write_released(*rest)
    else:
        getattr(Comparison(*rest), what)()


if __name__ == "__main__":
    main()
