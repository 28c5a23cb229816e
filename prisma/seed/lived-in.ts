// Made-up work, done through the commands that people use, so that no page of a demonstration is empty:
// proposals, questions, findings, scenarios, packages, saved views and watches. It says nothing about
// governments, and each text says that it belongs to the demonstration.
import { setWatch } from "@/lib/inbox/watches/commands";
import { watchInput } from "@/lib/inbox/watches/schema";
import { makeScenario } from "@/lib/conditions/scenarios/commands";
import { scenarioInput } from "@/lib/conditions/scenarios/schema";
import type { Instant } from "@/lib/domain/base/day";
import type { Result } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import { askForExport } from "@/lib/exports/commands";
import { parseView } from "@/lib/http/export-view";
import { noteFinding } from "@/lib/oversight/findings/commands";
import { findingInput } from "@/lib/oversight/findings/schema";
import { answerQuestion, askQuestion } from "@/lib/oversight/questions/commands";
import { answerInput, questionInput } from "@/lib/oversight/questions/schema";
import { createPerson } from "@/lib/people/people/commands";
import { personInput } from "@/lib/people/people/schema";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { decideProposal } from "@/lib/review/proposals/commands";
import { saveView } from "@/lib/workspace/views/commands";
import { viewInput } from "@/lib/workspace/views/schema";
import { emailOf } from "./accounts";

/** The account by that name. */
export type As = (name: string) => Actor;

/** One thing that was done at that moment. */
export interface LivedMove {
  at: Instant;
  does: string;
  work: (as: As) => Promise<Result<unknown>>;
}

/** In order of time. */
export const livedIn = (): LivedMove[] => [
  watch("manager", "pledge:US-4-001"),
  watch("manager", "priority:3"),
  watch("officer", "pledge:FR-3-001"),
  watch("officer", "participant:DE"),
  view("manager", "what is open of priority 3", "/unresolved?priority=3"),
  view("manager", "pledged, and not committed", "/pledges?stage=PLEDGED"),
  view("officer", "quantities that nobody stated", "/unresolved?code=NO_QUANTITY", false),
  ask("2026-02-10T09:10:00.000Z", "officer", {
    about: "FR-3-001",
    text: "Demonstration: which document states the number, and on which page?",
    dueOn: "2026-02-20",
  }),
  ask("2026-02-17T14:05:00.000Z", "officer-south", {
    about: "TR-3-001",
    text: "Demonstration: is there a later document than the one on record?",
    dueOn: "2026-03-06",
  }),
  answerFromTheRecord("2026-02-18T09:20:00.000Z", "officer-north", "NO-2-002"),
  proposeAccount("2026-02-19T10:00:00.000Z"),
  noNumber("2026-02-24T12:10:00.000Z", "officer", "ES-5-001"),
  noNumber("2026-02-24T12:20:00.000Z", "officer-north", "LT-2-001"),
  noNumber("2026-02-24T12:30:00.000Z", "manager", "EE-2-001"),
  sentBack("2026-02-24T13:00:00.000Z", "officer-north", "IS-2-001"),
  note("2026-02-24T15:30:00.000Z", "pledge:PL-3-001"),
  suppose("2026-02-24T16:00:00.000Z"),
  takeAlong("2026-02-24T16:20:00.000Z"),
];

/** For what has no entry in the log: it happens at the register's current time, whatever is given here. */
const BEFORE: Instant = "2026-02-09T08:00:00.000Z";

function watch(by: string, topic: string): LivedMove {
  const input = watchInput.parse({ topic, watching: true });
  return { at: BEFORE, does: `watch ${topic}`, work: (as) => setWatch(as(by), input) };
}

function view(by: string, title: string, address: string, shared = true): LivedMove {
  const input = viewInput.parse({ name: `Demonstration: ${title}`, address, shared });
  return { at: BEFORE, does: `save ${address}`, work: (as) => saveView(as(by), input) };
}

const ASKED_OF = "Focal point (demonstration)";

function ask(at: Instant, by: string, asked: { about: string; text: string; dueOn: string }): LivedMove {
  const input = questionInput.parse({ askedOf: ASKED_OF, language: "en", code: null, ...asked });
  return { at, does: `ask about ${asked.about}`, work: (as) => askQuestion(as(by), input) };
}

/** The answer refers to what is on record: no reply is invented. */
function answerFromTheRecord(at: Instant, by: string, about: string): LivedMove {
  const text = "Demonstration: is there a signed document?";
  const input = questionInput.parse({
    about,
    askedOf: ASKED_OF,
    text,
    language: "en",
    code: null,
    dueOn: null,
  });
  const answer = answerInput.parse({
    text: "Demonstration: the signed document is on record already. The desk found it, and no reply was needed.",
    answeredOn: at.slice(0, 10),
    evidence: null,
    pledge: null,
  });
  const work = async (as: As) => {
    const asked = await askQuestion(as(by), input);
    if (!asked.ok) return asked;
    const { reference: question, version: ifMatch } = asked.value;
    return answerQuestion(as(by), { question, ifMatch, ...answer });
  };
  return { at, does: `ask and answer about ${about}`, work };
}

const WHY =
  "Demonstration: training and agreements have no natural number, so none should be counted as missing.";

/** Changes how the register classifies a line, not what a government said. */
const noNumber = (at: Instant, by: string, reference: string): LivedMove => ({
  at,
  does: `propose a change of ${reference}`,
  work: (as) => proposeNoNumber(as(by), reference, at),
});

function sentBack(at: Instant, by: string, reference: string): LivedMove {
  const note =
    "Demonstration: training and equipment are two lines. Please enter both, and propose it again.";
  const work = async (as: As) => {
    const made = await proposeNoNumber(as(by), reference, at);
    if (!made.ok || made.value.proposal === null) return made;
    const { id } = made.value.proposal;
    return decideProposal(as("manager-2"), { id, decision: "RETURN", note });
  };
  return { at, does: `send a change of ${reference} back`, work };
}

async function proposeNoNumber(actor: Actor, reference: string, at: Instant) {
  const found = await loadPledge(actor, reference, at);
  if (!found.ok) return found;
  const { version: ifMatch, contributions } = found.value;
  const quantity = { kind: "NOT_APPLICABLE", min: null, max: null, unit: null, asStated: null };
  const changes = pledgeChanges.parse({
    contributions: contributions.map((line) => ({ ...line, quantity })),
  });
  return changePledge(actor, { reference, ifMatch, changes, reason: WHY }, at);
}

function note(at: Instant, about: string): LivedMove {
  const text = "Demonstration: two reports on record carry the same sentence. Are they one report?";
  const input = findingInput.parse({ about, text });
  return { at, does: `note a finding on ${about}`, work: (as) => noteFinding(as("auditor"), input) };
}

function suppose(at: Instant): LivedMove {
  const input = scenarioInput.parse({
    name: "Demonstration: if the American guarantee were committed",
    note: "Demonstration: an assumption to try the page with, and no forecast.",
    asOf: null,
    assumptions: [{ pledge: "US-4-001", atLeast: "COMMITTED" }],
  });
  return { at, does: "keep a scenario", work: (as) => makeScenario(as("manager"), input, at) };
}

function takeAlong(at: Instant): LivedMove {
  const purpose = "Demonstration: a package to check";
  const work = (as: As) => {
    const parsed = parseView("REGISTER", "");
    const wanted = { asOf: null, purpose };
    return parsed.ok
      ? askForExport(as("auditor"), { view: parsed.value, ...wanted }, at)
      : Promise.resolve(parsed);
  };
  return { at, does: "ask for a package", work };
}

function proposeAccount(at: Instant): LivedMove {
  const input = personInput.parse({
    email: emailOf("manager-3"),
    name: "Third manager",
    role: "MANAGER",
    reason: "Demonstration: a third manager, for weeks in which one of the two is away.",
  });
  return { at, does: "propose an account", work: (as) => createPerson(as("admin"), input) };
}
