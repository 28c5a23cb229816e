// A chart as in a newspaper: its finding is its title; below it what is drawn; picture and data to take along.
import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn, zoneName } from "@/lib/i18n/dates";
import { PictureButton } from "./picture";

const t = translator("charts");

interface Props {
  id: string;
  finding: string;
  note: string;
  /** The table of its figures, for download. */
  data: string | null;
  at: string;
  timeZone: string;
  marking: string;
  children: ReactNode;
}

export function ChartFrame({ id, finding, note, data, at, timeZone, marking, children }: Props) {
  const asOf = t("asOf", { when: longMomentIn(timeZone, at), zone: zoneName(timeZone) });
  return (
    <section className="section" aria-labelledby={`${id}-title`} id={id}>
      <header>
        <h2 id={`${id}-title`}>{finding}</h2>
        <p className="flex shrink-0 gap-4 text-ui">
          <PictureButton of={id} label={t("picture")} file={id} title={finding} foot={[asOf, marking]} />
          {data === null ? null : <a href={asOfHref(data)}>{t("data")}</a>}
        </p>
      </header>
      <p className="mb-2 text-muted">{note}</p>
      {children}
      <p className="mt-2 text-caption text-muted">{asOf}</p>
    </section>
  );
}
