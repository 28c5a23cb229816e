/** The schema says publishedOn, the table published_on; a test holds it of every field. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
