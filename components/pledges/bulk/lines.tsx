"use client";
// What can be changed in all selected pledges, a line for each field.
import type { ReactNode } from "react";
import { DateInput, useDateText, useDateHint, type Dated } from "@/components/form/dates/date-input";
import { fillIn } from "@/components/form/fill";
import { describedBy, Guidance } from "@/components/ui/field";
import { visibleLine } from "@/lib/domain/base/characters";
import type { PossibleOwner } from "@/lib/domain/people/person";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { OwnerNote } from "./owner-note";
import type { SelectedPledges } from "./selection";
import { bulkWords } from "./words";

export const BULK_FIELDS = ["owner", "nextAction", "nextActionDueOn", "dueOn"] as const;
export type BulkField = (typeof BULK_FIELDS)[number];
/** What the form was opened for. */
export type BulkAim = "confirm" | "owner" | "nextAction";

interface LinesProps {
  values: Record<BulkField, string>;
  ticked: ReadonlySet<string>;
  errors: ReadonlyMap<string, string>;
  chosen: SelectedPledges;
  owners: readonly PossibleOwner[];
  set: (field: BulkField, value: string) => void;
  tick: (field: BulkField | "confirm", on: boolean) => void;
}

export function BulkLines({ values, ticked, errors, chosen, owners, set, tick }: LinesProps) {
  const words = bulkWords();
  const control = (field: BulkField) => ({
    id: `bulk-${field}`,
    className: "input",
    value: values[field],
    "aria-label": words[field],
    ...describedBy(`bulk-${field}`, { error: errors.get(`bulk-${field}`) }),
    onChange: (event: { target: { value: string } }) => set(field, visibleLine(event.target.value)),
  });
  const dated = (field: BulkField) => ({
    id: `bulk-${field}`,
    label: words[field],
    value: values[field],
    error: errors.get(`bulk-${field}`),
    onChange: (value: string) => set(field, value),
  });
  const line = { ticked, errors, onTick: tick };
  return (
    <>
      <Line field="owner" {...line}>
        <select {...control("owner")}>
          <option value="">{words.nobody}</option>
          {owners.map(({ email, name }) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </select>
        <OwnerNote {...{ chosen, owners }} owner={values.owner} />
      </Line>
      <Line field="nextAction" {...line}>
        <input {...control("nextAction")} placeholder={words.empty} />
      </Line>
      <Line field="nextActionDueOn" {...line}>
        <LineDate {...dated("nextActionDueOn")} />
      </Line>
      <Line field="dueOn" {...line}>
        <LineDate {...dated("dueOn")} />
      </Line>
      <Line field="confirm" {...line} />
    </>
  );
}

interface LineProps {
  field: BulkField | "confirm";
  ticked: ReadonlySet<string>;
  errors: ReadonlyMap<string, string>;
  onTick: (field: BulkField | "confirm", on: boolean) => void;
  children?: ReactNode;
}

/** A ticked field is sent, also to empty it. */
function Line({ field, ticked, errors, onTick, children }: LineProps) {
  const words = bulkWords();
  const error = errors.get(`bulk-${field}`);
  return (
    <div
      className={
        error
          ? "grid items-center grid-cols-[minmax(220px,280px)_minmax(0,360px)] gap-y-2 gap-x-3 mb-2 max-md:grid-cols-1 field in-error"
          : "grid items-center grid-cols-[minmax(220px,280px)_minmax(0,360px)] gap-y-2 gap-x-3 mb-2 max-md:grid-cols-1"
      }
    >
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="check hover:bg-sunken"
          id={`bulk-tick-${field}`}
          checked={ticked.has(field)}
          onChange={(event) => onTick(field, event.target.checked)}
        />
        {field === "confirm" ? words.confirm : fillIn(words.change, { field: inSentence(words[field]) })}
      </label>
      <div>
        <Guidance id={`bulk-${field}`} error={error} errorPrefix={words.errorPrefix} />
        {children}
      </div>
    </div>
  );
}

interface LineDateProps extends Omit<Dated, "kind"> {
  id: string;
  label: string;
  error: string | undefined;
}

function LineDate({ id, label, error, ...rest }: LineDateProps) {
  const dated = { ...rest, kind: "day" } as const;
  const shown = useDateText(dated);
  const message = error ?? shown.trouble;
  return (
    <>
      <DateInput
        {...dated}
        {...{ id, label, shown }}
        aria-label={label}
        placeholder={useDateHint("day")}
        {...describedBy(id, { error: message })}
      />
      {message === error ? null : <Guidance id={id} error={message} errorPrefix={bulkWords().errorPrefix} />}
    </>
  );
}
