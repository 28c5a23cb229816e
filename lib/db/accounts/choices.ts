// A person's choice of notices, and the time of their digest.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { choosableKinds, NOTICE_KINDS, type NoticeChoices } from "@/lib/domain/notices/notice";
import { nextDigest } from "@/lib/domain/notices/digest";
import type { InboxModel } from "../generated/models";
import { findMoment } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { date, instantColumn } from "../records/codec";

export async function findChoices(actor: Actor): Promise<NoticeChoices> {
  const row = await askPrisma((db) => db.inbox.findUnique({ where: { personId: actor.id }, select: CHOSEN }));
  return choicesOf(actor, row ?? { muted: [], digest: true, hour: 7, timeZone: null });
}

/** Fields left out stay, and so do kinds outside the role. Digests newly switched on begin with events from now on. */
export function saveChoices(actor: Actor, changes: Partial<NoticeChoices>): Promise<NoticeChoices> {
  const where = { personId: actor.id };
  return inPrismaTransaction(
    async ({ db }) => {
      // An upsert without changes locks the row, whichever of two requests came first.
      const before = await db.inbox.upsert({ where, create: where, update: where });
      const { now } = await findMoment(db);
      const after = { ...choicesOf(actor, before), ...changes };
      const muted = NOTICE_KINDS.filter((kind) =>
        choosableKinds(actor).includes(kind) ? !after.kinds.includes(kind) : before.muted.includes(kind),
      );
      const { digest, hour, timeZone } = after;
      const zone = timeZone ?? (await db.register.findFirstOrThrow({ select: { timeZone: true } })).timeZone;
      const dueAt = digest ? date(nextDigest(instantColumn(now), hour, zone)) : null;
      const begins = digest && !before.digest;
      const head = begins ? await db.head.findFirst({ select: { seq: true } }) : null;
      const writtenTo = head && head.seq > before.writtenTo ? head.seq : before.writtenTo;
      await db.inbox.update({ where, data: { muted, digest, hour, timeZone, dueAt, writtenTo } });
      return choicesOf(actor, { ...after, muted });
    },
    () => "COMMIT",
  );
}

const CHOSEN = { muted: true, digest: true, hour: true, timeZone: true } as const;

type ChosenRow = Pick<InboxModel, keyof typeof CHOSEN>;

const choicesOf = (actor: Actor, { muted, digest, hour, timeZone }: ChosenRow): NoticeChoices => ({
  kinds: choosableKinds(actor).filter((kind) => !muted.includes(kind)),
  digest,
  hour,
  timeZone,
});
