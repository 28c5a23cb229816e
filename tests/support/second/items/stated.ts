// What a pledge leaves unsaid, lets pass or rests on too little, once more.
import type { Day } from "@/lib/domain/base/day";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import { dayIn, later } from "../days";
import { barLostOn, isNoStrongerThan, strongestOf, verificationGiven } from "../evidence";
import type { SmallRegister } from "../register";
import type { Cause } from "../causes";
import { hasReached } from "../waiting";

export function* saidOfContents({ timeZone, staleDays }: SmallRegister, pledge: Pledge): Generator<Cause> {
  const logged = dayIn(timeZone, pledge.createdAt);
  const stated = pledge.statedOn && pledge.statedOn < logged ? pledge.statedOn : logged;
  const reached = pledge.pledgedByStepOn ?? stated;
  if (hasReached(pledge, "PLEDGED")) yield* saidOfPromise(pledge, reached);

  if (!pledge.authorisedBy) yield { code: "NO_AUTHORITY", what: "authority", since: stated };
  if (pledge.furtherApproval === "UNKNOWN")
    yield { code: "NO_AUTHORITY", what: "further-approval", since: stated };

  const { dueOn, nextActionDueOn, nextAction } = pledge;
  if (dueOn) yield { code: "OVERDUE", what: "due", since: later(dueOn, 1), data: { on: dueOn } };
  if (nextActionDueOn) {
    const data = { on: nextActionDueOn, action: nextAction ?? "" };
    yield { code: "OVERDUE", what: "next-action", since: later(nextActionDueOn, 1), data };
  }
  if (!pledge.owner) yield { code: "NO_OWNER", what: "owner", since: logged };
  if (!nextAction) yield { code: "NO_OWNER", what: "next-action", since: logged };

  const confirmed = pledge.lastConfirmedOn;
  yield {
    ...{ code: "STALE", what: confirmed ? "confirmed" : "never" },
    since: later(confirmed ?? logged, staleDays),
    data: { on: confirmed ?? logged },
  };
}

function* saidOfPromise(pledge: Pledge, reached: Day): Generator<Cause> {
  const { contributions } = pledge;
  if (contributions.length === 0) yield { code: "NO_QUANTITY", what: "no-contribution", since: reached };
  for (const { kind, money, quantity } of contributions) {
    if (money) continue;
    if (quantity.kind === "NOT_STATED")
      yield { code: "NO_QUANTITY", what: "not-stated", since: reached, data: { kind } };
    if (quantity.kind === "QUALITATIVE") {
      const data = { kind, words: quantity.asStated ?? "" };
      yield { code: "NO_QUANTITY", what: "words", since: reached, data };
    }
  }
  const times = [pledge.windowStart, pledge.windowEnd, pledge.dueOn].concat(
    contributions.flatMap((line) => [line.availableFrom, line.availableTo]),
  );
  const hasNotice = contributions.some(({ noticeToMoveDays }) => noticeToMoveDays !== null);
  if (!hasNotice && times.every((day) => day === null))
    yield { code: "NO_WINDOW", what: "none", since: reached };
  const instrument = strongestOf(pledge.evidence);
  if (pledge.stage === "PLEDGED" && isNoStrongerThan(instrument, "OFFICIAL_STATEMENT")) {
    const data = { instrument: instrument ?? "NONE" };
    yield { code: "NO_INSTRUMENT", what: "weak", since: later(reached, 30), data };
  }
}

export function* saidOfEvidence({ timeZone, rulings }: SmallRegister, pledge: Pledge): Generator<Cause> {
  const logged = dayIn(timeZone, pledge.createdAt);
  const stated = pledge.statedOn && pledge.statedOn < logged ? pledge.statedOn : logged;
  const instrument = strongestOf(pledge.evidence);
  if (instrument === undefined) yield { code: "NO_OFFICIAL_SOURCE", what: "nothing", since: stated };
  else if (verificationGiven(instrument) === "REPORTED")
    yield { code: "NO_OFFICIAL_SOURCE", what: "reported", since: stated };

  const lost = barLostOn(pledge.stage, pledge.evidence, timeZone);
  if (lost) yield { code: "EVIDENCE_EXPIRED", what: "bar", since: lost, data: { stage: pledge.stage } };

  const own = rulings.filter((ruling) => ruling.pledge === pledge.reference);
  for (const piece of pledge.evidence) {
    if (piece.supports || piece.retracted || piece.field === null || isSettled(piece, pledge, own)) continue;
    const data = { field: piece.field, claims: piece.claims ?? "", publisher: piece.source.publisher };
    yield { code: "DISPUTED", what: "field", since: dayIn(timeZone, piece.recordedAt), data };
  }
}

/** By the one ruling on the field whose place no other has taken: it weighed the piece, and what it holds still stands. */
const isSettled = ({ id, field }: Evidence, { evidence }: Pledge, rulings: readonly Ruling[]): boolean =>
  rulings.some(
    (ruling) =>
      ruling.field === field &&
      rulings.every(({ supersedes }) => supersedes !== ruling.id) &&
      ruling.weighed.includes(id) &&
      (ruling.holds === null || evidence.some((piece) => piece.id === ruling.holds && !piece.retracted)),
  );
