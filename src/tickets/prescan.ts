/**
 * A first pass over a ticket file, for what only the whole of it tells: the order of its dates, and the keys of its lines of JSON.
 */
import { CliError } from "../errors.js";
import { maxColumns } from "../limits.js";
import type { ColumnMap } from "./columns.js";
import { DateOrderDetector } from "./dates.js";
import type { ReaderChoice } from "./input-buffer.js";
import type { DateOrder } from "./names.js";
import { KeyList } from "./objects.js";
import { openReader, type TicketReader } from "./reader.js";
import { ReadingNotes, type RowSink } from "./row.js";

export interface PrescanChoice extends Omit<ReaderChoice, "sink" | "keys" | "notes"> {
  /** Rows come out under a header, which must name every key of a file of JSON lines. */
  readonly wantsColumns: boolean;
}

type OrderDetectors = Readonly<Record<"opened" | "responded", DateOrderDetector>>;

const newDetectors = (): OrderDetectors => ({ opened: new DateOrderDetector(), responded: new DateOrderDetector() });

export class Prescan {
  /** The keys of a file of JSON lines, once they were found. */
  keys: KeyList | undefined;
  /** The order of the dates: as given, or once it was found. */
  order: DateOrder | undefined;
  /** What showed the order, where nobody gave it. */
  orderFound: OrderFound | undefined;
  private readonly choice: PrescanChoice;

  constructor(choice: PrescanChoice, order: DateOrder | undefined) {
    this.choice = choice;
    this.order = order;
  }

  /** The pass, where the beginning of the file shows that one is needed. Its end throws `ambiguous-dates` or `mixed-date-order`. */
  readonly prescan = (beginning: Uint8Array): TicketReader | undefined => {
    const { format, wantsColumns, columns } = this.choice;
    const isAsked = this.order === undefined && this.needsOrder(beginning);
    const list = (format === "jsonl" || format === "json") && wantsColumns ? new KeyList() : undefined;
    if (!isAsked && !list) return undefined;
    const detectors = newDetectors();
    const reader = this.detectorReader(detectors, list);
    return {
      feed: reader.feed,
      end: () => {
        reader.end();
        if (isAsked) {
          this.orderFound = agreedDateOrder(detectors, columns.path);
          // Where every date has the same day and month, any order reads it the same.
          this.order = this.orderFound?.order ?? "dmy";
        }
        this.keys = list;
      },
    };
  };

  private detectorReader(detectors: OrderDetectors, list?: KeyList): TicketReader {
    const { columns } = this.choice;
    let at: ColumnMap["at"] | undefined;
    const sink: RowSink = {
      begin(columnMap) {
        at = columnMap.at;
      },
      row(row) {
        if (!row.error && at)
          for (const column of ["opened", "responded"] as const)
            if (at[column] >= 0) detectors[column].see(row.text(at[column]));
        if (!list) return;
        list.see(row.keys());
        if (list.names.length > maxColumns)
          throw new CliError({ code: "too-many-columns", path: columns.path, line: row.line, columns: maxColumns });
      },
    };
    return openReader({ ...this.choice, sink, notes: new ReadingNotes() });
  }

  /** Whether some date at the beginning of the file is written in numbers. */
  private needsOrder(beginning: Uint8Array): boolean {
    const detectors = newDetectors();
    try {
      const reader = this.detectorReader(detectors);
      reader.feed(beginning);
      reader.end();
    } catch (error) {
      // What is wrong with the beginning is said when the file is read.
      if (!(error instanceof CliError)) throw error;
    }
    return detectors.opened.isAsked || detectors.responded.isAsked;
  }
}

/** The order of a file's dates, and the first date that shows it. */
export interface OrderFound {
  readonly order: DateOrder;
  readonly column: keyof OrderDetectors;
  readonly value: string;
}

/** The order that both columns of dates agree on, undefined where it makes no difference. Throws `ambiguous-dates` or `mixed-date-order`. */
function agreedDateOrder(detectors: OrderDetectors, path: string): OrderFound | undefined {
  const { opened, responded } = detectors;
  const dayFirst = opened.dayFirst ?? responded.dayFirst;
  const monthFirst = opened.monthFirst ?? responded.monthFirst;
  const column = opened.isAsked ? "opened" : "responded";
  if (dayFirst !== undefined && monthFirst !== undefined)
    throw new CliError({ code: "mixed-date-order", path, column, values: [dayFirst, monthFirst] });
  const found = (order: DateOrder, value: string, isOpened: boolean): OrderFound => ({
    order,
    column: isOpened ? "opened" : "responded",
    value,
  });
  if (dayFirst !== undefined) return found("dmy", dayFirst, opened.dayFirst !== undefined);
  if (monthFirst !== undefined) return found("mdy", monthFirst, opened.monthFirst !== undefined);
  const open = opened.open ?? responded.open;
  if (open !== undefined) throw new CliError({ code: "ambiguous-dates", path, column, value: open });
  return undefined;
}
