import { ActButton } from "@/components/form/sending/act-button";
import { StatusMark } from "@/components/ui/marks/mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Webhook } from "@/lib/domain/log/webhook";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import type { WebhookWords } from "./words";

const t = translator("webhooks");
const audit = translator("audit");

interface Props {
  webhooks: readonly Webhook[];
  caption: string;
  /** The list is everyone's, so it says who answers for each. */
  withPeople?: boolean;
  /** Null if the reader may change none. */
  words: WebhookWords | null;
}

export function WebhookTable({ webhooks, caption, withPeople = false, words }: Props) {
  return (
    <Ledger
      caption={caption}
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("name"),
          names: true,
          cell: ({ name, url }) => (
            <>
              <b>{name}</b> <span className="text-muted">{new URL(url).host}</span>
            </>
          ),
        },
        ...(withPeople
          ? [
              {
                heading: t("person"),
                cell: ({ person }: Webhook) => <a href={`/admin/people/${person.id}`}>{person.name}</a>,
              },
            ]
          : []),
        {
          heading: t("hears"),
          cell: ({ types }) =>
            types.length === 0 ? t("everything") : types.map((type) => audit(`type.${type}`)).join(", "),
        },
        { heading: t("state"), cell: (webhook) => <WebhookState webhook={webhook} /> },
        { heading: t("last"), cell: ({ last }) => lastWords(last) },
        ...(words
          ? [
              {
                heading: t("change"),
                bare: true,
                cell: ({ id, name, paused }: Webhook) => (
                  <div className="flex flex-wrap gap-2">
                    <ActButton
                      request={{
                        method: "POST",
                        path: `/webhooks/${id}/pause`,
                        body: { paused: paused === null },
                      }}
                      done={words.changed}
                      words={words}
                    >
                      {t(paused === null ? "pause" : "resume", { name })}
                    </ActButton>
                    <ActButton
                      request={{ method: "POST", path: `/webhooks/${id}/remove`, body: {} }}
                      done={words.removed}
                      look="danger"
                      words={words}
                    >
                      {t("remove", { name })}
                    </ActButton>
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function WebhookState({ webhook: { paused, nextAt } }: { webhook: Webhook }) {
  if (paused !== null) return <StatusMark glyph="lock">{t(`paused.${paused}`)}</StatusMark>;
  return nextAt === null ? (
    <StatusMark glyph="tick">{t("going")}</StatusMark>
  ) : (
    <StatusMark glyph="waiting">{t("waiting", { when: shortMoment(nextAt) })}</StatusMark>
  );
}

function lastWords(last: Webhook["last"]): string {
  if (last === null) return t("never");
  const when = shortMoment(last.sentAt);
  return last.fault === null
    ? t("answered", { status: String(last.status), when })
    : t(`fault.${last.fault}`, { when });
}
