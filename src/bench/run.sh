#!/bin/bash
# Measures whole programs, and prints one table. Figures of shared machines drift, so each one is a ratio to a reference
# of the same minutes, or a count; the last column is what must hold.
#
#   src/bench/run.sh [--quick] [MEASUREMENT…]     all of them, or start_up throughput latency idle_screen first_frame
#                                                 key_latency memory inside; --quick takes fewer rounds
#
# Needs the launcher's build, git and a JDK of 25 or newer. GNU parallel, strace and tmux are used where they are.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
fuel=$root/fuel
rounds=21 idle=60 tasks=1000 keys=500 printed=200000000
[[ ${1:-} == --quick ]] && rounds=7 idle=30 tasks=200 keys=150 printed=20000000

[[ ${1:-} == --quick ]] && shift
measurements=("$@")
[[ $# -gt 0 ]] || measurements=(start_up throughput latency idle_screen first_frame key_latency memory inside)

work=$(mktemp -d "${TMPDIR:-/tmp}/fuel-bench.XXXXXX")
session=fuel-bench-$$
cleanup() {
    if command -v tmux >/dev/null; then tmux kill-session -t "$session" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap cleanup EXIT

"$fuel" --version >/dev/null # builds, if that is due
. "$root/target/dist/launch"
jdk=${fuel_java%/bin/java}

# --- printing
row() { # WHAT REFERENCE MEASURED LIMIT
    printf '| %-46s | %-34s | %-24s | %-10s |\n' "$1" "$2" "$3" "$4"
}

# --- measuring
milliseconds() { # COMMAND…: wall time of one run; it has to succeed
    local start=$EPOCHREALTIME end
    "$@" >/dev/null 2>&1 || { echo "failed: $*" >&2; return 1; }
    end=$EPOCHREALTIME
    awk -v a="$start" -v b="$end" 'BEGIN { printf "%.1f\n", (b - a) * 1000 }'
}

median() { # of the numbers on standard input
    sort -n | awk '{ v[NR] = $1 } END { print NR == 0 ? "nan" : v[int((NR + 1) / 2)] }'
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

project() { # NAME: a repository with Fuel in it and an agent that prints one line
    local folder=$work/$1
    mkdir "$folder"
    git -C "$folder" init --quiet
    git -C "$folder" -c user.name=Bench -c user.email=bench@localhost -c commit.gpgSign=false \
        commit --quiet --allow-empty --message=Start
    (cd "$folder" && "$fuel" init >/dev/null)
    cat >"$folder/.fuel/config.yaml" <<YAML
primary: line
complexity: {trivial: line, simple: line, moderate: line, complex: line}
max_concurrent: 4
limits: {max_load: 1000}
workspace: {mode: shared}
agents:
  line: {driver: command, command: [sh, -c, "$2"], max_concurrent: 4}
YAML
}

fill() { # PROJECT COUNT [WAITING]
    "$fuel_java" --enable-native-access=ALL-UNNAMED -cp "$fuel_folder/fuel.jar" "-Dorg.sqlite.lib.path=$fuel_folder/native" \
        "$root/src/bench/FillTasks.java" "$work/$1/.fuel/agent.db" "${@:2}"
}

# --- start-up
many() { # an empty program to compare with, and a project of 10,000 tasks
    [[ -d $work/many ]] && return
    mkdir "$work/empty"
    echo 'final class Empty { public static void main(String[] args) {} }' >"$work/empty/Empty.java"
    "$jdk/bin/javac" -d "$work/empty" "$work/empty/Empty.java"
    project many 'echo done'
    fill many 10000
}

start_up() {
    many
    cd "$work/many"
    local round what
    for ((round = 0; round < rounds; round++)); do # in turn, so that a busy moment falls on all
        milliseconds "$fuel_java" -Xshare:auto -cp "$work/empty" Empty >>"$work/empty.ms"
        milliseconds "$fuel" --version >>"$work/version.ms"
        milliseconds "$fuel" ready >>"$work/ready.ms"
        milliseconds "$fuel" add "task $round" >>"$work/add.ms"
    done
    local empty figure
    empty=$(median <"$work/empty.ms")
    for what in version:"fuel --version:4" ready:"fuel ready, 10,000 tasks:7" add:"fuel add, 10,000 tasks:8"; do
        IFS=: read -r name title limit <<<"$what"
        figure=$(median <"$work/$name.ms")
        row "$title" "empty Java main, $empty ms" "$figure ms, $(ratio "$figure" "$empty") ×" "≤ $limit ×"
    done
}

# --- many small tasks
throughput() {
    project throughput 'echo done'
    fill throughput "$tasks"
    cd "$work/throughput"
    local ours theirs closed
    ours=$(milliseconds "$fuel" consume --headless --until-idle)
    closed=$("$fuel" board --json | grep -o '"place":"done","count":[0-9]*' | grep -o '[0-9]*$' || true)
    [[ $closed == "$tasks" ]] || echo "only ${closed:-0} of $tasks tasks were closed" >&2
    if command -v parallel >/dev/null; then
        theirs=$(seq "$tasks" | milliseconds parallel -j4 "sh -c 'echo done' #")
        row "$tasks one-line tasks, 4 at once" "GNU parallel, $theirs ms" "$ours ms, $(ratio "$ours" "$theirs") ×" "≤ 3 ×"
    else
        row "$tasks one-line tasks, 4 at once" "GNU parallel is not installed" "$ours ms" "≤ 3 ×"
    fi
}

# --- from ready to the first act of the agent's process
#
# Each task of a chain waits for the one before, so one moment makes it ready: the transaction that closes that one.
# Measured is from the time of that transaction (`closed_at`, taken before it commits) to the time that the agent's own
# program prints, so the commit, the decision, the claim, the start and two starts of programs are in it.
latency() {
    project latency 'date +%s%N'
    cd "$work/latency"
    local round id chain=() closed=0 started file
    for ((round = 0; round <= rounds; round++)); do
        id=$("$fuel" add "task $round" --type chore ${id:+--blocked-by "$id"})
        chain+=("$id")
    done
    "$fuel" consume --headless --until-idle >"$work/consumer.log" 2>&1
    for id in "${chain[@]}"; do
        file=$(echo .fuel/processes/"$id"/*/stdout.log)
        started=$(head -n 1 "$file")
        ((closed == 0)) || echo "$(((started - closed) / 100000))"
        closed=$("$fuel" show "$id" --json | grep -o '"closed_at":"[^"]*"' | head -n 1 | cut -d'"' -f4)
        closed=$(date -d "$closed" +%s%N)
    done | median | awk '{ printf "%.1f", $1 / 10 }' >"$work/latency.ms"
    row "ready → agent's process at work, median" "–" "$(<"$work/latency.ms") ms" "≤ 20 ms"
}

# --- the screen while nothing happens
idle_screen() {
    if ! command -v tmux >/dev/null; then
        row "idle screen" "tmux is not installed" "not measured" ""
        return
    fi
    many
    tmux new-session -d -s "$session" -x 160 -y 45 -c "$work/many" "$fuel"
    local pane pid deadline=$((SECONDS + 20))
    pane=$(tmux display-message -p -t "$session" '#{pane_pid}')
    until tmux capture-pane -p -t "$session" | grep -q 'task number'; do
        ((SECONDS < deadline)) || { echo "no board within 20 s" >&2; return 1; }
        sleep 0.1
    done
    pid=$(pgrep -P "$pane" java || echo "$pane")
    sleep 3 # until what the opening left to do is done
    local ticks=$(ticks_of "$pid") written=$(written_by "$pid")
    sleep "$idle"
    ticks=$(($(ticks_of "$pid") - ticks)) written=$(($(written_by "$pid") - written))
    row "idle screen, 10,000 tasks, $idle s: CPU" "–" \
        "$(awk -v t="$ticks" -v h="$(getconf CLK_TCK)" -v s="$idle" 'BEGIN { printf "%.2f %% of a core", 100 * t / h / s }')" "≤ 0.2 %"
    row "idle screen: bytes written" "–" "$written" "0"
    row "idle screen: resident memory" "–" "$(awk '/VmRSS/ { printf "%d MB", $2 / 1024 }' "/proc/$pid/status")" "≤ 200 MB"
    if command -v strace >/dev/null; then
        timeout -s INT "$((idle / 3))" strace -f -c -o "$work/strace" -p "$pid" 2>/dev/null || true
        row "idle screen, $((idle / 3)) s: forks" "–" "$(calls 'fork|vfork|clone|clone3|execve')" "0"
        row "idle screen, $((idle / 3)) s: writes" "–" "$(calls 'write|pwrite64|writev|fsync|fdatasync')" "0"
    fi
    tmux send-keys -t "$session" q
}

# --- the screen through a pseudo terminal
screen_bench() { # WHAT PROJECT [ARGUMENT…]: figures, one `name value` a line
    local what=$1 folder=$work/$2
    shift 2
    "$fuel_java" --enable-native-access=ALL-UNNAMED "$root/src/bench/ScreenBench.java" \
        "$what" "$fuel" "$folder" "$@" 2>"$work/screen.err" || { sed 's/^/    /' "$work/screen.err" >&2; return 1; }
}

figure() { awk -v name="$1" '$1 == name { print $2 }'; }

first_frame() {
    many
    local round empty figure
    for ((round = 0; round < rounds; round++)); do
        milliseconds "$fuel_java" -Xshare:auto -cp "$work/empty" Empty >>"$work/empty-again.ms"
        screen_bench frame many | figure first_frame_ms >>"$work/frame.ms"
    done
    empty=$(median <"$work/empty-again.ms") figure=$(median <"$work/frame.ms")
    row "first full board, 10,000 tasks" "empty Java main, $empty ms" "$figure ms, $(ratio "$figure" "$empty") ×" "≤ 12 ×"
}

agents() { # PROJECT SCRIPT [WAITING]: ten at once of an agent that does this, and so many tasks that wait
    project "$1" "$2"
    sed -i 's/max_concurrent: 4/max_concurrent: 10/' "$work/$1/.fuel/config.yaml"
    fill "$1" 10 "${@:3}"
}

# Ten agents print a thousand lines of a hundred signs a second each; four of them are in view.
key_latency() {
    local line script figures
    line=$(printf 'x%.0s' {1..94})
    script="l=\$(for i in \$(seq 100); do echo $line; done); while :; do echo \"\$l\"; sleep 0.1; done"
    printf '%s\n' "$script" >"$work/printing.sh"
    agents printing "sh $work/printing.sh"
    figures=$(screen_bench keys printing "$keys" 10)
    row "key → changed screen, 10 agents × 1,000 lines/s" "p50 $(figure key_p50_ms <<<"$figures") ms" \
        "p99 $(figure key_p99_ms <<<"$figures") ms" "≤ 33 ms"
    row "  processor, bytes to the terminal meanwhile" "$(figure kilobytes_per_second <<<"$figures") KB/s" \
        "$(figure cpu_percent <<<"$figures") % of a core" ""
}

# Ten agents print as fast as they can, 200 MB each, beside 10,000 tasks.
memory() {
    local figures
    printf 'yes %s | head -c %s\n' "$(printf 'y%.0s' {1..99})" "$printed" >"$work/flood.sh"
    agents flood "sh $work/flood.sh" 10000
    figures=$(screen_bench memory flood 10)
    row "memory after $((printed / 100000)) MB of output, 10,000 tasks" "peak $(figure peak_mb <<<"$figures") MB" \
        "$(figure resident_mb <<<"$figures") MB" "≤ 200 MB"
}

ticks_of() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }
written_by() { awk '/^wchar/ { print $2 }' "/proc/$1/io"; }
calls() { awk -v names="^($1)$" '$NF ~ names { n += $4 } END { print n + 0 }' "$work/strace"; }

# --- inside one virtual machine
inside() {
    local classes=$root/target/test-classes
    [[ -d $classes/dev/fuel/bench ]] || (cd "$root" && ./mvnw -q -B test-compile)
    local bench
    for bench in "$classes"/dev/fuel/bench/*Benchmark.class; do
        "$fuel_java" --enable-native-access=ALL-UNNAMED -Xmx512m "-Dorg.sqlite.lib.path=$fuel_folder/native" \
            -cp "$classes:$fuel_folder/fuel.jar" \
            "dev.fuel.bench.$(basename "$bench" .class)" | sed 's/^/    /'
    done
}

row "what" "reference" "measured" "limit"
row "---" "---" "---" "---"
for measurement in "${measurements[@]}"; do
    [[ $measurement == inside ]] && printf '\nInside one virtual machine:\n'
    "$measurement"
done
