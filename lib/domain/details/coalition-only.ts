// Pledges for the coalition alone are marked wherever they are named.

const REFERENCE = /\b[A-Z]{2,4}-[1-5]-\d{3,6}\b/g;

/** Each reference once, sorted. */
export const pledgesNamedIn = (text: string): string[] => [...new Set(text.match(REFERENCE))].sort();
