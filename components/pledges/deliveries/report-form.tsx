"use client";
import { RadioControl, SelectControl, TextControl, textFields } from "@/components/form/controls";
import { GroupControl, TickLines } from "@/components/form/tick-field";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { DeliveryFormWords } from "./form-words";
import { MoneyFields } from "@/components/pledges/contribution-form/money-fields";
import type { FormOptions } from "@/components/pledges/pledge-form/options";
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import { NEW_REPORT, reportBody, type ReportDraft, type ReportLine } from "./report-draft";

interface Props {
  reference: string;
  title: string;
  lines: ReportLine[];
  definitions: Option[];
  /** Evidence on record that supports the pledge. */
  pieces: Option[];
  options: Pick<FormOptions, "numberedKinds" | "units" | "currencies">;
  words: DeliveryFormWords;
}

export function ReportForm({ reference, title, lines, definitions, pieces, options, words }: Props) {
  const [only] = lines.length === 1 ? lines : [];
  const fresh = { ...NEW_REPORT, contribution: only?.value ?? "" };
  const { draft, set, fieldOf, ticksOf, saveAny, say, leave, frame } = useForm(words, {
    name: `delivery-${reference}`,
    fresh,
  });
  const page = `/pledges/${reference}`;
  const line = lines.find(({ value }) => value === draft.contribution);
  const submit = async () => {
    const missing = REQUIRED.filter((field) => draft[field].length === 0);
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-${field}`] })));
    const sent = await saveAny({ method: "POST", path: `${page}/deliveries`, body: reportBody(draft, line) });
    if (sent?.ok) leave(`${page}#deliveries`, words.reported);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.report}
      onSubmit={submit}
      cancelHref={`${page}#deliveries`}
    >
      <SelectControl
        {...fieldOf("contribution")}
        required
        label={words.contribution}
        options={lines}
        none={words.chooseContribution}
      />
      <Amounts {...{ draft, line, set, options, words }} />
      <DateControl {...fieldOf("deliveredOn")} required label={words.deliveredOn} />
      <RadioControl
        {...fieldOf("definition")}
        required
        label={words.definition}
        hint={words.definitionHint}
        options={definitions}
      />
      <GroupControl path="evidence" required label={words.evidence} hint={words.evidenceHint}>
        <TickLines {...ticksOf("evidence")} options={pieces} />
      </GroupControl>
      <TextControl {...fieldOf("note")} label={words.note} rows={3} />
    </FormFrame>
  );
}

const REQUIRED = ["contribution", "deliveredOn", "definition", "evidence"] as const;

interface AmountProps extends Pick<Props, "options" | "words"> {
  draft: ReportDraft;
  line: ReportLine | undefined;
  set: (part: Partial<ReportDraft>) => void;
}

/** In the contribution's unit and currency, where it names them. */
function Amounts({ draft, line, set, options, words }: AmountProps) {
  const fieldOf = textFields(draft, set);
  const ends = ENDS[draft.kind as QuantityKind] ?? "equal";
  const unit = options.units.find(({ value }) => value === line?.unit)?.label;
  return (
    <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      {line?.isSealed ? null : (
        <>
          <SelectControl
            {...fieldOf("kind", "quantity.kind")}
            label={words.quantity}
            options={options.numberedKinds}
          />
          {ends === "max" ? null : (
            <TextControl
              {...fieldOf("min", "quantity.min")}
              label={unit ? `${words.number} (${unit})` : words.number}
              numeric
            />
          )}
          {ends === "max" || ends === "both" ? (
            <TextControl
              {...fieldOf("max", "quantity.max")}
              label={ends === "max" ? words.number : words.numberTo}
              numeric
            />
          ) : null}
          {line?.unit ? null : (
            <SelectControl
              {...fieldOf("unit", "quantity.unit")}
              label={words.unit}
              options={options.units}
              none={words.noUnit}
            />
          )}
        </>
      )}
      <MoneyFields
        money={{ ...draft.sum, currency: line?.currency || draft.sum.currency }}
        at="money"
        set={(sum) => set({ sum })}
        kinds={options.numberedKinds}
        currencies={line?.currency ? null : options.currencies}
        label={line?.currency ? `${words.amount} (${line.currency})` : words.amount}
        words={words}
      />
    </div>
  );
}
