import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { PledgeName, Several } from "@/lib/domain/history/scenarios/scenario";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

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
      <h3 className="mt-6" id={id}>
        {t(`result.${id}`)} <span className="text-muted">{count}</span>
      </h3>
      {count === 0 ? <p className="text-muted">{t(`result.${id}None`)}</p> : null}
      <ul className="list-none m-0 p-0">
        {first.map(({ reference, participant, title }) => (
          <li className="px-0 py-1 border-b border-b-rule" key={reference}>
            <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
            <CoalitionMark reference={reference} /> <b>{names[participant] ?? participant}</b> {title}
          </li>
        ))}
      </ul>
      {count > first.length ? (
        <p className="text-caption text-muted">{t("result.more", { n: count - first.length })}</p>
      ) : null}
    </section>
  );
}
