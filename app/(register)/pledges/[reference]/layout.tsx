import type { ReactNode } from "react";
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { referenceLook } from "@/components/ui/looks";
import { readerLanguage } from "@/lib/auth/page";
import { isCoalitionOnly } from "@/lib/i18n/coalition-only";

interface Props {
  children: ReactNode;
  params: Promise<{ reference: string }>;
}

/** Every page of a pledge carries its coalition mark, its forms too. */
export default async function PledgeLayout({ children, params }: Props) {
  const [{ reference }] = await Promise.all([params, readerLanguage()]);
  return (
    <>
      {isCoalitionOnly(reference) ? (
        <p>
          <span className={referenceLook()}>{reference}</span>
          <CoalitionMark reference={reference} />
        </p>
      ) : null}
      {children}
    </>
  );
}
