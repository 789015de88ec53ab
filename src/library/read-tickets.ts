/**
 * `readTickets` of the library: a ticket file from its bytes to tickets as data, with the options of the commands. Opens no file.
 */
import {
  checkInput,
  checkReading,
  type ReadTicketsOptions,
  type TicketInput,
  type TicketReading,
  type Tickets,
} from "./tickets.js";

/**
 * Reads tickets from CSV, TSV, JSON lines, JSON, a workbook or any of these in gzip. A row that cannot be read is a {@link BadTicket}, and
 * guesses are in `reading()`. Memory stays flat for a stream, except where only the whole shows what its dates mean, which `dateOrder` or
 * `preset` decide.
 * Throws RangeError for an option of the wrong kind; the iteration throws a `Failure` where the input as a whole cannot be read, such as
 * `missing-column` or `ambiguous-dates`, with the option that decides, named as in the commands, and RangeError where times have no offset
 * and `sourceTz` is missing.
 */
export function readTickets(input: TicketInput, options: ReadTicketsOptions): Tickets {
  checkInput(input);
  checkReading(options);
  let isStarted = false;
  let reading: TicketReading | undefined;
  return {
    async *[Symbol.asyncIterator]() {
      if (isStarted) throw new RangeError("tickets can be iterated once; read the input again for another time");
      isStarted = true;
      const { ticketsOf } = await import("./ticket-source.js");
      reading = yield* ticketsOf(input, options);
    },
    reading() {
      if (!reading) throw new RangeError("the tickets must be read to the last before it is known how they were read");
      return reading;
    },
  };
}
