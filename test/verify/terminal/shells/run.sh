#!/usr/bin/env bash
# Presses Tab in real shells: bash, zsh and fish, each in a terminal of its own, and compares the command line.
# SHELLS="zsh" presses it in those shells alone. Installs with apt-get what is missing; fails, rather than skips, where it cannot.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

server="support-cli-shells-$$"
work=$(mktemp -d)
. test/verify/terminal/terminal.sh
install_missing bash zsh fish tmux groff
[ -f dist/man/support-cli.1 ] || npm run --silent build

start_server
mkdir -p "$work/bin" "$work/home/dir one" "$work/home/odd" "$work/home/quote" "$work/zfunc"
touch "$work/home/notes.csv" "$work/home/my tickets.csv" "$work/home/dir one/data.csv"
touch "$work/home/odd/\$(touch pwned);.csv" "$work/home/quote/it's.csv"
# Completes as the program does; any other line only leaves its words in a file, one a line.
cat > "$work/bin/support-cli" << END
#!/bin/sh
case \$1 in
  __complete | completion) exec "$(command -v node)" "$PWD/bin/support-cli.js" "\$@" ;;
  *) printf '%s\\n' "\$@" > "$work/words" ;;
esac
END
chmod +x "$work/bin/support-cli"
export PATH="$work/bin:$PATH"
support-cli completion bash > "$work/bash.sh"
support-cli completion zsh > "$work/zfunc/_support-cli"
support-cli completion fish > "$work/fish.fish"
printf 'PS1="> "\nbind "set show-all-if-ambiguous on"\nsource %s/bash.sh\n' "$work" > "$work/bashrc"
# Tab in zsh by itself runs what a line would; here it only completes.
printf 'PS1="> "\nbindkey "^I" complete-word\nfpath=(%s/zfunc $fpath)\nautoload -U compinit\ncompinit -u -d %s/zcompdump\n' "$work" "$work" > "$work/home/.zshrc"
printf 'function fish_prompt; echo -n "> "; end\nset -g fish_greeting\nset -g fish_autosuggestion_enabled 0\nsource %s/fish.fish\n' "$work" > "$work/config.fish"

# press_tab SHELL KEYS: a fresh shell, into which KEYS and then Tab are typed.
press_tab() {
  local start
  case $1 in
    bash) start="bash --noprofile --rcfile $work/bashrc -i" ;;
    zsh) start="zsh -i" ;;
    fish) start="fish --no-config --init-command 'source $work/config.fish'" ;;
  esac
  open_terminal 100 30 "cd home && env HOME='$work/home' ZDOTDIR='$work/home' LANG=C.UTF-8 $start"
  until_so shows '^>' || return 1
  keys -l "$2"
  until_so shows_text "> $2" || return 1
  keys Tab
}

# expect SHELL KEYS TEXT...: each text, which is more than was typed, appears on the screen after Tab.
expect() {
  local shell=$1 keys=$2 text
  shift 2
  press_tab "$shell" "$keys" || true
  for text in "$@"; do
    until_so shows_text "$text" && check "$shell" 0 || check "$shell: after \"$keys\" and Tab there is no \"$text\"" 1
  done
}

# expect_words SHELL KEYS WORD...: the line after KEYS and Tab gives the program these words, and nothing has run.
expect_words() {
  local shell=$1 keys=$2 given
  shift 2
  rm -f "$work/words" "$work/home/pwned"
  press_tab "$shell" "support-cli deadline $keys" || true
  # What is typed while a shell completes waits for its turn.
  keys Enter
  until_so test -s "$work/words" || true
  given=$(cat "$work/words" 2> /dev/null || true)
  [ "$given" = "$(printf '%s\n' deadline "$@")" ] && check "$shell" 0 || check "$shell: after $keys and Tab the words are: $given" 1
  expect_nothing_ran "$shell" "$keys"
}

expect_nothing_ran() {
  [ ! -e "$work/home/pwned" ] && check "$1" 0 || check "$1: after $2 and Tab something has run" 1
}

# expect_unchanged SHELL KEYS: Tab adds nothing, and runs nothing.
expect_unchanged() {
  rm -f "$work/home/pwned"
  press_tab "$1" "support-cli deadline $2" || true
  keys -l "+"
  until_so shows_text "$2+" && check "$1" 0 || check "$1: after $2 and Tab the line has changed" 1
  expect_nothing_ran "$1" "$2"
}

for shell in ${SHELLS:-bash zsh fish}; do
  expect "$shell" "support-cli dead" "> support-cli deadline"
  expect "$shell" "support-cli deadline -r ja" "> support-cli deadline -r japan"
  expect "$shell" "support-cli deadline -P P" P1 P2 P3 P4
  expect "$shell" "support-cli deadline --plan=bu" "> support-cli deadline --plan=business"
  expect "$shell" "support-cli hours --tz Asia/Tok" "> support-cli hours --tz Asia/Tokyo"
  expect "$shell" "support-cli deadline --input no" "> support-cli deadline --input notes.csv"
  expect "$shell" "support-cli deadline --dataset adobe-s" "> support-cli deadline --dataset adobe-success-plans"

  expect_words "$shell" '--input my\ ti' --input "my tickets.csv"
  expect_words "$shell" '--input "my ti' --input "my tickets.csv"
  expect_words "$shell" "--input 'my ti" --input "my tickets.csv"
  expect_words "$shell" '--input dir\ one/' --input "dir one/data.csv"
  expect_words "$shell" '--input "dir one/d' --input "dir one/data.csv"
  expect_words "$shell" '-o dir\ one/' -o "dir one/data.csv"
  expect_words "$shell" '--input=my' "--input=my tickets.csv"
  expect_words "$shell" '--input=my\ ti' "--input=my tickets.csv"
  expect_words "$shell" '--input="my ti' "--input=my tickets.csv"
  expect_words "$shell" "--input='my ti" "--input=my tickets.csv"
  expect_words "$shell" '--input="dir one/' "--input=dir one/data.csv"
  expect_words "$shell" '--input odd/' --input 'odd/$(touch pwned);.csv'
  expect_words "$shell" '--input=odd/' '--input=odd/$(touch pwned);.csv'
  expect_words "$shell" "--input 'odd/\$(t" --input 'odd/$(touch pwned);.csv'
  expect_words "$shell" '--input odd/\$\(t' --input 'odd/$(touch pwned);.csv'
  expect_words "$shell" '--input quote/' --input "quote/it's.csv"
  expect_words "$shell" "--input \"quote/it'" --input "quote/it's.csv"
  expect_words "$shell" "--input=quote/it\\'" "--input=quote/it's.csv"
  expect_words "$shell" "--input 'my tickets.csv' -r ja" --input "my tickets.csv" -r japan
  expect_unchanged "$shell" '--input "$(touch pwned)'
  expect_unchanged "$shell" '--input $(touch pwned)/'
  expect_unchanged "$shell" '-r $(touch pwned)'
done

# The manual page formats without a complaint.
complaints=$(groff -man -ww -Tutf8 dist/man/support-cli.1 2>&1 > /dev/null)
[ -z "$complaints" ] && check "the manual page" 0 || check "the manual page: $complaints" 1

conclude "bash $(bash -c 'echo $BASH_VERSION'), $(zsh --version | cut -d' ' -f1,2), $(fish --version 2>&1)"
