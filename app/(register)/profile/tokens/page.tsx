import { NewTokenForm } from "@/components/people/tokens/new-token-form";
import { TokenTable } from "@/components/people/tokens/table";
import { dayOptions, groupOptions, tokenRoleOptions, tokenWords } from "@/components/people/tokens/words";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { maySealTokens } from "@/lib/domain/people/token";
import { translator } from "@/lib/i18n/translator";
import { loadOwnTokens } from "@/lib/people/tokens/queries";
import { loadNames } from "../../names";
import { titled } from "../../../titled";

const t = translator("tokens");

export const generateMetadata = titled(() => t("title"));

export default async function TokensPage() {
  const { actor, at } = await requireActorPage();
  const [tokens, names] = await Promise.all([loadOwnTokens(actor), loadNames(actor, at)]);
  const own = tokens.ok ? tokens.value : [];
  const participants = Object.entries(names.participants)
    .filter(([code]) => actor.role === "MANAGER" || actor.desk.includes(code))
    .map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHead title={t("title")} />
      <p className="text-muted mb-4 max-w-3xl">{t("lead")}</p>
      <Section title={t("own")}>
        {own.length === 0 ? (
          <p className="text-muted">{t("nothing")}</p>
        ) : (
          <TokenTable tokens={own} caption={t("own")} at={at} words={tokenWords()} />
        )}
      </Section>
      <Section title={t("newTitle")}>
        <NewTokenForm
          title={t("newTitle")}
          roles={tokenRoleOptions(actor.role)}
          participants={participants}
          sealable={maySealTokens(actor)}
          groups={actor.role === "ADMIN" ? [] : groupOptions()}
          days={dayOptions()}
          words={tokenWords()}
        />
      </Section>
    </>
  );
}
