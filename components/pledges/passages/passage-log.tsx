"use client";
// Logging from a captured text: passage on the left, pledge on the right, one pledge after another, by keyboard.
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import type { FoundLine, PassageWords } from "./words";
import { isTyping } from "@/components/shell/search-key";
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
} from "@/components/pledges/pledge-form/draft";
import type { FormOptions } from "@/components/pledges/pledge-form/options";
import { PledgeSide } from "@/components/pledges/pledge-form/pledge-side";
import { EvidenceFields } from "@/components/pledges/pledge-form/source-fields";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { focusOnArrival } from "@/components/ui/pointer";
import { ScriptButton } from "@/components/ui/script-button";
import { overlap, sentencesOf, type TextSpan } from "@/lib/domain/base/sentences";
import { TargetList } from "./target-list";
import { applySuggestion, type PassageTarget } from "./effect";
import { suggestionName } from "./found-list";
import { recordTargets } from "./target-record";
import type { PassageMark } from "./text-pane";
import { TextSide } from "./text-side";

interface PassageDraft {
  draft: Draft;
  evidence: DraftEvidence;
  beside: PassageTarget;
  selected: TextSpan;
  /** The passage that is quoted. */
  span: TextSpan | null;
  /** Suggestions that were taken, by `suggestionName`. */
  taken: string[];
  /** Logged from this text in this browser. */
  logged: PassageMark[];
}

interface Props {
  owner: string;
  source: { id: string; name: string; text: string; language: string; publishedOn: string };
  found: readonly FoundLine[];
  /** Passages already on record. */
  marks: readonly PassageMark[];
  triggers: Readonly<Record<string, string>>;
  options: FormOptions;
  words: PassageWords;
}

export function PassageLog(props: Props) {
  const { source, found, triggers, options, words } = props;
  const pane = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const passage = usePassage(props, () => pane.current?.focus());
  const { stored, change, setDraft, quoteSelected, applyFound, submit, saved, errors } = passage;
  const { draft, evidence, beside: target, selected, span, taken: applied } = stored;
  // The page begins in the text, so that its keys work at once.
  useEffect(() => focusOnArrival(pane.current, { preventScroll: true }), []);

  const here = inKeyOrder(found.filter((one) => overlap(one, selected)));
  const onKey = (event: KeyboardEvent) => {
    const acts = { setDraft, quoteSelected, applyFound, submit };
    if (actOnKey(event, acts, { here, pane: pane.current, form: form.current })) event.preventDefault();
  };
  const shared = { options, words };
  return (
    <FormFrame
      className="max-w-none"
      {...passage.frame}
      onKey={onKey}
      title={words.logName}
      submit={words.save}
      onSubmit={() => void submit(false)}
      cancelHref={`/sources/${source.id}`}
      also={
        <ScriptButton className={buttonLook("large")} onClick={() => void submit(true)}>
          {words.saveNext}
        </ScriptButton>
      }
    >
      <div role="status" className="mb-4">
        {saved ? (
          <p className="flex items-center gap-1.5">
            <Glyph name="tick" />{" "}
            <a href={`/pledges/${saved.reference}`}>
              {fillIn(words.savedAs, { reference: saved.reference })}
            </a>{" "}
            {saved.notes.join(" ")}
          </p>
        ) : null}
      </div>
      <div className="log-page max-xl:grid-cols-[400px_minmax(0,1fr)] max-xl:gap-8 max-md:grid-cols-1 max-md:gap-0">
        <TextSide
          {...{ source, selected, applied, onTake: applyFound, onQuote: quoteSelected, words }}
          found={here}
          marks={passage.rests}
          onSelect={(next) => change((before) => ({ ...before, selected: next }))}
          paneRef={pane}
        />
        <div ref={form}>
          <h2 className="mb-1">{words.pledge}</h2>
          <Quote {...{ source, span, words }} error={errors.get("quote")} />
          <PledgeSide
            key={saved?.reference}
            {...shared}
            draft={draft}
            onChange={setDraft}
            quote={evidence.quote}
          />
          <TargetList
            target={target}
            triggers={triggers}
            onChange={(next) => change((before) => ({ ...before, beside: next }))}
            words={words}
          />
          <h3>{words.evidence}</h3>
          <EvidenceFields
            {...shared}
            evidence={evidence}
            onChange={(part) =>
              change((before) => ({ ...before, evidence: { ...before.evidence, ...part } }))
            }
            at="evidence.0"
            whole={false}
            quoted
          />
        </div>
      </div>
      <p className="text-caption text-muted keysrow mb-2 noscript:hidden max-md:hidden">{words.keys}</p>
    </FormFrame>
  );
}

interface QuoteProps extends Pick<Props, "source" | "words"> {
  span: TextSpan | null;
  error: string | undefined;
}

function Quote({ source, span, words, error }: QuoteProps) {
  return (
    <div id="quote" className={error === undefined ? "field" : "field in-error"} tabIndex={-1}>
      <p className="field-label required-mark">{words.quote}</p>
      {error === undefined ? null : <p className={errorLook()}>{error}</p>}
      {span === null ? (
        <p className="text-muted">{words.noQuote}</p>
      ) : (
        <>
          <blockquote className="quote" lang={source.language}>
            {source.text.slice(span.start, span.end)}
          </blockquote>
          <p className="text-caption text-muted">
            {fillIn(words.place, { start: span.start, end: span.end })}
          </p>
        </>
      )}
    </div>
  );
}

/** One pledge after another from a text: what is typed, quoted and taken over, and how it is sent. */
function usePassage({ owner, source, marks, words }: Props, onNext: () => void) {
  const { text } = source;
  const first = sentencesOf(text)[0] ?? { start: 0, end: 0 };
  const empty = { beside: NOTHING_BESIDE, span: null, taken: [] };
  const fresh: PassageDraft = {
    draft: newDraft({ owner }),
    evidence: NEW_EVIDENCE,
    selected: first,
    logged: [],
    ...empty,
  };
  const draftStore = useDraft(`log-from-${source.id}`, fresh);
  const { value: stored, change } = draftStore;
  const { draft, evidence, beside: target, span } = stored;
  const { save, say, clear, busy, troubles, errors, attempt } = useSave(words);
  const [saved, setSaved] = useState<{ reference: string; notes: string[] } | null>(null);
  const rests = [
    ...marks,
    ...stored.logged.filter((mark) => !marks.some((one) => one.reference === mark.reference)),
  ];
  const setDraft = (part: DraftChange) =>
    change((before) => ({ ...before, draft: withDraftChange(before.draft, part) }));
  const quoteSelected = () =>
    change((before) => {
      const { start, end } = before.selected;
      return {
        ...before,
        span: before.selected,
        evidence: { ...before.evidence, quote: text.slice(start, end) },
      };
    });
  const applyFound = (one: FoundLine) =>
    change((before) => {
      const after = applySuggestion(one, text.slice(one.start, one.end), before);
      return after ? { ...before, ...after, taken: [...before.taken, suggestionName(one)] } : before;
    });

  const submit = async (another: boolean) => {
    if (span === null) return say([{ field: "quote", message: words["missing-span"] }]);
    const body = logBody(draft, { ...NEW_SOURCE, id: source.id }, evidence) as { evidence: object[] };
    const sent = await save({
      method: "POST",
      path: "/pledges",
      body: { ...body, evidence: body.evidence.map((piece) => ({ ...piece, span })) },
    });
    if (!sent?.ok) return;
    const { reference, version } = sent.value;
    const notes = await recordTargets({ reference, version, participant: draft.participant }, target, words);
    if (!another && notes.length === 0) {
      draftStore.forget();
      return navigateWithMessage(`/pledges/${reference}`, fillIn(words.savedAs, { reference }));
    }
    const { participant, authorisedBy, handling } = draft;
    change((before) => ({
      ...before,
      ...empty,
      draft: newDraft({ participant, authorisedBy, handling, owner: draft.owner }),
      evidence: { ...before.evidence, quote: "" },
      logged: [...before.logged, { ...span, reference, isCoalitionOnly: handling === "COALITION" }],
    }));
    setSaved({ reference, notes });
    onNext();
  };

  return {
    stored,
    change,
    setDraft,
    rests,
    quoteSelected,
    applyFound,
    submit,
    saved,
    errors,
    /** For `<FormFrame>`. */
    frame: {
      ...{ words, troubles, clear, attempt, busy },
      ...(draftStore.restored ? { onDiscard: () => draftStore.startOver() } : {}),
    },
  };
}

interface Acts {
  setDraft: (part: DraftChange) => void;
  quoteSelected: () => void;
  applyFound: (one: FoundLine) => void;
  submit: (another: boolean) => Promise<void>;
}

interface Place {
  here: readonly FoundLine[];
  pane: HTMLElement | null;
  form: HTMLElement | null;
}

/** Runs a key's action; false if it has none. */
function actOnKey(event: KeyboardEvent, acts: Acts, { here, pane, form }: Place): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const single = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  const quiet = isTyping(event.target) || document.documentElement.dataset.keys === "off";
  const chosen = digit ? here[Number(digit) - 1] : undefined;
  if (event.altKey && !event.shiftKey && digit && Number(digit) <= 5) acts.setDraft({ priority: digit });
  else if (event.code === "Enter" && event.ctrlKey && event.shiftKey) void acts.submit(true);
  else if (event.code === "F6") {
    const target = pane === document.activeElement ? form : pane;
    (target === pane ? target : target?.querySelector<HTMLElement>("input, select, textarea"))?.focus();
  } else if (single && !quiet && (event.code === "KeyQ" || isEnterIn(event, pane))) acts.quoteSelected();
  else if (single && !quiet && chosen) acts.applyFound(chosen);
  else return false;
  return true;
}

/** Nine have keys: suggestions that no form field also offers come first. */
const inKeyOrder = (found: readonly FoundLine[]): FoundLine[] => [
  ...found.filter(({ type }) => type !== "capability"),
  ...found.filter(({ type }) => type === "capability"),
];

const isEnterIn = (event: KeyboardEvent, pane: HTMLElement | null): boolean =>
  event.code === "Enter" && event.target === pane;

const NOTHING_BESIDE: PassageTarget = { triggers: [], approvals: [] };
