#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh check_same_days.sh DECIDED BASELINE
#
# Compares what a night decided in the store DECIDED (table decision) with what baseline.sql wrote into the store
# BASELINE (table bench_decision): for every involvement the outcome, the winning rule, and the days it is retained
# until, minimised and transferred on. Prints how many were compared and how many differ, and the first five that do.
# Exit 1 if any differ, or if there was nothing to compare.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: sh check_same_days.sh DECIDED BASELINE" >&2
    exit 64
fi
for store in "$1" "$2"; do
    if [ ! -f "$store" ]; then
        echo "check_same_days.sh: there is no store at $store" >&2
        exit 65
    fi
done

answer=$(sqlite3 -batch -bail -readonly -cmd 'pragma temp_store = memory' -separator '  ' "$1" <<SQL
attach 'file:$2?mode=ro' as other;
create temp table difference as
with product as (
    select involvement, outcome, coalesce(rule, '-') as rule, coalesce(retain_until, '-') as retain_until,
        coalesce(minimise_on, '-') as minimise_on, coalesce(transfer_on, '-') as transfer_on
    from main.decision where involvement <> ''
), baseline as (
    select involvement, outcome, coalesce(rule, '-') as rule, coalesce(retain_until, '-') as retain_until,
        coalesce(minimise_on, '-') as minimise_on, coalesce(transfer_on, '-') as transfer_on
    from other.bench_decision
)
select 'casekeeper' as who, * from (select * from product except select * from baseline)
union all
select 'baseline.sql', * from (select * from baseline except select * from product);
select (select count(*) from main.decision where involvement <> '') || ' involvements decided by casekeeper, '
    || (select count(*) from other.bench_decision) || ' by baseline.sql';
select count(distinct involvement) || ' differ' from difference;
select * from difference
where involvement in (select distinct involvement from difference order by involvement limit 5)
order by involvement, who desc;
SQL
)
echo "$answer"
case $answer in
"0 involvements"*) exit 1 ;;
esac
echo "$answer" | grep -qx '0 differ'
