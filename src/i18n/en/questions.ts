/** The questions of recommend. */
import { list } from "./grammar.js";

export const questions = {
  within: (priority: string) => `How soon must support respond to ${priority}?`,
  anyTime: "no requirement",
  /** A choice that no candidate offers, with the plans that do. */
  onlyWith: (choice: string, plans: readonly string[]) => `${choice} (only with ${list(plans, "or")})`,
  need: "Which features do you require?",
  contacts: "How many named support contacts do you need per product?",
  wholeNumber: "Enter a whole number, 0 or more.",
  product: "Which of these products do you use?",
  language: "Which support languages do you need?",
  budget: "Would you consider a paid plan?",
  budgetAny: "yes, include paid plans",
  budgetIncluded: "no, only plans included with the license",
  place: (number: number, of: number) => `${number}/${of}`,
  keysOne: "↑↓ move · Enter select · Esc back · Ctrl-C quit",
  keysSome: "↑↓ move · Space select · a all · i invert · Enter done · Esc back",
  intro: "Each question shows its option. Press Esc to go back, Ctrl-C to quit.",
  introLines: "Each question shows its option. Type b to go back; press Ctrl-C to quit.",
  summary: "Your answers",
  confirm: "Is this correct?",
  confirmed: "yes, recommend a plan",
  change: (title: string) => `change: ${title}`,
  typeOne: (usual: string) => `Number [${usual}]:`,
  typeSome: (usual: string) => `Numbers, comma-separated; 0 for none [${usual || "0"}]:`,
  typeNumber: (usual: string) => `Amount [${usual}]:`,
  moreChoices: (count: number) => `${count} in total`,
  typeChange: "Press Enter to continue, or type the number of an answer to change:",
  oneOf: (count: number) => `Enter a number from 1 to ${count}.`,
};
