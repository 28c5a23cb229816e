// Both records side by side. Differences are marked in words and by a line, not by colour alone.
import { type PointView, pointName } from "@/components/history/changes/moments";
import { Glyph } from "@/components/ui/marks/glyph";
import { Section } from "@/components/ui/page/section";
import { registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import type { CompareRow } from "./rows";

const t = translator("changes");

interface Given {
  title: string;
  id: string;
  rows: readonly CompareRow[];
  from: PointView;
  to: PointView;
}

export function CompareTable({ title, id, rows, from, to }: Given) {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <table className="ledger stack two-sided">
        <thead>
          <tr>
            <th className="first:w-[22%] max-md:first:w-auto" scope="col">
              {t("compare.field")}
            </th>
            {[from, to].map((point) => (
              <th className="first:w-[22%] max-md:first:w-auto" key={point.at} scope="col">
                {pointName(point)} {point.baseline === null ? registerZoneName() : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th className="first:w-[22%] max-md:first:w-auto" scope="row">
                {row.name}
                {row.differs ? (
                  <span className="block text-waiting-ink text-caption">
                    <Glyph name="quality" size={12} /> {t("compare.differs")}
                  </span>
                ) : null}
              </th>
              <td className="wrap-anywhere w-[39%] max-md:w-auto" data-l={pointName(from)}>
                <Values values={row.from} other={row.to} as="del" />
              </td>
              <td className="wrap-anywhere w-[39%] max-md:w-auto" data-l={pointName(to)}>
                <Values values={row.to} other={row.from} as="ins" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Marks what only one side has. */
function Values({
  values,
  other,
  as: Marked,
}: {
  values: readonly string[];
  other: readonly string[];
  as: "del" | "ins";
}) {
  if (values.length === 0) return <span className="text-muted">{t("compare.none")}</span>;
  const words = values.map((text) => (other.includes(text) ? text : <Marked key={text}>{text}</Marked>));
  if (words.length === 1) return <span>{words}</span>;
  return (
    <ul>
      {values.map((text, index) => (
        <li key={text}>{words[index]}</li>
      ))}
    </ul>
  );
}
