import { translator } from "@/lib/i18n/translator";
import { DateBox } from "./date-box";

const ui = translator("ui");

interface Props {
  /** The boxes' labels. */
  from: string;
  to: string;
  /** The days as on record, or as typed. */
  view: Readonly<Record<"from" | "to", string | null>>;
  /** By the name of the box. */
  errors: ReadonlyMap<string, string>;
}

/** The first and the last day of a filter. */
export function DayBoxes({ from, to, view, errors }: Props) {
  const labels = { from, to };
  return (["from", "to"] as const).map((name) => (
    <DateBox
      key={name}
      id={name}
      name={name}
      label={labels[name]}
      value={view[name] ?? ""}
      error={errors.get(name)}
      errorPrefix={ui("errorPrefix")}
    />
  ));
}
