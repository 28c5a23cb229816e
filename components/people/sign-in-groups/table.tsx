import { ActButton } from "@/components/form/sending/act-button";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { SignInGroup } from "@/lib/domain/people/sign-in-group";
import { translator } from "@/lib/i18n/translator";
import type { SignInGroupWords } from "./words";

const t = translator("sign-in-groups");
const domain = translator("domain");

interface Props {
  groups: readonly SignInGroup[];
  caption: string;
  /** Null if the reader may remove none. */
  words: SignInGroupWords | null;
}

export function SignInGroupTable({ groups, caption, words }: Props) {
  return (
    <Ledger
      caption={caption}
      rows={groups}
      rowKey={({ id }) => id}
      columns={[
        { heading: t("name"), names: true, cell: ({ name }) => <b>{name}</b> },
        { heading: t("gives"), cell: givesWords },
        { heading: t("setBy"), cell: ({ setBy }) => <a href={`/admin/people/${setBy.id}`}>{setBy.name}</a> },
        ...(words
          ? [
              {
                heading: t("remove"),
                bare: true,
                cell: (group: SignInGroup) => (
                  <ActButton
                    request={{ method: "POST", path: `/sign-in-groups/${group.id}/remove`, body: {} }}
                    done={t(groups.length === 1 ? "removedLast" : "removed", { name: group.name })}
                    look="danger noscript:hidden"
                    words={words}
                  >
                    {t("removeOf", { name: group.name })}
                  </ActButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const givesWords = ({ role, desk, sealed }: SignInGroup): string =>
  [domain(`role.${role}`), desk.join(" "), sealed ? t("cleared") : ""].filter(Boolean).join(" · ");
