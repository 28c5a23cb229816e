import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { inOrder } from "@/lib/i18n/numbers";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { HandOverForm } from "./hand-over-form";

const t = translator("mine");

interface Props {
  /** Whose desk it is; null for the user's own. */
  from: { name: string; email: string } | null;
  choice: {
    takers: { email: string; name: string }[];
    desk: { code: string; pledges: number }[];
    isByGroups: boolean;
  };
  names: Readonly<Record<string, string>>;
  page: string;
}

export function HandOver({ from, choice, names, page }: Props) {
  return (
    <>
      <PageHead title={t("handover.title")} />
      {choice.isByGroups ? null : (
        <p className={leadLook("mb-4")}>
          {t("handover.lead", { whose: from === null ? "own" : "other", name: from?.name ?? "" })}
        </p>
      )}
      {choice.isByGroups || choice.desk.length === 0 ? (
        <p>{choice.isByGroups ? t("handover.byGroups") : t("handover.none")}</p>
      ) : (
        <HandOverForm
          title={t("handover.title")}
          from={from?.email ?? null}
          desk={choice.desk
            .map(({ code, pledges }) => ({ code, pledges, name: names[code] ?? code }))
            .sort((a, b) => inOrder(a.name, b.name))}
          takers={choice.takers.map(({ email, name }) => ({ value: email, label: name }))}
          page={page}
          words={{ ...currentMessages().form, ...currentMessages().mine.handover.form }}
        />
      )}
    </>
  );
}
