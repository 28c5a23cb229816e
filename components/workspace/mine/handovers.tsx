import { Ago } from "@/components/tables/ago";
import { noticeLook } from "@/components/ui/looks";
import type { KnownHandover } from "@/lib/domain/people/handover";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Props {
  handovers: readonly KnownHandover[];
  names: Readonly<Record<string, string>>;
  at: string;
}

export function Handovers({ handovers, names, at }: Props) {
  return handovers.map(({ id, from, participants, pledges, note, createdAt }) => (
    <div key={id} className={noticeLook()}>
      <p>
        {t.rich("handover.taken", {
          from: from.name,
          participants: participants.map((code) => names[code] ?? code).join(", "),
          pledges,
          b: (chunks) => <b>{chunks}</b>,
        })}{" "}
        <Ago at={createdAt} now={at} />
      </p>
      <p>
        <q>{note}</q>
      </p>
    </div>
  ));
}
