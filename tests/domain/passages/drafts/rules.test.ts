// The rules of the reader, one sentence each: who, will or may, what, how much.
import { expect, test } from "vitest";
import type { Language } from "@/lib/domain/base/language";
import { textIn } from "@/lib/domain/base/sentences";
import { readIn, said } from "./said";

test.each<[Language, string | null, string, string[]]>([
  [
    "en",
    null,
    "France and Poland will send 200 soldiers.",
    ["FR WILL TROOPS EXACT 200 200 people", "PL WILL TROOPS EXACT 200 200 people"],
  ],
  [
    "en",
    null,
    "France and Poland will jointly send 200 soldiers.",
    ["FR+PL WILL TROOPS EXACT 200 200 people"],
  ],
  [
    "en",
    null,
    "France and Poland will send two and three ships respectively.",
    ["FR WILL MARITIME EXACT 2 2 things", "PL WILL MARITIME EXACT 3 3 things"],
  ],
  [
    "en",
    null,
    "France, Italy and Poland will give €10 million and €20 million respectively.",
    ["FR WILL FUNDING -", "IT WILL FUNDING -", "PL WILL FUNDING -"],
  ],
  [
    "en",
    null,
    "The Netherlands, on behalf of Belgium, will supply 100 trucks.",
    ["NL for BE WILL EQUIPMENT EXACT 100 100 things"],
  ],
  [
    "en",
    null,
    "France will give €200 million and Germany €300 million.",
    ["FR WILL FUNDING EXACT 200000000 200000000 EUR", "DE WILL FUNDING EXACT 300000000 300000000 EUR"],
  ],
  ["en", "GB", "We are ready to train up to 200 soldiers.", ["GB WILL TRAINING UP_TO - 200 people"]],
  ["en", "CA", "We will provide $50 million.", ["CA WILL FUNDING EXACT 50000000 50000000 CAD"]],
  ["en", "JP", "We will provide $50 million.", ["JP WILL FUNDING -"]],
  ["en", "JP", "We will provide 50 million dollars.", ["JP WILL FUNDING EXACT 50000000 50000000 USD"]],
  [
    "en",
    "ES",
    "Spain will send 800 soldiers. The troops would train Ukrainian forces and guard depots.",
    ["ES WILL TROOPS EXACT 800 800 people"],
  ],
  [
    "en",
    "AU",
    "We will provide €160 million in military aid, bringing our total support to more than €1.9 billion since 2022.",
    ["AU WILL FUNDING EXACT 160000000 160000000 EUR"],
  ],
  ["en", null, "Moscow has said it would regard any western troops as targets.", []],
  ["en", "NO", "What we could send is a frigate.", ["NO MAY MARITIME EXACT 1 1 things"]],
  ["en", null, "Italy repeated that not a single soldier would go there.", ["IT WON'T TROOPS -"]],
  ["en", "BG", "We will contribute the minehunter Tsibar.", ["BG WILL MINE_CLEARANCE EXACT 1 1 things"]],
  [
    "en",
    "NO",
    "We will give NOK 85 billion. Of these, about 15 billion will go to air defence.",
    [
      "NO WILL FUNDING EXACT 85000000000 85000000000 NOK",
      "NO WILL FUNDING APPROXIMATE 15000000000 15000000000 NOK",
    ],
  ],
  [
    "en",
    null,
    "Norway and Denmark will each contribute 150 soldiers to a Nordic battalion.",
    ["NO WILL TROOPS EXACT 150 150 people", "DK WILL TROOPS EXACT 150 150 people"],
  ],
  [
    "en",
    null,
    "The United States will provide intelligence but no soldiers.",
    ["US WILL INTELLIGENCE -", "US WON'T TROOPS -"],
  ],
  [
    "en",
    null,
    "“We will be there,” the Danish prime minister said, promising 600 soldiers.",
    ["DK WILL TROOPS EXACT 600 600 people"],
  ],
  [
    "en",
    "AU",
    "We're putting in another $95 million, most of which will go to the fund.",
    ["AU WILL FUNDING EXACT 95000000 95000000 AUD"],
  ],
  ["en", null, "The minister spoke. The Europeans informed him of their intention to deploy troops.", []],
  [
    "en",
    "DE",
    "Does the Chancellor still rule out Taurus?\n\nHis position has not changed.",
    ["DE WON'T EQUIPMENT -"],
  ],
  [
    "fr",
    "BE",
    "Ce que nous pourrions faire, c’est mettre des chasseurs de mines à disposition.",
    ["BE MAY MINE_CLEARANCE -"],
  ],
  [
    "fr",
    null,
    "L’Autriche donnera 20 ambulances. La Suisse, qui ne livre pas d’armes, étudie la remise en état de centrales.",
    ["AT WILL EQUIPMENT EXACT 20 20 things"],
  ],
  ["en", "GB", "We will not talk about troops today, nor give a number.", []],
  ["fr", "FR", "Les 3 000 soldats que nous avons formés en Pologne rentreront au front.", []],
  [
    "fr",
    "CH",
    "Nous consacrerons 100 millions de francs au déminage. Sur ce montant, 30 millions iront à la recherche.",
    ["CH WILL FUNDING EXACT 100000000 100000000 CHF", "CH WILL FUNDING EXACT 30000000 30000000 CHF"],
  ],
  [
    "fr",
    "LU",
    "Nous allons financer, avec la Belgique, un centre de réparation.",
    ["LU+BE WILL LOGISTICS_TRANSIT -"],
  ],
  ["fr", "UA", "La Lituanie nous enverra dix chars.", ["LT WILL EQUIPMENT EXACT 10 10 things"]],
  [
    "en",
    null,
    "Italy, which sent two batteries last year, is considering sending a frigate.",
    ["IT MAY MARITIME EXACT 1 1 things"],
  ],
  ["en", null, "Norway will hand over two Patriot systems.", ["NO WILL GROUND_AIR_DEFENCE EXACT 2 2 things"]],
  ["en", null, "Neither Slovakia nor Bulgaria will send soldiers.", ["BG WON'T TROOPS -"]],
  ["en", null, "Hungary will send 200 soldiers.", []],
  ["en", null, "Greece delivered 12 howitzers. Spain urges Portugal to send soldiers.", []],
  ["en", "TR", "We do not consider sending ground troops.", ["TR WON'T TROOPS -"]],
  ["en", null, "Poland reiterated its offer of 40 tanks.", ["PL AGAIN EQUIPMENT EXACT 40 40 things"]],
  [
    "en",
    "CA",
    "As previously announced, Canada is sending C$50 million.",
    ["CA AGAIN FUNDING EXACT 50000000 50000000 CAD"],
  ],
  [
    "en",
    null,
    "Contributions:\n• 500 soldiers from Norway;\n• Croatia: €5 million",
    ["NO WILL TROOPS EXACT 500 500 people", "HR WILL FUNDING EXACT 5000000 5000000 EUR"],
  ],
  ["en", null, "The IT Coalition will provide €5 million.", ["? WILL FUNDING EXACT 5000000 5000000 EUR"]],
  [
    "fr",
    null,
    "La Norvège et le Danemark verseront chacun 50 millions d’euros.",
    ["NO WILL FUNDING EXACT 50000000 50000000 EUR", "DK WILL FUNDING EXACT 50000000 50000000 EUR"],
  ],
  ["fr", null, "Le Portugal ne compte pas déployer de militaires.", ["PT WON'T TROOPS -"]],
  ["fr", "FR", "Nous n’excluons pas d’envoyer des instructeurs.", ["FR MAY TRAINING -"]],
  [
    "fr",
    "BE",
    "Le gouvernement a décidé d’allouer un milliard d’euros.",
    ["BE WILL FUNDING EXACT 1000000000 1000000000 EUR"],
  ],
  [
    "fr",
    null,
    "L’Espagne fournira :\n– deux frégates ;\n– une centaine de soldats.",
    ["ES WILL MARITIME EXACT 2 2 things", "ES WILL TROOPS APPROXIMATE 100 100 people"],
  ],
  [
    "uk",
    null,
    "Франція та Італія передадуть по 10 гаубиць.",
    ["FR WILL EQUIPMENT EXACT 10 10 things", "IT WILL EQUIPMENT EXACT 10 10 things"],
  ],
  [
    "uk",
    null,
    "Данія спільно з Норвегією поставить 18 гаубиць.",
    ["DK+NO WILL EQUIPMENT EXACT 18 18 things"],
  ],
  ["uk", "PL", "Ми не плануємо направляти війська.", ["PL WON'T TROOPS -"]],
  ["uk", null, "Чехія може поставити 20 танків.", ["CZ MAY EQUIPMENT EXACT 20 20 things"]],
  ["uk", "GB", "Раніше ми передали 14 танків.", []],
  [
    "uk",
    "UA",
    "Прем’єр-міністерка Данії: Ми підготуємо ще 20 пілотів.",
    ["DK WILL TRAINING EXACT 20 20 people"],
  ],
  [
    "uk",
    "UA",
    "Норвегія передасть 20 машин. Перші машини прибудуть у червні.",
    ["NO WILL EQUIPMENT EXACT 20 20 things"],
  ],
  ["uk", "UA", "Наші підрозділи отримають від Данії 12 танків.", ["DK WILL EQUIPMENT EXACT 12 12 things"]],
  [
    "uk",
    "CA",
    "Прем’єр-міністр оголосив, що Канада:\n\nнадасть 66 танків;\nзапровадить санкції проти 30 осіб.",
    ["CA WILL EQUIPMENT EXACT 66 66 things", "CA WILL SANCTIONS EXACT 30 30 people"],
  ],
  ["uk", null, "Польща передасть до восьми танків.", ["PL WILL EQUIPMENT UP_TO - 8 things"]],
])("%s %s: %s", (language, speaker, text, expected) => {
  expect(said(language, speaker, text)).toEqual(expected);
});

test.each<[Language, string, string[]]>([
  [
    "en",
    "France will send 200 soldiers if peace is signed and parliament agrees.",
    ["if peace is signed", "parliament agrees"],
  ],
  ["en", "After a ceasefire, France will send 200 soldiers and Italy will train 300.", ["After a ceasefire"]],
  [
    "en",
    "Italy will send 200 soldiers. This requires the consent of parliament.",
    ["requires the consent of parliament"],
  ],
  [
    "en",
    "These commitments are subject to a ceasefire.\nItaly will send 200 soldiers.",
    ["subject to a ceasefire"],
  ],
  ["fr", "Une fois la paix signée, l’Italie enverra 200 soldats.", ["Une fois la paix signée"]],
  ["uk", "Італія після припинення вогню надішле 200 військових.", ["після припинення вогню"]],
  ["en", "Italy will send 200 soldiers as soon as possible, for as long as it takes.", []],
])("conditions, %s: %s", (language, text, expected) => {
  const [draft] = readIn(language, null, text).drafts;
  expect(draft?.conditions.map((one) => textIn(text, one))).toEqual(expected);
});
