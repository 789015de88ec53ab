/**
 * The pages that are looked at, as command lines: each command's usual page, and the widest and longest it can be.
 */
const japan = ["-r", "japan", "--opened", "2026-11-20T16:40+09:00", "--holidays", "JP"];
const html = ["--format", "html"];

export const pages = {
  compare: ["compare", ...html],
  "compare-all": ["compare", "--all", ...html],
  deadline: ["deadline", "-p", "business", "-P", "P2", ...japan, "--explain", ...html],
  "deadline-side-by-side": ["deadline", "-P", "P3", ...japan, "--pause", "2026-11-24T10:00+09:00/2026-11-24T13:00+09:00", ...html],
  "deadline-days": ["deadline", "-p", "standard", "-P", "P4", ...japan, "--explain", ...html],
  "deadline-late": ["deadline", "-p", "business", "-P", "P2", "-r", "emea", "--opened", "2026-11-18T15:00Z", ...html],
  recommend: ["recommend", "--need", "live-telephone", "--contacts", "5", "--within", "P2=2h", ...html],
  "recommend-beyond": ["recommend", "--need", "named-support-engineer", "--within", "P1=30m@24x7", "--budget", "any", ...html],
};
