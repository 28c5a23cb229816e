import type { Instrumentation } from "next";
import type { noteBrokenPage } from "@/lib/http/broken-page";

/** Imported before the first page can fail: the note must precede the answer. */
let note: typeof noteBrokenPage | undefined;

/** Called by Next once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { sealAccessLogAtStart } = await import("@/lib/auth/access-log");
  const { markPeers } = await import("@/lib/auth/sign-in/address");
  const { normalizeRequests } = await import("@/lib/http/request-fixes");
  const { resumeChange } = await import("@/lib/conditions/triggers/drive");
  const { startFileCleanup } = await import("@/lib/pledges/files/clearing");
  const { startExportWorker } = await import("@/lib/exports/worker");
  const { startMailWorker } = await import("@/lib/inbox/digests/worker");
  const { startImportWorker } = await import("@/lib/imports/worker");
  const { startSealing, sealNow } = await import("@/lib/trust/checkpoints/sealing");
  const { leaveOnSignals } = await import("@/lib/http/health/leaving");
  const pages = await import("@/lib/http/broken-page");
  markPeers();
  normalizeRequests();
  pages.replaceBrokenPages();
  note = pages.noteBrokenPage;
  void sealAccessLogAtStart();
  resumeChange();
  leaveOnSignals(sealNow);
  startSealing();
  startExportWorker(sealNow);
  startMailWorker();
  startFileCleanup();
  startImportWorker();
}

/** Called by Next for anything a page throws, before it answers. */
export const onRequestError: Instrumentation.onRequestError = (error, { headers }) => note?.(error, headers);
