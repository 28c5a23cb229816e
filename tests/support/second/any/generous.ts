// A small register in which offers mostly fit and count, so that requirements are within reach.
import type { SmallRegister } from "../register";

/** Every pledge that `kept` doesn't leave alone is offered whole for the requirement it comes to. */
export function generous(register: SmallRegister, kept: readonly boolean[]): SmallRegister {
  const isKept = (place: number): boolean => kept[place] === true;
  const pledges = register.pledges.map((pledge, place) => {
    if (isKept(place)) return pledge;
    const isOver = pledge.supersededBy !== null;
    const contributions = pledge.contributions.map((line) => ({
      ...line,
      kind: "TROOPS" as const,
      domain: "LAND" as const,
      location: "IN_UKRAINE" as const,
      caveats: [],
    }));
    return isOver ? { ...pledge, contributions } : { ...pledge, contributions, voided: null };
  });
  const requirements = register.requirements.map((one) => ({
    ...one,
    capability: "TROOPS" as const,
    domain: "LAND" as const,
    location: "IN_UKRAINE" as const,
    closed: null,
  }));
  const [first] = register.offers;
  const offers = pledges.flatMap((pledge, place) =>
    isKept(place) || first === undefined
      ? []
      : pledge.contributions.flatMap(({ id }) =>
          requirements.map(({ reference }) => ({
            ...first,
            ...{ id: `offer-${id}-${reference}`, requirement: reference, pledge: pledge.reference },
            ...{ contribution: id, withdrawn: null },
          })),
        ),
  );
  return { ...register, pledges, requirements, offers: [...register.offers, ...offers] };
}
