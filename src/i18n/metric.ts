/**
 * The messages for another metric than the first response: the texts about responses are replaced, the rest stays.
 */
import type { Lang } from "../data/dataset.js";
import type { Messages } from "./en/index.js";
import type { MetricTexts } from "./en/metric.js";

/** The messages of a language for a metric of that name. */
export async function messagesForMetric(messages: Messages, name: string, lang: Lang): Promise<Messages> {
  const own = (await loadTexts(lang))(name);
  return {
    ...messages,
    labels: { ...messages.labels, ...own.labels },
    statuses: { ...messages.statuses, ...own.statuses },
    audit: { ...messages.audit, ...own.audit },
    reading: { ...messages.reading, labels: { ...messages.reading.labels, ...own.reading.labels } },
    html: { ...messages.html, ...own.html },
    ics: { ...messages.ics, ...own.ics },
    watch: { ...messages.watch, ...own.watch },
    assumption: (assumption) => own.assumption(assumption) ?? messages.assumption(assumption),
  };
}

async function loadTexts(lang: Lang): Promise<MetricTexts> {
  switch (lang) {
    case "en":
      return (await import("./en/metric.js")).metricTexts;
    case "zh-TW":
      return (await import("./zh-TW/metric.js")).metricTexts;
    case "ja":
      return (await import("./ja/metric.js")).metricTexts;
  }
}
