// Moves about who else is said to promise a pledge, and what their desk answers.
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { answerLink } from "@/lib/pledges/pledges/links";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { LATER } from "../support/registers/staffed-register";
import { binds, confirmedOf, keeps, merged, type ModelChange } from "./model";
import {
  versionSent,
  otherCodes,
  proposing,
  put,
  somebody,
  waitingPledge,
  whyNotTake,
  type Draw,
} from "./moves";

export const names: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const reason = chance.odds(0.85) ? "As agreed" : null;
  const version = versionSent(pledge, chance);
  const isDropped = pledge.joint.length > 0 && chance.odds(0.3);
  const codes = isDropped ? [] : otherCodes(pledge, chance);
  const claims = codes.map((participant) => model.claim(by, participant));
  const joint = merged(pledge.joint, claims);
  const wish: ModelChange = { do: "change", content: {}, joint: claims };
  const isBig = binds(pledge) && confirmedOf(joint) !== confirmedOf(pledge.joint);
  const expected =
    whyNotTake(model, by, pledge, version) ??
    (codes.includes(pledge.participant) ? "invalid" : null) ??
    (!isBig ? "done" : null) ??
    (model.exceeds(pledge, { ...pledge, joint }) ? "mandate-exceeded" : null) ??
    (reason === null ? "reason-missing" : proposing(model, pledge.reference));
  return {
    by,
    says: `says that ${pledge.reference} (${pledge.stage}) is joint with ${codes.join(" ")} ${reason} ${version}`,
    expected,
    run: (actor) =>
      changePledge(
        actor,
        {
          reference: pledge.reference,
          ifMatch: version,
          changes: pledgeChanges.parse({ jointWith: codes }),
          reason: reason ?? undefined,
        },
        LATER,
      ),
    then: ({ proposal }: ProposedOutcome<PledgeDetails>) => {
      if (proposal) put(model, by, pledge.reference, wish, proposal);
      else model.fulfil(by, pledge.reference, wish);
    },
    about: pledge.reference,
  };
};

export const answers: Draw = ({ model, chance }) => {
  const claimed = model.pledges.filter(({ joint }) => joint.some(({ state }) => state === "CLAIMED"));
  if (claimed.length === 0 && chance.odds(0.8)) return null;
  const pledge =
    claimed.length > 0 && chance.odds(0.9) ? chance.of(claimed.slice(-4)) : waitingPledge(model, chance);
  const open = pledge.joint.filter(({ state }) => state === "CLAIMED");
  const participant =
    open.length > 0 && chance.odds(0.9) ? chance.of(open).participant : chance.of(["DE", "FR", "SE"]);
  const link = pledge.joint.find((one) => one.participant === participant);
  const by = somebody(model, chance, { participant });
  const version = versionSent(pledge, chance);
  const does = chance.odds(0.75) ? ("confirm" as const) : ("decline" as const);
  const reason = chance.odds(0.8) ? "Not theirs" : null;
  const expected =
    (keeps(by) ? null : "role") ??
    (link ? null : "not-found") ??
    model.whyNotKeep(by, participant) ??
    (version === pledge.version ? null : "version") ??
    (pledge.voided || link?.state !== "CLAIMED" ? "no-such-step" : null) ??
    (link?.by === by.id ? "own-proposal" : null) ??
    (does === "decline" && reason === null ? "reason-missing" : "done");
  return {
    by,
    says: `${does}s that ${pledge.reference} (${pledge.stage}) is joint with ${participant} ${reason} ${version}`,
    expected,
    run: (actor) =>
      answerLink(actor, { reference: pledge.reference, ifMatch: version, participant, does, reason }, LATER),
    then: () => {
      const before = structuredClone(pledge);
      if (link) link.state = does === "confirm" ? "CONFIRMED" : "DECLINED";
      model.changed(by, pledge, before);
    },
    about: pledge.reference,
  };
};
