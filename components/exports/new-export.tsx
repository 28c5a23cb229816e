"use client";
import { RadioControl, SelectControl, TextControl, type textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { NewExportWords } from "./form-words";
import type { ExportKind } from "@/lib/domain/log/export";
import { clockOf } from "@/lib/domain/base/moment";
import { dateTrouble } from "@/lib/i18n/typed-dates";
import { draftFilter, draftMoment, FRESH_EXPORT, type ExportDraft } from "./draft";
import { ExportHolds } from "./holds";

interface Props {
  timeZone: string;
  /** Now, in the register's time. */
  latest: string;
  /** The page that the form is on. */
  home: "/" | "/exports";
  title: string;
  words: NewExportWords;
  /** What the address asks for. Each address has its own draft. */
  asked: Partial<ExportDraft>;
  views: readonly Option[];
  priorities: readonly Option[];
  participants: readonly Option[];
}

export function NewExport(props: Props) {
  const { timeZone, latest, home, title, words, asked, ...choices } = props;
  const { draft, set, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `export-${JSON.stringify(asked)}`,
    fresh: { ...FRESH_EXPORT, ...asked },
  });
  const asOf = draftMoment(draft, timeZone);

  const send = async () => {
    const lacking = [
      ...(draft.what === "PARTICIPANT" && draft.participant === ""
        ? [{ field: "participant", message: words["missing-participant"] }]
        : []),
      ...(asOf === undefined
        ? [{ field: "asOf", message: dateTrouble("moment", draft.asOf) ?? words.wrongClock }]
        : []),
      ...(draft.purpose.trim() === "" ? [{ field: "purpose", message: words["missing-purpose"] }] : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = {
      what: draft.what,
      filter: draftFilter(draft),
      asOf: asOf ?? null,
      purpose: draft.purpose.trim(),
    };
    const sent = await save({ method: "POST", path: "/exports", body });
    if (sent?.ok) leave(home, fillIn(words.done, { reference: sent.value.reference }));
  };
  const what = {
    label: words.what,
    value: draft.what,
    onChange: (next: string) => set({ what: next as ExportKind }),
    options: choices.views,
  };
  const isList = draft.what === "REGISTER" || draft.what === "UNRESOLVED";
  return (
    <FormFrame
      className="max-w-none"
      {...frame}
      title={title}
      submit={words.submit}
      onSubmit={send}
      cancelHref={home}
    >
      <div className={home === "/" ? "grid gap-x-4 md:grid-cols-3" : undefined}>
        {home === "/" ? (
          <SelectControl path="what" required {...what} />
        ) : (
          <RadioControl path="what" required {...what} />
        )}
        {isList ? (
          <SelectControl
            {...fieldOf("priority")}
            label={words.priority}
            options={choices.priorities}
            none={words.everyPriority}
          />
        ) : null}
        {isList || draft.what === "PARTICIPANT" ? (
          <SelectControl
            {...fieldOf("participant")}
            required={draft.what === "PARTICIPANT"}
            label={words.participant}
            options={choices.participants}
            none={isList ? words.everyParticipant : words.chooseParticipant}
          />
        ) : null}
        {isList && draft.rest !== "" ? <p className="mb-4 text-caption text-muted">{words.rest}</p> : null}
        <MomentAndPurpose {...{ words, fieldOf }} latest={clockOf(latest, timeZone)} />
      </div>
      {asOf === undefined || (draft.what === "PARTICIPANT" && draft.participant === "") ? null : (
        <ExportHolds what={draft.what} filter={draftFilter(draft)} asOf={asOf} words={words} />
      )}
    </FormFrame>
  );
}

interface PartGiven {
  words: NewExportWords;
  fieldOf: ReturnType<typeof textFields<ExportDraft>>;
  latest: string;
}

function MomentAndPurpose({ words, fieldOf, latest }: PartGiven) {
  return (
    <>
      <div className="md:col-start-1">
        <DateControl
          {...fieldOf("asOf")}
          label={words.asOf}
          hint={words.asOfHint}
          kind="moment"
          latest={latest}
        />
      </div>
      <div className="md:col-span-2">
        <TextControl {...fieldOf("purpose")} required label={words.purpose} hint={words.purposeHint} />
      </div>
    </>
  );
}
