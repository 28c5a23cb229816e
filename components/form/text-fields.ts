/** The members of a draft that are texts. */
type TextsOf<Draft> = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft] &
  string;

/**
 * For the controls of a draft's texts. `at`: the draft's path in the body. `path`: a field's below it, where the draft
 * names it otherwise.
 */
export const textFields =
  <Draft extends object>(draft: Draft, set: (part: Partial<Draft>) => void, at = "") =>
  (name: TextsOf<Draft>, path: string = name) => ({
    path: at === "" ? path : `${at}.${path}`,
    value: draft[name] as string,
    onChange: (value: string) => set({ [name]: value } as Partial<Draft>),
  });
