#!/usr/bin/env bash
# Presses Tab in real shells: bash, zsh and fish, each in a terminal of its own, and compares what stands on the command line.
# Installs with apt-get what is missing; fails, rather than skips, where it cannot.
set -euo pipefail
cd "$(dirname "$0")/../../.."

server="support-cli-shells-$$"
work=$(mktemp -d)
. test/proof/terminal.sh
install_missing bash zsh fish tmux groff
[ -f dist/start.cjs ] || npm run --silent build

start_server
mkdir -p "$work/bin" "$work/home" "$work/zfunc"
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/bin/support-cli"
chmod +x "$work/bin/support-cli"
export PATH="$work/bin:$PATH"
support-cli completion bash > "$work/bash.sh"
support-cli completion zsh > "$work/zfunc/_support-cli"
support-cli completion fish > "$work/fish.fish"
printf 'PS1="> "\nbind "set show-all-if-ambiguous on"\nsource %s/bash.sh\n' "$work" > "$work/bashrc"
printf 'PS1="> "\nfpath=(%s/zfunc $fpath)\nautoload -U compinit\ncompinit -u -d %s/zcompdump\n' "$work" "$work" > "$work/home/.zshrc"
printf 'function fish_prompt; echo -n "> "; end\nset -g fish_greeting\nset -g fish_autosuggestion_enabled 0\nsource %s/fish.fish\n' "$work" > "$work/config.fish"

# press_tab SHELL KEYS: a fresh shell, into which KEYS and then Tab are typed.
press_tab() {
  local start
  case $1 in
    bash) start="bash --noprofile --rcfile $work/bashrc -i" ;;
    zsh) start="zsh -i" ;;
    fish) start="fish --no-config --init-command 'source $work/config.fish'" ;;
  esac
  open_terminal 100 30 "cd home && touch notes.csv && env HOME='$work/home' ZDOTDIR='$work/home' LANG=C.UTF-8 $start"
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

for shell in bash zsh fish; do
  expect "$shell" "support-cli dead" "> support-cli deadline"
  expect "$shell" "support-cli deadline -r ja" "> support-cli deadline -r japan"
  expect "$shell" "support-cli deadline -P P" P1 P2 P3 P4
  expect "$shell" "support-cli deadline --plan=bu" "> support-cli deadline --plan=business"
  expect "$shell" "support-cli hours --tz Asia/Tok" "> support-cli hours --tz Asia/Tokyo"
  expect "$shell" "support-cli deadline --input no" "> support-cli deadline --input notes.csv"
  expect "$shell" "support-cli deadline --dataset adobe-s" "> support-cli deadline --dataset adobe-success-plans"
done

# The manual page formats without a complaint.
complaints=$(groff -man -ww -Tutf8 dist/man/support-cli.1 2>&1 > /dev/null)
[ -z "$complaints" ] && check "the manual page" 0 || check "the manual page: $complaints" 1

conclude "bash $(bash -c 'echo $BASH_VERSION'), $(zsh --version | cut -d' ' -f1,2), $(fish --version 2>&1)"
