"use client";
// The only possible meaning of a pledge's words, or of the chosen kind. Offered below the field, never filled
// in automatically.
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { ScriptButton } from "@/components/ui/script-button";
import { DOMAIN_OF, type ContributionKind, type Domain } from "@/lib/domain/pledge/contribution";
import type { Capability } from "@/lib/domain/passages/suggestion";
import type { LineProps } from "./line-props";

interface Props extends LineProps {
  found: readonly Capability[];
}

const MOST = 4;

export function KindFound({ line, found, set, options, words, at }: Props) {
  if (line.kind !== "") return null;
  const kinds = found.filter(({ kind }) => kind !== null).slice(0, MOST);
  return (
    <Found
      lead={words.fromWords}
      offers={kinds.map(({ kind, domain }) => ({
        label: nameOf(kind, domain, options, words),
        applyOffer: () => set({ kind: kind ?? "", domain: line.domain || (domain ?? "") }),
      }))}
      words={words}
      field={`${at}.kind`}
    />
  );
}

export function DomainFound({ line, found, set, options, words, at }: Props) {
  if (line.domain !== "" || line.kind === "") return null;
  const implied = DOMAIN_OF[line.kind as ContributionKind];
  const named = found.filter(({ kind, domain }) => domain !== null && (kind === null || kind === line.kind));
  const domains = implied ? [implied] : [...new Set(named.flatMap(({ domain }) => domain ?? []))];
  return (
    <Found
      lead={implied ? words.fromKind : words.fromWords}
      offers={domains.map((domain) => ({
        label: labelOf(options.domains, domain),
        applyOffer: () => set({ domain }),
      }))}
      words={words}
      field={`${at}.domain`}
    />
  );
}

interface Offer {
  label: string;
  applyOffer: () => void;
}

/** The buttons disappear once one is taken, so the field gets the focus. */
function Found({
  lead,
  offers,
  words,
  field,
}: {
  lead: string | undefined;
  offers: readonly Offer[];
  words: PledgeFormWords;
  field: string;
}) {
  if (offers.length === 0) return null;
  return (
    <p className="text-caption text-muted">
      {lead}{" "}
      {offers.map(({ label, applyOffer }) => (
        <ScriptButton
          key={label}
          className={buttonLook("plain")}
          onClick={() => {
            applyOffer();
            document.getElementById(field)?.focus();
          }}
        >
          {fillIn(words.useFound, { what: label })}
        </ScriptButton>
      ))}
    </p>
  );
}

function nameOf(
  kind: ContributionKind | null,
  domain: Domain | null,
  options: FormOptions,
  words: PledgeFormWords,
) {
  const named = labelOf(options.kinds, kind);
  return domain === null
    ? named
    : fillIn(words.kindAndDomain, { kind: named, domain: labelOf(options.domains, domain) });
}

const labelOf = (options: FormOptions["kinds"], value: string | null): string =>
  options.find((option) => option.value === value)?.label ?? "";
