import { GRAPH_HEAD, LOW, ROW, type GraphColumn, type Kinds } from "./geometry";

/**
 * The vertical middle of each item: in outer columns they are stacked; in those between they are near what
 * they connect, in order.
 */
export function middlesOf(
  columns: readonly GraphColumn[],
  kindOf: Kinds,
  edges: readonly { from: string; to: string }[],
) {
  const middles = new Map<string | number, number>();
  const key = (item: string | number, column: number) =>
    typeof item === "number" ? `${item} ${column}` : item;
  const sizeOf = (item: string | number, look: GraphColumn["look"]): number => {
    if (typeof item === "number") return 5;
    const { height = ROW } = kindOf.get(item) ?? {};
    return look === "between" || height > 2 * LOW ? Math.max(height, LOW) + 14 : height;
  };
  for (const { items, look } of columns) {
    if (look === "between") continue;
    let top = GRAPH_HEAD;
    for (const item of items) {
      const size = sizeOf(item, look);
      middles.set(item, top + size / 2);
      top += size;
    }
  }
  for (const [place, { items, look }] of columns.entries()) {
    if (look !== "between") continue;
    const wanted = items.map((item) => {
      if (typeof item === "string" && item.startsWith("circle ")) return 0;
      const ends =
        typeof item === "number"
          ? [edges[item]?.from, edges[item]?.to]
          : edges.flatMap(({ from, to }) => (from === item ? to : to === item ? from : []));
      const known = ends.flatMap((end) => (end === undefined ? [] : (middles.get(end) ?? [])));
      return known.length === 0 ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length;
    });
    for (const [row, middle] of stacked(
      items.map((item) => sizeOf(item, look)),
      wanted,
    ).entries())
      middles.set(key(items[row] ?? "", place), middle);
  }
  return middles as ReadonlyMap<string | number, number>;
}

/**
 * In order, without overlaps, as near to the wanted middles as can be: colliding neighbours share the shift.
 */
function stacked(sizes: readonly number[], wanted: readonly number[]): number[] {
  const blocks: { size: number; sum: number; count: number; first: number }[] = [];
  for (const [row, size] of sizes.entries()) {
    let block = { size, sum: (wanted[row] ?? 0) - size / 2, count: 1, first: row };
    for (
      let above = blocks.at(-1);
      above && topOf(above) + above.size > topOf(block);
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const joint = block.sum - above.size * block.count;
      block = {
        size: above.size + block.size,
        sum: above.sum + joint,
        count: above.count + block.count,
        first: above.first,
      };
    }
    blocks.push(block);
  }
  const middles: number[] = [];
  for (const [place, block] of blocks.entries()) {
    let top = topOf(block);
    const end = blocks[place + 1]?.first ?? sizes.length;
    for (let row = block.first; row < end; row += 1) {
      const size = sizes[row] ?? 0;
      middles.push(top + size / 2);
      top += size;
    }
  }
  return middles;
}

const topOf = ({ sum, count }: { sum: number; count: number }): number => Math.max(GRAPH_HEAD, sum / count);
