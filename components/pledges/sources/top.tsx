import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import { RecordHead } from "@/components/ui/page/record-head";
import type { SourceDetails } from "@/lib/domain/details/source-details";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("sources");
const domain = translator("domain");

export function SourceTop({ source }: { source: SourceDetails }) {
  const { title, publisher, publishedOn, language, ownership, pledges, url } = source;
  return (
    <RecordHead
      title={title ?? publisher}
      {...(title === null ? {} : { lang: language })}
      meta={
        <>
          {title === null ? null : <span>{publisher}</span>}
          {publishedOn === null ? null : <span>{dayInWords(publishedOn)}</span>}
          <span>{domain(`ownership.${ownership}`)}</span>
        </>
      }
    >
      <p className="pline">
        <a href="#evidence">{t("citedBy", { count: pledges })}</a>
        {isWebAddress(url) ? (
          <a className="status-mark text-text font-semibold" href={asOfHref(url)} rel="noopener noreferrer">
            <Glyph name="doc" />
            {t("read", { host: new URL(url).host })}
          </a>
        ) : null}
      </p>
    </RecordHead>
  );
}

/** A record may hold any text; only a web address becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}
