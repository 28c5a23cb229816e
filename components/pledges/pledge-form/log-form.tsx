"use client";
// Logging by keyboard: the source once, then pledge after pledge from it.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Glyph } from "@/components/ui/marks/glyph";
import {
  logBody,
  newDraft,
  NEW_EVIDENCE,
  NEW_SOURCE,
  withDraftChange,
  type Draft,
  type DraftChange,
  type DraftEvidence,
  type DraftSource,
} from "./draft";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { withEvidence } from "./language-of-text";
import type { PledgeFormWords, FormOptions } from "./options";
import { PledgeSide } from "./pledge-side";
import { EvidenceFields, SourceFields } from "./source-fields";
import { useSave } from "@/components/form/use-save";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

interface LogDraft {
  draft: Draft;
  source: DraftSource;
  evidence: DraftEvidence;
}
interface Props {
  /** From the address, or the officer's own participant. */
  given: Partial<Draft>;
  options: FormOptions;
  words: PledgeFormWords;
}
/** Stays in view while the form is filled in. */
const SOURCE_SIDE = "sticky self-start top-[calc(var(--topbar)+16px)] max-md:static max-md:mb-6";

export function LogForm({ given, options, words }: Props) {
  const fresh: LogDraft = { draft: newDraft(given), source: NEW_SOURCE, evidence: NEW_EVIDENCE };
  // A pledge that replaces another has a separate draft.
  const name = given.replaces ? `log-pledge-${given.replaces}` : "log-pledge";
  const draftStore = useDraft(name, fresh, (found) => placed(found, given));
  const { value: stored, change } = draftStore;
  const [saved, setSaved] = useState<string | null>(null);
  const sourceSide = useRef<HTMLElement>(null);
  const pledgeSide = useRef<HTMLDivElement>(null);
  const { save, clear, busy, troubles, attempt } = useSave(words);
  const { draft, source, evidence } = stored;

  const setDraft = (part: DraftChange) =>
    change((before) => ({ ...before, draft: withDraftChange(before.draft, part) }));
  const setSource = (part: Partial<DraftSource>) =>
    change((before) => ({ ...before, source: { ...before.source, ...part } }));
  const setEvidence = (part: Partial<DraftEvidence>) => change((before) => withEvidence(before, part));

  const submit = async (another: boolean) => {
    const sent = await save({ method: "POST", path: "/pledges", body: logBody(draft, source, evidence) });
    if (!sent?.ok) return;
    draftStore.forget();
    const { reference } = sent.value;
    if (!another) return navigateWithMessage(`/pledges/${reference}`, fillIn(words.savedAs, { reference }));
    const sourceId = sent.value.evidence[0]?.source.id ?? "";
    const next = {
      draft: nextDraft(draft),
      source: { ...source, id: sourceId },
      evidence: { ...evidence, quote: "" },
    };
    change(() => next);
    setSaved(reference);
  };
  useTitleFocus(saved);
  const onKey = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    if (event.altKey && digit) setDraft({ priority: digit });
    else if (event.code === "Enter" && event.ctrlKey && event.shiftKey) void submit(true);
    else if (event.code === "F6") focusOther(sourceSide.current, pledgeSide.current);
    else return;
    event.preventDefault();
  };

  const shared = { options, words };
  const another = (
    <ScriptButton className={buttonLook("large")} onClick={() => void submit(true)}>
      {words.saveAnother}
    </ScriptButton>
  );
  return (
    <FormFrame
      className="max-w-none"
      {...{ words, troubles, clear, attempt, busy, onKey }}
      {...(draftStore.restored ? { onDiscard: () => draftStore.startOver() } : {})}
      title={words.new}
      submit={words.save}
      onSubmit={() => void submit(false)}
      cancelHref="/pledges"
      also={another}
    >
      <div role="status" className="mb-4">
        {saved ? (
          <p className="flex items-center gap-1.5">
            <Glyph name="tick" />{" "}
            <a href={`/pledges/${saved}`}>{fillIn(words.savedAs, { reference: saved })}</a>
          </p>
        ) : null}
      </div>
      <div className="log-page max-xl:grid-cols-[400px_minmax(0,1fr)] max-xl:gap-8 max-md:grid-cols-1 max-md:gap-0">
        <section className={SOURCE_SIDE} aria-labelledby="source-heading" ref={sourceSide}>
          <h2 className="mb-3" id="source-heading">
            {words.sourceHeading}
          </h2>
          {source.id ? <p className="text-caption text-muted mb-4">{words.keepSource}</p> : null}
          <SourceFields {...shared} source={source} onChange={setSource} at="evidence.0.source" />
          <EvidenceFields
            {...shared}
            evidence={evidence}
            onChange={setEvidence}
            at="evidence.0"
            whole={false}
          />
        </section>
        <div ref={pledgeSide}>
          <h2 className="mb-3">{words.pledgeHeading}</h2>
          <Replaces
            reference={draft.replaces}
            words={words}
            onClearReplaces={() => setDraft({ replaces: "" })}
          />
          <PledgeSide key={saved} {...shared} draft={draft} onChange={setDraft} quote={evidence.quote} />
        </div>
      </div>
      <p className="text-caption text-muted keysrow mb-4 noscript:hidden max-md:hidden">
        {words.keys} {words.kept}
      </p>
    </FormFrame>
  );
}

/** The fields of the next pledge are new, so they get the focus once they are there. */
function useTitleFocus(saved: string | null) {
  useEffect(() => {
    if (saved !== null) document.getElementById("title")?.focus();
  }, [saved]);
}

/** Nothing where the pledge replaces none. */
function Replaces({
  reference,
  words,
  onClearReplaces,
}: {
  reference: string;
  words: PledgeFormWords;
  onClearReplaces: () => void;
}) {
  if (reference === "") return null;
  return (
    <p className={noticeLook("mb-4")}>
      {fillIn(words.replaces, { reference })}{" "}
      <ScriptButton className={buttonLook("plain")} onClick={onClearReplaces}>
        {words.replacesNothing}
      </ScriptButton>
    </p>
  );
}

/** An address that names a cell fills a draft without a title; otherwise what was typed stays. */
function placed(stored: LogDraft, { participant, priority }: Partial<Draft>): LogDraft {
  if (stored.draft.title !== "" || !participant) return stored;
  return { ...stored, draft: { ...stored.draft, participant, priority: priority ?? "" } };
}

/** The next pledge from the same source keeps participant, date, office, owner and handling. */
function nextDraft(draft: Draft): Draft {
  const { participant, statedOn, authorisedBy, owner, handling } = draft;
  return newDraft({ participant, statedOn, authorisedBy, owner, handling });
}

function focusOther(source: HTMLElement | null, pledge: HTMLElement | null) {
  const target = source?.contains(document.activeElement) ? pledge : source;
  target?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}
