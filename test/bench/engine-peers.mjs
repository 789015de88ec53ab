/**
 * The npm packages that add working minutes to an instant in a zone with holidays, each behind the same functions. Other packages of the
 * kind count days alone (dayjs-business-days2, luxon-business-days, moment-business-days) or only the time between two instants
 * (working-time-calculator).
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const moment = require("moment-timezone");
require("moment-business-time");
const serious = require("serious-business-time");
const dayjs = require("dayjs");
dayjs.extend(require("dayjs-business-time"));

const minute = 60_000;
const longNames = ["monday", "tuesday", "wednesday", "thursday", "friday"];
let business;

/** Sets the region: the process's own zone, which most peers read, and the hours. */
export function setPeers({ zone, open, close, holidays }) {
  process.env.TZ = zone;
  const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [open, close]]));
  const workinghours = { ...week, 0: null, 6: null };
  moment.updateLocale("en", { workinghours, holidays });
  business = serious.createInstance(moment, workinghours, holidays);
  dayjs.setHolidays(holidays);
  const ranges = [{ start: `${open}:00`, end: `${close}:00` }];
  dayjs.setBusinessTime({
    sunday: null,
    saturday: null,
    ...Object.fromEntries(longNames.map((name) => [name, ranges])),
  });
}

export const peers = [
  {
    name: "moment-business-time",
    deadline: (q) =>
      moment(q.start)
        .addWorkingTime(q.budgetMs / minute, "minutes")
        .valueOf(),
    elapsed: (q) => moment(q.end).workingDiff(moment(q.start), "minutes") * minute,
  },
  {
    name: "moment-business-time with moment-timezone",
    deadline: (q, zone) =>
      moment
        .tz(q.start, zone)
        .addWorkingTime(q.budgetMs / minute, "minutes")
        .valueOf(),
    elapsed: (q, zone) => moment.tz(q.end, zone).workingDiff(moment.tz(q.start, zone), "minutes") * minute,
  },
  {
    // Its workingDiff never ends where both instants are in the same night or weekend.
    name: "serious-business-time",
    deadline: (q) => business.addWorkingTime(moment(q.start), q.budgetMs / minute, "minutes").valueOf(),
  },
  {
    name: "dayjs-business-time",
    deadline: (q) =>
      dayjs(q.start)
        .addBusinessMinutes(q.budgetMs / minute)
        .valueOf(),
    elapsed: (q) => dayjs(q.start).businessMinutesDiff(dayjs(q.end)) * minute, // counted from the receiver to the argument
  },
];
