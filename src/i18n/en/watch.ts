/** The live view of open tickets. */
import { grouped } from "../shared.js";

export const watch = {
  openTickets: (count: number) => (count === 1 ? "1 open ticket" : `${grouped(count)} open tickets`),
  nothingOpen: "No open tickets.",
  standsStill: (status: string) => `${status}, clock paused`,
  ticket: "Ticket",
  answered: (count: number) => `${grouped(count)} answered`,
  bad: (count: number) => `${grouped(count)} with errors`,
  further: (above: number, below: number) => `${grouped(above)} above, ${grouped(below)} below`,
  keys: "q quit, ↑ ↓ scroll",
  keepsTickets: (message: string) => `${message} Still showing the tickets read earlier.`,
  replaced: (path: string) => `${path} was replaced; now watching the new file.`,
  recovered: (path: string) => `${path} is readable again.`,
};
