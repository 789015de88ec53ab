#!/usr/bin/env bash
# Presses Tab in real shells: bash, zsh and fish, each in a terminal of its own, and compares what stands on the command line.
# Installs with apt-get what is missing; fails, rather than skips, where it cannot.
set -euo pipefail
cd "$(dirname "$0")/../../.."

missing=()
for tool in bash zsh fish tmux groff; do command -v "$tool" > /dev/null || missing+=("$tool"); done
if ((${#missing[@]})); then
  (apt-get update && apt-get install -y --no-install-recommends "${missing[@]}") > /dev/null 2>&1 ||
    { echo "missing and not installable: ${missing[*]}" >&2; exit 1; }
fi
[ -f dist/start.cjs ] || npm run --silent build

work=$(mktemp -d)
server="support-cli-shells-$$"
trap 'tmux -L "$server" kill-server 2> /dev/null || true; rm -rf "$work"' EXIT
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

failed=0
count=0
# A session that stays, since a server whose last session ends may be gone when the next one begins.
tmux -L "$server" -f /dev/null new-session -d -s stay "sleep 3600"

# screen SHELL KEYS: what a fresh shell shows once KEYS and Tab are pressed.
screen() {
  local start
  case $1 in
    bash) start="bash --noprofile --rcfile $work/bashrc -i" ;;
    zsh) start="zsh -i" ;;
    fish) start="fish --no-config --init-command 'source $work/config.fish'" ;;
  esac
  tmux -L "$server" new-session -d -s one -x 100 -y 30 "cd '$work/home' && touch notes.csv && env HOME='$work/home' ZDOTDIR='$work/home' LANG=C.UTF-8 $start"
  for _ in $(seq 100); do
    tmux -L "$server" capture-pane -p -t one | grep -q '^>' && break
    sleep 0.1
  done
  sleep 0.5
  tmux -L "$server" send-keys -t one -l "$2"
  sleep 0.2
  tmux -L "$server" send-keys -t one Tab
  # The screen is final once it shows more than was typed and has not changed for a second.
  local before="" after="" still=0
  for _ in $(seq 60); do
    sleep 0.2
    after=$(tmux -L "$server" capture-pane -p -t one)
    if [ "$after" = "$before" ]; then still=$((still + 1)); else still=0; fi
    [ $still -ge 5 ] && [ "$(grep -v '^$' <<< "$after")" != "> $2" ] && break
    before=$after
  done
  tmux -L "$server" kill-session -t one
  printf '%s\n' "$after"
}

# expect SHELL KEYS TEXT...: each text stands on the screen after Tab.
expect() {
  local shell=$1 keys=$2 seen text
  shift 2
  seen=$(screen "$shell" "$keys")
  for text in "$@"; do
    count=$((count + 1))
    if ! grep -qF -- "$text" <<< "$seen"; then
      failed=$((failed + 1))
      printf '%s: after "%s" and Tab there is no "%s":\n%s\n' "$shell" "$keys" "$text" "$(grep -v '^$' <<< "$seen")" >&2
    fi
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
count=$((count + 1))
if [ -n "$complaints" ]; then
  failed=$((failed + 1))
  echo "$complaints" >&2
fi

echo "$((count - failed)) of $count as expected, in bash $(bash -c 'echo $BASH_VERSION'), $(zsh --version | cut -d' ' -f1,2), $(fish --version 2>&1)"
[ "$failed" = 0 ]
