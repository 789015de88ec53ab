/**
 * Past tickets as tables for a recommendation: their mix, and the targets that each plan would have set.
 */
import type { Messages } from "../../i18n/en/index.js";
import type { History } from "../../report.js";
import { clockNames, formatAmountOn } from "./counted.js";
import { formatPercent } from "./percent.js";

export interface HistoryTable {
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function historyTables(
  history: History,
  names: Readonly<Record<string, string>>,
  messages: Messages,
): readonly HistoryTable[] {
  const { history: texts, labels } = messages;
  const name = (plan: string) => names[plan] ?? plan;
  const percent = (part: number, whole: number) => (whole === 0 ? labels.none : formatPercent(part, whole));
  return [
    {
      heading: texts.title(history.tickets.used, history.path),
      head: [labels.priority, texts.tickets, texts.share, labels.clock, texts.within],
      rows: history.priorities.map((p) => [
        p.priority,
        messages.number(p.tickets),
        percent(p.tickets, history.tickets.used),
        clockNames(p.clocks, messages),
        p.withinSeconds === null ? labels.none : formatAmountOn(p.clocks, p.withinSeconds * 1000, messages),
      ]),
    },
    {
      heading: texts.against(name(history.base)),
      head: [labels.plan, texts.earlier, texts.by],
      rows: history.plans.map((p) => [
        name(p.plan),
        percent(p.earlier, p.compared),
        p.medianEarlierSeconds === null ? labels.none : messages.clockTime(p.medianEarlierSeconds * 1000),
      ]),
    },
  ].filter(({ rows }) => rows.length > 0);
}
