import { fileHref } from "@/components/pledges/files/source-files";
import { noticeLook } from "@/components/ui/looks";
import type { SourceDetails } from "@/lib/domain/details/source-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("passages");
const files = translator("files");

/** The document that a captured text was read from, for comparison; nothing for pasted text. */
export function ReadFromFile({ source }: { source: SourceDetails }) {
  const { readFrom, files: attached = [], withheld } = source;
  const file = attached.find(({ id }) => id === readFrom?.file);
  if (!readFrom || !file) return null;
  const { corrected, whole, sha256 } = readFrom;
  const { name, type, id, retracted } = file;
  return (
    <div className={noticeLook("mb-4")}>
      <p className="wrap-anywhere">
        {t("readFrom", { type, name, corrected: String(corrected), whole: String(whole) })}{" "}
        {t("fileHash", { hash: sha256 })}{" "}
        {withheld.includes(id) ? null : (
          <a href={fileHref(id)} download>
            {files("download", { name })}
          </a>
        )}
      </p>
      {retracted ? <p>{t("fileRetracted", { reason: retracted.reason })}</p> : null}
    </div>
  );
}
