import { DeliveryTable } from "@/components/history/webhooks/deliveries";
import { NewWebhookForm } from "@/components/history/webhooks/new-webhook-form";
import { WebhookTable } from "@/components/history/webhooks/table";
import { hearsOptions, webhookWords } from "@/components/history/webhooks/words";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { loadOwnDeliveries } from "@/lib/history/webhooks/queries";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("webhooks");

export const generateMetadata = titled(() => t("title"));

export default async function WebhooksPage() {
  const { actor } = await requireActorPage();
  const loaded = await loadOwnDeliveries(actor);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/profile" />;
  const own = loaded.value;
  const words = webhookWords();
  return (
    <>
      <PageHead title={t("title")} />
      <p className="text-muted mb-4 max-w-3xl">{t("lead")}</p>
      <Section title={t("own")}>
        {own.length === 0 ? (
          <p className="text-muted">{t("nothing")}</p>
        ) : (
          <WebhookTable webhooks={own} caption={t("own")} words={words} />
        )}
      </Section>
      {own
        .filter(({ deliveries }) => deliveries.length > 0)
        .map((webhook) => (
          <Section key={webhook.id} title={t("sentTo", { name: webhook.name })}>
            <DeliveryTable webhook={webhook} />
          </Section>
        ))}
      <Section title={t("newTitle")}>
        <NewWebhookForm title={t("newTitle")} types={hearsOptions()} words={words} />
      </Section>
    </>
  );
}
