"use client";
// A pledge's condition while it is edited: the draft, what is known about what it names, and what the lines may do.
import { useState } from "react";
import { errorsByField } from "@/components/form/field-errors";
import { useRecord } from "@/components/form/use-record";
import { leaveWith } from "@/components/pledges/stage-form/proposed";
import { asksTheSame, type Condition } from "@/lib/domain/pledge/condition";
import { truthIn, type ApprovalFact, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { isBinding, type Pledge } from "@/lib/domain/pledge/pledge";
import { conditionOf, conditionDraftOf, lineAt, type ConditionDraft, type Group } from "./draft";
import { controlId, sayingIn, troubleWords, type ConditionChoices, type Editing } from "./editing";
import { withLineChanged } from "./moves";
import { useActs } from "./use-acts";
import type { ConditionFormWords } from "./words";

type Read = Pick<Pledge, "version" | "condition">;

export interface ConditionProps {
  pledge: Pick<Pledge, "reference" | "participant" | "stage" | "suspendedFrom"> & Read;
  choices: ConditionChoices;
  /** Facts about the leaves of the condition, and of one that is resubmitted. */
  facts: LeafFacts;
  words: ConditionFormWords;
  names: Readonly<Record<string, string>>;
  /** A proposal that was sent back, with what it proposed. */
  resubmission: { id: string; condition: Condition | null; reason: string } | null;
}

export function useCondition(props: ConditionProps) {
  const { pledge, choices, facts: given, words } = props;
  const { reference, participant } = pledge;
  const say = sayingIn(words);
  const draftFrom = (condition: Condition | null) =>
    conditionDraftOf(
      condition,
      (id) => whoseIs(id, [...choices.approvals, ...given.approvals]) ?? participant,
    );
  const { form, sent } = useConditionRecord(props, draftFrom);
  const { draft } = form;
  const whole = draft.condition;
  const facts = merged(given, choices, draft.known);
  const truthOf = truthIn(facts, null);
  const condition = conditionOf(whole);
  const proposes = isBinding(pledge) && !asksTheSame(condition, pledge.condition);

  const wordContext = { facts, say };
  const troubles = form.frame.troubles.map((trouble) => {
    if (!/^condition(\.|$)/.test(trouble.field ?? "") || sent === null) return trouble;
    const line = lineAt(sent, trouble.field ?? "");
    return { field: controlId(line.id), message: troubleWords(line, trouble.message, wordContext) };
  });
  const change: Editing["change"] = (id, part) =>
    form.set(({ condition: before }) => ({ condition: withLineChanged(before, id, part) }));
  const acts = useActs({
    whole,
    participant,
    facts,
    truthOf,
    say,
    set: (next) => form.set({ condition: next }),
  });
  const editing: Editing = {
    ...{ whole, reference, participant, choices, facts, truthOf, words, say, change },
    errors: errorsByField(troubles),
    know: ({ approvals = [], pledges = [] }) =>
      approvals.length + pledges.length === 0
        ? undefined
        : form.set(({ known }) => ({
            known: {
              approvals: lastOfEach([...known.approvals, ...approvals], ({ id }) => id),
              pledges: lastOfEach([...known.pledges, ...pledges], (one) => one.reference),
            },
          })),
    act: acts.act,
  };
  return { form, editing, troubles, condition, proposes, message: acts.message };
}

/** What is read, kept and sent. */
function useConditionRecord(props: ConditionProps, draftFrom: (condition: Condition | null) => Group) {
  const { pledge, words, names, resubmission } = props;
  const page = `/pledges/${pledge.reference}`;
  /** What was sent last; the register's errors refer to it. */
  const [sent, setSent] = useState<Group | null>(null);
  const form = useRecord<ConditionDraft, Read, unknown>({
    words,
    name: `condition-${pledge.reference}${resubmission ? `-${resubmission.id}` : ""}`,
    read: pledge,
    path: page,
    toDraft: (read) => ({
      condition: draftFrom(read.condition),
      reason: "",
      known: { approvals: [], pledges: [] },
    }),
    ...(resubmission
      ? { start: { condition: draftFrom(resubmission.condition), reason: resubmission.reason } }
      : {}),
    body: ({ condition }) => ({ condition: conditionOf(condition) }),
    request: (changes, { condition, reason }) => {
      setSent(condition);
      const given = reason.trim() === "" ? {} : { reason: reason.trim() };
      return { method: "PUT", path: `${page}/condition`, body: { ...changes, ...given } };
    },
    names,
    onSaved: (saved, message) =>
      leaveWith({ page, anchor: "#condition" }, saved, message, {
        what: sayingIn(words)("form.what"),
        words,
      }),
  });
  return { form, sent };
}

/** Later entries win. */
function merged(given: LeafFacts, choices: ConditionChoices, known: ConditionDraft["known"]): LeafFacts {
  return {
    triggers: choices.triggers,
    approvals: [...given.approvals, ...choices.approvals, ...known.approvals],
    pledges: [...given.pledges, ...known.pledges],
  };
}

const whoseIs = (id: string, approvals: readonly ApprovalFact[]): string | undefined =>
  approvals.find((one) => one.id === id)?.participant;

const lastOfEach = <T>(all: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];
