import { createHash, randomUUID } from "node:crypto";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import type { DraftContent, PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import type { Actor } from "@/lib/domain/people/actor";
import type { Transaction } from "../../connection";
import { selectDraft, selectDrafts } from "../../queries/workspace/drafts";
import { date, jsonOf } from "../../records/codec";
import { lockById, locked } from "../../sql/lock";

export const draftsIn = ({ db }: Transaction) => ({
  lock: async (id: string): Promise<PledgeDraft | null> =>
    isId(id) ? locked(db, "pledge_draft", lockById(id), () => selectDraft(db, id)) : null,
  countOpen: (person: Pick<Actor, "id">): Promise<number> =>
    db.pledgeDraft.count({ where: { personId: person.id, state: "OPEN" } }),
  /** The same draft of the same text is stored once, whatever state it has by now. */
  add: async (
    person: Pick<Actor, "id">,
    { source, contents }: { source: string; contents: readonly DraftContent[] },
    at: Instant,
  ): Promise<PledgeDraft[]> => {
    const made = { createdAt: date(at), updatedAt: date(at), personId: person.id, version: 1 };
    const data = contents.map((content) => ({
      ...made,
      ...columnsOf(content),
      id: randomUUID(),
      sourceId: source,
      proposed: digestOf(content),
    }));
    await db.pledgeDraft.createMany({ data, skipDuplicates: true });
    const proposed = { in: data.map((one) => one.proposed) };
    return selectDrafts(db, { sourceId: source, proposed }, data.length);
  },
  /** The locked draft's next version. */
  save: async ({ id, content, state, pledge, version }: PledgeDraft, at: Instant): Promise<PledgeDraft> => {
    const data = { ...columnsOf(content), state, pledge, version: version + 1, updatedAt: date(at) };
    await db.pledgeDraft.update({ where: { id }, data, select: { id: true } });
    const saved = await selectDraft(db, id);
    if (!saved) throw new Error("a locked draft is gone");
    return saved;
  },
});

const columnsOf = (content: DraftContent) => ({
  participant: content.participant,
  starts: content.span.start,
  content: jsonOf(content),
});

const digestOf = (content: DraftContent): string =>
  createHash("sha256")
    .update(canonical(JSON.parse(JSON.stringify(content)) as Json))
    .digest("hex");
