import { isId } from "@/lib/domain/base/id";
import type { Comment } from "@/lib/domain/proposals/comment";
import type { AccessSeal } from "@/lib/domain/log/access";
import { findingReference, type Finding } from "@/lib/domain/oversight/finding";
import type { ImportRecord } from "@/lib/domain/import/import";
import { questionReference, type Question, type QuestionAbout } from "@/lib/domain/oversight/question";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import type { Transaction } from "../../connection";
import { selectComment } from "../../records/comment";
import { selectFinding } from "../../records/finding";
import { selectImport } from "../../records/import";
import { selectQuestion } from "../../records/question";
import { sealDueIn } from "../access-seal-due";
import { lockById, called, locked } from "../../sql/lock";

export const comments = ({ db }: Transaction) => ({
  find: (id: string): Promise<Comment | null> => (isId(id) ? selectComment(db, id) : Promise.resolve(null)),
  lock: (id: string): Promise<Comment | null> =>
    locked(db, "comment", lockById(id), () => selectComment(db, id)),
});

export const findings = (q: Transaction) => ({
  /** By reference or id. */
  lock: (name: string): Promise<Finding | null> =>
    locked(q.db, "finding", called(name), () => selectFinding(q.db, name)),
  /** Others wait until this transaction ends, so that no number is skipped. */
  nextReference: async (): Promise<string> => {
    await q.query("SELECT pg_advisory_xact_lock(hashtextextended('the next finding', 0))");
    const { _max: last } = await q.db.finding.aggregate({ _max: { number: true } });
    return findingReference((last.number ?? 0) + 1);
  },
});

export const questions = (q: Transaction) => ({
  /** By reference or id. */
  lock: (name: string): Promise<Question | null> =>
    locked(q.db, "question", called(name), () => selectQuestion(q.db, name)),
  /** Reference of the open question about an item; others wait until this transaction ends. */
  openAbout: async (
    { participant, priority, pledge }: QuestionAbout,
    code: UnresolvedCode,
  ): Promise<string | null> => {
    await q.query(ONE_BY_ONE);
    const existing = await q.db.question.findFirst({
      where: { state: "OPEN", participant, priority, pledge, code },
      select: { reference: true },
    });
    return existing?.reference ?? null;
  },
  /** Others wait until this transaction ends, so that no number is skipped. */
  nextReference: async (): Promise<string> => {
    await q.query(ONE_BY_ONE);
    const { _max: last } = await q.db.question.aggregate({ _max: { number: true } });
    return questionReference((last.number ?? 0) + 1);
  },
});

const ONE_BY_ONE = "SELECT pg_advisory_xact_lock(hashtextextended('the next question', 0))";

export const imports = ({ db }: Transaction) => ({
  lock: (id: string): Promise<ImportRecord | null> =>
    locked(db, "import", lockById(id), () => selectImport(db, id)),
});

export const accessLog = (q: Transaction) => ({
  /** Its next seal and the one before; null: it isn't due, or another process is sealing. */
  sealDue: (): Promise<{ before: AccessSeal | null; after: AccessSeal } | null> => sealDueIn(q),
});
