#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a small store in which records are approved for their end and the day has come.
#
#   make_world.sh CASEKEEPER FOLDER      the night of 2026-11-23 then destroys, makes anonymous, reduces, hands on,
#                                        packs for an archive, writes a letter, deletes what two people asked for,
#                                        makes the pack of a request to see a record, and ends that of another
set -eu

casekeeper=$1
world=$2
account=$(id -un)
shipped=$(cd "$(dirname "$0")/../../config" && pwd)
mkdir -p "$world/config" "$world/bundle"
cp -R "$shipped/bank_holidays.toml" "$shipped/release_rules.toml" "$shipped/recording_rules.toml" \
    "$shipped/glossary.toml" "$shipped/passphrase_words.txt" "$shipped/letters" "$shipped/names" "$world/config"

cat >"$world/config/casekeeper.toml" <<TOML
store = "sqlite:$world/store/casekeeper.db"
documents = "$world/store/documents"
[trust]
name = "A trust for tests"
[report]
folder = "$world/reports"
[disposal]
notices = "$world/store/notices"
bundles = "$world/store/bundles"
[requests]
letters = "$world/store/letters"
[packs]
folder = "$world/store/packs"
keep_days = 18
[register]
mirror = "$world/mirror/register.jsonl"
keys = "$world/keys"
TOML
cat >"$world/config/roles.toml" <<TOML
allow_acting_as = true
[accounts]
"$account" = ["records-officer", "auditor"]
[acting]
"Rita Reviewer" = ["reviewer"]
"Pat Practitioner" = ["practitioner"]
"Dana DPO" = ["dpo"]
TOML
cat >"$world/config/service_catalogue.toml" <<'TOML'
[[service]]
id = "child-in-need"
title = "Child in need"
class = "statutory"
authority = "Children Act 1989 s17"
file = "social-care"
[[service]]
id = "youth-club"
title = "Youth club"
class = "voluntary"
authority = "by consent"
file = "universal"
[[service]]
id = "mentoring"
title = "Mentoring"
class = "voluntary"
authority = "by consent"
file = "universal"
[[service]]
id = "befriending"
title = "Befriending"
class = "voluntary"
authority = "by consent"
file = "universal"
# Which nobody has here: the rules of release know them.
[[service]]
id = "others"
title = "Others"
class = "duty"
authority = "by law"
file = "universal"
groups = [
    "health-related-services", "looked-after-education", "child-protection", "safeguarding-practice-review",
    "allegations-against-adults", "private-law-reports", "adoption-services", "ehc-needs-plan", "claims",
    "public-protection", "prevent-channel", "child-in-need-services", "looked-after-services", "placements",
    "care-leavers", "general-social-care", "fostering-services", "carers-support", "youth-justice-services",
    "special-educational-needs", "education-welfare", "death-and-serious-incident-reviews", "family-support",
    "complaints", "short-break-services", "universal-services", "one-to-one-support", "volunteers"]
TOML
cat >"$world/config/retention_schedule.toml" <<'TOML'
[schedule]
title = "A small schedule"
version = "1"
[[rule]]
id = "club"
services = ["youth-club"]
until = "closed + 1y"
action = "anonymise"
authority = "local policy"
basis = "business"
[[rule]]
id = "basic"
services = ["child-in-need"]
until = "closed + 1y"
action = "minimise"
keep = ["closure_reason", "topic"]
authority = "local policy"
basis = "business"
[[rule]]
id = "kept-elsewhere"
services = ["mentoring"]
until = "closed + 1y"
action = "archive"
authority = "local policy"
basis = "business"
[[rule]]
id = "told"
services = ["befriending"]
until = "closed + 1y"
notify_before = "6m"
authority = "local policy"
basis = "business"
[[rule]]
id = "rest"
services = ["*"]
default = true
until = "closed + 6y"
authority = "local policy"
basis = "business"
TOML

# Quill and Plume are due; Robin's club is made anonymous and his case stays; Wren's case is reduced; Finch is kept. The
# archive has what is kept of Heron, Lark's is packed for it. Starling comes due this month and is told first. Dove asked for
# everything to be deleted, Martin for a note. Swift asked to see her record twice: of the one request a pack was made, whose
# day has come, and it was withdrawn; the other is decided.
for name in quill plume wren shared heron lark dove; do echo "a letter of $name" >"$world/bundle/$name.txt"; done
child() { echo "{\"type\":\"person\",\"id\":\"$1\",\"family_name\":\"$1\",\"given_names\":\"$2\",\"date_of_birth\":\"$3\"}"; }
case_of() {
    echo "{\"type\":\"involvement\",\"id\":\"I-$1\",\"person\":\"$1\",\"service\":\"child-in-need\",\"opened\":\"2014-01-01\"$2}"
}
entry_of() {
    echo "{\"type\":\"entry\",\"id\":\"E-$1\",\"involvement\":\"I-$1\",\"kind\":\"note\",\"occurred_at\":\"2014-05-05\",\"topic\":\"school\",\"account\":\"what was said of $1\"}"
}
document() { echo "{\"type\":\"document\",\"id\":\"$1\",\"entry\":\"E-$2\",\"file\":\"$3.txt\"$4}"; }
{
    child Quill Quentin 2001-02-03
    child Plume Pia 2002-03-04
    child Robin Ray 2003-04-05
    child Wren Wanda 2004-05-06
    child Finch Fay 2005-06-07
    child Heron Hal 2001-07-08
    child Lark Lil 2001-08-09
    child Starling Sam 2001-09-10
    child Dove Dee 2003-10-11
    child Martin Max 2003-11-12
    child Swift Sue 2004-12-13
    for name in Heron Lark; do
        echo "{\"type\":\"involvement\",\"id\":\"I-$name\",\"person\":\"$name\",\"service\":\"mentoring\",\"opened\":\"2012-01-01\",\"closed\":\"2016-01-01\"}"
    done
    echo '{"type":"involvement","id":"I-Starling","person":"Starling","service":"befriending","opened":"2020-01-01","closed":"2025-11-01"}'
    for name in Quill Plume; do case_of $name ',"closed":"2016-01-01","system":"Mosaic"'; done
    for name in Robin Wren; do case_of $name ',"closed":"2024-01-01","closure_reason":"moved","team":"north"'; done
    case_of Finch ''
    case_of Swift ''
    echo '{"type":"involvement","id":"C-Robin","person":"Robin","service":"youth-club","opened":"2012-01-01","closed":"2016-01-01"}'
    for name in Dove Martin; do
        echo "{\"type\":\"involvement\",\"id\":\"I-$name\",\"person\":\"$name\",\"service\":\"befriending\",\"opened\":\"2022-01-01\",\"closed\":\"2026-09-01\"}"
    done
    for name in Quill Plume Robin Wren Finch Heron Lark Starling Dove Martin Swift; do entry_of $name; done
    document D-Dove Dove dove ''
    echo '{"type":"disclosure","id":"S2","person":"Dove","decided_on":"2024-07-01","outcome":"shared","recipient":"the college","involvement":"I-Dove"}'
    document D-Quill Quill quill ''
    document D-Plume Plume plume ''
    document D-Wren Wren wren ''
    document D-Heron Heron heron ''
    document D-Lark Lark lark ''
    document D-shared Quill shared ',"also_in":["I-Finch"]'
    echo '{"type":"relationship","person":"Finch","kind":"sibling","other":"Plume"}'
    echo '{"type":"disclosure","id":"S1","person":"Quill","decided_on":"2015-07-01","outcome":"shared","involvement":"I-Quill"}'
} >"$world/bundle/records.jsonl"

product() { "$casekeeper" --config "$world/config" "$@"; }
# The numbers of what is proposed, of one record or of all.
proposed() {
    product --as-of 2026-10-20 --format json disposal list --state proposed | grep "${1:-.}" |
        sed 's/.*"proposal":\([0-9]*\).*/\1/'
}
product --as-of 2026-10-01 init
product --as-of 2026-10-01 import bundle "$world/bundle" --format json
rm -r "$world/bundle"
product --as-of 2026-10-02 nightly
heron=$(proposed '"I-Heron"')
product --as-of 2026-10-02 --acting-as "Rita Reviewer" disposal approve "$heron"
product --as-of 2026-10-10 nightly
product --as-of 2026-10-11 disposal receipt "$heron"
product --as-of 2026-10-20 disposal list
# shellcheck disable=SC2046 # the numbers are words
product --as-of 2026-10-21 --acting-as "Rita Reviewer" disposal approve $(proposed)

as() { who=$1 && shift && product --as-of 2026-11-05 --acting-as "$who" "$@"; }
# Somebody's request to delete an item, up to the decision: REQUEST PERSON ITEM
request() {
    as "Pat Practitioner" deletion open --id "$1" --person "$2" --scope "$3" --received 2026-11-01
    as "Pat Practitioner" deletion verify-identity "$1" --known
    as "Pat Practitioner" deletion assess "$1"
    as "Pat Practitioner" deletion warn "$1" --given 2026-11-05 --how video --present "nobody" --understood "well" --said "go on"
    as "Pat Practitioner" deletion confirm "$1" --words "yes"
    as "Dana DPO" deletion decide "$1" --delete "$3" --reason "as asked"
}
request R-Dove Dove involvement:I-Dove
request R-Martin Martin entry:E-Martin

# Somebody's request to see their record, up to the last decision: REQUEST PERSON
wish() {
    as "Pat Practitioner" access open --id "$1" --person "$2" --wanted text
    as "Pat Practitioner" access verify-identity "$1" --known --how "for years"
    as "Pat Practitioner" access search "$1" --place "the archive" --terms "the name" --result "nothing" --found 0
    as "Dana DPO" access review "$1"
    as "Dana DPO" access decide "$1" --done
}
wish A-old Swift
as "Dana DPO" access assemble A-old
as "Pat Practitioner" access withdraw A-old --reason "they ask again"
wish A-new Swift
