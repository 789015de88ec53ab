/** What each command does, with examples. */
import type { CommandName } from "../../options.js";

export const commands = {
  compare: {
    summary: "compare the features, first-response targets, hours and notes of plans side by side",
    examples: [
      "support-cli compare",
      "support-cli compare standard business enterprise --only-differences",
      "support-cli compare --all --format csv -o plans.csv",
    ],
  },
  deadline: {
    summary: "calculate a ticket's first-response deadline and show how",
    examples: [
      "support-cli deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00",
      "support-cli deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00 --holidays JP --explain",
      "support-cli deadline -p business -P P1 --opened now --quiet",
      "support-cli deadline -p business --input tickets.csv -o deadlines.csv",
    ],
  },
  audit: {
    summary: "check past tickets against their plan's targets and those of every other plan",
    examples: [
      "support-cli audit tickets.csv -p business",
      "support-cli audit export.csv -p business -r japan --preset zendesk --source-tz Asia/Tokyo",
      "support-cli audit tickets.csv -p business --min-attainment 95 --json",
    ],
  },
  elapsed: {
    summary: "count the business time between two times",
    examples: ["support-cli elapsed -r emea --from 2026-11-20T16:00Z --to 2026-11-23T10:30Z --explain"],
  },
  hours: {
    summary: "show which regions are open, when that changes next, and this week's hours",
    examples: [
      "support-cli hours",
      "support-cli hours japan --tz Asia/Taipei --holidays JP",
      "support-cli hours emea --calendar --from 2026-12-01T00:00Z --to 2027-01-01T00:00Z --format csv",
    ],
  },
  recommend: {
    summary: "recommend a plan for your needs, with reasons and what would change the result",
    examples: [
      "support-cli recommend",
      "support-cli recommend --tickets tickets.csv -r japan",
      "support-cli recommend --need live-telephone --contacts 5 --within P2=2h --budget any",
      "support-cli recommend --answers answers.json --json",
    ],
  },
  config: {
    summary: "show every setting, its value and its source",
    examples: ["support-cli config show", "support-cli config show --json"],
  },
  completion: {
    summary: "print a completion script for bash, zsh, fish or powershell",
    examples: [
      "support-cli completion bash > ~/.local/share/bash-completion/completions/support-cli",
      "support-cli completion zsh > ~/.zfunc/_support-cli",
      "support-cli completion fish > ~/.config/fish/completions/support-cli.fish",
      "support-cli completion powershell >> $PROFILE",
    ],
  },
  holidays: {
    summary: "list places, or show the holidays of one",
    examples: [
      "support-cli holidays list GB",
      "support-cli holidays show TW --year 2026",
      "support-cli holidays show company.ics -r japan --from 2026-12-01 --to 2027-01-31 --format csv",
    ],
  },
  dataset: {
    summary: "list, show, validate, compare or start datasets",
    examples: [
      "support-cli dataset list",
      "support-cli dataset init > my-plans.json",
      "support-cli dataset validate my-plans.json",
      "support-cli dataset diff old.json new.json",
      "support-cli dataset schema > dataset.schema.json",
    ],
  },
  watch: {
    summary: "show open tickets by deadline with a live countdown",
    examples: ["support-cli watch tickets.csv -p business", "support-cli watch tickets.csv -p business | grep overdue"],
  },
  sql: {
    summary: "generate SQL that computes deadlines in a database",
    examples: [
      "support-cli sql --dialect duckdb -r japan --holidays JP --from 2026-01-01T00:00Z --to 2028-01-01T00:00Z -o japan.sql",
      "support-cli sql --dialect postgres -r emea --from 2026-01-01T00:00Z --to 2028-01-01T00:00Z --table helpdesk.tickets | psql",
    ],
  },
  workbook: {
    summary: "make a workbook whose formulas compute deadlines",
    examples: [
      "support-cli workbook -p business -r japan --from 2026-01-01 --to 2028-01-01 --tz Asia/Tokyo -o sla.xlsx",
      "support-cli workbook -p business --input tickets.csv --holidays JP --from 2026-01-01 --to 2028-01-01 --tz UTC -o sla.xlsx",
    ],
  },
} satisfies Record<CommandName, { summary: string; examples: string[] }>;
