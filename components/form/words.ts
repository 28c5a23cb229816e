export interface Option {
  value: string;
  label: string;
  meaning?: string;
}

/** Words of a form, made on the server: the browser gets no translation code. */
export type Words = Readonly<Record<string, string>>;
