import { NotStated } from "@/components/ui/not-stated";
import { isOpen, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";

const ui = translator("ui");

/** Colour marks a missing fact only on an open or suspended pledge: on others nobody has to state it. */
export function Unsaid({ stage }: { stage: Stage }) {
  const words = ui("notStated");
  return isOpen(stage) || stage === "SUSPENDED" ? (
    <NotStated>{words}</NotStated>
  ) : (
    <span className="text-muted">{words}</span>
  );
}
