/**
 * Encodings by the names people use, and text in any of them to UTF-8, block by block.
 */

/** Names beside the labels of the Encoding Standard, without blanks, hyphens and underscores. */
const otherNames: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  ms932: "shift_jis",
  windows932: "shift_jis",
  shiftjis: "shift_jis",
  sjis: "shift_jis",
  cp936: "gbk",
  ms936: "gbk",
  windows936: "gbk",
  cp949: "euc-kr",
  ms949: "euc-kr",
  uhc: "euc-kr",
  cp950: "big5",
  ms950: "big5",
  windows950: "big5",
  cp54936: "gb18030",
  eucjp: "euc-jp",
  cp51932: "euc-jp",
  euckr: "euc-kr",
  iso2022jp: "iso-2022-jp",
  latin1: "windows-1252",
  latin2: "iso-8859-2",
  latin9: "iso-8859-15",
  ansi: "windows-1252",
  ascii: "windows-1252",
  utf8: "utf-8",
  utf8sig: "utf-8",
  utf8bom: "utf-8",
  cp65001: "utf-8",
  utf16: "utf-16",
  ucs2: "utf-16",
  unicode: "utf-16",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  utf32: "utf-32",
  utf32le: "utf-32le",
  utf32be: "utf-32be",
  macroman: "macintosh",
  mac: "macintosh",
};

/** The encoding that a name means; undefined for one that is not read. `utf-16` and `utf-32` leave the order of bytes to the file's mark. */
export function findEncoding(name: string): string | undefined {
  const bare = name.toLowerCase().replace(/[\s_-]/g, "");
  const known = otherNames[bare] ?? bare.replace(/^(?:cp|windows|win)(125[0-8]|874)$/, "windows-$1");
  for (const label of [known, name.replaceAll("_", "-"), name]) {
    if (label.startsWith("utf-16") || label.startsWith("utf-32")) return label;
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // Another spelling may be one.
    }
  }
  return undefined;
}

export const longestMark = 4;

/** The encoding that a mark at the beginning names, but for that of UTF-8. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const mark = Buffer.from(bytes.subarray(0, longestMark)).toString("hex");
  if (mark === "fffe0000") return "utf-32le";
  if (mark === "0000feff") return "utf-32be";
  if (mark.startsWith("fffe")) return "utf-16le";
  return mark.startsWith("feff") ? "utf-16be" : undefined;
}

/** The encoding of a file that begins so: as given, or as its mark names it; undefined for UTF-8. */
export function encodingOf(bytes: Uint8Array, given: string | undefined): string | undefined {
  const marked = markedEncoding(bytes);
  if (given === "utf-16" || given === "utf-32") return marked?.startsWith(given) ? marked : `${given}le`;
  const encoding = given ?? marked;
  return encoding === "utf-8" ? undefined : encoding;
}

/** Bytes of another encoding to UTF-8, block by block, the last time without one; what cannot be read becomes U+FFFD. */
export function recoder(encoding: string): (block: Uint8Array | undefined) => Uint8Array {
  const encoder = new TextEncoder();
  if (encoding.startsWith("utf-32")) return recoderOfUtf32(encoding === "utf-32le");
  const decoder = new TextDecoder(encoding);
  return (block) => encoder.encode(block ? decoder.decode(block, { stream: true }) : decoder.decode());
}

function recoderOfUtf32(isLittle: boolean): (block: Uint8Array | undefined) => Uint8Array {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (block) => {
    const bytes = block ? Buffer.concat([rest, block]) : rest;
    const whole = bytes.length - (bytes.length % 4);
    let text = "";
    for (let at = 0; at < whole; at += 4) {
      const point = isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
      const isScalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      if (!(isFirst && point === 0xfeff)) text += isScalar ? String.fromCodePoint(point) : "\uFFFD";
      isFirst = false;
    }
    rest = Buffer.from(bytes.subarray(whole));
    if (!block && rest.length > 0) text += "\uFFFD";
    return Buffer.from(text);
  };
}
