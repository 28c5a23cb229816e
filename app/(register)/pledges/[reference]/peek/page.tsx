import { PledgeInShort } from "@/components/pledges/peek/peek";
import { PageHead } from "@/components/ui/page/page-head";
import { momentOf } from "@/lib/domain/base/as-of";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadNames } from "../../../names";
import { readAt } from "../../../read-at";
import { RefusedAndNoted } from "../../../refused";
import { titled } from "../../../../titled";
import { loadDetails } from "../details";
import type { PageOf } from "../../../search";

const t = translator("lists");

export const generateMetadata = titled(() => t("peek.title"));

/** A pledge in short: the list shows it in its panel, a phone as a page. */
export default async function PeekPage({ params }: PageOf<"reference">) {
  const [{ actor, at, viewer }, { reference }] = await Promise.all([readAt(), params]);
  const [details, names] = await Promise.all([loadDetails(actor, reference, at), loadNames(actor, at)]);
  if (details === null) return <RefusedAndNoted refusal={{ code: "role" }} home="/pledges" />;
  return (
    <>
      <PageHead title={t("peek.title")} />
      <PledgeInShort pledge={details} {...{ names, viewer }} today={registerDay(momentOf(at))} />
    </>
  );
}
