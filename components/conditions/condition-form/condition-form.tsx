"use client";
// The form for a pledge's condition: how it reads, whether it can start, and its lines.
import { Sentence } from "@/components/conditions/condition/sentence";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { StepWayNote } from "@/components/pledges/stage-form/way-note";
import type { Condition } from "@/lib/domain/pledge/condition";
import { isBinding } from "@/lib/domain/pledge/pledge";
import { conditionPieces, piecesText } from "@/lib/i18n/words/condition-pieces";
import { truthOfLine } from "./editing";
import { Whole } from "./lines";
import { useCondition, type ConditionProps } from "./use-condition";

export function ConditionForm({ title, ...given }: ConditionProps & { title: string }) {
  const { pledge, words } = given;
  const { form, editing, troubles, condition, proposes, message } = useCondition(given);
  const { whole, facts, truthOf, say } = editing;
  const wordContext = { facts, say };

  if (form.against) {
    return (
      <ConflictComparison
        {...form.against}
        textOf={(_clash, value) => piecesText(conditionPieces(value as Condition | null, wordContext))}
        words={words}
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
      cancelHref={`/pledges/${pledge.reference}#condition`}
      className="max-w-5xl"
    >
      <section
        className="mb-4 px-4 py-3 border-l-4 border-l-moving bg-moving-tint"
        aria-labelledby="reads-as"
      >
        <h2 className="mb-1 text-ui font-semibold" id="reads-as">
          {say("form.readsAs")}
        </h2>
        <p className="max-w-[76ch] text-lead">
          <Sentence pieces={conditionPieces(condition, wordContext)} />
        </p>
        <p className="mt-1 flex gap-2 text-muted">
          {say("canItStart")} <TruthMark truth={truth} word={say(`can.${truthName(truth)}`)} />
        </p>
      </section>
      <Whole editing={editing} />
      <div role="status" className="sr-only">
        {message}
      </div>
      <StepWayNote way={proposes ? "propose" : null} what={say("form.matters")} words={words} />
      {isBinding(pledge) ? (
        <TextControl {...form.fieldOf("reason")} required={proposes} label={words.reason} />
      ) : null}
      <p className="text-caption text-muted keysrow mb-4 noscript:hidden max-md:hidden">
        {words.keysEdit} {words.kept}
      </p>
    </FormFrame>
  );
}
