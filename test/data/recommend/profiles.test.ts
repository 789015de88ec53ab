/** What readers of the support sheets would be advised, profile by profile: flags in, advice out. */
import { describe, expect, test } from "vitest";
import { type } from "../../terminal.js";

interface Advice {
  readonly recommended: string | null;
  readonly closest?: string | null;
  /** Plans that meet every need but cannot be recommended. */
  readonly beyondAll?: readonly string[];
}

interface Profile extends Advice {
  readonly flags: string;
  /** Sentences of the text. */
  readonly text?: readonly string[];
  /** The plans that changes lead to; none may be another. */
  readonly leadsTo?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const successor = "--dataset adobe-success-plans";
const profiles: Readonly<Record<string, Profile>> = {
  "P1 within an hour, may pay": {
    flags: "--within P1=1h --budget any",
    recommended: "standard",
    leadsTo: ["business"],
  },
  "phone for P2 to P4": {
    flags: "--need live-telephone",
    recommended: "business",
    leadsTo: ["standard"],
  },
  "an account support lead, included plans only": {
    flags: "--need account-support-lead --budget included",
    recommended: null,
    closest: "standard",
    beyondAll: ["business"],
    text: [
      "No candidate within budget meets your only need.",
      "Business Support does, but is paid: add --budget any.",
      "budget: paid plans allowed instead of included plans only → Business Support",
    ],
  },
  "six contacts": {
    flags: "--contacts 6",
    recommended: "business",
    leadsTo: ["standard"],
    text: ["named contacts: 4 instead of 6 → Standard Support"],
  },
  "five contacts and Japanese": {
    flags: "--contacts 5 --language ja",
    recommended: "business",
    text: ["Japanese-language support is available during Japan's regional business hours only"],
  },
  "P2 in 2 hours, P3 in 4, P4 in a day": {
    flags: "--within P2=2h --within P3=4h --within P4=1d",
    recommended: "business",
  },
  "P1 in 30 minutes": {
    flags: "--within P1=30m",
    recommended: null,
    closest: "standard",
    beyondAll: ["enterprise", "elite"],
    text: [
      "No candidate meets your only need.",
      "Enterprise Support and Elite Support do, but are not candidates: add --all.",
      "first response for P1: 1 hour instead of 30 minutes → Standard Support",
    ],
  },
  "P1 in 30 minutes, all plans": {
    flags: "--within P1=30m --all",
    recommended: "enterprise",
    leadsTo: ["elite", "standard"],
  },
  "twelve contacts": {
    flags: "--contacts 12",
    recommended: null,
    closest: "business",
    beyondAll: ["elite"],
    leadsTo: ["business", "standard"],
  },
  "P2 in an hour on 24x5 in Japan, all plans": {
    flags: "--within P2=1h@24x5 -r japan --all",
    recommended: null,
    closest: "enterprise",
    beyondAll: [],
    text: ["No other plan in this dataset does.", "In Japan, P2, P3 and P4 cases are handled in business hours only"],
  },
  "Japanese for Adobe Commerce": {
    flags: "--product commerce --language ja",
    recommended: null,
    closest: "standard",
    beyondAll: [],
    text: ["Adobe Commerce has no Japanese-language support."],
  },
  "technical account manager, event management and environment review": {
    flags: "--need technical-account-manager --need event-management --need environment-review",
    recommended: null,
    closest: "standard",
    beyondAll: ["elite"],
    leadsTo: [],
    text: [
      "No candidate meets all 3 of your needs.",
      "Elite Support does, but is not a candidate: add --all.",
      "Standard Support does not include Event Management.",
    ],
  },
  "phone, included plans only": {
    flags: "--need live-telephone --budget included",
    recommended: null,
    closest: "standard",
    beyondAll: ["business", "enterprise", "elite"],
    leadsTo: ["standard", "business"],
  },
  "support in Chinese": {
    flags: "--language zh-TW",
    recommended: null,
    closest: "standard",
    beyondAll: [],
    leadsTo: ["standard"],
  },
  "P2 in 2 hours around the clock": {
    flags: "--within P2=2h@24x7",
    recommended: null,
    closest: "business",
    beyondAll: [],
    text: ["first response for P2: 2 hours instead of 2 hours, 24x7 → Business Support"],
  },
  "launch advisory and field service, all plans": {
    flags: "--need launch-advisory --need field-service-activities --all",
    recommended: "enterprise",
    text: [
      "While Launch Advisory Services run in the first year of a product, that product has no field service activities.",
    ],
  },
  "P4 in 8 hours": {
    flags: "--within P4=8h",
    recommended: "business",
    text: ["a business day is 8 hours"],
  },
  "named support engineer and account support lead, all plans": {
    flags: "--need named-support-engineer --need account-support-lead --all",
    recommended: null,
    closest: "business",
    beyondAll: [],
    text: [
      "No other plan in this dataset does.",
      "Enterprise Support and Elite Support are equally close; Business Support is the lower tier.",
    ],
  },
  "needs of past tickets, few of them": {
    flags: "--tickets t.csv -r japan",
    files: {
      "t.csv": "id,priority,opened,responded\n1,P1,2026-11-20T10:00Z,2026-11-20T10:45Z\n",
    },
    recommended: null,
    closest: "standard",
    beyondAll: ["enterprise", "elite"],
    text: ["Needs measured on fewer than 20 tickets are uncertain: P1 (1)."],
  },
  "Success Plans: technical account manager": {
    flags: `${successor} --need technical-account-manager`,
    recommended: "ultimate",
  },
  "Success Plans: English and Japanese in Japan": {
    flags: `${successor} --language en --language ja -r japan`,
    recommended: "expert",
  },
  "everything at once: the targets of Standard, a manager, eight contacts, Japanese for Commerce": {
    flags:
      "--within P1=1h --within P2=4h --within P3=6h --within P4=3d --need technical-account-manager --contacts 8 --language ja --product commerce",
    recommended: null,
    closest: "business",
    beyondAll: [],
  },
  "phone, six contacts, Japanese": {
    flags: "--need live-telephone --contacts 6 --language ja",
    recommended: "business",
    leadsTo: ["standard"],
  },
  nothing: { flags: "--budget any --contacts 0", recommended: "standard", leadsTo: ["business"] },
  "the targets of Enterprise, phone, escalation, twelve contacts, all plans": {
    flags:
      "--within P1=30m --within P2=1h@24x5 --within P3=2h --within P4=1d --need live-telephone --need escalation-management --contacts 12 --all",
    recommended: "elite",
    text: ["named contacts: 10 instead of 12 → Enterprise Support"],
  },
  "what no source states": {
    flags: "--need service-webinars -p elite,enterprise",
    recommended: null,
    closest: "enterprise",
    beyondAll: ["business"],
    text: ["The sources do not state whether Enterprise Support meets Service Webinars (required yes)."],
  },
};

const run = (flags: string, files: Profile["files"], ...more: string[]) =>
  type(["recommend", ...flags.split(" "), "--no-input", "--now", "2026-11-22T09:00Z", ...more], {
    ...(files && { files }),
  });
const unwrapped = (text: string) => text.replace(/\s+/g, " ");

describe("profiles", () => {
  test.each(Object.entries(profiles))(
    "%s",
    async (_, { flags, recommended, closest, beyondAll, leadsTo, text, files }) => {
      const json = JSON.parse((await run(flags, files, "--json")).stdout);
      expect(json).toMatchObject({ recommended, closest: closest ?? null, beyondAll: beyondAll ?? [] });
      if (leadsTo !== undefined) {
        const reached: string[] = json.wouldChange.map((change: { recommended: string }) => change.recommended);
        expect([...new Set(reached)].sort()).toEqual([...leadsTo].sort());
      }
      const { stdout } = await run(flags, files, "--width", "200");
      for (const sentence of text ?? []) expect(unwrapped(stdout)).toContain(sentence);
      if (recommended === null) expect(stdout).not.toContain("Recommended:");
    },
  );

  test.each(Object.entries(profiles))("-q and --check agree: %s", async (_, { flags, recommended, files }) => {
    const { stdout, code } = await run(flags, files, "--quiet", "--check");
    expect([stdout, code]).toEqual([`${recommended ?? "none"}\n`, recommended === null ? 1 : 0]);
  });

  test("a need that another candidate meets is not listed as one that no plan meets", async () => {
    const { stdout } = await run("--need account-support-lead --need case-reviews --all", undefined);
    expect(stdout).not.toContain("no plan in this dataset");
    expect((await run("--language zh-TW --all", undefined)).stdout).toContain("no plan in this dataset");
  });

  test("what no source states is not told as no", async () => {
    const { stdout } = await run("--need live-telephone --dataset adobe-success-plans", undefined);
    expect(stdout).toContain("No candidate is known to meet your only need.");
    expect(stdout).toContain("The sources do not state whether Expert meets Live Telephone Support");
    expect(stdout).not.toContain("no plan in this dataset");
  });
  test("a language that the dataset does not have is called by its name", async () => {
    expect((await run("--language zh-TW --lang zh-TW", undefined)).stdout).toMatch(
      /不符合「中文（台灣） ?支援」的需求/,
    );
    expect((await run("--language de-AT --lang ja", undefined)).stdout).toContain("ドイツ語 (オーストリア)");
    const invalid = await run("--language en-12", undefined);
    expect([invalid.code, invalid.stderr]).toEqual([
      2,
      expect.stringContaining("Invalid value for --language: en-12."),
    ]);
  });
  test("a seventh contact does not lead to a smaller plan", async () => {
    const plan = async (contacts: number) =>
      JSON.parse((await run(`--contacts ${contacts}`, undefined, "--json")).stdout);
    expect((await plan(6)).recommended).toBe("business");
    expect(await plan(7)).toMatchObject({ recommended: null, closest: "business", beyondAll: ["enterprise", "elite"] });
  });
});
