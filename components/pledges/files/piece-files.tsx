import { Glyph } from "@/components/ui/marks/glyph";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import { bytesInWords } from "@/lib/i18n/words/file-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { Checksum } from "./checksum";
import { fileHref } from "./source-files";

const t = translator("files");

export function PieceFiles({ files = [] }: { files?: readonly AttachedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2" aria-label={t("attachedTo")}>
      {files.map(({ id, name, type, bytes, sha256, by, at }) => (
        <li className="flex gap-2 m-0 px-0 py-1 border-0" key={id}>
          <Glyph name="doc" className="mt-1" />
          <div>
            <a className="wrap-anywhere" href={fileHref(id)} download aria-label={t("download", { name })}>
              {name}
            </a>
            <span className="text-muted">
              {` ${t(`type.${type}`)}, ${bytesInWords(bytes)}, `}
              {t("attachedBy", { who: by, day: dayInWords(registerDay(at)) })}
            </span>
            <Checksum sha256={sha256} />
          </div>
        </li>
      ))}
    </ul>
  );
}
