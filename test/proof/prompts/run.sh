#!/usr/bin/env bash
# Answers the questions of recommend in a real terminal of 80 columns, in each language, and compares the screens with those in
# fixtures/screens. With --update it writes them anew; the diff is then read. Installs tmux where it is missing, or fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."

command -v tmux > /dev/null || (apt-get update && apt-get install -y --no-install-recommends tmux) > /dev/null 2>&1 ||
  { echo "missing and not installable: tmux" >&2; exit 1; }
[ -f dist/start.cjs ] || npm run --silent build

work=$(mktemp -d)
server="support-cli-prompts-$$"
trap 'tmux -L "$server" kill-server 2> /dev/null || true; rm -rf "$work"' EXIT
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/support-cli"
chmod +x "$work/support-cli"
failed=0
count=0
# A session that stays, since a server whose last session ends may be gone when the next one begins.
tmux -L "$server" -f /dev/null -u new-session -d -s stay "sleep 3600"

# check WHAT RESULT: counts a check.
check() {
  count=$((count + 1))
  if [ "$2" != 0 ]; then
    failed=$((failed + 1))
    echo "not as expected: $1" >&2
  fi
}

screen() { tmux -L "$server" capture-pane -p -t one; }

# wait_for TEXT: until it stands on the screen.
wait_for() {
  for _ in $(seq 150); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  echo "no \"$1\" on the screen:" >&2
  screen | grep -v '^$' >&2
  return 1
}

start() {
  tmux -L "$server" kill-session -t one 2> /dev/null || true
  tmux -L "$server" -u new-session -d -s one -x 80 -y 70 "cd '$work' && env PATH='$work:$PATH' HOME='$work' PS1='> ' LANG=C.UTF-8 $1 bash --noprofile --norc"
  wait_for ">"
}

keys() { tmux -L "$server" send-keys -t one "$@"; }

# question NUMBER KEYS...: waits for a question, then presses keys.
question() {
  wait_for "? $1"
  shift
  sleep 0.2
  keys "$@"
}

for lang in en zh-TW ja; do
  start ""
  keys -l "clear; support-cli recommend --lang $lang --now 2022-03-01T00:00Z --no-config --color never > answer.txt; echo code \$?"
  keys Enter
  question 1/9 Down Enter
  question 2/9 Escape
  wait_for "? 1/9"
  sleep 0.3
  screen > "$work/back.$lang"
  keys Enter
  question 2/9 Down Down Enter
  question 3/9 Enter
  question 4/9 Enter
  wait_for "? 5/9"
  sleep 0.3
  screen > "$work/choices.$lang"
  keys Space
  keys Down Down Down Space Enter
  wait_for "? 6/9"
  sleep 0.3
  keys -l 5
  keys Enter
  question 7/9 Enter
  question 8/9 Enter
  question 9/9 Enter
  sleep 1
  screen > "$work/summary.$lang"
  keys Enter
  wait_for "code 0"
  # What stands on the screen is the talk alone; the answer is what was written to the file.
  mv "$work/answer.txt" "$work/answer.$lang"
  for part in back choices summary; do
    golden="fixtures/screens/prompts-$part.$lang.txt"
    sed -e 's/[[:space:]]*$//' "$work/$part.$lang" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' > "$work/now"
    if [ "${1:-}" = --update ]; then mkdir -p fixtures/screens && cp "$work/now" "$golden"; fi
    diff -u "$golden" "$work/now" >&2 && same=0 || same=1
    check "the screen $part in $lang" $same
  done
  grep -q 'support-cli recommend --need .* --contacts 5 --within P1=1h@24x7 --within P2=2h@business-hours --budget any' "$work/answer.$lang" && found=0 || found=1
  check "the command line of the answer in $lang" $found
  line=$(grep -o 'support-cli recommend --need .*' "$work/answer.$lang")
  # The same line without questions gives the same answer.
  PATH="$work:$PATH" sh -c "$line --lang $lang --now 2022-03-01T00:00Z --no-config --color never" > "$work/again" 2> /dev/null
  cmp -s "$work/answer.$lang" "$work/again" && same=0 || same=1
  check "the same answer without questions in $lang" $same
done

# Ctrl-C stops with 130, and the terminal echoes again.
start ""
keys -l "support-cli recommend; echo code \$?; stty -a | grep -o ' echo '; tput cnorm | wc -c"
keys Enter
question 1/9 Down C-c
wait_for "code 130" && check "Ctrl-C ends with 130" 0
wait_for " echo" && check "the terminal echoes again" 0

# Line by line for screen readers: what is written stays, and nothing is redrawn.
start "SUPPORT_CLI_ACCESSIBLE=1"
keys -l "support-cli recommend --within P2=2h --need live-telephone --product commerce --language en > answer.txt"
keys Enter
wait_for "1/2"
keys -l 7
keys Enter
wait_for "2/2"
keys -l b
keys Enter
keys Enter
wait_for "2/2"
keys Enter
wait_for "Your answers"
keys Enter
sleep 1
check "line by line" "$(screen | grep -c '↑')"

# Nobody is asked with --no-input, nor where stderr is no terminal.
start ""
keys -l "support-cli recommend --no-input; echo code \$?"
keys Enter
wait_for "code 2" && check "--no-input asks nothing" 0
keys -l "clear; support-cli recommend 2> /dev/null; echo code \$?"
keys Enter
wait_for "code 2" && check "nothing is asked where stderr is no terminal" 0

echo "$((count - failed)) of $count as expected, in tmux $(tmux -V | cut -d' ' -f2)"
[ "$failed" = 0 ]
