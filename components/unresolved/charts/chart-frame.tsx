// A chart as in a newspaper: its finding is its title; below it the drawing; its picture and data can be
// downloaded.
import type { ReactNode } from "react";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { ChartTools } from "./chart-tools";

const t = translator("charts");

interface Props {
  id: string;
  finding: string;
  note: string;
  /** The table of its figures, for download. */
  data: string | null;
  at: string;
  marking: string;
  children: ReactNode;
}

export function ChartFrame({ id, finding, note, data, at, marking, children }: Props) {
  const asOf = t("asOf", { when: longMoment(at), zone: registerZoneName() });
  return (
    <section className="section" aria-labelledby={`${id}-title`} id={id}>
      <header>
        <h2 id={`${id}-title`}>{finding}</h2>
        <ChartTools {...{ id, finding, data, at, marking }} />
      </header>
      <p className="mb-2 text-muted">{note}</p>
      {children}
      <p className="mt-2 text-caption text-muted">{asOf}</p>
    </section>
  );
}
