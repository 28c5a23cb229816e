import { ActButton } from "@/components/form/sending/act-button";
import { StatusMark } from "@/components/ui/marks/mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { ApiToken } from "@/lib/domain/people/token";
import { shortDay } from "@/lib/i18n/dates";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import type { TokenWords } from "./words";

const t = translator("tokens");
const domain = translator("domain");

interface Props {
  tokens: readonly ApiToken[];
  caption: string;
  at: string;
  /** The list is everyone's, so it says who answers for each. */
  withPeople?: boolean;
  /** Null if the reader may revoke none. */
  words: TokenWords | null;
}

export function TokenTable({ tokens, caption, at, withPeople = false, words }: Props) {
  const isOpen = ({ revokedAt, expiresAt }: ApiToken): boolean => revokedAt === null && expiresAt > at;
  const dayWords = (moment: string): string => shortDay(registerDay(moment));
  return (
    <Ledger
      caption={caption}
      rows={tokens}
      rowKey={({ number }) => number}
      columns={[
        {
          heading: t("token"),
          names: true,
          cell: ({ number, name }) => (
            <>
              <b>{t("of", { number })}</b> <span className="text-muted">{name}</span>
            </>
          ),
        },
        ...(withPeople
          ? [
              {
                heading: t("person"),
                cell: ({ person }: ApiToken) => <a href={`/admin/people/${person.id}`}>{person.name}</a>,
              },
            ]
          : []),
        { heading: t("scope"), cell: scopeWords },
        {
          heading: t("used"),
          cell: ({ usedAt }) =>
            usedAt ? dayWords(usedAt) : <span className="text-muted">{t("never")}</span>,
        },
        { heading: t("ends"), cell: ({ expiresAt }) => dayWords(expiresAt) },
        {
          heading: t("state"),
          cell: (token) => <TokenState token={token} open={isOpen(token)} />,
        },
        ...(words
          ? [
              {
                heading: t("revoke"),
                bare: true,
                cell: (token: ApiToken) =>
                  isOpen(token) ? (
                    <ActButton
                      request={{ method: "POST", path: `/tokens/${String(token.number)}/revoke`, body: {} }}
                      done={t("form.revoked", { number: String(token.number) })}
                      look="danger noscript:hidden"
                      words={words}
                    >
                      {t("revokeOf", { number: token.number })}
                    </ActButton>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

function TokenState({ token: { revokedAt }, open }: { token: ApiToken; open: boolean }) {
  if (open) return <StatusMark glyph="tick">{t("open")}</StatusMark>;
  return <StatusMark glyph="lock">{t(revokedAt === null ? "expired" : "revoked")}</StatusMark>;
}

/** "read, change pledges, as Desk officer FR DE" */
function scopeWords({ role, desk, sealed, groups }: ApiToken): string {
  const as = [t("as", { role: domain(`role.${role}`) }), ...desk].join(" ");
  const may = [t("reads"), ...groups.map((group) => t(`group.${group}`)), ...(sealed ? [t("sealed")] : [])];
  return [...may, as].join(", ");
}
