# Runs one agent and keeps its exit code: sh -c <this> fuel-supervisor MV DIRECTORY PROGRAM [ARGUMENT...]
# It is handed to sh as text, so an upgrade of Fuel changes nothing for the runs that are under way.
# It starts as the leader of its own session, with the agent's input, output and folder in place.
mv=$1 directory=$2
shift 2
echo $$ >"$directory/pid.new" && "$mv" -f "$directory/pid.new" "$directory/pid" </dev/null
# A signal for the group must leave this shell alive long enough to write down how the agent ended.
trap : HUP INT TERM
"$@"
code=$?
trap '' HUP INT TERM
echo $code >"$directory/exit.new" && exec "$mv" -f "$directory/exit.new" "$directory/exit" </dev/null
