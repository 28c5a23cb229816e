// Sends waiting mails until none is left, for tests that kill it; SMTP_URL and DATABASE_URL say where.
import { disconnect } from "@/lib/db/client";
import { findMoment } from "@/lib/db/sql/moment";
import { askPrisma } from "@/lib/db/prisma";
import { officeOf, sendNext, queueDigests } from "@/lib/inbox/mail/worker";
import { env } from "@/lib/platform/env";
import { countWaiting } from "./waiting";

const LEASE_MS = 150;

const office = officeOf(env(), LEASE_MS);

// Loads Prisma before the test's clock runs.
await askPrisma(findMoment);
await queueDigests(office);
process.stdout.write("sending\n");
while ((await countWaiting()) > 0) {
  if ((await sendNext(office)) === null) await new Promise((resolve) => setTimeout(resolve, 20));
}
await disconnect();
