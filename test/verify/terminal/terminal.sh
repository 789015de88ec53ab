# What the suites beside this file share: a terminal of their own, keys for it, waiting for what appears on its screen, and a count of checks.
# To be sourced with `server` set to the name of a tmux server, and `work` to a folder that may be removed at the end.

install_missing() {
  local tool missing=()
  for tool in "$@"; do command -v "$tool" > /dev/null || missing+=("$tool"); done
  if ((${#missing[@]})); then
    (apt-get update && apt-get install -y --no-install-recommends "${missing[@]}") > /dev/null 2>&1 ||
      { echo "missing and not installable: ${missing[*]}" >&2; exit 1; }
  fi
}

# A session that stays, since a server whose last session ends may be gone when the next one begins.
start_server() {
  trap 'tmux -L "$server" kill-server 2> /dev/null || true; rm -rf "$work"' EXIT
  tmux -L "$server" -f /dev/null -u new-session -d -s stay "cat"
}

# open_terminal COLUMNS ROWS COMMAND: a fresh one, in place of the last.
open_terminal() {
  tmux -L "$server" kill-session -t one 2> /dev/null || true
  until_so is_closed
  tmux -L "$server" -u new-session -d -s one -x "$1" -y "$2" "cd '$work' && $3"
}

is_closed() { ! tmux -L "$server" has-session -t one 2> /dev/null; }
screen() { tmux -L "$server" capture-pane -p -t one; }
keys() { tmux -L "$server" send-keys -t one "$@"; }

# shows PATTERN: it is on the screen now.
shows() { grep -q -- "$1" <<< "$(screen)"; }
# shows_text TEXT: letter by letter.
shows_text() { grep -qF -- "$1" <<< "$(screen)"; }

# until_so COMMAND...: waits until it succeeds. The limit is for what never comes, however busy the machine is.
until_so() {
  local end=$((SECONDS + 120))
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

failed=0
count=0

# check WHAT RESULT: counts a check, which is well with 0.
check() {
  count=$((count + 1))
  if [ "$2" != 0 ]; then
    failed=$((failed + 1))
    echo "not as expected: $1" >&2
    screen | grep -v '^$' >&2 || true
  fi
}

# sees WHAT PATTERN: counts whether it appears on the screen.
sees() { until_so shows "$2" && check "$1" 0 || check "$1: no \"$2\"" 1; }

# conclude WHERE: the last line of a suite, and how it ends.
conclude() {
  echo "$((count - failed)) of $count as expected, in $1"
  [ "$failed" = 0 ]
}
