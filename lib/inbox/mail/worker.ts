// Queues the daily mails (digests) that are due and sends waiting ones, as long as this process runs;
// processes share the work. One that dies leaves its mail to the next, which sends it under the same
// Message-ID.
import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { accountOutbox } from "@/lib/db/jobs/account-mails";
import { digestOutbox, queueDueDigests } from "@/lib/db/jobs/digests";
import { claimDigest, forgetNotices, type ClaimedDigest } from "@/lib/db/statements/inbox";
import { mayWatch } from "@/lib/domain/people/watch";
import { startLoop } from "@/lib/platform/background";
import { type Env, env, homeAddress } from "@/lib/platform/env";
import { withLanguage } from "@/lib/i18n/reader";
import { sendNextAccountMail } from "./account-mail";
import { letterOf } from "./letter";
import { loadUnreadBetween } from "./queries";
import {
  LONGEST_SENDING_MS,
  mailHost,
  postOf,
  sendClaimed,
  type Mail,
  type PostOffice,
  type SendingOutcome,
} from "./post";

/** Returns at once. */
export function startMailWorker(): void {
  const office = officeOf(env());
  startLoop("mails", LOOK_MS, () => look(office));
  startLoop("old mails", FORGET_MS, async () => {
    await digestOutbox.forget();
    await accountOutbox.forget();
  });
  startLoop("old notices", FORGET_MS, () => forgetNotices());
}

export function officeOf(settings: Env, leaseMs = 2 * LONGEST_SENDING_MS): PostOffice {
  return { ...postOf(settings), settings, home: homeAddress(settings), leaseMs };
}

/** Returns how many were due. */
export const queueDigests = ({ home }: Pick<PostOffice, "home">): Promise<number> =>
  queueDueDigests(mailHost(home));

/** Sends the next waiting mail. Null: none is due. */
export async function sendNext(office: PostOffice): Promise<SendingOutcome | null> {
  const claimed = await claimDigest(office.leaseMs);
  return claimed && sendClaimed(office, digestOutbox, claimed, await mailOf(claimed, office.home));
}

/** With what the person may read now; null if nothing is left to send, or the person may no longer get it. */
async function mailOf(claimed: ClaimedDigest, home: string): Promise<Mail | null> {
  const { id, messageId, person, timeZone, marking, demonstration } = claimed;
  if (person === null || !mayWatch(person)) return null;
  const { notices, count } = await loadUnreadBetween(person, claimed);
  if (notices.length === 0) return null;
  const more = Math.max(0, count - notices.length);
  const digest = { name: person.name, notices, more, timeZone, marking, demonstration, home };
  const letter = withLanguage(person.language ?? "en", () => letterOf(digest));
  return {
    ...letter,
    id,
    messageId,
    to: { name: person.name, address: person.email },
    stop: `${home}/profile#inbox`,
  };
}

const LOOK_MS = 5_000;
/** After a server has refused one mail, the others wait this long. */
const REST_MS = 30_000;
const FORGET_MS = 3_600_000;

async function look(office: PostOffice): Promise<void> {
  await queueDigests(office);
  // First the mails that someone waits for to sign in.
  let outcome = await sendNextAccountMail(office);
  while (outcome !== null && outcome !== "delayed") outcome = await sendNextAccountMail(office);
  if (outcome !== "delayed") outcome = await sendNext(office);
  while (outcome !== null && outcome !== "delayed") outcome = await sendNext(office);
  if (outcome === "delayed") await pause(REST_MS, undefined, { ref: false });
}
