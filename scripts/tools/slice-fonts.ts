// Cuts the screens' font for machines without a Japanese one: npm run fonts:slice
// What list, home and editor show is one slice, the program's other words are a second. What else Windows-31J has is cut by code
// point, and what many write into smaller ones. The result is committed, so that neither a build nor a test needs Debian's fonttools.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/folders';
import { installDebianPackage } from '../test/debian-package';

const SOURCE = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-jp');
const FOLDER = path.join(root, 'app/fonts');
const TTF = path.join(SOURCE, '400Regular/NotoSansJP_400Regular.ttf');
/** What list and home say. */
const DAILY = [
  ...['shell', 'terms', 'format', 'entry/entry-list', 'entry/list-row', 'entry/undecidable', 'year/home'].map(
    (name) => `lib/text/${name}.ts`,
  ),
  'prisma/seed-demo.ts',
];
const ALSO_DAILY = '▲▾点検切替文中動使方末端書';
/** What the editor shows before anything is pressed, its examples included; what it says later is among the other words. */
const IN_EDITOR =
  '選続場摘最優万拡充印概工夫異考欄写例複率模害避難小学電機簡易地域組織置春秋訓練的民意約何携明継※須任換…企半団桁独角踏';
const DOCUMENT = 'prisma/seed-data/fy2022-d1.txt';
const WORDS = ['lib/text', 'components', 'app'];
/** Characters a slice: of those that many write (the first level of JIS), and of the others. */
const SLICE = { common: 100, rare: 300 };
/** The lead byte of 弌, with which the second level begins, and its trail. */
const SECOND_LEVEL = 0x989f;

const between = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index));
const ASCII = between(0x20, 0x7f);
/** Kana, punctuation and digits of full width. */
const LETTERS = [
  ...ASCII,
  ...between(0x3001, 0x3003),
  ...between(0x3041, 0x3094),
  ...between(0x30a1, 0x30fd),
  ...between(0xff10, 0xff1a),
];

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const codeOf = (character: string) => character.codePointAt(0) ?? 0;
const hex = (code: number) => code.toString(16);

function python(args: string[]): string {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** What the font has. */
function charactersOfFont(): Set<string> {
  const script = 'import sys; from fontTools.ttLib import TTFont; print(*TTFont(sys.argv[1]).getBestCmap())';
  return new Set(
    python(['-c', script, TTF])
      .trim()
      .split(' ')
      .map((code) => String.fromCodePoint(Number(code))),
  );
}

/** The totals and the names of projects. */
const names = () => {
  const [totals = ''] = read(DOCUMENT).split('それぞれ');
  return [
    totals,
    ...read(DOCUMENT)
      .split('\n')
      .filter((line) => /^ *○/.test(line)),
  ];
};

/** What other screens say, too. */
const allWords = () =>
  WORDS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
      .map((name) => read(path.join(folder, name))),
  );

/** What Windows-31J (CP932) can write: what a ward's other programs can hold. */
function windowsCharacters(): { common: string[]; rare: string[] } {
  const decoder = new TextDecoder('shift_jis');
  const leads = [
    ...Array.from({ length: 0x1f }, (_, i) => 0x81 + i),
    ...Array.from({ length: 0x1d }, (_, i) => 0xe0 + i),
  ];
  const pairs = leads.flatMap((lead) =>
    Array.from({ length: 0xbd }, (_, trail) => {
      const character = decoder.decode(Uint8Array.of(lead, 0x40 + trail));
      return { code: lead * 0x100 + 0x40 + trail, character };
    }),
  );
  const written = pairs.filter(({ character }) => [...character].length === 1 && character !== '\ufffd');
  const those = (isMeant: (code: number) => boolean) =>
    written.filter(({ code }) => isMeant(code)).map(({ character }) => character);
  return { common: those((code) => code < SECOND_LEVEL), rare: those((code) => code >= SECOND_LEVEL) };
}

/** As CSS writes them: neighbours as a range. */
function unicodeRange(characters: string[]): string {
  const ranges: [number, number][] = [];
  for (const code of characters.map(codeOf).toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const CUT = path.join(root, 'scripts/tools/cut-font.py');

function cut(name: string, characters: string[]): void {
  const codes = characters.map((character) => hex(codeOf(character))).join(',');
  python([CUT, TTF, path.join(FOLDER, `${name}.woff2`), codes]);
}

/** One weight: a second would double the bytes, and a browser makes bold of it. */
const face = (name: string, range: string) => `@font-face {
  font-family: "Sliced Noto Sans JP";
  font-weight: 400;
  font-display: swap;
  src: url("./fonts/${name}.woff2") format("woff2");
  unicode-range: ${range};
}
`;

for (const name of ['fonttools', 'python3-brotli']) await installDebianPackage(name);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const taken = new Set<string>();
const inFont = charactersOfFont();
/** Those of them that the font has and no slice before. */
const take = (texts: string[]): string[] => {
  const characters = [...new Set(texts.join(''))].filter((character) => inFont.has(character) && !taken.has(character));
  for (const character of characters) taken.add(character);
  return characters;
};
const slices: [name: string, characters: string[], range: string][] = [];
const add = (name: string, characters: string[], range = unicodeRange(characters)) =>
  slices.push([name, characters, range]);
const windows = windowsCharacters();
/** By code point, each from its first character to its last: what lies between has a slice of its own, or none. */
function addHan(kind: keyof typeof SLICE): void {
  const han = take(windows[kind].filter((character) => /\p{Script=Han}/u.test(character)));
  han.sort((a, b) => codeOf(a) - codeOf(b));
  for (let from = 0; from < han.length; from += SLICE[kind]) {
    const slice = han.slice(from, from + SLICE[kind]);
    // 々 stands far from the others.
    const apart = slice.filter((character) => character < '一');
    const [first = '', last = ''] = [slice[apart.length], slice.at(-1)];
    const range = `U+${hex(codeOf(first))}-${hex(codeOf(last))}`;
    add(`${kind}-${hex(codeOf(first))}`, slice, [unicodeRange(apart), range].filter(Boolean).join(', '));
  }
}
add('daily', take([...LETTERS, ALSO_DAILY, IN_EDITOR, ...names(), ...DAILY.map(read)]));
add('words', take([...allWords(), read(DOCUMENT)]));
addHan('common');
addHan('rare');
add('others', take([...windows.common, ...windows.rare]));
for (const [name, characters] of slices) cut(name, characters);
// Of faces that both have a character, a browser takes the last.
const faces = slices.toReversed().map(([name, , range]) => face(name, range));
writeFileSync(path.join(FOLDER, 'LICENSE'), readFileSync(path.join(SOURCE, 'LICENSE_FONT')));
writeFileSync(path.join(root, 'app/fonts.css'), `/* Made by scripts/tools/slice-fonts.ts. */\n${faces.join('\n')}`);
spawnSync(path.join(root, 'node_modules/.bin/biome'), ['format', '--write', 'app/fonts.css'], { cwd: root });
