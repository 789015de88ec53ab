/**
 * Bytes of ASCII by name, for readers and writers that look at bytes rather than text. The build puts their numbers in their place.
 */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const apostrophe = 39;
export const plus = 43;
export const comma = 44;
export const minus = 45;
export const point = 46;
export const zero = 48;
export const nine = 57;
export const colon = 58;
export const capitalT = 84;
export const capitalZ = 90;
export const openBracket = 91;
export const backslash = 92;
export const closingBracket = 93;
export const smallA = 97;
export const smallE = 101;
export const smallF = 102;
export const smallM = 109;
export const smallN = 110;
export const smallP = 112;
export const smallU = 117;
export const openBrace = 123;
export const closingBrace = 125;
