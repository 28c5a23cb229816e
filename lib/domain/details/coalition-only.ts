// Pledges that are for the coalition alone are marked wherever they are named.

const REFERENCE = /\b[A-Z]{2,4}-[1-5]-\d{3,6}\b/g;

/** The pledges that a text names, each once, in their order. */
export const pledgesNamedIn = (text: string): string[] => [...new Set(text.match(REFERENCE))].sort();
