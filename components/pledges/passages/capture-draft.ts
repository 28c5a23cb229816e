import { NEW_SOURCE, type DraftSource } from "@/components/pledges/pledge-form/draft";
import type { ReadFile, ReceivedFile } from "@/lib/domain/pledge/file";

export interface CaptureDraft {
  source: DraftSource;
  text: string;
  /** Already sent; attached with the source. */
  file: ReceivedFile | null;
  /** Set where the text was read out of the file. */
  read: Pick<ReadFile, "whole"> | null;
}

/** Where the browser keeps it. */
export const CAPTURE_DRAFT = "capture-text";

export const NEW_CAPTURE: CaptureDraft = { source: NEW_SOURCE, text: "", file: null, read: null };
