/** Changes of answers, made from what the changes themselves say. */
import type { Answers } from "../../../src/data/recommend/answers.js";
import type { ResponseTime } from "../../../src/data/recommend/response-time.js";
import type { AnswerChange } from "../../../src/data/recommend/what-would-change.js";

export type Change = AnswerChange;

/** Answers after a change, by the fields of the change. */
export function changed(answers: Answers, { answer, to }: AnswerChange): Answers {
  const [name = "", id = ""] = answer.split(":");
  const toggled = (list: readonly string[]) => (to ? [...list, id] : list.filter((other) => other !== id));
  switch (name) {
    case "budget":
      return { ...answers, budget: to as Answers["budget"] };
    case "contacts": {
      const { contacts: _, ...rest } = answers;
      return to === null ? rest : { ...rest, contacts: to as number };
    }
    case "within": {
      const { [id]: _, ...others } = answers.within;
      return { ...answers, within: to === null ? others : { ...others, [id]: to as ResponseTime } };
    }
    case "feature":
      return { ...answers, features: toggled(answers.features) };
    case "product":
      return { ...answers, products: toggled(answers.products) };
    case "language":
      return { ...answers, languages: toggled(answers.languages) };
    default:
      throw new Error(answer);
  }
}
