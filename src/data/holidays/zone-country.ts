/**
 * Which zones are used in a country, as the runtime's locale data has it.
 */

import { canonicalName } from "../../core/local-clock.js";

/** `getTimeZones` is the later name of the same list. */
interface RegionLocale {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
}

/** Whether a zone is used in the country of a two-letter code. Links such as Asia/Calcutta and Asia/Kolkata are one zone. */
export function isZoneIn(zone: string, country: string): boolean {
  const locale = new Intl.Locale("und", { region: country }) as RegionLocale;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return zones.some((name) => canonicalName(name) === canonicalName(zone));
}
