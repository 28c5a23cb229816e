import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { FirmGain } from "@/lib/domain/requirements/firm-gain";
import type { Listed } from "@/lib/domain/base/listing";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { KeystoneCard } from "./keystone-card";
import { KeystoneFilterForm } from "./keystone-filter";
import { KeystoneTable } from "./keystone-table";
import { ALL_KEYSTONES, hasKeystonesFilter, keystonesHref, type KeystonesView } from "../conditions/view";

const t = translator("conditions");

interface Given {
  keystones: Listed<KeystoneRow> & { first: KeystoneRow | null };
  view: KeystonesView;
  /** Whether this is a later page. */
  further: boolean;
  /** How much becomes firm when these pledges become actionable. */
  gains: (freed: readonly string[]) => FirmGain[];
  /** Names of participants, by code. */
  names: Readonly<Record<string, string>>;
}

export function KeystoneList({ keystones, view, further, gains, names }: Given) {
  const { items, next, total, capped, first } = keystones;
  const narrowed = hasKeystonesFilter(view);
  return (
    <section className="sec" aria-labelledby="keystones">
      <header>
        <h2 id="keystones">{t("keystones.title")}</h2>
      </header>
      <p className="muted mb-4">{t("keystones.intro")}</p>
      {first && !narrowed && !further ? (
        <div className="kfirst">
          <p className="cap">{t("keystones.first")}</p>
          <KeystoneCard keystone={first} names={names} />
        </div>
      ) : null}
      <KeystoneFilterForm view={view} participants={names} />
      <p className="muted">
        {t("keystones.total", {
          capped: String(capped),
          total: numberInWords(total),
          count: total,
          narrowed: String(narrowed),
        })}
        {narrowed ? (
          <>
            {" · "}
            <a href={asOfHref(keystonesHref({ ...view, ...ALL_KEYSTONES, kind: [], participant: [] }))}>
              {t("keystones.clear")}
            </a>
          </>
        ) : null}
      </p>
      {items.length === 0 ? (
        <Nothing narrowed={narrowed} />
      ) : (
        <>
          <KeystoneTable keystones={items} view={view} gains={gains} names={names} />
          <p className="cap">{t("keystones.assumed")}</p>
        </>
      )}
      <Pager href={(cursor) => asOfHref(keystonesHref(view, cursor))} next={next} further={further} />
    </section>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const state = narrowed ? "filtered" : "first";
  return (
    <div className="state">
      <h3>{t(`keystones.nothing.${state}.title`)}</h3>
      <p>{t(`keystones.nothing.${state}.text`)}</p>
    </div>
  );
}
