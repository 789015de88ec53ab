/**
 * The holidays of `--holidays [region=]source`: which sources reach which region, and what is noted about them.
 */
import { dayMs, formatDay } from "../core/date.js";
import type { Zone } from "../core/zone.js";
import { findZone } from "../core/zone.js";
import { customerZone, type Dataset, type Lang, type Region } from "../data/dataset.js";
import type { HolidayData } from "../data/holidays/country.js";
import type { HolidaySource, LoadedHolidays, NamedHolidays } from "../data/holidays/holidays.js";
import { isZoneIn } from "../data/holidays/zone-country.js";
import type { JoinedDatasets } from "../data/joined.js";
import { findRegion } from "../data/lookup.js";
import { CliError } from "../errors.js";
import type { Assumption, HolidayPlace, Warning } from "../report.js";
import { nearestNames } from "../suggest.js";
import type { RegionZones } from "./region-zones.js";

/** The word that clears a dataset's list. */
const none = "none";

/** What reading needs of a command's context. */
interface Reading {
  readonly dataset: Dataset;
  readonly joined?: JoinedDatasets;
  readonly lang: Lang;
  readText(path: string): Promise<string>;
}

/** Where notices go. */
interface Notes {
  assume(assumption: Assumption): void;
  warn(warning: Warning): void;
}

/** Whether a source that is for all regions is for one. */
export type Reaches = (source: HolidaySource, region: string) => boolean;

/** The holidays of a region; `everywhere` where the same are used for every region. */
export interface SourcedHolidays extends NamedHolidays {
  readonly everywhere: boolean;
  /** They are the dataset's calendars, beside the dates that it lists itself. */
  readonly keepsOwn?: boolean;
}

export interface RegionHolidays {
  /** The holidays of a region; undefined where no source reaches it, so that it keeps the dataset's own. */
  of(region: string): SourcedHolidays | undefined;
}

/** A source as typed, and the region it is for; without one, it is for all that have none of their own. */
interface Spec {
  readonly region: string | undefined;
  readonly source: string;
}

/** Reads the sources. `reaches` may keep one from a region. Throws as `loadHolidays`, and `unknown-value` for a region. */
export async function loadRegionHolidays(
  specs: readonly string[],
  context: Reading,
  reaches?: Reaches,
): Promise<RegionHolidays> {
  const { dataset, lang, readText } = context;
  const named = Object.values(dataset.regions).flatMap(({ holidayCalendars = [] }) => holidayCalendars);
  if (specs.length === 0 && named.length === 0) return { of: () => undefined };
  const { loadSource, unite } = await import("../data/holidays/holidays.js");
  const read = specs.flatMap((spec) => readSpec(spec, context));
  const sources = new Map<string, LoadedHolidays>();
  for (const source of [...read.map(({ source }) => source), ...named]) {
    if (source !== none && !sources.has(source))
      sources.set(source, await loadSource(source, { lang, read: readText }));
  }
  const everywhere = reaches === undefined && read.every((spec) => spec.region === undefined);
  const united = new Map<string, SourcedHolidays | undefined>();
  return {
    of(region) {
      if (!united.has(region)) united.set(region, unitedFor(region));
      return united.get(region);
    },
  };

  function unitedFor(region: string): SourcedHolidays | undefined {
    const own = read.filter((spec) => spec.region === region);
    const chosen = own.length > 0 ? own : read.filter((spec) => spec.region === undefined);
    const found = chosen.flatMap(({ source }) => sources.get(source) ?? []);
    const reaching = own.length > 0 ? found : found.filter(({ source }) => reaches?.(source, region) ?? true);
    // Where none of them reaches the region it keeps its own; `none` leaves it without any.
    const isReached = reaching.length > 0 || (chosen.length > 0 && found.length === 0);
    return isReached ? { ...unite(reaching), everywhere } : calendarsOf(region);
  }

  /** The calendars that the dataset names for a region. */
  function calendarsOf(region: string): SourcedHolidays | undefined {
    const codes = dataset.regions[region]?.holidayCalendars ?? [];
    const loaded = codes.flatMap((code) => sources.get(code) ?? []);
    return loaded.length === 0 ? undefined : { ...unite(loaded), everywhere: false, keepsOwn: true };
  }
}

/** Which regions a country's holidays reach where no region was named: those whose zone is in it. Collects those that are left out. */
export function homeOnly(dataset: Dataset, zones: RegionZones) {
  const leftOut = new Map<string, string[]>();
  return {
    leftOut,
    reaches({ kind, id: place }: HolidaySource, region: string): boolean {
      const zone = zones.of(region);
      const itsZone = zone === undefined ? (dataset.regions[region] as Region).zone : findZone(zone).id;
      // Where the zone is the customer's, the calendar of the region asks for it.
      if (kind !== "country" || itsZone === customerZone || isZoneIn(itsZone, place.slice(0, 2))) return true;
      leftOut.set(place, [...(leftOut.get(place) ?? []), region]);
      return false;
    },
  };
}

function readSpec(spec: string, { dataset, joined }: Reading): readonly Spec[] {
  const at = spec.indexOf("=");
  const word = spec.slice(0, at);
  // A path may have an equals sign too.
  if (at < 1 || /[./\\]/.test(word)) return [{ region: undefined, source: spec }];
  const regions = joined ? joined.findRegions(word) : [findRegion(dataset, word) ?? []].flat();
  const allowed = Object.keys(dataset.regions);
  if (regions.length === 0)
    throw new CliError({
      code: "unknown-value",
      option: "--holidays",
      value: word,
      allowed,
      nearest: nearestNames(word, allowed),
    });
  return regions.map((region) => ({ region, source: spec.slice(at + 1) }));
}

/** Notes the sources of a region's holidays with the versions and years of their data, and the parts that differ. */
export function noteSources(holidays: SourcedHolidays, notes: Notes): void {
  const places = holidays.sources.flatMap(({ id, data }): HolidayPlace[] =>
    data === undefined
      ? []
      : [{ place: id, package: data.package, corrections: data.corrections, confirmed: data.confirmed }],
  );
  notes.assume({
    code: "holiday-source",
    sources: holidays.sources.map(({ id }) => id),
    places,
    everywhere: holidays.everywhere,
    fromDataset: holidays.keepsOwn === true,
  });
  for (const { id, data } of holidays.sources) if (data) noteParts(id, data, notes);
}

/** Warns where parts of a place have other holidays than it. */
export function noteParts(place: string, { parts }: HolidayData, notes: Notes): void {
  if (parts.length > 0) notes.warn({ code: "holidays-parts", place, parts });
}

/** Warns of each place whose years between two instants, in a zone, were not all compared with official calendars. */
export function noteUnconfirmed(
  holidays: NamedHolidays | undefined,
  zone: Pick<Zone, "offsetAt">,
  instants: readonly number[],
  notes: Notes,
): void {
  const years = instants.map((instant) =>
    Number(formatDay(Math.floor((instant + zone.offsetAt(instant)) / dayMs)).slice(0, 4)),
  );
  const [from, to] = [Math.min(...years), Math.max(...years)];
  for (const { id, data } of holidays?.sources ?? []) if (data) noteUnconfirmedYears(id, data, from, to, notes);
}

/** The instants that the rows of a file reach, and the regions they are in. */
export class ReachedSpan {
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private readonly zones = new Map<string, Pick<Zone, "offsetAt">>();

  /** Is called for every row; a time that could not be read is no number, and changes nothing. */
  include(instant: number): void {
    if (instant < this.from) this.from = instant;
    if (instant > this.to) this.to = instant;
  }

  useRegion(region: string, zone: Pick<Zone, "offsetAt">): void {
    this.zones.set(region, zone);
  }

  /** Warns of places whose years were not all compared with official calendars. */
  noteUnconfirmed(holidays: RegionHolidays, notes: Notes): void {
    if (this.from > this.to) return;
    for (const [region, zone] of this.zones) noteUnconfirmed(holidays.of(region), zone, [this.from, this.to], notes);
  }
}

/** Warns where not all of the years were compared with official calendars. */
export function noteUnconfirmedYears(
  place: string,
  { confirmed }: HolidayData,
  from: number,
  to: number,
  notes: Notes,
): void {
  if (confirmed === null || from < confirmed.from || to > confirmed.to)
    notes.warn({ code: "holidays-unconfirmed", place, confirmed });
}
