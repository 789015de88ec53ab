import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  type BadTicket,
  loadDataset,
  type ReadTicketsOptions,
  readTickets,
  type Ticket,
  type TicketInput,
} from "../../src/index.js";

import { ZipWriter } from "../../src/xlsx/zip-writer.js";

const dataset = await loadDataset();
const now = Date.parse("2026-11-25T00:00Z");
const csv = `Ticket,Severity,Created at,First reply at,Region,Team
T-1,P2,2026-11-20T16:40+09:00,2026-11-23T10:00+09:00,japan,Blue
T-2,P9,2026-11-20T16:40+09:00,,japan,Blue
T-3,P3,2026-11-20T09:00+09:00,,japan,"Red, dark"
`;
const map = { id: "Ticket", priority: "Severity", opened: "Created at", responded: "First reply at" };

async function read(input: TicketInput, options: Partial<ReadTicketsOptions> = {}) {
  const tickets = readTickets(input, { dataset, now, map, ...options });
  const all: (Ticket | BadTicket)[] = [];
  for await (const ticket of tickets) all.push(ticket);
  return { all, reading: tickets.reading() };
}

describe("readTickets", () => {
  test("rows are tickets, and a row that is none has its error", async () => {
    const { all, reading } = await read(csv, { plan: "Business Support" });
    expect(all).toEqual([
      {
        line: 2,
        id: "T-1",
        plan: "business",
        priority: "P2",
        region: "japan",
        opened: Date.parse("2026-11-20T07:40Z"),
        responded: Date.parse("2026-11-23T01:00Z"),
        closed: false,
        pauses: [],
        pauseMs: 0,
        cells: {
          Ticket: "T-1",
          Severity: "P2",
          "Created at": "2026-11-20T16:40+09:00",
          "First reply at": "2026-11-23T10:00+09:00",
          Region: "japan",
          Team: "Blue",
        },
      },
      expect.objectContaining({
        line: 3,
        id: "T-2",
        error: { code: "unknown-priority", column: "Severity", value: "P9" },
      }),
      expect.objectContaining({ line: 4, id: "T-3", cells: expect.objectContaining({ Team: "Red, dark" }) }),
    ]);
    expect(reading).toMatchObject({ read: 3, bad: 1, path: "input", format: "csv", unanswered: 1 });
    expect(reading.columns.map(({ role, headers, from }) => [role, ...headers, from])).toContainEqual([
      ...["opened", "Created at", "map"],
    ]);
  });

  test("no plan is needed", async () => {
    const { all } = await read(csv);
    expect(all[0]).not.toHaveProperty("plan");
    expect(all[0]).toHaveProperty("priority", "P2");
    const lines = ["", "business", "gold"].map((plan, id) => ({
      id,
      priority: "P2",
      opened: "2026-11-20T10:00Z",
      ...(plan && { plan }),
    }));
    const { all: found } = await read(lines.map((line) => JSON.stringify(line)).join("\n"), { map: {} });
    expect(found.map((ticket) => (ticket.error ? ticket.error.code : ticket.plan))).toEqual([
      undefined,
      "business",
      "unknown-plan",
    ]);
  });

  test("bytes, blocks of them, and streams are read alike, packed or not", async () => {
    const bytes = Buffer.from(csv);
    const whole = await read(csv);
    const blocks = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
    async function* stream() {
      yield* blocks;
    }
    for (const input of [bytes, new Uint8Array(bytes), blocks, stream(), gzipSync(bytes)])
      expect(await read(input)).toEqual(whole);
  });

  test("a workbook is read by its sheet", async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      ["id", "priority", "opened"],
      ["1", "P2", "2026-11-20T10:00Z"],
    ];
    const zip = new ZipWriter();
    zip.add("xl/workbook.xml", '<workbook><sheets><sheet name="One" r:id="r1"/></sheets></workbook>');
    zip.add("xl/_rels/workbook.xml.rels", '<Relationship Id="r1" Target="worksheets/s.xml"/>');
    zip.add(
      "xl/worksheets/s.xml",
      `<sheetData>${rows.map((row) => `<row>${row.map(text).join("")}</row>`).join("")}</sheetData>`,
    );
    zip.finish();
    const { all, reading } = await read(Buffer.from(zip.take()), { map: {}, sheet: "One" });
    expect(all).toEqual([expect.objectContaining({ id: "1", opened: Date.parse("2026-11-20T10:00Z") })]);
    expect(reading.format).toBe("xlsx");
  });

  test("the options mean what they mean for the commands", async () => {
    const text = "#;Prio;Opened;Closed;State\n1;high;03.11.2026 09:00;;done\n2;low;04.11.2026 09:00;;new\n";
    const { all, reading } = await read(text, {
      map: { id: "#", priority: ["Prio"], opened: "Opened", closed: "" },
      priorityMap: { high: "P1", low: "P4" },
      regionMap: { jp: "japan" },
      planMap: { gold: "business" },
      sourceTz: { opened: "Asia/Tokyo" },
      dateOrder: "dmy",
      closedWhen: ["State=done"],
      where: ["Prio!=none"],
      zone: "Asia/Tokyo",
      format: "csv",
      skipLines: 0,
    });
    expect(all).toEqual([
      expect.objectContaining({ id: "1", priority: "P1", opened: Date.parse("2026-11-03T00:00Z"), closed: true }),
      expect.objectContaining({ id: "2", priority: "P4", zone: "Asia/Tokyo", closed: false }),
    ]);
    expect(reading.dateOrder).toBe("dmy");
  });

  test("what only the whole of a stream shows is found, and given as a guess", async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => `${i},P2,05/06/2026 09:00:00,filling text`);
    const text = `id,priority,opened,text\n${rows.join("\n")}\nlast,P2,06/28/2026 09:00:00,\n`;
    const blocks = [Buffer.from(text.slice(0, 70_000)), Buffer.from(text.slice(70_000))];
    const { all, reading } = await read(blocks, { map: {}, sourceTz: "UTC" });
    expect(all.at(-1)).toMatchObject({ id: "last", opened: Date.parse("2026-06-28T09:00Z") });
    expect([reading.dateOrder, reading.read]).toEqual(["mdy", 4001]);
    expect(reading.assumptions).toContainEqual(expect.objectContaining({ code: "date-order", order: "mdy" }));
  });

  test("tickets are read as they come, and a stream is closed where reading stops", async () => {
    let given = 0;
    let isClosed = false;
    async function* stream() {
      try {
        yield Buffer.from("id,priority,opened\n");
        for (;;) yield Buffer.from(`${given++},P2,2026-11-20T16:40Z${" ".repeat(1000)}\n`);
      } finally {
        isClosed = true;
      }
    }
    const tickets = readTickets(stream(), { dataset, now });
    for await (const { id } of tickets) if (id === "200") break;
    expect(isClosed).toBe(true);
    expect(() => tickets.reading()).toThrow(RangeError);
    await expect(tickets[Symbol.asyncIterator]().next()).rejects.toThrow("iterated once");
  });

  test("pauses and a metric are data too", async () => {
    const text = `id,priority,opened,pauses,pause time (minutes)
1,P2,2026-11-20T07:00Z,2026-11-20T07:10Z/2026-11-20T07:20Z,5
`;
    const { all } = await read(text, {
      map: { pauses: "pauses", "pause-time": "pause time (minutes)" },
      plan: "business",
      region: "japan",
    });
    const [from, to] = [Date.parse("2026-11-20T07:10Z"), Date.parse("2026-11-20T07:20Z")];
    expect(all[0]).toMatchObject({ pauses: [{ from, to }], pauseMs: 300_000 });
  });

  test("an input that cannot be read is a failure, and a time without a zone a RangeError", async () => {
    await expect(read("")).rejects.toThrow(expect.objectContaining({ error: { code: "empty-file", path: "input" } }));
    await expect(read(csv, { map: {}, name: "export.csv", preset: "jira" })).rejects.toThrow(/export\.csv/);
    await expect(read("id,priority,opened\n1,P2,2026-11-20 09:00\n", { map: {} })).rejects.toThrow(
      new RangeError("sourceTz is required because the input has times without an offset"),
    );
    await expect(read(csv, { holidays: ["own.txt"] })).rejects.toThrow("readFile is required to read own.txt");
    const readFile = async () => "2026-11-23 Own\n";
    expect((await read(csv, { holidays: ["own.txt", "JP"], readFile })).all.length).toBe(3);
    await expect(read([csv] as never)).rejects.toThrow("a block of input must be bytes");
    await expect(read(csv, { metric: "speed" })).rejects.toThrow(/speed/);
  });

  test.each([
    [7, {}, "input must be a text, bytes, or blocks of bytes"],
    [csv, { dataset: null }, "dataset must be an object"],
    [csv, { now: "2026" }, "now must be a number"],
    [csv, { plan: 1 }, "plan must be a text"],
    [csv, { holidays: "JP" }, "holidays must be a list"],
    [csv, { readFile: "x" }, "readFile must be a function"],
    [csv, { where: "a=b" }, "where must be a list"],
    [csv, { preset: "excel" }, "preset must be one of zendesk"],
    [csv, { map: [] }, "map must be an object"],
    [csv, { priorityMap: { urgent: 1 } }, "priorityMap.urgent must be a text"],
    [csv, { priorityMap: { "a,b": "P1" } }, "a word of priorityMap must be without a comma"],
    [csv, { sourceTz: 1 }, "sourceTz must be a zone, or zones by column"],
    [csv, { skipLines: "1" }, "skipLines must be a number"],
  ])("%o with %o is refused", (input, options, message) => {
    const wrong = () => readTickets(input as never, { dataset, now, ...options } as never);
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(message);
  });
});
