/** Command lines of a support desk's day, which have golden sessions in every language. */

const autumn = "fixtures/tickets/autumn.csv -p business -r japan";
const desk = "--dataset fixtures/datasets/metrics.json";
const resolutions = `fixtures/tickets/resolutions.csv ${desk} -r office --map id=Ticket --metric resolution`;
const ticket = "deadline -p business -P P2 -r japan --opened 2026-11-20T16:40+09:00";

export const dayLines: readonly string[] = [
  `audit ${autumn} --period week --percentile 95 --worst 2 --where priority!=P4`,
  `audit ${autumn} --by priority --period quarter --show-tz UTC`,
  `audit ${autumn} --by prioritty`,
  `audit ${autumn} --from 2026-11-01 --to 2026-12-01 --min-attainment 95 --format markdown`,
  `audit -p premium --closed-when State=Closed ${resolutions}`,
  "deadline -P P2 -r japan --opened 2026-11-20T16:40+09:00 --check at-risk --due-within 2h",
  `${ticket} --pause 2026-11-20T17:00+09:00/`,
  `${ticket} --show-tz America/New_York --explain`,
  'deadline -p business -P P2 -r japan --tz Asia/Tokyo --opened "yesterday 16:10"',
  'deadline -p business -P P1 --tz Asia/Tokyo --opened "2 hours ago"',
  `deadline ${desk} -P S2 -r office --opened 2026-11-20T14:00+01:00 --metric resolution`,
  `deadline ${desk} -P S2 -p basic -r office --opened 2026-11-20T14:00+01:00 --metric next-response`,
  `deadline ${desk} -P S2 -r office --metric solution`,
  `deadline --check at-risk --due-within 2h -p basic --input ${resolutions}`,
  `compare ${desk} --metric resolution`,
  "elapsed -r emea --from 2026-11-20T16:00Z --show-tz Asia/Tokyo --explain",
  "hours japan --check",
  "hours japan --show-tz Europe/Berlin",
  `watch ${autumn} --once`,
  `watch --once --show-tz Asia/Tokyo --closed-when State=Closed -p premium ${resolutions}`,
  `watch --once --json --alarm 3h,1h --exec true -p premium ${resolutions}`,
];
