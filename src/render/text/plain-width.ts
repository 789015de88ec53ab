/**
 * The short way to measure text: by code unit, without the runtime's segmenter, whose first use costs more than most answers.
 * Covers only characters that are graphemes by themselves.
 */

/** Columns of text in ASCII, common punctuation, arrows, box lines, marks of yes and no, kana and Han characters; -1 for any other text. */
export function plainWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) width++;
    else if (unit >= 0x3001 && unit <= 0xff60) {
      const isWide =
        unit <= 0x3029 ||
        (unit >= 0x3041 && unit <= 0x3096) ||
        (unit >= 0x30a1 && unit <= 0x30ff) ||
        (unit >= 0x4e00 && unit <= 0x9fff) ||
        unit >= 0xff01;
      if (isWide) width += 2;
      else return -1;
    } else if (
      unit === 0xa0 ||
      unit === 0xb7 ||
      (unit >= 0x2010 && unit <= 0x2027) ||
      (unit >= 0x2190 && unit <= 0x2193) ||
      (unit >= 0x2500 && unit <= 0x259f) ||
      unit === 0x2713 ||
      unit === 0x2717
    )
      width++;
    else return -1;
  }
  return width;
}
