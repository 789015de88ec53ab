#!/usr/bin/env bash
# Watches tickets in a real terminal: time counts down, keys scroll and quit, the window may change its size, and whatever ends it gives
# the terminal back. Installs tmux where it is missing, or fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."

command -v tmux > /dev/null || (apt-get update && apt-get install -y --no-install-recommends tmux) > /dev/null 2>&1 ||
  { echo "missing and not installable: tmux" >&2; exit 1; }
[ -f dist/start.cjs ] || npm run --silent build

work=$(mktemp -d)
server="support-cli-watch-$$"
trap 'tmux -L "$server" kill-server 2> /dev/null || true; sleep 0.5; rm -rf "$work"' EXIT
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/support-cli"
chmod +x "$work/support-cli"
write_tickets() {
  echo id,priority,region,opened,responded
  echo T-soon,P1,japan,2026-11-22T08:00:20Z,
  echo T-stopped,P2,japan,2026-11-20T16:40+09:00,
  for minute in $(seq 10 49); do echo "T-$minute,P1,emea,2026-11-22T08:$minute:00Z,"; done
}
failed=0
count=0

check() {
  count=$((count + 1))
  if [ "$2" != 0 ]; then
    failed=$((failed + 1))
    echo "not as expected: $1" >&2
    screen >&2
  fi
}

screen() { tmux -L "$server" capture-pane -p -t one; }
keys() { tmux -L "$server" send-keys -t one "$@"; }

# sees WHAT TEXT: counts whether a text comes to stand on the screen within some seconds.
sees() {
  for _ in $(seq 100); do
    if screen | grep -q -- "$2"; then check "$1" 0; return; fi
    sleep 0.1
  done
  check "$1: no \"$2\"" 1
}

# is_given_back HOW CODE: the screen from before is there, keys echo, and the exit code is as expected.
is_given_back() {
  sees "$1 ends with $2" "^code $2"
  screen | grep -q "^before" && found=0 || found=1
  check "$1 gives back what stood on the screen" $found
  keys -l "stty -a | grep -o ' icanon\| echo '"
  keys Enter
  sees "$1 gives back the keys" "^ icanon"
  sees "$1 gives back the echo" "^ echo"
}

# A new shell in a terminal of so many columns and rows, with more of an environment where that is given.
open_shell() {
  tmux -L "$server" kill-session -t one 2> /dev/null || true
  sleep 0.5
  tmux -L "$server" -u new-session -d -s one -x "$1" -y "$2" "cd '$work' && env ${3:-} PATH='$work:$PATH' HOME='$work' PS1='> ' LANG=C.UTF-8 bash --noprofile --norc"
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
first=$(screen | grep -o '^0:00:[0-9]*')
sleep 3
second=$(screen | grep -o '^0:00:[0-9]*' || true)
[ "$first" != "$second" ] && moved=0 || moved=1
check "the time left counts down ($first, then $second)" $moved
keys Down Down
sees "scrolling down" "2 above"
keys End
sees "the last ticket, whose clock stands still" "^1:10:00 .*clock stopped .*T-stopped"
keys Home
sees "the first ticket" "T-soon"
tmux -L "$server" resize-window -t one -x 40 -y 8
sees "a smaller window" "T-soon"
sleep 1.5
[ "$(screen | grep -c 'open tickets')" = 1 ] && one=0 || one=1
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
keys -l "support-cli watch tickets.csv -p business --no-config --now 2026-11-22T09:00:18Z"
keys Enter
sees "a line per change on a dumb terminal" "T-soon.*overdue"
keys C-c

echo "$((count - failed)) of $count as expected, in tmux $(tmux -V | cut -d' ' -f2)"
[ "$failed" = 0 ]
