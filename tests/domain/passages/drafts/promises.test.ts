// History, wishes, others and lists: what is a promise, and what isn't, in sentences that no statement of the test data has.
import { expect, test } from "vitest";
import type { Language } from "@/lib/domain/base/language";
import { said } from "./said";

const CASES: [Language, string | null, string, string[]][] = [
  [
    "en",
    "PL",
    "Poland will station a battalion in Lviv, but it will not take part in combat.",
    ["PL WILL TROOPS EXACT 1 1 things", "PL WON'T TROOPS -"],
  ],
  [
    "en",
    null,
    "The Prime Minister of Denmark said that her country would deliver ten howitzers by 1 June 2026.",
    ["DK WILL EQUIPMENT EXACT 10 10 things"],
  ],
  [
    "en",
    null,
    "According to the minister, Sweden will give SEK 1.5 billion, half of it for shells.",
    ["SE WILL FUNDING EXACT 1500000000 1500000000 SEK"],
  ],
  [
    "en",
    "NZ",
    "New Zealand will extend its deployment of 60 trainers in Britain to 2027.",
    ["NZ WILL TRAINING EXACT 60 60 people"],
  ],
  [
    "en",
    null,
    "Spain will contribute €10 million, Portugal €5 million and Greece €3 million.",
    [
      "ES WILL FUNDING EXACT 10000000 10000000 EUR",
      "PT WILL FUNDING EXACT 5000000 5000000 EUR",
      "GR WILL FUNDING EXACT 3000000 3000000 EUR",
    ],
  ],
  [
    "en",
    null,
    "Norway is ready to discuss a contribution of air defence systems.",
    ["NO MAY GROUND_AIR_DEFENCE -"],
  ],
  ["en", "AU", "Australia has no plans to put boots on the ground.", ["AU WON'T TROOPS -"]],
  [
    "en",
    null,
    "Neither the Netherlands nor Belgium plans to send soldiers.",
    ["NL WON'T TROOPS -", "BE WON'T TROOPS -"],
  ],
  ["en", null, "Last year Italy trained 2,000 soldiers and sent five packages.", []],
  ["en", null, "Russia will deploy 20,000 soldiers and fire 500 missiles.", []],
  ["en", null, "We call on all partners to send 100 tanks.", []],
  ["en", null, "Ukraine needs 10 Patriot systems.", []],
  [
    "en",
    null,
    "The United States will provide intelligence, and may provide air cover.",
    ["US WILL INTELLIGENCE -", "US MAY AIR -"],
  ],
  ["en", "LV", "Each year, Latvia will spend 0.25% of GDP on aid to Ukraine.", []],
  [
    "fr",
    null,
    "Selon le ministre, la Suède livrera dix obusiers et formera 200 artilleurs.",
    ["SE WILL EQUIPMENT EXACT 10 10 things", "SE WILL TRAINING EXACT 200 200 people"],
  ],
  [
    "fr",
    null,
    "L’Espagne versera 10 millions d’euros, le Portugal 5 millions d’euros.",
    ["ES WILL FUNDING EXACT 10000000 10000000 EUR", "PT WILL FUNDING EXACT 5000000 5000000 EUR"],
  ],
  ["fr", null, "La Russie déploiera 20 000 soldats.", []],
  ["fr", null, "L’an dernier, l’Italie a formé 2 000 soldats.", []],
  [
    "fr",
    null,
    "Ni la Belgique ni le Luxembourg n’enverront de soldats.",
    ["BE WON'T TROOPS -", "LU WON'T TROOPS -"],
  ],
  ["fr", "FR", "Nous appelons nos partenaires à livrer 100 chars.", []],
  [
    "fr",
    null,
    "La Pologne mettra ses aéroports à la disposition de la force.",
    ["PL WILL BASING_HOST_NATION -"],
  ],
  ["fr", "BE", "La Belgique ne participera à aucune opération de combat.", ["BE WON'T TROOPS -"]],
  [
    "fr",
    null,
    "L’Allemagne et la France produiront ensemble des drones.",
    ["DE+FR WILL INDUSTRY_CO_PRODUCTION -"],
  ],
  [
    "uk",
    null,
    "За словами міністра, Швеція передасть десять гаубиць і навчить 200 артилеристів.",
    ["SE WILL EQUIPMENT EXACT 10 10 things", "SE WILL TRAINING EXACT 200 200 people"],
  ],
  [
    "uk",
    null,
    "Іспанія виділить 10 млн євро, Португалія – 5 млн євро.",
    ["ES WILL FUNDING EXACT 10000000 10000000 EUR", "PT WILL FUNDING EXACT 5000000 5000000 EUR"],
  ],
  ["uk", null, "Росія розгорне 20 тисяч солдатів.", []],
  ["uk", null, "Торік Італія навчила 2000 солдатів.", []],
  [
    "uk",
    null,
    "Ні Бельгія, ні Люксембург не надішлють військових.",
    ["BE WON'T TROOPS -", "LU WON'T TROOPS -"],
  ],
  ["uk", null, "Ми закликаємо партнерів передати 100 танків.", []],
  [
    "uk",
    null,
    "Данія надасть Україні 200 млн крон на закупівлю дронів.",
    ["DK WILL FUNDING EXACT 200000000 200000000 DKK"],
  ],
  ["uk", null, "Канада продовжить навчання українських військових до 2029 року.", ["CA WILL TRAINING -"]],
  ["uk", null, "Естонія готова направити до однієї роти піхоти.", ["EE WILL TROOPS UP_TO - 1 things"]],
  [
    "uk",
    null,
    "Уряд Литви ухвалив рішення виділити 30 млн євро.",
    ["LT WILL FUNDING EXACT 30000000 30000000 EUR"],
  ],
  ["uk", null, "Румунія надасть свої порти й аеродроми.", ["RO WILL BASING_HOST_NATION -"]],
  ["uk", "IS", "Цього літа передамо ще два такі шпиталі.", ["IS WILL EQUIPMENT EXACT 2 2 things"]],
  [
    "uk",
    "IT",
    "Ми передамо вам 16 пожежних машин та вісім катамаранів.",
    ["IT WILL EQUIPMENT EXACT 16 16 things", "IT WILL EQUIPMENT EXACT 8 8 things"],
  ],
  ["uk", null, "Фінляндія надішле тридцять другий пакет, калібр – 155 міліметрів.", []],
  [
    "uk",
    null,
    "Італія готова відправити інженерний підрозділ. Мова може йти приблизно про 250 військових.",
    ["IT WILL TROOPS APPROXIMATE 250 250 people"],
  ],
  [
    "uk",
    "NZ",
    "Ми продовжимо навчання новобранців; для цього буде направлено 90 інструкторів.",
    ["NZ WILL TRAINING EXACT 90 90 people"],
  ],
  [
    "uk",
    null,
    "Хорватія виділить 12 млн євро на розмінування територій України та передасть їй шість машин.",
    ["HR WILL FUNDING EXACT 12000000 12000000 EUR", "HR WILL EQUIPMENT EXACT 6 6 things"],
  ],
  [
    "uk",
    null,
    "Франція готова виділити від 2000 до 3000 військових.",
    ["FR WILL TROOPS RANGE 2000 3000 people"],
  ],
  [
    "uk",
    null,
    "До майбутньої місії можуть приєднатися до 150 норвезьких саперів.",
    ["NO MAY MINE_CLEARANCE UP_TO - 150 people"],
  ],
  ["uk", "AL", "Албанія постачатиме мінометні боєприпаси.", ["AL WILL AMMUNITION -"]],
  ["uk", "IS", "У нас немає армії. Але осторонь ми не стоятимемо.", []],
  [
    "uk",
    null,
    "Раніше, у вересні, прем'єр-міністр Польщі оголосив про виділення 100 млн доларів США.",
    ["PL AGAIN FUNDING EXACT 100000000 100000000 USD"],
  ],
  [
    "uk",
    "IT",
    "Гаубиці, які прем'єр-міністр пообіцяв у Києві в лютому, буде передано вчасно.",
    ["IT AGAIN EQUIPMENT -"],
  ],
  [
    "uk",
    null,
    "Румунія надасть чотири протимінні кораблі. Кораблі чергуватимуть по два.",
    ["RO WILL MINE_CLEARANCE EXACT 4 4 things"],
  ],
];

test.each(CASES)("%s %s: %s", (language, speaker, text, expected) => {
  expect(said(language, speaker, text)).toEqual(expected);
});
