// An amount that the next one explains: "a company, i.e. 110 soldiers at most".
import type { Suggestion } from "../../suggestion";

/** "a battalion of around 800 soldiers": the soldiers. */
export function isMadeUpOf(text: string, one: Suggestion, next: Suggestion | undefined): boolean {
  if (one.type !== "quantity" || next?.type !== "quantity" || next.value.unit !== "PERSON") return false;
  if (FORMATIONS.has(one.value.unit ?? "") && EXPLAINS.test(text.slice(one.end, next.start))) return true;
  return /^(?:(?: more| further| de plus| supplémentaires))?(?: of| de| d['’]|,? чисельністю| у складі| à effectif de|, (?:with|avec)|, тобто|,? soit|,? or| загалом| \()[   ]?$/u.test(
    text.slice(one.end, next.start),
  );
}

/** "12 radars, four of which …". */
export const PART_OF =
  /^,? (?!(?:most|much|part) )(?:[\p{L}\d-]+ ){1,3}of (?:which|whom|them) $|^,? (?:dont|з яких|із яких|з них|із них) [\p{L}\d]+ $/iu;

/** "Of the 40 vehicles, 12 will go": the forty aren't promised. */
export const OF_THOSE =
  /(?:^|[.;:] )(?:out )?(?:of|among|sur|parmi) (?:the|these|those|its|our|all|les|ces|ses|nos) $/iu;

/** "30 billion, of which 18 billion for its military needs": part of the first, unless it has a verb. */
export const isPartOf = (ahead: string, behind: string): boolean =>
  /(?<![\p{L}])(?:of which|including|dont|y compris|parmi lesquels) (?:(?:some|about|around|up to|nearly|at least|environ|quelque|près de) )?$/iu.test(
    ahead,
  ) &&
  !/^ (?:[\p{L}']+ ){0,3}?(?:is|are|will|would|goes?|ira|iront|va|vont|est|sont|ser\p{L}+)(?![\p{L}])/u.test(
    behind,
  );

/** Units whose people may follow: "a protection company, i.e. 110 soldiers at most". */
const FORMATIONS: ReadonlySet<string> = new Set(["COMPANY", "BATTALION", "BRIGADE"]);
const NEARLY =
  "(?:some|about|around|up to|at most|roughly|approximately|nearly|d['’]environ|environ|quelque|près de|близько|до|щонайбільше|приблизно|щонайменше|не менше|понад|майже)";
const EXPLAINS = new RegExp(
  String.raw`^(?:(?! (?:and|et|plus|та|і|й|а також)(?![\p{L}]))[  ][\p{L}\d'’-]+){0,7}(?:(?:,? ?\(|(?:,| [–—-]|;)? (?:i\.e\.|that is(?: to say)?|that means|in other words|in all|or|meaning|namely|numbering|totalling|of|with|soit|c['’]est-à-dire|autrement dit|c['’]est à dire|ou|à savoir|au total|forte? d(?:e|['’])|d['’]un effectif d(?:e|['’])|comptant|d['’]|de|тобто|або|це|а саме|інакше кажучи|себто|чисельністю|загалом|у складі)),?[  ]?(?:про |в |de )?(?:${NEARLY})?|,? ${NEARLY}| [–—-](?: ${NEARLY})?)[  ]?$`,
  "iu",
);
