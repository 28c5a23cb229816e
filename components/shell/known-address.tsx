// Names parameters that the page doesn't know, above the page. A misspelled moment would show the present
// instead of the past, so the page then shows nothing.
import type { ReactNode } from "react";
import { noticeLook } from "@/components/ui/looks";
import { renamedParameter, withoutParameters } from "@/lib/domain/base/page-address";
import { listWords, numberInWords } from "@/lib/i18n/numbers";
import { quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { WhileAsked } from "./while-asked";

const t = translator("shell");

interface Given {
  address: string;
  unknown: readonly { name: string; meant: string | null }[];
}

export function KnownAddress({ address, unknown, children }: Given & { children: ReactNode }) {
  const moment = unknown.find(({ meant }) => meant === "asOf");
  if (moment) return <OtherMoment address={address} name={moment.name} />;
  return (
    <>
      <UnknownParameters {...{ address, unknown }} />
      {children}
    </>
  );
}

/** Nothing where every parameter is known. */
export function UnknownParameters({ address, unknown }: Given) {
  if (unknown.length === 0) return null;
  const names = unknown.map(({ name }) => name);
  const count = unknown.length;
  return (
    <WhileAsked names={names}>
      <section className={noticeLook()} aria-label={t("unknown.label")}>
        <p>{t("unknown.text", { count, names: namesIn(names) })}</p>
        {unknown.slice(0, NAMED).map(({ name, meant }) =>
          meant === null ? null : (
            <p key={name} className="mt-2">
              {t.rich("unknown.meant", {
                name: shown(name),
                meant: quotedWords(meant),
                link: (words) => <a href={renamedParameter(address, name, meant)}>{words}</a>,
              })}
            </p>
          ),
        )}
        <p className="mt-2">
          <a href={withoutParameters(address, names)}>{t("unknown.without", { count })}</a>
        </p>
      </section>
    </WhileAsked>
  );
}

function OtherMoment({ address, name }: { address: string; name: string }) {
  return (
    <div className="state">
      <h1 className="mb-3">{t("unknown.moment.title")}</h1>
      <p>{t("unknown.moment.text", { name: shown(name), meant: quotedWords("asOf") })}</p>
      <p>
        <a href={renamedParameter(address, name, "asOf")}>
          {t("unknown.moment.meant", { meant: quotedWords("asOf") })}
        </a>
      </p>
      <p>
        <a href={withoutParameters(address, [name])}>{t("unknown.moment.now")}</a>
      </p>
    </div>
  );
}

/** An address may hold any text of any length. */
const NAMED = 5;
const LONGEST = 40;

function namesIn(names: readonly string[]): string {
  const more = names.length - NAMED;
  const first = names.slice(0, NAMED).map(shown);
  return listWords(more > 0 ? [...first, t("unknown.more", { count: numberInWords(more) })] : first);
}

const shown = (name: string): string => {
  const text = [...name.replaceAll(/[\p{C}\s]+/gu, " ")];
  return quotedWords(text.length > LONGEST ? `${text.slice(0, LONGEST).join("")}…` : text.join(""));
};
