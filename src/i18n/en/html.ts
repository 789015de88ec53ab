/** Texts that only HTML pages have. */
import type { Lang } from "../../data/dataset.js";
import { list } from "./grammar.js";

/** Words of HTML pages besides those of text. */
export const html = {
  lang: "en" as Lang,
  contents: "On this page",
  footer: (dataset: string, tzdata: string) =>
    `Made by support-cli from dataset ${dataset}, with time-zone rules ${tzdata}.`,
  respondBy: "First response by",
  zone: (zone: string) => `${zone} time`,
  usedOfTarget: (percent: string) => `${percent} of the target used`,
  timelineOf: (from: string, to: string, zone: string) =>
    `Each bar is one date from 0:00 to 24:00 in ${zone}, from ${from} to ${to}.`,
  stretch: (what: string, from: string, to: string) => `${what} ${from}–${to}`,
  supportHours: (regions: readonly string[]) => `Support hours: ${list(regions, "and")}`,
  weekOf: (zone: string) => `Each bar is one date of this week from 0:00 to 24:00 in ${zone}.`,
  openIntervals: (zone: string) => `Open intervals in ${zone}`,
  closedDay: "closed",
  definitions: "What the priorities mean",
  comparedPlans: (plans: readonly string[]) => list(plans, "and"),
  otherPlans: "The other plans",
  needs: "Needs and plans",
};
