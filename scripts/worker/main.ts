// The worker: the register's background work, in a process next to the web server's or on another machine.
// Several share the work. `npm start` runs one and restarts it when it ends (scripts/start/worker.mjs).
import { packagedSheet } from "@/app/briefing-sheet/packaged";
import { keepManagersPageUpToDate } from "@/app/managers-page";
import { shutDownWhenAsked } from "@/lib/platform/shutdown";
import { comeAfterPages, startLoop } from "@/lib/platform/background";
import { decrypt, reencrypt } from "@/lib/auth/encrypted";
import { sealAccessLogAtStart } from "@/lib/auth/access-log";
import { renewSecondFactors } from "@/lib/auth/second-factor/renew";
import { resumeChange } from "@/lib/conditions/triggers/drive";
import { deriveByNewerRules } from "@/lib/db/derived/newer-rules";
import { renewWebhookSecrets } from "@/lib/db/jobs/webhooks";
import { BEAT_MS, noteWorker } from "@/lib/db/statements/worker";
import { measure, serveWorkerMetrics } from "@/lib/http/health/metrics";
import { startExportWorker } from "@/lib/exports/worker";
import { startLogStream } from "@/lib/history/stream/worker";
import { startWebhookWorker } from "@/lib/history/webhooks/worker";
import { startImportWorker } from "@/lib/imports/worker";
import { startMailWorker } from "@/lib/inbox/mail/worker";
import { startFileCleanup } from "@/lib/pledges/files/clearing";
import { markStoreOnce } from "@/lib/pledges/files/marking";
import { startAlarms } from "@/lib/trust/alarms/keeping";
import { sealNow, startSealing } from "@/lib/trust/checkpoints/sealing";

/** Web servers continue their own changes; this is for a change whose server ended. */
const RESUME_MS = 5_000;
/** Done once, at the first start of a build with other rules; later rounds find nothing to do. */
const NEWER_RULES_MS = 60_000;
/** Done once for a register. */
const MARK_MS = 60_000;
/** Done once, at the first start with another secret. */
const RENEW_MS = 600_000;

/** After a change; in a large register it takes seconds. */
const MATTERS_MS = 1_000;
const MATTERS_RESTS = 3;

comeAfterPages();
shutDownWhenAsked(sealNow);
await measure("worker");
serveWorkerMetrics();
startLoop("signs of life", BEAT_MS, noteWorker);
startLoop("items by newer rules", NEWER_RULES_MS, deriveByNewerRules);
startLoop("what matters", MATTERS_MS, keepManagersPageUpToDate, MATTERS_RESTS);
startLoop("second factors by the newer secret", RENEW_MS, async () => void (await renewSecondFactors()));
startLoop("webhooks by the newer secret", RENEW_MS, () =>
  renewWebhookSecrets((secret, id) => reencrypt(secret, `webhook ${id}`)),
);
startLoop("changes of triggers", RESUME_MS, async () => resumeChange());
void sealAccessLogAtStart();
startSealing();
startAlarms();
startLogStream();
startExportWorker({ seal: sealNow, briefing: packagedSheet });
startMailWorker();
startLoop("the mark of the store", MARK_MS, () => markStoreOnce());
startFileCleanup();
startImportWorker();
startWebhookWorker({ open: (secret, id) => decrypt(secret, `webhook ${id}`) });
process.send?.("started");
