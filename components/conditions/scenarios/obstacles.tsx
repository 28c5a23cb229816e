import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Obstacle, Several } from "@/lib/domain/history/scenarios/scenario";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("scenarios");
const domain = translator("domain");

interface Given {
  obstacles: Several<Obstacle>;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
}

/** Pledges whose obstacles differ from those on record. */
export function Obstacles({ obstacles: { count, first }, names }: Given) {
  return (
    <section aria-labelledby="obstacles">
      <h3 className="mt-6" id="obstacles">
        {t("result.obstacles")}
      </h3>
      {count === 0 ? (
        <p className="text-muted">{t("result.obstaclesNone")}</p>
      ) : (
        <Ledger
          labelledBy="obstacles"
          rows={first}
          rowKey={({ reference }) => reference}
          columns={[
            {
              heading: t("result.pledge"),
              names: true,
              cell: ({ reference, participant, title }) => (
                <>
                  <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
                  <CoalitionMark reference={reference} /> {names[participant] ?? participant}
                  <br />
                  <span className="text-muted">{title}</span>
                </>
              ),
            },
            { heading: t("result.appeared"), cell: ({ appeared }) => wordsOf(appeared) },
            { heading: t("result.gone"), cell: ({ gone }) => wordsOf(gone) },
          ]}
        />
      )}
      {count > first.length ? (
        <p className="text-caption text-muted">{t("result.more", { n: count - first.length })}</p>
      ) : null}
    </section>
  );
}

const wordsOf = (codes: readonly UnresolvedCode[]): string =>
  codes.length === 0 ? t("result.nothing") : codes.map((code) => domain(`code.${code}`)).join(", ");
