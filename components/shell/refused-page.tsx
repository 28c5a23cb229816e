// The page for a refusal: a role that may not ask, or an address of something that doesn't exist.
import { notFound } from "next/navigation";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { codeLook } from "@/components/ui/looks";
import type { Refusal } from "@/lib/domain/base/refusal";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/words/refusal-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("shell");

/** `home`: the page without its parameters. `why`: which role the page is for. */
export function RefusedPage({
  refusal,
  home,
  why,
}: {
  refusal: Refusal;
  home: string;
  why?: string | undefined;
}) {
  if (refusal.code === "not-found") notFound();
  return refusal.code === "invalid" ? (
    <WrongAddress errors={refusal.errors ?? []} home={home} />
  ) : (
    <NotForYou refusal={refusal} why={why} />
  );
}

function WrongAddress({ errors, home }: { errors: NonNullable<Refusal["errors"]>; home: string }) {
  return (
    <div className="state">
      <h1 className="mb-3">{t("wrongAddress.title")}</h1>
      <ul>
        {errors.map((error) => (
          <li key={error.path}>
            <span className={codeLook()}>{error.path}</span>
            {colon()} {fieldErrorWords(error)}
          </li>
        ))}
      </ul>
      <p>
        <a href={asOfHref(home)}>{t("wrongAddress.clear")}</a>
      </p>
    </div>
  );
}

function NotForYou({ refusal, why }: { refusal: Refusal; why: string | undefined }) {
  const { title, detail } = refusalWords(refusal);
  return (
    <EmptyState level={1} title={title} text={why ?? detail}>
      <a href={asOfHref("/")}>{t("notFound.home")}</a>
    </EmptyState>
  );
}
