#!/bin/sh
# SPDX-License-Identifier: MIT
#
#   sh tests/bench/destruction.sh [INVOLVEMENTS]
#
# How fast records end, beside a bare sqlite3 script that deletes the same rows: each person in a durable transaction
# of its own, with the same settings (WAL, synchronous full, secure_delete). casekeeper asks everything again, writes
# the register's line and the certificate, and empties what the engine keeps; the script only deletes. Of a made-up
# trust (default 40,000 involvements) everything that is due is signed off first, by hand in the database. Three rounds
# in turn on copies read once before; medians. That both deleted the same rows is checked. Needs sqlite3 and time.
set -eu

involvements=${1:-40000}
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
build=${BENCH_BUILD:-$checkout/build}
casekeeper=$build/casekeeper
day=2026-11-01
rounds="1 2 3"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck source=tests/bench/measuring.sh
. "$here/measuring.sh"
sed -i 's/^most_a_night = .*/most_a_night = 1000000000/; s/^share_a_night = .*/share_a_night = 1.0/' \
    "$config/casekeeper.toml"

# What a records team would do in weeks: everybody told, everything approved by two, cooled off. What is only reduced,
# or goes to a receiver first, is left out.
sign_off() {
    sqlite3 -batch -bail "$1" <<SQL
update proposal set state = 'withdrawn', withdrawn_on = '$day', withdrawn_because = 'not-due'
where state = 'proposed' and (action in ('minimise', 'transfer', 'archive') or rule = '');
update proposal set state = 'approved', executes_on = '$day',
    answer = case when action in ('review', 'decide') then 'destroy' end
where state = 'proposed';
insert into approval (proposal, approved_by, role, approved_on, lapses_on)
select p.number, a.name, 'reviewer', '2026-10-01', '2027-10-01'
from proposal p, (select 'rita' as name union all select 'rob') a where p.state = 'approved';
insert into destruction_notice (involvement, written_on)
select involvement, '2026-02-01' from proposal where state = 'approved' and action in ('review', 'decide')
on conflict (involvement) do nothing;
update destruction_notice set sent_on = '2026-02-01', sent_by = 'ruth';
pragma wal_checkpoint(truncate);
SQL
}

# The same by hand: what the proposals that were carried out named, person by person. FROM AFTER SCRIPT
write_script() {
    {
        echo "pragma foreign_keys = on; pragma secure_delete = on; pragma synchronous = full;"
        echo "pragma cache_size = -32000; pragma journal_mode = wal;"
        sqlite3 -batch -noheader "$1" "attach '$2' as gone;
            select p.person, p.involvement, coalesce((select group_concat(r.id, ' ') from person r
                where (r.id = p.person or r.id in (select s.person from same_person s
                        where s.human = (select h.human from same_person h where h.person = p.person)))
                    and (not exists (select 1 from gone.person g where g.id = r.id)
                        or exists (select 1 from gone.person_stub s where s.person = r.id))), ''),
                coalesce((select group_concat(r.rowid, ',') from relationship r
                where not exists (select 1 from gone.relationship g where g.id = r.id)
                    and (p.person in (r.person, r.other) or exists (
                        select 1 from same_person mine join same_person other on other.human = mine.human
                        where mine.person = p.person and other.person in (r.person, r.other)))), '')
            from proposal p join gone.proposal a on a.number = p.number
            where a.state = 'executed' order by p.person, p.number" | awk -F '|' -v q="'" '
            function close_person() {
                if (last == "") return
                if (relations != "") print "delete from relationship where rowid in (" relations ");"
                for (i = 1; i <= split(ends, ended, " "); ++i) {
                    id = q ended[i] q
                    print "delete from disclosure where person = " id ";"
                    print "delete from same_person where person = " id ";"
                    print "delete from person_reference where by_type = " q "person" q " and by_id = " id ";"
                    print "delete from person where id = " id
                    print "    and not exists (select 1 from relationship where other = " id " or person = " id ")"
                    print "    and not exists (select 1 from involvement where person = " id ");"
                }
                print "commit;"
            }
            {
                person = q $1 q; involvement = q $2 q
                if (person != last) { close_person(); print "begin immediate;"; last = person }
                ends = $3; relations = $4
                of = "(select id from entry where involvement = " involvement ")"
                print "delete from document_involvement where involvement = " involvement ";"
                print "delete from document where entry in " of ";"
                print "delete from person_reference where by_type = " q "entry" q " and by_id in " of ";"
                print "delete from entry where involvement = " involvement ";"
                print "delete from disclosure where involvement = " involvement ";"
                print "delete from person_reference where by_type = " q "involvement" q " and by_id = " involvement ";"
                print "delete from decision where involvement = " involvement ";"
                print "delete from destruction_notice where involvement = " involvement ";"
                print "delete from involvement where id = " involvement ";"
            }
            END { close_person() }'
        echo "pragma wal_checkpoint(truncate);"
    } >"$3"
}

# How many rows of each kind are left. Stubs are nobody.
rows_left() {
    for table in involvement entry document disclosure relationship; do
        sqlite3 -batch "$1" "select '$table', count(*) from $table"
    done
}

say "making a store of $involvements involvements with everything that is due signed off"
"$build/tests/generate_trust" "$involvements" "$work/bundle"
keep "$work/signed.db" init 2>/dev/null
keep "$work/signed.db" import bundle "$work/bundle" >/dev/null 2>&1 || [ $? -eq 1 ]
keep "$work/signed.db" nightly --only retention --only disposal-review >/dev/null
keep "$work/signed.db" register checkpoint  # makes the keys
sign_off "$work/signed.db" >/dev/null

for round in $rounds; do
    # The register's keys and mirror lie beside each copy.
    rm -f "$work"/kept.db*register* && rm -rf "$work"/kept.db.keys
    copy "$work/signed.db" "$work/kept.db"
    cp -r "$work/signed.db.keys" "$work/kept.db.keys"
    cp "$work/signed.db.register.jsonl" "$work/kept.db.register.jsonl"
    say "destruction, round $round, casekeeper:"
    measure_keep destruction "$work/kept.db" nightly --only disposal
    [ "$round" != 1 ] || write_script "$work/signed.db" "$work/kept.db" "$work/delete.sql"
    copy "$work/signed.db" "$work/by_hand.db"
    say "destruction, round $round, sqlite3:"
    measure by_hand sqlite3 -batch -bail "$work/by_hand.db" ".read $work/delete.sql"
done

rows_left "$work/kept.db" >"$work/left"
rows_left "$work/by_hand.db" >"$work/left_by_hand"
if ! diff "$work/left" "$work/left_by_hand" >&2; then
    say "destruction.sh: both did not delete the same rows, so their times say nothing"
    exit 1
fi
people=$(grep -c '^commit' "$work/delete.sql")
records=$(grep -c '^delete from involvement ' "$work/delete.sql")
refused=$(sqlite3 -batch "$work/kept.db" "select count(*) from proposal where state = 'approved'")
kept=$(median destruction) by_hand=$(median by_hand)
cat <<TABLE
$people people with $records records destroyed, $refused refused by the gate; medians of three rounds, $(nproc) cores.

| what | casekeeper | sqlite3 | ratio |
|---|---|---|---|
| destruction, each person a durable transaction, to bare deletion of the same rows | $(seconds "$kept") | $(seconds "$by_hand") | $(ratio "$kept" "$by_hand") |
TABLE
