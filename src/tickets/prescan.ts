/**
 * A first pass over a ticket file, for what only the whole of it tells: the order of its dates, and the keys of its lines of JSON.
 */
import { CliError, maxColumns } from "../errors.js";
import { OrderVote } from "./dates.js";
import type { ReaderChoice } from "./input-buffer.js";
import type { DateOrder } from "./names.js";
import { KeyList } from "./objects.js";
import { type Sink, voteOn } from "./parse-row.js";
import { openReader, type TicketReader } from "./reader.js";

export interface FirstPassChoice extends Pick<ReaderChoice, "format" | "columns" | "encoding"> {
  /** Rows come out under a header, which must name every key of a file of JSON lines. */
  readonly wantsColumns: boolean;
}

type Votes = Readonly<Record<"opened" | "responded", OrderVote>>;

const newVotes = (): Votes => ({ opened: new OrderVote(), responded: new OrderVote() });

export class FirstPass {
  /** The keys of a file of JSON lines, once they were found. */
  keys: KeyList | undefined;
  /** The order of the dates: as given, or once it was found. */
  order: DateOrder | undefined;
  /** What showed the order, where nobody gave it. */
  orderFound: OrderFound | undefined;
  private readonly choice: FirstPassChoice;

  constructor(choice: FirstPassChoice, order: DateOrder | undefined) {
    this.choice = choice;
    this.order = order;
  }

  /** The pass, where the beginning of the file shows that one is needed. Its end throws `ambiguous-dates` or `mixed-dates`. */
  readonly vote = (beginning: Uint8Array): TicketReader | undefined => {
    const { format, wantsColumns, columns } = this.choice;
    const isAsked = this.order === undefined && this.asksOrder(beginning);
    const list = format === "jsonl" && wantsColumns ? new KeyList() : undefined;
    if (!isAsked && !list) return undefined;
    const votes = newVotes();
    const reader = this.voter(votes, list);
    return {
      feed: reader.feed,
      end: () => {
        reader.end();
        if (isAsked) {
          this.orderFound = agreedOrder(votes, columns.path);
          // Where every date has the same day and month, any order reads it the same.
          this.order = this.orderFound?.order ?? "dmy";
        }
        this.keys = list;
      },
    };
  };

  private voter(votes: Votes, list?: KeyList): TicketReader {
    const { format, columns, encoding } = this.choice;
    const sink: Sink = {
      begin() {},
      ticket({ object, line }) {
        if (!object || !list) return;
        list.see(object);
        if (list.names.length > maxColumns) throw new CliError({ code: "too-many-columns", path: columns.path, line, columns: maxColumns });
      },
      wantsCells: true,
    };
    return openReader({
      format,
      columns,
      encoding,
      sink,
      reading: (found) => ({ interpreter: { read: (cell) => voteOn(found, cell, votes) }, plain: () => undefined }),
    });
  }

  /** Whether some date at the beginning of the file is written in numbers. */
  private asksOrder(beginning: Uint8Array): boolean {
    const votes = newVotes();
    try {
      const reader = this.voter(votes);
      reader.feed(beginning);
      reader.end();
    } catch (error) {
      // What is wrong with the beginning is said when the file is read.
      if (!(error instanceof CliError)) throw error;
    }
    return votes.opened.isAsked || votes.responded.isAsked;
  }
}

/** The order of a file's dates, and the first date that shows it. */
export interface OrderFound {
  readonly order: DateOrder;
  readonly column: keyof Votes;
  readonly value: string;
}

/** The order that both columns of dates agree on, undefined where it makes no difference. Throws `ambiguous-dates` or `mixed-dates`. */
function agreedOrder(votes: Votes, path: string): OrderFound | undefined {
  const { opened, responded } = votes;
  const dayFirst = opened.dayFirst ?? responded.dayFirst;
  const monthFirst = opened.monthFirst ?? responded.monthFirst;
  const column = opened.isAsked ? "opened" : "responded";
  if (dayFirst !== undefined && monthFirst !== undefined)
    throw new CliError({ code: "mixed-dates", path, column, values: [dayFirst, monthFirst] });
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
