// Turns the compiler's types into shapes. A type that can't be compared with a value is an error, never "anything".
import ts from "typescript";
import type { Shape } from "./shape";

const PRIMITIVES: readonly [ts.TypeFlags, Shape][] = [
  [ts.TypeFlags.String, "string"],
  [ts.TypeFlags.Number, "number"],
  [ts.TypeFlags.Boolean, "boolean"],
  [ts.TypeFlags.BigInt, "bigint"],
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.Undefined, "undefined"],
  [ts.TypeFlags.Unknown, "unknown"],
];
const INSTANCES = new Set(["Date", "Uint8Array", "Buffer"]);

export class Shapes {
  readonly types: Shape[] = [];
  private readonly places = new Map<ts.Type, number>();

  constructor(private readonly checker: ts.TypeChecker) {}

  of(type: ts.Type): Shape {
    const primitive = PRIMITIVES.find(([flag]) => type.flags & flag);
    if (primitive) return primitive[1];
    if (type.isStringLiteral() || type.isNumberLiteral()) return { value: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { value: this.checker.typeToString(type) === "true" };
    if (type.isUnion()) return { oneOf: type.types.map((one) => this.of(one)) };
    if (type.flags & ts.TypeFlags.Instantiable) return this.ofGeneric(type);
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return this.refuse(type);
    const known = this.places.get(type);
    if (known !== undefined) return { type: known };
    const place = this.types.push("unknown") - 1;
    this.places.set(type, place);
    this.types[place] = this.ofObject(type);
    return { type: place };
  }

  /** A type that depends on a parameter is described by its constraint. */
  private ofGeneric(type: ts.Type): Shape {
    const constraint = this.checker.getBaseConstraintOfType(type);
    if (!constraint || constraint === type || constraint.flags & ts.TypeFlags.Unknown)
      return this.refuse(type);
    return this.of(constraint);
  }

  private ofObject(type: ts.Type): Shape {
    const { checker } = this;
    if (type.isIntersection() && type.types.some((part) => !(part.flags & ts.TypeFlags.Object)))
      return this.refuse(type);
    const name = type.symbol?.name;
    if (INSTANCES.has(name) || type.isClass()) return { instance: name };
    if (checker.isTupleType(type)) return { tuple: this.itemsOf(type) };
    const item = checker.isArrayLikeType(type) && checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item) return { list: this.of(item) };
    const properties = checker.getPropertiesOfType(type);
    const others = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const isCalled = checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0;
    if (isCalled || (properties.length === 0 && !others)) return this.refuse(type);
    const members = properties.map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      return [property.name, { shape: this.of(checker.getTypeOfSymbol(property)), optional }] as const;
    });
    return { members: Object.fromEntries(members), ...(others && { others: this.of(others) }) };
  }

  private itemsOf(type: ts.Type): Shape[] {
    const tuple = type as ts.TupleTypeReference;
    if (tuple.target.elementFlags.some((flag) => flag !== ts.ElementFlags.Required)) return this.refuse(type);
    return this.checker.getTypeArguments(tuple).map((one) => this.of(one));
  }

  private refuse(type: ts.Type): never {
    throw new Error(`no value can be compared with the type ${this.checker.typeToString(type)}`);
  }
}
