// The control for what a ruling says about a field, and its options. Made on the server.
import { codeOptions, type Option } from "@/components/form/words";
import { CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import type { Field } from "@/lib/domain/base/field";
import type { EvidenceField } from "@/lib/domain/pledge/evidence";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { STAGES } from "@/lib/domain/pledge/stages";
import { memberOf } from "@/lib/domain/proposals/ruled-value";
import type { FormOptions } from "../pledge-form/options";
import type { SaidField } from "./said-field";

export function saidField(
  field: EvidenceField,
  contributions: readonly Contribution[],
  nameOf: (line: Contribution) => string,
  options: FormOptions,
): SaidField {
  const member = memberOf(field);
  const lines = member ? contributions.map((line) => ({ value: line.id, label: nameOf(line) })) : [];
  const counted = contributions.filter(({ quantity }) => quantity.unit !== null).map(({ id }) => id);
  const none = { options: [], lines, counted };
  if (member !== null && lines.length === 0) return { is: "words", ...none };
  if (member === "quantity" || member === "money") return { is: member, ...none };
  if (field === "stage") return { is: "code", options: codeOptions("stage", STAGES), lines, counted };
  const declared: Field | undefined = member
    ? (CONTRIBUTION_FIELDS as Record<string, Field>)[member]
    : (PLEDGE_FIELDS as Record<string, Field>)[field];
  switch (declared?.is) {
    case "line":
    case "text":
      return { is: "text", ...none };
    case "day":
    case "number":
      return { is: declared.is, ...none };
    case "code":
      return { is: "code", options: choicesOf(member ?? field, options), lines, counted };
    default:
      return { is: "words", ...none };
  }
}

const choicesOf = (name: string, options: FormOptions): readonly Option[] =>
  name === "kind"
    ? options.kinds
    : name === "domain"
      ? options.domains
      : name === "location"
        ? options.locations
        : options.furtherApprovals;
