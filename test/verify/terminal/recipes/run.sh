#!/usr/bin/env bash
# Runs the recipes for alarms of docs/commands.md as they stand there: the line of the crontab in several shells, the chat hook with a
# stand-in for curl, the command of the service until SIGTERM; and the exit codes that scripts rely on. Needs jq, which is installed.
set -euo pipefail
cd "$(dirname "$0")/../../../.."

server="support-cli-recipes-$$"
work=$(mktemp -d)
. test/verify/terminal/terminal.sh
trap 'rm -rf "$work"' EXIT
# No terminal is looked at.
screen() { :; }
install_missing jq dash zsh
[ -f dist/start.cjs ] || npm run --silent build

printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$(command -v node)" "$PWD/bin/support-cli.js" > "$work/support-cli"
printf '#!/bin/sh\ncat >> "%s/sent"\n' "$work" > "$work/curl"
printf '#!/bin/sh\ncat >> "%s/notified"\n' "$work" > "$work/notify-desk"
chmod +x "$work/support-cli" "$work/curl" "$work/notify-desk"
export PATH="$work:$PATH" HOME="$work" LANG=C.UTF-8 HOOK=http://localhost
docs="$PWD/docs/commands.md"
cd "$work"

minutes_ago() { date -u -d "$1 minutes ago" +%Y-%m-%dT%H:%M:%SZ; }
# tickets ROW...: the file that the recipes read.
tickets() { { echo id,priority,region,opened,responded; printf '%s\n' "$@"; } > tickets.csv; }
due="T-due,P1,emea,$(minutes_ago 20),"
answered="T-answered,P1,emea,$(minutes_ago 50),$(minutes_ago 40)"
bad="T-bad,P9,emea,$(minutes_ago 50),"

# recipe PATTERN: the line of the docs that has it.
recipe() { grep -m 1 -e "$1" "$docs"; }

# exits WHAT CODE SHELL COMMAND: counts whether a shell sees that exit code.
exits() {
  local code=0
  "$3" -c "$4" > out 2> err || code=$?
  [ "$code" = "$2" ] && check "$1" 0 || check "$1 in $3: exit code $code in place of $2: $(cat err)" 1
}

cron=$(recipe '^\*/15' | sed 's/^[^ ]* [^ ]* [^ ]* [^ ]* [^ ]* *//')
for shell in sh dash bash zsh; do
  tickets "$due" "$answered"
  "$shell" -c "$cron" > mail 2>&1 || true
  grep -q 'Tickets are due' mail && check "cron in $shell" 0 || check "cron in $shell: a due ticket is not mailed: $(cat mail)" 1
  tickets "$answered"
  "$shell" -c "$cron" > mail 2>&1 || true
  [ ! -s mail ] && check "cron in $shell" 0 || check "cron in $shell: mail without a due ticket: $(cat mail)" 1
  tickets "$bad"
  "$shell" -c "$cron" > mail 2>&1 || true
  ! grep -q 'Tickets are due' mail && grep -q P9 mail && check "cron in $shell" 0 ||
    check "cron in $shell: a bad row is mailed as due, or not at all: $(cat mail)" 1

  tickets "$due"
  all="support-cli deadline --input tickets.csv -p business"
  exits "a ticket due in time" 0 "$shell" "$all --check"
  exits "a ticket due within two hours" 1 "$shell" "$all --due-within 2h"
  exits "a ticket due later" 0 "$shell" "$all --due-within 1m"
  tickets "T-late,P1,emea,$(minutes_ago 90),"
  exits "an overdue ticket" 1 "$shell" "$all --check"
  tickets "T-risk,P1,emea,$(minutes_ago 50),"
  exits "a ticket at risk, by default" 0 "$shell" "$all --check"
  exits "a ticket at risk" 1 "$shell" "$all --check at-risk"
  tickets "$bad"
  exits "a bad row" 3 "$shell" "$all --check"
  tickets "$bad" "T-late,P1,emea,$(minutes_ago 90),"
  exits "a finding beside a bad row" 1 "$shell" "$all --check"
  exits "no such file" 3 "$shell" "support-cli watch nothing.csv --once -p business"
  exits "an unknown flag" 2 "$shell" "support-cli watch tickets.csv --onc"
  exits "an unknown metric" 2 "$shell" "support-cli watch tickets.csv --once -p business --metric resolution"
  exits "a closed region" 1 "$shell" "support-cli hours japan --check --now 2026-11-22T03:00Z"
  exits "an open region" 0 "$shell" "support-cli hours japan --check --now 2026-11-20T03:00Z"
done

# running COMMAND: starts it in the background, as process $pid.
running() { sh -c "exec $1" > out 2> err & pid=$!; }
# ended WHAT: SIGTERM ends it with 130, and without a complaint.
ended() {
  local code=0
  kill -TERM "$pid"
  wait "$pid" || code=$?
  [ "$code" = 130 ] && check "$1" 0 || check "$1 ends with $code: $(cat err)" 1
}

tickets "$due"
running "$(recipe "--exec 'jq")"
until_so grep -q 'T-due' sent 2> /dev/null && check "the chat hook" 0 || check "the chat hook sends nothing: $(cat err)" 1
[ "$(jq -rs '.[0].text' sent)" = "T-due open" ] && check "the chat hook" 0 || check "the chat hook sends: $(cat sent)" 1
ended "the chat hook"

service=$(recipe '^ExecStart=' | sed "s|^ExecStart=/usr/bin/||; s|/srv/||; s|/usr/local/bin/||")
running "$service"
until_so grep -q '"state":"open"' notified 2> /dev/null && check "the service" 0 || check "the service notifies nothing: $(cat err)" 1
tickets "T-due,P1,emea,$(minutes_ago 20),$(minutes_ago 1)"
until_so grep -q '"state":"gone"' notified && check "the service" 0 || check "the service does not follow its file" 1
ended "the service"

conclude "sh, dash, bash and zsh"
