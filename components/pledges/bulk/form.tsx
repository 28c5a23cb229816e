"use client";
// The form that changes all selected pledges. Its words come with the script.
import { useEffect, useRef, useState, type ReactNode } from "react";
import { DateInput, useDateText, useDateHint, type Dated } from "@/components/form/date-input";
import { fillIn } from "@/components/form/fill";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Owners } from "@/components/pledges/inline-edit/read";
import { describedBy } from "@/components/ui/field";
import { ScriptButton } from "@/components/ui/script-button";
import { Results } from "./results";
import type { SelectedPledges } from "./selection";
import { useBulk, type BulkRequest } from "./use-bulk";
import { bulkWords } from "./words";
import { isDone, type BulkRow } from "./work";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { dateTrouble } from "@/lib/i18n/typed-dates";

export interface BulkFormProps {
  chosen: SelectedPledges;
  onChosen: (next: SelectedPledges) => void;
  most: number;
  owners: Owners;
  onClose: () => void;
  /** Called when something on record has changed. */
  onChanged: () => void;
}

const FIELDS = ["owner", "nextAction", "nextActionDueOn", "dueOn"] as const;
type Field = (typeof FIELDS)[number];
interface Trouble {
  field?: string;
  message: string;
}

const FRESH = { owner: "", nextAction: "", nextActionDueOn: "", dueOn: "" };

export function BulkForm({ chosen, onChosen, most, owners, onClose, onChanged }: BulkFormProps) {
  const words = bulkWords();
  const [values, setValues] = useState<Record<Field, string>>(FRESH);
  const [ticked, setTicked] = useState<ReadonlySet<Field | "confirm">>(new Set());
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const say = (found: readonly Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };
  const bulk = useBulk((errors) =>
    say(
      errors.map(({ path, code, message }) => {
        const field = path.replace(/^changes\./, "");
        const own =
          code === "too-long"
            ? words["missing-nextAction"]
            : isField(field) && code === "not-a-date"
              ? dateTrouble("day", values[field])
              : null;
        return { field: `bulk-${field}`, message: own ?? message };
      }),
    ),
  );
  const { run } = bulk;

  const after = (rows: readonly BulkRow[]) => {
    if (rows.length === 0) return;
    // Failed pledges stay selected; the page reads changed ones again.
    onChosen(
      new Map(
        [...chosen].filter(([reference]) => rows.some((row) => row.reference === reference && !isDone(row))),
      ),
    );
    onChanged();
  };
  const submit = async () => {
    if (run?.running) return;
    if (chosen.size === 0) return say([{ message: words.noneSelected }]);
    if (chosen.size > most) return say([{ message: fillIn(words.overMost, { count: chosen.size, most }) }]);
    if (ticked.size === 0) return say([{ field: "bulk-tick-owner", message: words.nothingTicked }]);
    setTroubles([]);
    after(await bulk.start(wishOf(values, ticked), [...chosen.values()]));
  };
  const tick = (field: Field | "confirm", on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      if (on) next.add(field);
      else next.delete(field);
      return next;
    });
  const set = (field: Field, value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    tick(field, true);
  };
  if (run)
    return (
      <Results
        run={run}
        onStop={bulk.stop}
        onAgain={() => void bulk.retry().then(after)}
        onClose={() => {
          bulk.forget();
          onClose();
        }}
      />
    );
  const errors = new Map(
    troubles.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])),
  );
  const control = (field: Field) => ({
    id: `bulk-${field}`,
    className: "input",
    value: values[field],
    "aria-label": words[field],
    ...describedBy(`bulk-${field}`, { error: errors.get(`bulk-${field}`) }),
    onChange: (event: { target: { value: string } }) => set(field, event.target.value),
  });
  const dated = (field: Field) => ({
    id: `bulk-${field}`,
    label: words[field],
    value: values[field],
    error: errors.get(`bulk-${field}`),
    onChange: (value: string) => set(field, value),
  });
  const line = { ticked, errors, onTick: tick };
  return (
    <form
      className="bulkform"
      method="post"
      noValidate
      autoComplete="off"
      aria-labelledby="bulk-title"
      onKeyDown={(event) => {
        if (event.code === "Escape") onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 id="bulk-title" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p className="muted mb-4">{words.hint}</p>
      {troubles.length > 0 ? (
        <ErrorSummary title={words.problem} errors={troubles} attempt={attempt} />
      ) : null}
      <Line field="owner" {...line}>
        <select {...control("owner")}>
          <option value="">{words.nobody}</option>
          {Object.entries(owners).map(([email, name]) => (
            <option key={email} value={email}>
              {name}
            </option>
          ))}
        </select>
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
      <div className="inlineacts">
        <button className="btn primary">{fillIn(words.send, { count: chosen.size })}</button>
        <ScriptButton className="btn plain" onClick={onClose}>
          {words.cancel}
        </ScriptButton>
      </div>
    </form>
  );
}

interface LineProps {
  field: Field | "confirm";
  ticked: ReadonlySet<string>;
  errors: ReadonlyMap<string, string>;
  onTick: (field: Field | "confirm", on: boolean) => void;
  children?: ReactNode;
}

/** A ticked field is sent, also to empty it. */
function Line({ field, ticked, errors, onTick, children }: LineProps) {
  const words = bulkWords();
  const error = errors.get(`bulk-${field}`);
  return (
    <div className={error ? "bulkline field err" : "bulkline"}>
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="check"
          id={`bulk-tick-${field}`}
          checked={ticked.has(field)}
          onChange={(event) => onTick(field, event.target.checked)}
        />
        {field === "confirm" ? words.confirm : fillIn(words.change, { field: inSentence(words[field]) })}
      </label>
      <div>
        {error ? (
          <p className="errmsg" id={`bulk-${field}-error`}>
            <span className="vh">{words.errorPrefix} </span>
            {error}
          </p>
        ) : null}
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
  const said = error ?? shown.trouble;
  return (
    <>
      <DateInput
        {...dated}
        {...{ id, label, shown }}
        aria-label={label}
        placeholder={useDateHint("day")}
        {...describedBy(id, { error: said })}
      />
      {said === undefined || said === error ? null : (
        <p className="errmsg" id={`${id}-error`}>
          <span className="vh">{bulkWords().errorPrefix} </span>
          {said}
        </p>
      )}
    </>
  );
}

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

function wishOf(values: Record<Field, string>, ticked: ReadonlySet<string>): BulkRequest {
  const changes = FIELDS.filter((field) => ticked.has(field)).map((field) => [
    field,
    values[field].trim() || null,
  ]);
  return {
    changes: Object.fromEntries(changes) as Record<string, string | null>,
    confirm: ticked.has("confirm"),
  };
}
