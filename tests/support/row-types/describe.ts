// Finds each SQL query whose rows are given a type, and describes that type.
import path from "node:path";
import ts from "typescript";
import type { AskedCall, Description } from "./shape";
import { Shapes } from "./type-shape";

type Call = ts.CallExpression | ts.TaggedTemplateExpression;

/** These run queries, and so does each function whose callers choose the row type. */
const ASKING = new Set(["query", "$queryRaw", "streamed"]);

/** All SQL is in lib/db, whose pool is private. */
export function describeLib(root: string): Description {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const ours = { ...config, include: ["lib/db/**/*.ts"] };
  const { options, fileNames } = ts.parseJsonConfigFileContent(ours, ts.sys, root);
  const program = ts.createProgram(fileNames, { ...options, types: ["node"], incremental: false });
  return describeCalls(program, root);
}

export function describeCalls(program: ts.Program, root: string): Description {
  const checker = program.getTypeChecker();
  const shapes = new Shapes(checker);
  const files = program.getSourceFiles().filter(({ fileName }) => isOwn(root, fileName));
  const calls = files.flatMap((file) => callsIn(file));
  const wrappers = new Set<ts.Node>();
  const found = new Map<Call, ts.Type | null>();
  for (let before = -1; before < wrappers.size;) {
    before = wrappers.size;
    const names = new Set([...wrappers].map(nameOfFunction));
    for (const call of calls) {
      const name = nameOf(call);
      if (found.has(call) || !(ASKING.has(name) || names.has(name))) continue;
      const { declaration } = signatureOf(checker, call);
      if (!ASKING.has(name) && !(declaration && wrappers.has(declaration))) continue;
      const row = rowOf(checker, call);
      if (!row && !ASKING.has(name)) throw new Error(`${call.getText()}: its rows aren't in what it returns`);
      const parameter = row && parameterIn(row);
      if (parameter) wrappers.add(functionOf(parameter));
      found.set(call, row);
    }
  }
  const described = [...found].flatMap(([call, row]) =>
    !row || parameterIn(row) || isUntyped(checker, row) ? [] : [callOf(root, shapes, call, row)],
  );
  return { calls: described, types: shapes.types };
}

const isOwn = (root: string, file: string): boolean =>
  file.startsWith(`${root}/`) && !/\.d\.ts$|\/node_modules\/|\/generated\//.test(file);

function callsIn(node: ts.Node): Call[] {
  const found: Call[] = ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node) ? [node] : [];
  ts.forEachChild(node, (child) => void found.push(...callsIn(child)));
  return found;
}

function nameOf(call: Call): string {
  const called = ts.isCallExpression(call) ? call.expression : call.tag;
  if (ts.isPropertyAccessExpression(called)) return called.name.text;
  return ts.isIdentifier(called) ? called.text : "";
}

/** From a promise of rows, a promise of an answer with rows, or the function that a stream calls with each row. */
function rowOf(checker: ts.TypeChecker, call: Call): ts.Type | null {
  const signature = signatureOf(checker, call);
  const shape = nameOf(call) === "streamed" && signature.parameters[1];
  if (shape) {
    const [row] = checker.getTypeOfSymbolAtLocation(shape, call).getCallSignatures()[0]?.parameters ?? [];
    return row ? checker.getTypeOfSymbolAtLocation(row, call) : null;
  }
  const answer = checker.getAwaitedType(signature.getReturnType());
  const rows = answer?.getProperty("rows");
  const list = rows ? checker.getTypeOfSymbolAtLocation(rows, call) : answer;
  return (list && checker.getIndexTypeOfType(list, ts.IndexKind.Number)) ?? null;
}

/** From `Row`, or from `Row & QueryResultRow`. */
const parameterIn = (row: ts.Type): ts.Type | undefined =>
  (row.isIntersection() ? row.types : [row]).find((part) => part.isTypeParameter());

/** No row type is asserted. The linter forbids using such rows. */
function isUntyped(checker: ts.TypeChecker, row: ts.Type): boolean {
  const columns = checker.getIndexTypeOfType(row, ts.IndexKind.String) ?? row;
  return (
    row.getProperties().length === 0 && (columns.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0
  );
}

function functionOf(parameter: ts.Type): ts.Node {
  const around = parameter.symbol.declarations?.[0]?.parent;
  if (around && ts.isFunctionLike(around) && nameOfFunction(around) !== "") return around;
  throw new Error(`${around?.getText() ?? parameter.symbol.name}: its callers can't be found`);
}

function nameOfFunction(node: ts.Node): string {
  const named = ts.isVariableDeclaration(node.parent) ? node.parent : (node as ts.FunctionDeclaration);
  return named.name?.getText() ?? "";
}

function signatureOf(checker: ts.TypeChecker, call: Call): ts.Signature {
  const signature = checker.getResolvedSignature(call);
  if (!signature) throw new Error(`${call.getText()}: not understood`);
  return signature;
}

function callOf(root: string, shapes: Shapes, call: Call, row: ts.Type): AskedCall {
  const source = call.getSourceFile();
  const place = (position: number): [number, number] => {
    const { line, character } = source.getLineAndCharacterOfPosition(position);
    return [line + 1, character + 1];
  };
  const file = path.relative(root, source.fileName);
  const from = place(call.getStart());
  try {
    const json = nameOf(call) === "ask" ? ({ mayBeJson: true } as const) : {};
    return { file, from, to: place(call.getEnd()), row: shapes.of(row), ...json };
  } catch (error) {
    throw new Error(`${file}:${from[0]}: ${error instanceof Error ? error.message : "not understood"}`, {
      cause: error,
    });
  }
}
