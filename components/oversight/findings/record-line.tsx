import { referenceLook, leadLook } from "@/components/ui/looks";
import { RecordMark } from "./record-mark";
import type { TitledRecord } from "@/lib/domain/oversight/record-key";
import { translator } from "@/lib/i18n/translator";
import { keyedRecordHref, shortName } from "./record-href";

const t = translator("findings");

export function RecordLine({ record }: { record: TitledRecord }) {
  const name = shortName(record);
  return (
    <p className={leadLook("mb-4")}>
      {t("sheet.on", { kind: record.kind })}{" "}
      <a className={name === record.key ? referenceLook() : undefined} href={keyedRecordHref(record)}>
        {name}
      </a>
      {name === record.title ? null : <> {record.title}</>}
      <RecordMark record={record} />
    </p>
  );
}
