// Words allowed between a number and its unit: "six new Gripen aircraft", "десять бойових літаків".
import { isHyphen, type TextToken } from "./tokens";

/** Length in tokens of the modifier that begins here; 0: none. */
export function modifierAt(tokens: readonly TextToken[], at: number): number {
  const token = tokens[at];
  if (!token || token.first) return 0;
  if (token.is === "number") return calibreAt(tokens, at);
  if (token.is !== "word") return 0;
  if (token.key === "and") return isCapital(tokens[at - 1]) && isCapital(tokens[at + 1]) ? 1 : 0;
  const length = compoundAt(tokens, at);
  const words = tokens.slice(at, at + length).map(({ key }) => key);
  if (words.some((word) => MEASURES.has(word))) return 0;
  if (isCapital(token)) return length + modelNumber(tokens, at + length);
  if (length > 1) return words.some((word) => COUNTS.test(word)) ? 0 : length;
  return MODIFIERS.has(token.key) || (UKRAINIAN_ADJECTIVE.test(token.key) && !NOT_ADJECTIVES.has(token.key))
    ? 1
    : 0;
}

const isCapital = (token: TextToken | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? "");

/** "155 mm", "155-mm", "155-мм". */
function calibreAt(tokens: readonly TextToken[], at: number): number {
  const hyphen = isHyphen(tokens, at + 1) ? 1 : 0;
  if (!/^(?:mm|мм)$/.test(tokens[at + 1 + hyphen]?.key ?? "")) return 0;
  return 2 + hyphen;
}

/** To the end of a compound: "air-defence", "F-16", "SAMP/T". */
function compoundAt(tokens: readonly TextToken[], at: number): number {
  let length = 1;
  for (;;) {
    const next = tokens[at + length];
    if (next?.glued && (next.is === "word" || next.is === "number")) length += 1;
    else if (next?.glued && /^[-‑/]$/.test(next.text) && tokens[at + length + 1]?.glued) length += 2;
    else return length;
  }
}

/** The "2" of "Leopard 2". */
const modelNumber = (tokens: readonly TextToken[], at: number): number =>
  tokens[at]?.is === "number" && /^\d{1,4}$/.test(tokens[at].text) && !tokens[at].glued ? 1 : 0;

const COUNTS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|day|week|month|year|hour|man|strong)$/;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const MEASURES = set(
  "day days week weeks month months year years hour hours minute minutes percent per cent km kg ton tons tonne tonnes metre metres meter meters mile miles member members state states country countries nation nations",
);

const MODIFIERS = set(
  [
    "single additional more further extra new newer other old older used modern light medium heavy small large big long short main battle combat infantry fighting artillery rocket launch armoured armored mechanised mechanized motorised motorized mountain airborne air airmobile anti antitank tank aircraft aviation defence defense missile launcher mine clearing clearance hunting sweeping countermeasures patrol transport tanker refuelling surveillance reconnaissance maritime naval sea coastal ocean ground land army navy marine amphibious landing special forces force military support logistics logistic logistical medical engineer engineering engineers signals communications command training instructor fighter jet attack strike interceptor early warning radar drone unmanned aerial uncrewed helicopter vehicle ship boat troop personnel howitzer self propelled towed wheeled tracked ballistic cruise guided precision multirole staff liaison police border reserve regular active duty professional volunteer national international multinational allied joint rapid reaction response deployable trained ready highly fully well newly stabilisation stabilization peacekeeping monitoring observer observation security bomb disposal demining bridge bridging cyber electronic warfare intelligence experienced qualified specialised specialized specialist dedicated armed uniformed unarmed civilian male female senior junior young elite strategic tactical operational mobile portable heavily lightly refurbished upgraded advanced separate full entire complete whole fresh offensive defensive interceptors high low range altitude velocity calibre caliber explosive utility cargo field infrared mortar sniper gun assault pilot flight ground-based sensor satellite interception surveillance-drone wounded disabled ambulance rescue firefighting maintenance repair planning ordnance disposal explosive chemical biological radiological nuclear nbc cbrn snow winter arctic alpine riverine river inshore offshore deep water anti-ship antiship submarine torpedo naval air-defence missile-defence hospital surgical dental veterinary trauma burns rehabilitation prosthetic linguistic legal forensic war crimes customs coastguard coast guard bridge road pontoon assault scout recon long-range short-range medium-range midrange second-hand secondhand used decommissioned retired surplus stored spare modernised modernized overhauled repaired brand-new home-made domestically produced made solar diesel electric power gas water purification fire fuel tipper off-road four-wheel cargo passenger infantry-fighting armoured-personnel tracked amphibious night vision thermal kamikaze fpv loitering first-person-view decoy acoustic optical mountain-infantry parachute dismounted battle-tested freshly recently so-called lorry planning headquarters marine-infantry ship-to-shore counter counter-drone electronic-warfare",
    "nouveaux nouvelles nouvel nouvelle autres autre premiers premières petits petites grands grandes gros grosses vieux anciens anciennes futurs futures jeunes derniers dernières",
    "добре повністю новітньо спеціально",
  ].join(" "),
);

/** Genitive and plural adjectives, and feminine or masculine ones after "one". */
const UKRAINIAN_ADJECTIVE =
  /^[\p{Script=Cyrillic}'’-]+(?:их|іх|ими|ькі|ні|ові|еві|єві|чі|ий|ної|ного|ську|ську|ська|ську|ану|овану|ована|ована|нну|нна|ову|ова|йну|йна|тну|тна|ну|ький|ого|ої)$/u;
const NOT_ADJECTIVES = set(
  "дні тижні години сотні їх них цих тих яких усіх всіх інших таких його нього свого того цього всього усього кого кої своїх її неї одного мого твого них україни війни сторони країни новини причини",
);
