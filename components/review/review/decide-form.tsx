"use client";
import { useState } from "react";
import { RadioControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import type { Trouble } from "@/components/form/field-errors";
import { useForm } from "@/components/form/use-form";
import type { DecideWords } from "./decide-words";
import type { Failure } from "@/lib/client/send";
import { goTo } from "./arrival";
import { SeenTick } from "./seen-tick";

type Decision = "APPROVE" | "RETURN";

interface Props {
  id: string;
  title: string;
  /** The version of the pledge or approval that the page shows. */
  version: number;
  mayApprove: boolean;
  /** The record has changed since it was proposed, so the user must confirm having seen it. */
  toLookAt: boolean;
  /** Addresses of this proposal, of the page after a decision, and of the page that Cancel leads to. */
  here: string;
  next: string;
  later: string;
  words: DecideWords;
}

export function DecideForm(props: Props) {
  const { id, title, version, mayApprove, toLookAt, here, next, later, words } = props;
  const fresh: { decision: Decision | ""; note: string } = { decision: "", note: "" };
  const { draft, fieldOf, save, say, forget, frame } = useForm(words, {
    name: `decision-${id}`,
    fresh,
  });
  const [seen, setSeen] = useState(false);
  const { note } = draft;
  const decision = mayApprove ? draft.decision : "RETURN";

  const decide = async () => {
    const wrong = whatIsMissing();
    if (wrong.length > 0) return say(wrong);
    const body = {
      decision,
      note: note.trim() || null,
      ...(decision === "APPROVE" ? { seen: version } : {}),
    };
    const sent = await save({ method: "POST", path: `/proposals/${id}/decision`, body, meets: true });
    if (!sent) return;
    if (!sent.ok) return meet(sent.failure);
    forget();
    goTo(next, { said: decision && words.done[decision], see: here, focus: "review" });
  };
  const whatIsMissing = (): Trouble[] => {
    const of = (field: string, message: string, holds: boolean) => (holds ? [{ field, message }] : []);
    return [
      ...of("decision", words.choose, decision === ""),
      ...of("seen", words.seenNeeded, decision === "APPROVE" && toLookAt && !seen),
      ...of("note", words.noteNeeded, decision === "RETURN" && note.trim() === ""),
    ];
  };
  /** Someone else acted first: reloads the page with a message. */
  const meet = (failure: Failure) => {
    if (failure.is === "conflict") {
      const { changedBy } = failure.conflict;
      return goTo(here, { said: fillIn(words.changed, { who: changedBy }), focus: "since" });
    }
    if (failure.is !== "refused" || failure.refusal.code !== "proposal-closed") return;
    forget();
    goTo(here, { said: words.faster, note: note.trim(), focus: "review" });
  };

  return (
    <div className="print:hidden" id="decide">
      <FormFrame
        className=""
        {...frame}
        title={title}
        submit={decision === "" ? words.submit : words[decision]}
        onSubmit={decide}
        cancelHref={later}
      >
        {mayApprove ? (
          <RadioControl
            {...fieldOf("decision")}
            required
            label={words.legend}
            options={[
              { value: "APPROVE", label: words.APPROVE, meaning: words.approveMeaning },
              { value: "RETURN", label: words.RETURN, meaning: words.returnMeaning },
            ]}
          />
        ) : null}
        {mayApprove && toLookAt ? <SeenTick label={words.seen} seen={seen} onChange={setSeen} /> : null}
        <TextControl
          {...fieldOf("note")}
          required={decision === "RETURN"}
          label={words.note}
          hint={mayApprove ? words.noteHint : words.returnMeaning}
          rows={3}
        />
      </FormFrame>
    </div>
  );
}
