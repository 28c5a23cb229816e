import type { Reading } from "@/lib/domain/conditions/without-inferred";

/** The parameters of an address, as Next passes them. */
export type Search = Record<string, string | string[] | undefined>;

/** What Next passes to a page: the named parts of its path, and its parameters. */
export interface PageOf<Part extends string = never> {
  params: Promise<Record<Part, string>>;
  searchParams: Promise<Search>;
}

/** A parameter given once, or null. */
export const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** `?inferred=without` leaves our reading of conditions out. */
export const readingOf = ({ inferred }: Search): Reading =>
  textOf(inferred) === "without" ? "without" : "with";
