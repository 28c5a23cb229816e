// The parts of a path that name a record. What isn't written like one names nothing.
export type Params = Record<string, string | string[] | undefined>;

export const byReference = named("reference", /^[A-Z]{2,4}-[1-5]-\d{3,6}$/);
export const byId = named("id", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const byCode = named("code", /^[A-Z]{2,4}$/);

function named(part: string, written: RegExp): (params: Params) => string | null {
  return (params) => {
    const value = params[part];
    return typeof value === "string" && written.test(value) ? value : null;
  };
}
