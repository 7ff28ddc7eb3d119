# Runs one agent and keeps its exit code: sh -c <this> fuel-supervisor DIRECTORY PROGRAM [ARGUMENT...]
# It is handed to sh as text, so an upgrade of Fuel changes nothing for the runs that are under way.
# It starts as the leader of its own session, with the agent's input, output and folder in place, and starts no other
# program: each would cost as much as the rest of the script. A reader takes a number only with its line end.
directory=$1
shift
echo $$ >"$directory/pid"
# A signal for the group must leave this shell alive long enough to write down how the agent ended.
trap : HUP INT TERM
"$@"
code=$?
trap '' HUP INT TERM
echo $code >"$directory/exit"
