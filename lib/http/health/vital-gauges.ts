// The database's figures, as gauges. Read at most once in five seconds, however many clients ask.
import { findVitals, type Vitals } from "@/lib/db/state";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import type { Prometheus } from "@/lib/platform/watch/metrics";

interface Reading {
  name: string;
  help: string;
  /** One without a label, or of each value of the label. */
  values: number | null | { label: string; of: Readonly<Record<string, number>> };
}

const READ_EVERY_MS = 5_000;

let known: { atMs: number; reading: Promise<string> } | null = null;

/** In Prometheus's text form. While the database is away, only that it is. */
export function vitalMetrics(client: Prometheus, nowMs: number = performance.now()): Promise<string> {
  if (known === null || Math.abs(nowMs - known.atMs) >= READ_EVERY_MS)
    known = { atMs: nowMs, reading: read(client) };
  return known.reading;
}

async function read({ Gauge, Registry }: Prometheus): Promise<string> {
  const vitals = await findVitals().catch((error: unknown) => {
    logger.warn({ err: error }, "metrics of the database have to wait");
    return null;
  });
  const registry = new Registry();
  for (const { name, help, values } of [up(vitals !== null), ...(vitals ? readingsOf(vitals) : [])])
    if (typeof values === "number") new Gauge({ name, help, registers: [registry] }).set(values);
    else if (values !== null) {
      const gauge = new Gauge({ name, help, labelNames: [values.label], registers: [registry] });
      for (const [value, count] of Object.entries(values.of)) gauge.set({ [values.label]: value }, count);
    }
  return registry.metrics();
}

const up = (isUp: boolean): Reading => ({
  name: "register_database_up",
  help: "1: the database answered within some seconds.",
  values: isUp ? 1 : 0,
});

const readingsOf = (vitals: Vitals): Reading[] => [...ofLog(vitals), ...ofWork(vitals)];

const ofLog = ({
  head,
  unsealed,
  unsealedSeconds,
  sealingFault,
  witnesses,
  copiesFailing,
  unstreamedSeconds,
}: Vitals): Reading[] => [
  { name: "register_log_head", help: "The position of the log's last entry.", values: head },
  { name: "register_log_unsealed_entries", help: "Entries that no checkpoint covers.", values: unsealed },
  {
    name: "register_log_unsealed_seconds",
    help: "For how long the first of them has waited.",
    values: unsealedSeconds,
  },
  {
    name: "register_sealing_fault",
    help: "1: the log doesn't bear out its last checkpoint (behind), or sealing failed.",
    values: {
      label: "fault",
      of: { behind: Number(sealingFault === "behind"), failed: Number(sealingFault === "failed") },
    },
  },
  {
    name: "register_witnesses_failing",
    help: "Witnesses that say the log doesn't continue what they signed (refusing), or that failed otherwise.",
    values: { label: "how", of: { refusing: witnesses.refusing, otherwise: witnesses.failing } },
  },
  {
    name: "register_checkpoint_copies_failing",
    help: "Places that got no copy last time.",
    values: copiesFailing,
  },
  {
    name: "register_log_unstreamed_seconds",
    help: "For how long the first entry of either log that was not streamed has waited (LOG_STREAM).",
    values: env().LOG_STREAM === undefined ? null : unstreamedSeconds,
  },
];

const ofWork = ({ workerSeconds, exports, imports, digests, accountMails, webhooks }: Vitals): Reading[] => [
  {
    name: "register_worker_seen_seconds",
    help: "Since any worker showed that it is alive.",
    values: workerSeconds,
  },
  ...(["waiting", "running", "failed"] as const).map((state) => ({
    name: `register_jobs_${state}`,
    help: `Jobs by kind: ${state}${state === "failed" ? " within a day" : ""}.`,
    values: { label: "kind", of: { export: exports[state], import: imports[state] } },
  })),
  ...(["waiting", "failing", "refused"] as const).map((state) => ({
    name: `register_mails_${state}`,
    help: MAILS[state],
    values: { label: "kind", of: { digest: digests[state], account: accountMails[state] } },
  })),
  {
    name: "register_webhooks_behind",
    help: "Webhooks that have something to hear.",
    values: webhooks.behind,
  },
  { name: "register_webhooks_paused", help: "Webhooks that are paused.", values: webhooks.paused },
  {
    name: "register_webhook_entries_behind",
    help: "Entries that the webhook which is furthest behind has still to hear.",
    values: webhooks.entries,
  },
];

const MAILS = {
  waiting: "Mails by kind that wait to be sent.",
  failing: "Of those, the ones whose last attempt failed.",
  refused: "Mails that were given up within a day.",
};
