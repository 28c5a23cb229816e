// A document that evidence cites: whose it is, and the text that was captured of it.
import type { Day, Instant } from "../base/day";
import type { AttachedFile } from "./file";
import type { Paged } from "../base/listing";

export const OWNERSHIPS = ["OFFICIAL", "INDEPENDENT", "STATE_CONTROLLED", "AGGREGATOR"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** A document. Evidence ties its content to a pledge. */
export interface Source {
  id: string;
  publisher: string;
  url: string | null;
  title: string | null;
  publishedOn: Day | null;
  /** BCP 47, as "sv". */
  language: string;
  ownership: Ownership;
  /** The document's files; left out: none. */
  files?: readonly AttachedFile[];
  /** SHA-256 of its captured text in UTF-8; left out: no text. */
  captured?: string;
  /** Where the captured text comes from; left out: it was pasted. */
  readFrom?: ReadFrom;
  version: number;
  createdAt: Instant;
}

/** Text that the register extracted from a file. */
export interface ReadFrom {
  /** Id and SHA-256 of the file. */
  file: string;
  sha256: string;
  /** A person corrected the extracted text. */
  corrected: boolean;
  /** False: the file continues beyond the text. */
  whole: boolean;
}

/** Length of a captured text in UTF-16 code units. */
export const LONGEST_SOURCE_TEXT = 100_000;

export interface SourceFilter extends Paged {
  q: string | null;
  ownership: Ownership[];
}
