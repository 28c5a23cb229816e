import { WebhookTable } from "@/components/history/webhooks/table";
import { webhookWords } from "@/components/history/webhooks/words";
import { TokenTable } from "@/components/people/tokens/table";
import { tokenWords } from "@/components/people/tokens/words";
import { Pager } from "@/components/tables/pager";
import { NoScript } from "@/components/ui/page/no-script";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { loadWebhooks } from "@/lib/history/webhooks/queries";
import { tokenQuery } from "@/lib/people/tokens/filter";
import { loadTokens } from "@/lib/people/tokens/queries";
import { parseListAddress } from "@/lib/schema/listed";
import { RefusedAndNoted } from "../../refused";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("tokens");
const hooks = translator("webhooks");

export const generateMetadata = titled(() => t("programs"));

export default async function ProgramsPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(tokenQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/admin/programs" />;
  const [loaded, webhooks] = await Promise.all([loadTokens(actor, asked.value), loadWebhooks(actor)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/admin/programs" />;
  const { items, next } = loaded.value;
  const words = mayKeepPeople(actor) ? tokenWords() : null;
  const ofAll = webhooks.ok ? webhooks.value : [];
  return (
    <>
      <PageHead title={t("programs")} />
      {words && items.length + ofAll.length > 0 ? <NoScript>{words.noScriptButtons}</NoScript> : null}
      <Section title={t("all")}>
        <p className="text-muted mb-4 max-w-3xl">{t("allText")}</p>
        {items.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <TokenTable tokens={items} caption={t("all")} at={at} withPeople words={words} />
        )}
        <Pager
          href={(cursor) => `/admin/programs${cursor === undefined ? "" : `?cursor=${cursor}`}`}
          next={next}
          further={asked.value.after !== null}
        />
      </Section>
      <Section title={hooks("all")}>
        <p className="text-muted mb-4 max-w-3xl">{hooks("allText")}</p>
        {ofAll.length > 0 ? (
          <WebhookTable
            webhooks={ofAll}
            caption={hooks("all")}
            withPeople
            words={mayKeepPeople(actor) ? webhookWords() : null}
          />
        ) : (
          <p className="text-muted">{hooks("none")}</p>
        )}
      </Section>
    </>
  );
}
