import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { type KnownHandover, handoverState } from "@/lib/domain/people/handover";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Props {
  handovers: readonly KnownHandover[];
  names: Readonly<Record<string, string>>;
}

/** Desks with sealed numbers that wait for the taker or a manager. */
export function OpenHandovers({ handovers, names }: Props) {
  if (handovers.length === 0) return null;
  return (
    <Section id="handovers" title={t("handover.offer.openTitle")}>
      {handovers.map((one) => (
        <div key={one.id} className={noticeLook()}>
          <p>
            {t.rich("handover.offer.open", {
              from: one.from.name,
              to: one.to.name,
              participants: one.participants.map((code) => names[code] ?? code).join(", "),
              b: (chunks) => <b>{chunks}</b>,
            })}
          </p>
          <p>
            {t(`handover.offer.state.${handoverState(one)}`)}.{" "}
            <a href={`/mine/hand-over/${one.id}`}>
              {t("handover.offer.see")}
              <span className="sr-only">
                {" "}
                {one.participants.map((code) => names[code] ?? code).join(", ")}
              </span>
            </a>
          </p>
        </div>
      ))}
    </Section>
  );
}
