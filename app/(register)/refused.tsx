import { Refused as Shown } from "@/components/shell/refused";
import { notePageRefusal } from "@/lib/auth/page";
import type { Refusal } from "@/lib/domain/refusal";

/** A page that was refused, on the way to whoever asked; the access log hears of it. */
export async function Refused({ refusal, home }: { refusal: Refusal; home: string }) {
  await notePageRefusal(refusal);
  return <Shown refusal={refusal} home={home} />;
}
