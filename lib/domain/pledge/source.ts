import type { Day, Instant } from "../base/day";
import type { AttachedFile } from "./file";
import type { Paged } from "../base/listing";

export const OWNERSHIPS = ["OFFICIAL", "INDEPENDENT", "STATE_CONTROLLED", "AGGREGATOR"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** A document. What is said in it is tied to a pledge by evidence. */
export interface Source {
  id: string;
  publisher: string;
  url: string | null;
  title: string | null;
  publishedOn: Day | null;
  /** BCP 47, as "sv". */
  language: string;
  ownership: Ownership;
  /** The document itself; left out: none is on record. */
  files?: readonly AttachedFile[];
  /** SHA-256 of its text as it was captured, in UTF-8; left out: none was. */
  captured?: string;
  /** Where that text comes from; left out: somebody pasted it. */
  readFrom?: ReadFrom;
  version: number;
  createdAt: Instant;
}

/** A text that the register read out of a file. */
export interface ReadFrom {
  /** Id and SHA-256 of the file. */
  file: string;
  sha256: string;
  /** Whoever captured it changed what was read. */
  corrected: boolean;
  /** False: the file goes on beyond what was read. */
  whole: boolean;
}

/** Characters of a captured text, as JavaScript counts them. */
export const LONGEST_SOURCE_TEXT = 100_000;

export interface SourceFilter extends Paged {
  q: string | null;
  ownership: Ownership[];
}
