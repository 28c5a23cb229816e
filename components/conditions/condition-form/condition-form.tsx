"use client";
import { useState } from "react";
import { Sentence } from "@/components/conditions/condition/sentence";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useRecord } from "@/components/form/use-record";
import { leaveWith } from "@/components/pledges/stage-form/proposed";
import { StepWayNote } from "@/components/pledges/stage-form/way-note";
import { isSameCondition, type Condition } from "@/lib/domain/pledge/condition";
import { truthIn, type ApprovalFact, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { isBinding, type Pledge } from "@/lib/domain/pledge/pledge";
import { conditionPieces, piecesText } from "@/lib/i18n/words/condition-pieces";
import { conditionOf, conditionDraftOf, lineAt, type ConditionDraft, type Group } from "./draft";
import {
  controlId,
  sayingIn,
  troubleWords,
  truthOfLine,
  type ConditionChoices,
  type Editing,
} from "./editing";
import { Whole } from "./lines";
import { withLineChanged } from "./moves";
import { useActs } from "./use-acts";
import type { ConditionFormWords } from "./words";

type Read = Pick<Pledge, "version" | "condition">;

interface Props {
  account: string;
  pledge: Pick<Pledge, "reference" | "participant" | "stage" | "suspendedFrom"> & Read;
  title: string;
  choices: ConditionChoices;
  /** Facts of what the condition names, also a condition to be resubmitted. */
  facts: LeafFacts;
  words: ConditionFormWords;
  names: Readonly<Record<string, string>>;
  /** A proposal that was sent back, with what it proposed. */
  mended: { id: string; condition: Condition | null; reason: string } | null;
}

export function ConditionForm({
  account,
  pledge,
  title,
  choices,
  facts: given,
  words,
  names,
  mended,
}: Props) {
  const { reference, participant } = pledge;
  const page = `/pledges/${reference}`;
  const say = sayingIn(words);
  const draftFrom = (condition: Condition | null) =>
    conditionDraftOf(
      condition,
      (id) => whoseIs(id, [...choices.approvals, ...given.approvals]) ?? participant,
    );
  /** What was sent last: the register's errors refer to that. */
  const [sent, setSent] = useState<Group | null>(null);
  const form = useRecord<ConditionDraft, Read, unknown>({
    words,
    account,
    name: `condition-${reference}${mended ? `-${mended.id}` : ""}`,
    read: pledge,
    path: page,
    take: (read) => ({
      condition: draftFrom(read.condition),
      reason: "",
      known: { approvals: [], pledges: [] },
    }),
    ...(mended ? { start: { condition: draftFrom(mended.condition), reason: mended.reason } } : {}),
    body: ({ condition }) => ({ condition: conditionOf(condition) }),
    wish: (changes, { condition, reason }) => {
      setSent(condition);
      const said = reason.trim() === "" ? {} : { reason: reason.trim() };
      return { method: "PUT", path: `${page}/condition`, body: { ...changes, ...said } };
    },
    names,
    onSaved: (saved, said) =>
      leaveWith({ page, anchor: "#condition" }, saved, said, { what: say("form.what"), words }),
  });
  const { draft } = form;
  const whole = draft.condition;
  const facts = merged(given, choices, draft.known);
  const truthOf = truthIn(facts);
  const condition = conditionOf(whole);
  const proposes = isBinding(pledge) && !isSameCondition(condition, conditionOf(draftFrom(pledge.condition)));

  const told = { facts, say };
  const troubles = form.frame.troubles.map((trouble) => {
    if (!/^condition(\.|$)/.test(trouble.field ?? "") || sent === null) return trouble;
    const line = lineAt(sent, trouble.field ?? "");
    return { field: controlId(line.id), message: troubleWords(line, trouble.message, told) };
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
    errors: new Map(troubles.flatMap(({ field, message }) => (field ? [[field, message] as const] : []))),
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

  if (form.against) {
    return (
      <ConflictComparison
        against={form.against}
        textOf={(_clash, value) => piecesText(conditionPieces(value as Condition | null, told))}
        words={words}
        onChoose={form.choose}
        onBack={form.back}
      />
    );
  }
  const truth = condition === null ? true : truthOfLine(whole, truthOf);
  return (
    <FormFrame
      {...form.frame}
      troubles={troubles}
      title={title}
      submit={say(proposes ? "form.propose" : "form.save")}
      cancelHref={`${page}#condition`}
      className="lform max-w-5xl"
    >
      <section className="clive" aria-labelledby="reads-as">
        <h2 id="reads-as">{say("form.readsAs")}</h2>
        <p className="csay">
          <Sentence pieces={conditionPieces(condition, told)} />
        </p>
        <p className="ccan">
          {say("canItStart")} <TruthMark truth={truth} word={say(`can.${truthName(truth)}`)} />
        </p>
      </section>
      <Whole editing={editing} />
      <div role="status" className="vh">
        {acts.said}
      </div>
      <StepWayNote way={proposes ? "propose" : null} what={say("form.matters")} words={words} />
      {isBinding(pledge) ? (
        <TextControl
          errors={editing.errors}
          errorPrefix={words.errorPrefix}
          path="reason"
          required={proposes}
          label={words.reason}
          value={draft.reason}
          onChange={(reason) => form.set({ reason })}
        />
      ) : null}
      <p className="cap keysrow mb-4">
        {words.keysEdit} {words.kept}
      </p>
    </FormFrame>
  );
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

const lastOfEach = <T,>(all: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];
