#!/bin/sh
# The scripted agent of `fuel demo`: reads a task as a prompt, edits real files, commits, and is slow enough to watch.
# It fails the first attempt at one task, so that a retry can be seen. It also reviews, and sends one task back once,
# sums up the epic, and answers when it is tested. PACE is the pause between two steps, in seconds.
set -eu

prompt=$(cat)
title=$(printf '%s\n' "$prompt" | sed -n 's/^# Task f-[0-9a-f]*: //p' | head -n 1)
pace=${PACE:-0.4}

say() {
    printf '%s\n' "$1"
    sleep "$pace"
}

commit() {
    git add -A
    git -c user.name='Demo agent' -c user.email='demo@localhost' commit -q -m "$1"
    say "committed: $1"
}

verdict() {
    printf '{"verdict": "%s", "summary": "%s", "issues": [%s]}\n' "$1" "$2" "${3:-}"
}

review() {
    say "Reading the change"
    case $prompt in
    *"What earlier reviews have asked for"*) verdict pass "Nobody is left without a share now." ;;
    *": Split a bill evenly"*)
        verdict fail "Not with nobody at the table." '{"type": "bug", "severity": "blocking", "file": "lib/split.sh",
            "line": 3, "description": "divides by zero when there are no guests: refuse that, with a message"}'
        ;;
    *) verdict pass "It does what the task asks for." ;;
    esac
}

case $prompt in
"# Test of the connection"*)
    sleep "$pace"
    echo ready
    exit
    ;;
"# Review of"*)
    review
    exit
    ;;
"# Summary of epic"*)
    sleep "$pace"
    echo "The command \`bill AMOUNT GUESTS TIP_PERCENT\` prints each guest's share. Amounts are whole cents, the first guests
carry what is left over, and the tip is rounded up, so no cent is lost.

To try: \`./bill 100.00 3 10\` prints 36.67, 36.67 and 36.66."
    exit
    ;;
esac

say "Reading the task: $title"
case $title in
"Add the money type")
    say "Writing money.sh"
    mkdir -p lib
    cat >lib/money.sh <<'CODE'
# Amounts are whole cents, so that nothing is lost to rounding.
cents() { printf '%s\n' "$1" | awk -F. '{ printf "%d\n", $1 * 100 + substr($2 "00", 1, 2) }'; }
amount() { printf '%d.%02d\n' $(($1 / 100)) $(($1 % 100)); }
CODE
    commit "Amounts are whole cents"
    ;;
"Split a bill evenly")
    if [ -f lib/split.sh ]; then
        say "The reviewer is right: nobody at the table"
        sed -i.old 's/^split() {/split() { [ "$2" -gt 0 ] || { echo "no guests" >\&2; return 1; };/' lib/split.sh
        rm lib/split.sh.old
        commit "Refuse to split a bill among nobody"
        exit
    fi
    say "Writing split.sh on top of money.sh"
    test -f lib/money.sh
    cat >lib/split.sh <<'CODE'
# The first guests carry the remaining cents, one each.
split() { awk -v total="$1" -v guests="$2" 'BEGIN {
    for (i = 0; i < guests; i++) print int(total / guests) + (i < total % guests) }'; }
CODE
    say "Trying it: 1000 cents for 3"
    (. lib/split.sh && split 1000 3)
    commit "Split a bill so that no cent is lost"
    ;;
"Add the tip")
    if [ "${FUEL_ATTEMPT:-1}" = 1 ]; then
        say "Writing tip.sh"
        say "sh: lib/tip.sh: line 3: syntax error near unexpected token"
        say "I could not find the mistake."
        exit 1
    fi
    say "Second attempt: writing tip.sh again, simpler this time"
    test -f lib/money.sh
    cat >lib/tip.sh <<'CODE'
# Rounded up to the next whole cent, in favour of the staff.
tip() { awk -v total="$1" -v percent="$2" 'BEGIN { t = total * percent / 100; print (t == int(t)) ? t : int(t) + 1 }'; }
CODE
    commit "Add a tip, rounded up to the cent"
    ;;
"Make the command line")
    say "Putting the parts together"
    test -f lib/split.sh && test -f lib/tip.sh
    cat >bill <<'CODE'
#!/bin/sh
# usage: bill AMOUNT GUESTS TIP_PERCENT
here=$(dirname "$0")
. "$here/lib/money.sh"; . "$here/lib/split.sh"; . "$here/lib/tip.sh"
total=$(cents "$1")
total=$((total + $(tip "$total" "$3")))
split "$total" "$2" | while read -r share; do amount "$share"; done
CODE
    chmod +x bill
    say "Trying it: ./bill 100.00 3 10"
    ./bill 100.00 3 10
    commit "The bill command: amount, guests, tip"
    ;;
"Say what it is in the README")
    say "Writing README.md"
    printf '# bill\n\nSplits a restaurant bill, tip included, without losing a cent.\n' >README.md
    commit "Say what the program does"
    ;;
*)
    say "Writing a note, since this task is not part of the script"
    printf '%s\n' "$title" >>notes.txt
    commit "Note: $title"
    ;;
esac
echo "Done: $title"
