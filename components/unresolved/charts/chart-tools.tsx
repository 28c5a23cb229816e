import { asOfHref } from "@/components/ui/address/as-of-href";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { PictureButton } from "./picture";

const t = translator("charts");

export interface PictureFacts {
  at: string;
  marking: string;
}

interface Props extends PictureFacts {
  /** Of the element that holds the drawings, and the name of the file. */
  id: string;
  finding: string;
  /** The table of its figures; null: another link has it. */
  data: string | null;
}

/** A drawing's picture and data, each with its moment and marking. */
export const ChartTools = ({ id, finding, data, at, marking }: Props) => (
  <p className="flex shrink-0 gap-4 text-ui">
    <PictureButton
      of={id}
      label={t("picture")}
      file={id}
      title={finding}
      foot={[t("asOf", { when: longMoment(at), zone: registerZoneName() }), marking]}
    />
    {data === null ? null : <a href={asOfHref(data)}>{t("data")}</a>}
  </p>
);
