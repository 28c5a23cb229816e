import { exportAsked } from "@/components/exports/draft";
import { newExportWords } from "@/components/exports/form-words";
import { LazyNewExport } from "@/components/exports/new-export-lazy";
import { EXPORT_VIEWS } from "@/lib/domain/log/export";
import type { Instant } from "@/lib/domain/base/day";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { Actor } from "@/lib/domain/people/actor";
import { registerZone } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadNames } from "../names";
import { textOf, type Search } from "../search";

const t = translator("exports");
const domain = translator("domain");

interface Given {
  actor: Actor;
  at: Instant;
  /** What the address asks for. */
  search?: Search;
  /** The page that the form is on. */
  home: "/" | "/exports";
}

/** The form for a package, as the address asks for it. */
export async function PackageForm({ actor, at, search = {}, home }: Given) {
  const { participants } = await loadNames(actor, at);
  const address = {
    what: textOf(search.what),
    filter: textOf(search.filter),
    asOf: textOf(search.asOf),
  };
  const asked = exportAsked(address, registerZone());
  return (
    <LazyNewExport
      timeZone={registerZone()}
      latest={at}
      home={home}
      title={t("title")}
      words={newExportWords(asked.rest)}
      asked={asked}
      views={EXPORT_VIEWS.map((what) => ({
        value: what,
        label: t(`view.${what}`),
        meaning: t(`meaning.${what}`),
      }))}
      priorities={PRIORITIES.map((one) => ({
        value: String(one),
        label: `${one} · ${domain(`priority.${one}`)}`,
      }))}
      participants={Object.entries(participants).map(([value, label]) => ({ value, label }))}
    />
  );
}
