/** Texts of calendar files. */

export const ics = {
  holidays: (name: string) => `Holidays: ${name}`,
  deadlines: "Support deadlines",
  hours: "Support hours",
  respondBy: (parts: readonly string[]) => `First response due: ${parts.join(", ")}`,
  open: (region: string) => `Support open: ${region}`,
};
