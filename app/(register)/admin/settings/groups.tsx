import { NewSignInGroupForm } from "@/components/people/sign-in-groups/new-group-form";
import { SignInGroupTable } from "@/components/people/sign-in-groups/table";
import { signInGroupWords } from "@/components/people/sign-in-groups/words";
import { roleOptions } from "@/components/people/people/words";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { loadSignInGroups } from "@/lib/people/sign-in-groups/queries";
import { loadDeskOptions } from "../people/desk-options";

const t = translator("sign-in-groups");

/** The rights that the organisation's groups give; shown only where people sign in through it. */
export async function GroupsSection({ actor, at }: { actor: Actor; at: Instant }) {
  const loaded = await loadSignInGroups(actor);
  if (!loaded.ok) return null;
  const words = mayKeepPeople(actor) ? signInGroupWords() : null;
  return (
    <Section title={t("title")} anchor="groups">
      <p className="text-muted mb-4">{t("intro")}</p>
      {loaded.value.length === 0 ? (
        <EmptyState title={t("none")} text={t("noneText")} />
      ) : (
        <SignInGroupTable groups={loaded.value} caption={t("title")} words={words} />
      )}
      {words && loaded.value.length === 1 ? <p className={noticeLook()}>{t("last")}</p> : null}
      {words ? (
        <NewSignInGroupForm
          title={t("add")}
          roles={roleOptions()}
          participants={await loadDeskOptions(actor, at)}
          words={words}
        />
      ) : null}
    </Section>
  );
}
