#!/usr/bin/env bash
# Answers the questions of recommend in a real terminal of 80 columns, in each language, and compares the screens with those in
# fixtures/screens. With --update it regenerates them; the diff is then read. Installs tmux where it is missing, or fails.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

server="support-cli-prompts-$$"
work=$(mktemp -d)
. test/verify/terminal/terminal.sh
install_missing tmux
[ -f dist/start.cjs ] || npm run --silent build

start_server
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/support-cli"
chmod +x "$work/support-cli"
update=${1:-}

# wait_for TEXT: until it is on the screen.
wait_for() {
  until_so shows_text "$1" && return 0
  echo "no \"$1\" on the screen:" >&2
  screen | grep -v '^$' >&2
  return 1
}

start() {
  open_terminal 80 70 "env PATH='$work:$PATH' HOME='$work' HISTFILE=/dev/null PS1='> ' LANG=C.UTF-8 $1 bash --noprofile --norc"
  wait_for ">"
}

# question NUMBER KEYS...: waits for a question, then presses keys.
question() {
  wait_for "? $1"
  shift
  keys "$@"
}

# The screen without blanks at the ends of lines and lines at its end, kept in the file `now`.
take_screen() { screen | sed -e 's/[[:space:]]*$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' > "$work/now"; }
is_golden() { take_screen && cmp -s "$golden" "$work/now"; }
is_still() { take_screen && cp "$work/now" "$work/before" && sleep 2 && take_screen && cmp -s "$work/before" "$work/now"; }

# compare_screen PART LANG: with what is in fixtures, once it is drawn; --update keeps what is there when nothing moves any more.
compare_screen() {
  golden="fixtures/screens/prompts-$1.$2.txt"
  if [ "$update" = --update ]; then
    until_so is_still
    mkdir -p fixtures/screens
    cp "$work/now" "$golden"
  fi
  until_so is_golden && same=0 || same=1
  [ $same = 0 ] || diff -u "$golden" "$work/now" >&2 || true
  check "the screen $1 in $2" $same
}

for lang in en zh-TW ja; do
  start ""
  keys -l "clear; support-cli recommend --lang $lang --now 2022-03-01T00:00Z --no-config --color never > answer.txt; echo code \$?"
  keys Enter
  question 1/9 Down Enter
  question 2/9 Escape
  wait_for "? 1/9"
  compare_screen back "$lang"
  keys Enter
  question 2/9 Down Down Enter
  question 3/9 Enter
  question 4/9 Enter
  wait_for "? 5/9"
  compare_screen choices "$lang"
  keys Space
  keys Down Down Down Space Enter
  wait_for "? 6/9"
  keys -l 5
  keys Enter
  question 7/9 Enter
  question 8/9 Enter
  question 9/9 Enter
  compare_screen summary "$lang"
  keys Enter
  wait_for "code 0"
  # The screen has the questions alone; the result is in the file.
  mv "$work/answer.txt" "$work/answer.$lang"
  grep -q 'support-cli recommend --need .* --contacts 5 --within P1=1h@24x7 --within P2=2h@business-hours --budget any' "$work/answer.$lang" && found=0 || found=1
  check "the command line of the answer in $lang" $found
  line=$(grep -o 'support-cli recommend --need .*' "$work/answer.$lang")
  # The same line without questions gives the same answer.
  PATH="$work:$PATH" sh -c "$line --lang $lang --now 2022-03-01T00:00Z --no-config --color never" > "$work/again" 2> /dev/null
  cmp -s "$work/answer.$lang" "$work/again" && same=0 || same=1
  check "the same answer without questions in $lang" $same
done

# Keys and signals that stop end with 130, and the terminal echoes again.
process_id() { pgrep -P "$(tmux -L "$server" list-panes -t one -F '#{pane_pid}')" | tail -1; }
for stop in C-c C-d TERM INT HUP; do
  start ""
  keys -l "support-cli recommend; echo code \$?; stty -a | grep -o ' echo '"
  keys Enter
  wait_for "? 1/9"
  case $stop in
    C-*) keys "$stop" ;;
    *) kill -s "$stop" "$(process_id)" ;;
  esac
  sees "$stop ends with 130" "^code 130"
  sees "the terminal echoes again after $stop" "^ echo$"
  [ "$(tmux -L "$server" display -p -t one '#{cursor_flag}')" = 1 ] && shown=0 || shown=1
  check "the cursor is shown again after $stop" $shown
done

# Line by line for screen readers: what is written stays, and nothing is redrawn.
start "SUPPORT_CLI_ACCESSIBLE=1"
keys -l "support-cli recommend --within P2=2h --need live-telephone --product commerce --language en > answer.txt; echo code \$?"
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
wait_for "code 0"
check "line by line" "$(grep -c '↑' <<< "$(screen)")"

# No questions with --no-input, nor where stderr is no terminal.
start ""
keys -l "support-cli recommend --no-input; echo code \$?"
keys Enter
wait_for "code 2" && check "--no-input asks nothing" 0
keys -l "clear; support-cli recommend 2> /dev/null; echo code \$?"
keys Enter
wait_for "code 2" && check "nothing is asked where stderr is no terminal" 0

conclude "tmux $(tmux -V | cut -d' ' -f2)"
