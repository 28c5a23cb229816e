// Variables by name, and what may be decided of each.
import type { Assumption } from "../assumption";
import type { Literal, Variable } from "./formula";
import type { OpenChoice } from "./problem";

interface Known extends Variable {
  choices: Map<number, { means: Assumption; needs: Literal[] }>;
}

export class VariablePlaces {
  private readonly known: Known[] = [];
  private readonly places = new Map<string, number>();

  /** In an order that doesn't depend on how they were found. */
  all(): { variables: Variable[]; choices: OpenChoice[]; means: Assumption[] } {
    const inOrder = this.known
      .map((_, place) => place)
      .sort((a, b) => (this.keyOf(a) < this.keyOf(b) ? -1 : 1));
    const found = inOrder.flatMap((variable) =>
      [...(this.known[variable]?.choices ?? [])]
        .sort(([a], [b]) => a - b)
        .map(([value, { means, needs }]) => ({ choice: { variable, value, needs }, means })),
    );
    return {
      variables: this.known.map(({ key, now }) => ({ key, now })),
      choices: found.map(({ choice }) => choice),
      means: found.map(({ means }) => means),
    };
  }

  protected placeOf(key: string, now: number): number {
    const place = this.places.get(key);
    if (place !== undefined) return place;
    this.places.set(key, this.known.length);
    return this.known.push({ key, now, choices: new Map() }) - 1;
  }

  protected open(place: number, value: number, means: Assumption, needs: Literal[] = []): void {
    this.known[place]?.choices.set(value, { means, needs });
  }

  protected now(place: number): number {
    return this.known[place]?.now ?? 0;
  }

  private readonly keyOf = (place: number): string => this.known[place]?.key ?? "";
}
