import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { Section } from "@/components/ui/page/section";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import { bytesInWords } from "@/lib/i18n/words/file-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Checksum } from "./checksum";

const t = translator("files");
const COLUMNS = ["name", "type", "size", "hash", "by"] as const;

interface Props {
  files: readonly AttachedFile[];
  /** Null when the user may not attach a file. */
  attachHref: string | null;
  /** Null when the user may not retract a file. */
  retractHref: ((file: string) => string) | null;
  /** Whether the user may download retracted files. */
  takesRetracted: boolean;
  withheld: readonly string[];
}

export function SourceFiles({ files, attachHref, ...row }: Props) {
  return (
    <Section
      id="files"
      title={t("title")}
      aside={
        attachHref === null ? (
          <p>{t("count", { count: files.length })}</p>
        ) : (
          <a className={buttonLook("plain")} href={asOfHref(attachHref)}>
            <Glyph name="plus" />
            {t("field")}
          </a>
        )
      }
    >
      {files.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
      {files.length > 0 ? (
        <table className="ledger stack">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className={name === "size" ? "number" : undefined}>
                  {t(`column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileRow key={file.id} file={file} {...row} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}

function FileRow({
  file: { id, name, type, bytes, sha256, by, at, retracted },
  retractHref,
  takesRetracted,
  withheld,
}: { file: AttachedFile } & Omit<Props, "files" | "attachHref">) {
  const called = retracted ? <s>{name}</s> : name;
  return (
    <tr>
      <th scope="row" className="documents">
        {withheld.includes(id) && !takesRetracted ? (
          called
        ) : (
          <a className="wrap-anywhere" href={fileHref(id)} download aria-label={t("download", { name })}>
            {called}
          </a>
        )}
        {retracted ? (
          <p className="source-line">
            {t("retracted", {
              who: retracted.by,
              day: shortDay(registerDay(retracted.at)),
              reason: retracted.reason,
            })}
          </p>
        ) : null}
      </th>
      <td data-l={t("column.type")}>{t(`type.${type}`)}</td>
      <td data-l={t("column.size")} className="number whitespace-nowrap">
        {bytesInWords(bytes)}
      </td>
      <td data-l={t("column.hash")}>
        <Checksum sha256={sha256} />
      </td>
      <td data-l={t("column.by")}>
        <div>
          {by}
          <br />
          <span className="text-muted">{shortDay(registerDay(at))}</span>
          {retracted || retractHref === null ? null : (
            <>
              <br />
              <a href={asOfHref(retractHref(id))} aria-label={t("retractNamed", { name })}>
                {t("retract")}
              </a>
            </>
          )}
        </div>
      </td>
    </tr>
  );
}

export const fileHref = (id: string): string => `/api/v1/files/${id}`;
