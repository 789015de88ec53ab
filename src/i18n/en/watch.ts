/** The live view of open tickets. */
import { grouped } from "../shared.js";

export const watch = {
  openTickets: (count: number) => (count === 1 ? "1 open ticket" : `${grouped(count)} open tickets`),
  nothingOpen: "Every ticket has been answered.",
  standsStill: (status: string) => `${status}, clock stopped`,
  ticket: "Ticket",
  answered: (count: number) => `${grouped(count)} answered`,
  bad: (count: number) => `${grouped(count)} with errors`,
  further: (above: number, below: number) => `${grouped(above)} above, ${grouped(below)} below`,
  keys: "q quits, ↑ ↓ scroll",
  keepsTickets: (message: string) => `${message} The tickets read before are still shown.`,
  replaced: (path: string) => `${path} was replaced; the new file is being watched.`,
  recovered: (path: string) => `${path} has no more problems.`,
};
