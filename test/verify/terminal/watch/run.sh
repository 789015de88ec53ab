#!/usr/bin/env bash
# Watches tickets in a real terminal: time counts down, keys scroll and quit, the window may change its size, and whatever ends it gives
# the terminal back. Installs tmux where it is missing, or fails.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

server="support-cli-watch-$$"
work=$(mktemp -d)
. test/verify/terminal/terminal.sh
install_missing tmux
[ -f dist/start.cjs ] || npm run --silent build

start_server
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/support-cli"
chmod +x "$work/support-cli"
write_tickets() {
  echo id,priority,region,opened,responded
  echo T-soon,P1,japan,2026-11-22T08:09:50Z,
  echo T-stopped,P2,japan,2026-11-20T16:40+09:00,
  for minute in $(seq 10 49); do echo "T-$minute,P1,emea,2026-11-22T08:$minute:00Z,"; done
}

# The time that the first ticket has left, as the screen shows it.
time_left() { grep -o '^0:0[0-9]:[0-9]*' <<< "$(screen)" | head -1; }
has_moved() { local now && now=$(time_left) && [ "$now" != "$1" ]; }
# ticks WHAT: counts whether the time left becomes another.
ticks() { until_so has_moved "$(time_left)" && check "$1" 0 || check "$1: the time left stays" 1; }

# is_given_back HOW CODE: the screen from before is there, keys echo, and the exit code is as expected.
is_given_back() {
  sees "$1 ends with $2" "^code $2"
  shows "^before" && found=0 || found=1
  check "$1 gives back what stood on the screen" $found
  keys -l "stty -a | grep -o ' icanon\| echo '"
  keys Enter
  sees "$1 gives back the keys" "^ icanon"
  sees "$1 gives back the echo" "^ echo"
}

# A new shell in a terminal of so many columns and rows, with more of an environment where that is given.
open_shell() {
  open_terminal "$1" "$2" "env ${3:-} PATH='$work:$PATH' HOME='$work' HISTFILE=/dev/null PS1='> ' LANG=C.UTF-8 bash --noprofile --norc"
  sees "a shell" "^>"
}

begin() {
  write_tickets > "$work/tickets.csv"
  open_shell 100 20
  keys -l "echo before; support-cli watch tickets.csv -p business --no-config --now 2026-11-22T09:00:00Z; echo code \$?"
  keys Enter
  sees "the open tickets" "^42 open tickets"
}

begin
ticks "the time left counts down"
keys Down Down
sees "scrolling down" "2 above"
keys End
sees "the last ticket, whose clock stands still" "^1:10:00 .*clock paused .*T-stopped"
keys Home
sees "the first ticket" "T-soon"
tmux -L "$server" resize-window -t one -x 40 -y 8
# Redrawn at the next full second.
ticks "a smaller window"
ticks "a smaller window goes on"
[ "$(grep -c 'open tickets' <<< "$(screen)")" = 1 ] && one=0 || one=1
check "a smaller window is drawn once" $one
tmux -L "$server" resize-window -t one -x 100 -y 20
printf 'T-new,P1,japan,2026-11-22T08:00:01Z,\n' >> "$work/tickets.csv"
sees "a ticket that was added" "T-new"
keys q
is_given_back q 0

begin
keys C-c
is_given_back Ctrl-C 130

begin
pkill_id=$(tmux -L "$server" list-panes -t one -F '#{pane_pid}')
kill -TERM "$(ps -o pid= --ppid "$pkill_id" | tail -1)"
is_given_back SIGTERM 130

# On a terminal that cannot be drawn on, lines.
open_shell 120 60 TERM=dumb
keys -l "support-cli watch tickets.csv -p business --no-config --now 2026-11-22T09:09:48Z"
keys Enter
sees "a line per change on a dumb terminal" "T-soon.*overdue"
keys C-c

conclude "tmux $(tmux -V | cut -d' ' -f2)"
