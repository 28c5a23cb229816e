import { CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import { PLEDGE_PIECE_FIELDS, type Evidence } from "@/lib/domain/pledge/evidence";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { moneyEnds, moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { NUMBERED_KINDS, QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import type { Prisma } from "../generated/client";
import type { ContributionModel, EvidenceModel, SourceModel } from "../generated/models";
import {
  atAndReason,
  date,
  dateOrNull,
  dayColumn,
  dayOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  jsonOrNull,
  numberOrNull,
  oneOfColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import { columnsOf } from "./columns";

const LINE = columnsOf(CONTRIBUTION_FIELDS);
const PIECE = columnsOf(PLEDGE_PIECE_FIELDS);

/** The fields of evidence that cite its source. */
export const CITED = {
  id: true,
  publisher: true,
  url: true,
  title: true,
  publishedOn: true,
  language: true,
  ownership: true,
} as const satisfies Prisma.SourceSelect;

export type EvidenceRow = Stored<EvidenceModel> & {
  readonly source: Stored<Pick<SourceModel, keyof typeof CITED>>;
};

export const contributionOf = (row: Stored<ContributionModel>): Contribution => ({
  id: row.id,
  ...LINE.fromRow(row),
  quantity: {
    kind: oneOfColumn(QUANTITY_KINDS, row.quantityKind),
    min: numberOrNull(row.quantityMin),
    max: numberOrNull(row.quantityMax),
    unit: oneOfOrNull(UNITS, row.quantityUnit),
    asStated: row.quantityAsStated,
    ...(row.quantityCommitment === null ? {} : { commitment: row.quantityCommitment }),
  },
  money: moneyOf(row),
  caveats: fromJson(row.caveats),
  allocated:
    row.allocatedOn === null
      ? null
      : {
          quantity: fromJson(row.allocatedQuantity),
          money: fromJson(row.allocatedMoney),
          on: dayColumn(row.allocatedOn),
        },
  sameAs: fromJson(row.sameAs),
});

export const evidenceFromRow = (row: EvidenceRow): Evidence => {
  const files = fromJson<NonNullable<Evidence["files"]>>(row.files);
  return {
    id: row.id,
    source: {
      id: row.source.id,
      publisher: row.source.publisher,
      url: row.source.url,
      title: row.source.title,
      publishedOn: dayOrNull(row.source.publishedOn),
      language: row.source.language,
      ownership: oneOfColumn(OWNERSHIPS, row.source.ownership),
    },
    ...PIECE.fromRow(row),
    ...(files.length === 0 ? {} : { files }),
    ...(row.spanStart === null || row.spanEnd === null
      ? {}
      : { span: { start: row.spanStart, end: row.spanEnd } }),
    recordedAt: instantColumn(row.recordedAt),
    retracted: atAndReason(row.retractedAt, row.retractReason),
  };
};

export const contributionRows = (record: Pledge) =>
  record.contributions.map(
    ({ quantity, money, allocated, sameAs, ...line }, position) =>
      ({
        id: line.id,
        pledgeId: record.id,
        position,
        ...LINE.toRow(line),
        quantityKind: quantity.kind,
        quantityMin: quantity.min,
        quantityMax: quantity.max,
        quantityUnit: quantity.unit,
        quantityAsStated: quantity.asStated,
        quantityCommitment: quantity.commitment ?? null,
        ...moneyColumns(money),
        caveats: jsonOf(line.caveats),
        removedIn: null,
        allocatedOn: dateOrNull(allocated?.on ?? null),
        allocatedQuantity: jsonOrNull(allocated?.quantity ?? null),
        allocatedMoney: jsonOrNull(allocated?.money ?? null),
        sameAs: jsonOrNull(sameAs ?? null),
      }) satisfies Written<ContributionModel, "moneyStated" | "sameLine">,
  );

export const evidenceRows = (record: Pledge) =>
  record.evidence.map(
    ({ source, retracted, span, files, ...piece }, position) =>
      ({
        id: piece.id,
        pledgeId: record.id,
        sourceId: source.id,
        position,
        ...PIECE.toRow(piece),
        files: jsonOf(files ?? []),
        spanStart: span?.start ?? null,
        spanEnd: span?.end ?? null,
        recordedAt: date(piece.recordedAt),
        retractedAt: dateOrNull(retracted?.at ?? null),
        retractReason: retracted?.reason ?? null,
      }) satisfies Written<EvidenceModel>,
  );

/** A sum in its columns. */
interface MoneyColumns {
  /** The lower end, as it was written. */
  moneyStated: string | null;
  moneyCurrency: string | null;
  moneyKind: string;
  /** Null if the kind has no upper end of its own. */
  moneyMax: string | null;
  moneyAsStated: string | null;
}

export function moneyOf(row: MoneyColumns): Money | null {
  const { moneyStated: min, moneyCurrency: currency, moneyMax: max, moneyAsStated: asStated } = row;
  if (min === null || currency === null) return null;
  return moneyFrom({ kind: oneOfColumn(NUMBERED_KINDS, row.moneyKind), min, max, currency, asStated });
}

function moneyColumns(money: Money | null) {
  const { kind, min, max, currency, asStated } = money
    ? moneyEnds(money)
    : ({ kind: "EXACT", min: null, max: null, currency: null, asStated: null } as const);
  return {
    moneyAmount: min,
    moneyCurrency: currency,
    moneyKind: kind,
    moneyMax: kind === "RANGE" || kind === "UP_TO" ? max : null,
    moneyAsStated: asStated,
  };
}
