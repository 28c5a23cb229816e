/** The schema says publishedOn, the table published_on; a test checks this for every field. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
