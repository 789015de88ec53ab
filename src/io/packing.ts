/**
 * Files that contain others, by their first bytes; their content is read by `unpack`, which is loaded only for them.
 */

/** How a file that begins so is packed; undefined for one that is not. */
export function packingOf(first: Uint8Array): "gzip" | "zip" | "xls" | undefined {
  const mark = Buffer.from(first.subarray(0, 4)).toString("hex");
  if (mark.startsWith("1f8b")) return "gzip";
  if (mark === "504b0304") return "zip";
  return mark === "d0cf11e0" ? "xls" : undefined;
}
