/** Where the browser keeps what was typed about a document: its text, and the rest of the form. */
export const CAPTURE_DRAFT = "capture-text";
