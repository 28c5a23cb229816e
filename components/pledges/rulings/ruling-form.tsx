"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";
import { lacksUnit, NOTHING_SAID, saidBody, type DraftSaid, type SaidField } from "./said-field";
import { SaidFields } from "./said-fields";

interface Props {
  reference: string;
  field: string;
  /** The current ruling, as the page shows it. */
  supersedes: string | null;
  title: string;
  /** The record (`record`), then the evidence; each with the finding that follows if it is held right. */
  sides: (Option & { finding: string; against: boolean })[];
  said: SaidField;
  options: FormOptions;
  words: PledgeFormWords;
}

const FRESH = { holds: "", finding: "", reason: "", said: NOTHING_SAID };

export function RulingForm({ reference, field, supersedes, title, sides, words, ...says }: Props) {
  const { draft, set, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `ruling-${reference}-${field}`,
    fresh: FRESH,
  });
  const page = `/pledges/${reference}`;
  const { holds, finding, reason, said } = draft;
  /** If evidence against the record is held right, the ruling says what the record should say instead. */
  const asks = says.said.is !== "words" && sides.some(({ value, against }) => value === holds && against);
  /** A finding filled in by the form follows the choice; a typed one stays. */
  const choose = (next: string) => {
    const own = finding !== "" && !sides.some((side) => side.finding === finding);
    set({
      holds: next,
      ...(own ? {} : { finding: sides.find(({ value }) => value === next)?.finding ?? "" }),
    });
  };
  const submit = async () => {
    if (holds === "") return say([{ field: "holds", message: words.chooseSide }]);
    if (asks && said.by === "") return say([{ field: "says", message: words.chooseSays }]);
    if (asks && lacksUnit(says.said, said))
      return say([{ field: "says.quantity.unit", message: words.chooseUnit }]);
    const body = {
      pledge: reference,
      field,
      holds: holds === "record" ? null : holds,
      finding: finding.trim(),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      ...(asks ? saidBody(says.said, said) : {}),
      supersedes,
    };
    const sent = await save({ method: "POST", path: "/rulings", body });
    if (sent?.ok) leave(`${page}#disputes`, words.rulingSaid);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.makeRuling}
      onSubmit={submit}
      cancelHref={`${page}#disputes`}
    >
      <RadioControl
        path="holds"
        required
        label={words.heldRight}
        value={holds}
        onChange={choose}
        options={sides}
      />
      <TextControl {...fieldOf("finding")} required label={words.finding} hint={words.findingHint} />
      {asks ? (
        <SaidFields
          field={says.said}
          said={said}
          set={(change: Partial<DraftSaid>) => set({ said: { ...said, ...change } })}
          options={says.options}
          words={words}
        />
      ) : null}
      <TextControl {...fieldOf("reason")} required label={words.rulingReason} rows={3} />
    </FormFrame>
  );
}
