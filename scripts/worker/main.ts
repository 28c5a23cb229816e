// The worker: what the register does by itself, in a process next to the web server's, or on another machine. Several
// share the work. `npm start` runs one and starts it again when it ends (scripts/start/worker.mjs).
import { packagedSheet } from "@/app/briefing-sheet/packaged";
import { keepMattersUpToDate } from "@/app/what-matters";
import { leaveWhenTold } from "@/lib/platform/leaving";
import { startLoop } from "@/lib/platform/background";
import { sealAccessLogAtStart } from "@/lib/auth/access-log";
import { resumeChange } from "@/lib/conditions/triggers/drive";
import { deriveByNewerRules } from "@/lib/db/derived/newer-rules";
import { BEAT_MS, noteWorker } from "@/lib/db/statements/worker";
import { startExportWorker } from "@/lib/exports/worker";
import { startImportWorker } from "@/lib/imports/worker";
import { startMailWorker } from "@/lib/inbox/digests/worker";
import { startFileCleanup } from "@/lib/pledges/files/clearing";
import { sealNow, startSealing } from "@/lib/trust/checkpoints/sealing";

/** Web servers go on with their own changes; this is for one whose server ended. */
const RESUME_MS = 5_000;
/** Done once, at the first start of a build with other rules; later rounds find nothing to do. */
const NEWER_RULES_MS = 60_000;

/** After a change; in a large register it takes seconds. */
const MATTERS_MS = 1_000;
const MATTERS_RESTS = 3;

leaveWhenTold(sealNow);
startLoop("signs of life", BEAT_MS, noteWorker);
startLoop("items by newer rules", NEWER_RULES_MS, deriveByNewerRules);
startLoop("what matters", MATTERS_MS, keepMattersUpToDate, MATTERS_RESTS);
startLoop("changes of triggers", RESUME_MS, async () => resumeChange());
void sealAccessLogAtStart();
startSealing();
startExportWorker({ seal: sealNow, briefing: packagedSheet });
startMailWorker();
startFileCleanup();
startImportWorker();
process.send?.("started");
