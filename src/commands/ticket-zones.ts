/**
 * The zone of each time column of a ticket file: that of a flag for the column, of the form, of a flag for all, of the export, of `--tz`, of
 * settings, of the system. Remembers which were used and why.
 */
import { findZone, type Zone } from "../core/zone.js";
import type { ColumnMap } from "../tickets/columns.js";
import type { DateReading } from "../tickets/dates.js";
import type { TimeColumn, ZoneReason } from "../tickets/names.js";
import { presets } from "../tickets/presets.js";
import { type Context, type Diagnostics, inputZone } from "./context.js";
import type { SourceZones } from "./ticket-options.js";

interface ChosenZone {
  readonly zone: Zone;
  readonly why: ZoneReason;
}

export class ColumnZones {
  private readonly source: SourceZones;
  private readonly context: Context;
  private readonly diagnostics: Diagnostics;
  private readonly used = new Map<TimeColumn, Map<string, ZoneReason>>();

  constructor(source: SourceZones, context: Context, diagnostics: Diagnostics) {
    for (const name of [source.all, ...Object.values(source.byColumn)]) if (name !== undefined) findZone(name);
    this.source = source;
    this.context = context;
    this.diagnostics = diagnostics;
  }

  /** The zones of a column, each looked up once some time needs it. `isRaw`: the file as a whole is in its system's raw form. */
  of(column: TimeColumn, columnMap: ColumnMap, isRaw: boolean): Pick<DateReading, "zone" | "rawZone"> {
    const { preset: name } = columnMap;
    const preset = name === undefined ? undefined : presets[name];
    const zone = this.remembered(column, () => this.zoneOf(column, columnMap));
    const hasRaw =
      this.source.byColumn[column] === undefined &&
      preset?.rawUtc?.some((raw) => raw === column) === true &&
      (isRaw || preset.rawWithNumbers !== true);
    if (!hasRaw) return { zone };
    return { zone, rawZone: this.remembered(column, () => ({ zone: findZone("UTC"), why: "format" })) };
  }

  /** The zones that were needed, by column. */
  usedBy(column: TimeColumn): readonly { readonly zone: string; readonly why: ZoneReason }[] {
    return [...(this.used.get(column) ?? [])].map(([zone, why]) => ({ zone, why }));
  }

  private remembered(column: TimeColumn, choose: () => ChosenZone): () => Zone {
    let chosen: ChosenZone | undefined;
    return () => {
      if (!chosen) {
        chosen = choose();
        const used = this.used.get(column) ?? new Map<string, ZoneReason>();
        this.used.set(column, used.set(chosen.zone.id, chosen.why));
      }
      return chosen.zone;
    };
  }

  private zoneOf(column: TimeColumn, { preset, names, detectedBy }: ColumnMap): ChosenZone {
    const { source, context, diagnostics } = this;
    const own = source.byColumn[column] ?? source.all;
    if (own !== undefined) return { zone: findZone(own), why: "source-tz" };
    const ofPreset = preset !== undefined && presets[preset].utcHeaders.includes(names[column]);
    if (ofPreset && detectedBy === undefined) return { zone: findZone("UTC"), why: "preset" };
    const { isFlag, assumed } = context.inputZone;
    if (isFlag) return { zone: inputZone(context, diagnostics), why: "tz" };
    if (ofPreset) {
      diagnostics.assume({ code: "export-zone", column: names[column], preset, zone: "UTC" });
      return { zone: findZone("UTC"), why: "detected" };
    }
    return { zone: inputZone(context, diagnostics, ["--tz", "--source-tz"]), why: assumed ? "system" : "settings" };
  }
}
