// The clock and the machine of the golden sessions, for a process that is told to load this first.
const now = Date.parse("2026-11-22T09:00:00Z");
Date.now = () => now;
