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

/** What a form of one box sent; null: it wasn't sent. Unlike `textOf`, it tells an empty box from none. */
export const sentText = (value: string | string[] | undefined, longest: number): string | null =>
  typeof value === "string" ? value.trim().slice(0, longest) : null;

/** `?inferred=without` leaves our reading of conditions out. */
export const readingOf = ({ inferred }: Search): Reading =>
  textOf(inferred) === "without" ? "without" : "with";
