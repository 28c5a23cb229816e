import { Ledger } from "@/components/ui/ledger/ledger";
import { StatusMark } from "@/components/ui/marks/mark";
import { isDelivered, type Webhook, type WebhookAttempt } from "@/lib/domain/log/webhook";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("webhooks");

interface Props {
  webhook: Pick<Webhook, "name"> & { deliveries: readonly WebhookAttempt[] };
}

/** The last attempts to send to a webhook, newest first. */
export function DeliveryTable({ webhook: { name, deliveries } }: Props) {
  return (
    <Ledger
      caption={t("sentTo", { name })}
      rows={deliveries}
      rowKey={({ sentAt, through, attempt }) => `${sentAt} ${String(through)} ${String(attempt)}`}
      columns={[
        { heading: t("sent.when"), names: true, cell: ({ sentAt }) => shortMoment(sentAt) },
        {
          heading: t("sent.entries"),
          cell: ({ after, through }) => t("sent.range", { first: after + 1, through }),
        },
        { heading: t("sent.attempt"), cell: ({ attempt }) => String(attempt) },
        { heading: t("sent.answer"), cell: (attempt) => <AnswerMark attempt={attempt} /> },
      ]}
    />
  );
}

function AnswerMark({ attempt: { status, fault } }: { attempt: WebhookAttempt }) {
  const words = fault === null ? String(status) : t(`sent.fault.${fault}`);
  return <StatusMark glyph={isDelivered(status) ? "tick" : "x"}>{words}</StatusMark>;
}
