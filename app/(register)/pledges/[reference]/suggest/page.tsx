import { pledgeNames } from "@/components/pledges/pledge-form/names";
import { SuggestForm } from "@/components/pledges/suggestions/suggest-form";
import { suggestWords } from "@/components/pledges/suggestions/words";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { maySuggest } from "@/lib/domain/proposals/suggestion";
import { SUGGESTED_FIELDS } from "@/lib/domain/details/suggested-field";
import { translator } from "@/lib/i18n/translator";
import { loadNames } from "../../../names";
import { loadForEditing } from "../details";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("suggestions");

export const generateMetadata = titled(() => t("new"));

export default async function SuggestPage({ params }: PageOf<"reference">) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const [details, names] = await Promise.all([
    loadForEditing(actor, reference, at, ({ voided }) => maySuggest(actor) && voided === null),
    loadNames(actor, at),
  ]);
  const called = pledgeNames();
  return (
    <>
      <PageHead title={t("new")} />
      <p className={leadLook()}>{t("on", { reference, title: details.title })}</p>
      <p className="mb-4">
        {t("lead", { participant: names.participants[details.participant] ?? details.participant })}
      </p>
      <SuggestForm
        reference={reference}
        title={t("new")}
        fields={SUGGESTED_FIELDS.map((field) => ({ value: field, label: called[field] ?? field }))}
        words={suggestWords()}
      />
    </>
  );
}
