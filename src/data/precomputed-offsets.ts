/**
 * The offsets of the bundled regions' zones around today, so that an everyday answer needs no look at the time-zone database.
 * The sources keep none: the build finds them (.build/offsets.mjs) and puts them here, with the version of the database they are of.
 */
import type { ZoneOffsets } from "../core/zone.js";

export interface PrecomputedOffsets extends ZoneOffsets {
  /** The version of the time-zone database, such as 2025b; no other may use them. */
  readonly tzdata: string;
}

export const precomputedOffsets: PrecomputedOffsets | undefined = undefined;
