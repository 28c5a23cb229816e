import type { Messages } from "@/lib/i18n/translator";

export interface Option {
  value: string;
  label: string;
  meaning?: string;
}

/** Words that every form has, made on the server: the browser gets no translation code. */
export type FormWords = Messages["form"];
/** Those about a request that failed. */
export type SaveWords = Pick<FormWords, "offline" | "signedOut" | "failed">;

/** Text at a path of names, such as one from an answer: "error.name.too-long". */
export function textAt(node: unknown, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<unknown>(
      (at, name) =>
        typeof at === "object" && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : null,
      node,
    );
  return typeof found === "string" ? found : undefined;
}
