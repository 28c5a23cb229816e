import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { PledgeName, Several } from "@/lib/domain/history/scenarios/scenario";
import { translator } from "@/lib/i18n/translator";

const t = translator("scenarios");

export function PledgeList({
  id,
  pledges: { count, first },
  names,
}: {
  id: "started" | "stopped";
  pledges: Several<PledgeName>;
  names: Readonly<Record<string, string>>;
}) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t(`result.${id}`)} <span className="muted">{count}</span>
      </h3>
      {count === 0 ? <p className="muted">{t(`result.${id}None`)}</p> : null}
      <ul className="scpledges">
        {first.map(({ reference, participant, title }) => (
          <li key={reference}>
            <a className="ref" href={`/pledges/${reference}`}>
              {reference}
            </a>
            <CoalitionMark reference={reference} /> <b>{names[participant] ?? participant}</b> {title}
          </li>
        ))}
      </ul>
      {count > first.length ? <p className="cap">{t("result.more", { n: count - first.length })}</p> : null}
    </section>
  );
}
