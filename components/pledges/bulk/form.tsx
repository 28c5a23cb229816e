"use client";
// The form that changes all selected pledges. Its words come with the script.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { errorsByField, type Trouble } from "@/components/form/field-errors";
import { fillIn } from "@/components/form/fill";
import { FormErrors } from "@/components/form/sending/form-errors";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { FieldProblem } from "@/lib/client/send";
import type { PossibleOwner } from "@/lib/domain/people/person";
import { BULK_FIELDS, BulkLines, type BulkAim, type BulkField } from "./lines";
import { Results } from "./results";
import type { SelectedPledges } from "./selection";
import { useBulk, type BulkRequest } from "./use-bulk";
import { bulkWords } from "./words";
import { isDone, type BulkRow } from "./work";
import { dateTrouble } from "@/lib/i18n/typed-dates";

export interface BulkFormProps {
  chosen: SelectedPledges;
  onChosen: (next: SelectedPledges) => void;
  most: number;
  owners: readonly PossibleOwner[];
  /** "confirm" is sent at once; the others focus a field. */
  aim: BulkAim | null;
  /** Its frame and where it is on the page, in classes. */
  place: string;
  onClose: () => void;
  /** Called when something on record has changed. */
  onChanged: () => void;
}

const FRESH = { owner: "", nextAction: "", nextActionDueOn: "", dueOn: "" };

export function BulkForm(props: BulkFormProps) {
  const { chosen, onChosen, most, owners, aim, place, onClose, onChanged } = props;
  const words = bulkWords();
  const [values, setValues] = useState<Record<BulkField, string>>(FRESH);
  const [ticked, setTicked] = useState<ReadonlySet<BulkField | "confirm">>(new Set());
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const begun = useRef(false);
  const say = (found: readonly Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };
  const bulk = useBulk((errors) => say(errors.map((error) => troubleOf(error, values))));
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
  const submit = async (which: ReadonlySet<BulkField | "confirm">) => {
    if (run?.running) return;
    if (chosen.size === 0) return say([{ message: words.noneSelected }]);
    if (chosen.size > most) return say([{ message: fillIn(words.overMost, { count: chosen.size, most }) }]);
    if (which.size === 0) return say([{ field: "bulk-tick-owner", message: words.nothingTicked }]);
    setTroubles([]);
    after(await bulk.start(bulkRequestOf(values, which), [...chosen.values()]));
  };
  const begin = useEffectEvent(() => {
    if (aim === "confirm" && !begun.current) void submit(new Set(["confirm"]));
    begun.current = true;
    (aim === "owner" || aim === "nextAction"
      ? document.getElementById(`bulk-${aim}`)
      : heading.current
    )?.focus();
  });
  useEffect(() => begin(), []);
  const tick = (field: BulkField | "confirm", on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      if (on) next.add(field);
      else next.delete(field);
      return next;
    });
  const set = (field: BulkField, value: string) => {
    setValues((before) => ({ ...before, [field]: value }));
    tick(field, true);
  };
  if (run)
    return (
      <Results
        run={run}
        place={place}
        onStop={bulk.stop}
        onAgain={() => void bulk.retry().then(after)}
        onClose={() => {
          bulk.forget();
          onClose();
        }}
      />
    );
  const errors = errorsByField(troubles);
  return (
    <form
      className={place}
      method="post"
      noValidate
      autoComplete="off"
      aria-labelledby="bulk-title"
      onKeyDown={(event) => {
        if (event.code === "Escape") onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(ticked);
      }}
    >
      <h2 className="mb-2" id="bulk-title" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p className="text-muted mb-4">{words.hint}</p>
      <FormErrors {...{ troubles, words, attempt }} />
      <BulkLines {...{ values, ticked, errors, chosen, owners, set, tick }} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 mt-2">
        <button className={buttonLook("primary")}>{fillIn(words.send, { count: chosen.size })}</button>
        <ScriptButton className={buttonLook("plain")} onClick={onClose}>
          {words.cancel}
        </ScriptButton>
      </div>
    </form>
  );
}

/** The form's own words for what the register finds wrong, where it has some. */
function troubleOf({ path, code, message }: FieldProblem, values: Record<BulkField, string>): Trouble {
  const field = path.replace(/^changes\./, "");
  const words = bulkWords();
  const place = { field: `bulk-${field}` };
  if (code === "too-long") return { ...place, message: words["missing-nextAction"] };
  const why = isField(field) && code === "not-a-date" ? dateTrouble("day", values[field]) : null;
  return { ...place, message: why ?? message, isGeneral: true };
}

const isField = (name: string): name is BulkField => (BULK_FIELDS as readonly string[]).includes(name);

function bulkRequestOf(values: Record<BulkField, string>, ticked: ReadonlySet<string>): BulkRequest {
  const changes = BULK_FIELDS.filter((field) => ticked.has(field)).map((field) => [
    field,
    values[field].trim() || null,
  ]);
  return {
    changes: Object.fromEntries(changes) as Record<string, string | null>,
    confirm: ticked.has("confirm"),
  };
}
