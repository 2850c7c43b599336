/**
 * 資料Ｄ‐１ in Typst. The document comes as data (sys.inputs), so nothing in it is ever markup.
 * Pages' footers and backgrounds are artifacts by Typst's own doing.
 */
export const D1 = `
#let doc = json(bytes(sys.inputs.data))
#let mincho = "BIZ UDMincho"
#let gothic = "BIZ UDGothic"
#let body-width = 210mm - 2 * 20mm
#let body-height = 297mm - 24mm - 26mm
#let fullwidth(n) = if n < 10 { str.from-unicode(0xff10 + n) } else { str(n) }

// Every printed text goes through one of these two. It comes in pieces where it has to have places for a line end: at a box a
// line may end. As a glyph, a zero-width space would make lines too long, and readers lose what is before it.
#let plain(pieces) = if type(pieces) == array { pieces.flatten().join() } else { pieces }
#let apart(parts) = parts.enumerate().map(((index, part)) => if calc.even(index) { part } else { text(tracking: 0.001pt, part) }).join()
#let draw-piece(piece) = if type(piece) == str { piece } else { apart(piece) }
#let print(pieces) = if type(pieces) == str { pieces } else { pieces.map(draw-piece).intersperse(box(width: 0pt)).join() }
// Weighing all lines of a paragraph against each other would take minutes for one with thousands of such places, and most of the
// time of a document with long ones: beyond 2,000 bytes (some 660 characters) each line is filled for itself.
#let linebreaks(pieces) = if pieces.len() > if type(pieces) == array { 1 } else { 2000 } { "simple" } else { auto }
#let characters(pieces) = plain(pieces).clusters().len()

#set document(title: plain(doc.title), date: none)
#set text(fallback: false, font: mincho, size: 10.5pt, lang: doc.language, region: "jp", cjk-latin-spacing: none)
#set par(leading: 0.78em, spacing: 0.9em, justify: true)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 24mm, bottom: 26mm),
  footer: align(center, text(size: 9.5pt, context [－ #fullwidth(counter(page).get().first()) －])),
  background: if doc.watermark != none {
    rotate(-52deg, text(font: gothic, weight: 700, size: 64pt, fill: luma(232), tracking: 0.12em, print(doc.watermark)))
  },
)

#show heading: set text(font: gothic, weight: 700)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(breakable: true, sticky: false)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 2.2em, below: 1.1em)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 3): it => block(above: 0pt, below: 0.8em, sticky: true, inset: (left: 1em), h(-1em) + it.body)

// Label columns grow with their text up to a limit; figures beyond 11 characters (a trillion yen) get smaller.
#let label-column(rows) = {
  let longest = calc.max(..rows.map(row => characters(row.label) + row.level))
  calc.min(longest * 9.5pt, 50mm)
}
#let figure-size(rows) = {
  let longest = calc.max(11, ..rows.map(row => row.cells.map(cell => characters(cell.text))).flatten())
  9.5pt * 11 / longest
}

// A long head breaks anywhere: its column is narrower than what counts as a word elsewhere.
#let head(name) = if characters(name) > 12 { plain(name).clusters() } else { name }

#let amount-table(block-data) = {
  set text(size: 9.5pt)
  set par(justify: false)
  align(right, block(below: 0.5em, par(print(block-data.unit))))
  table(
    columns: (label-column(block-data.rows),) + (1fr,) * block-data.columns.len(),
    align: (column, row) => (if column == 0 { left } else if row == 0 { center } else { right }) + horizon,
    inset: (x: 4pt, y: 6pt),
    stroke: 0.5pt,
    fill: (column, row) => if row == 0 { luma(240) },
    table.header(
      [],
      ..block-data.columns.map(name => text(font: gothic, weight: 700, size: 8.5pt, print(head(name)))),
    ),
    ..block-data.rows.map(row => (
      table.cell(breakable: characters(row.label) > 600, pad(left: if row.level > 1 { 1em } else { 0em }, print(row.label))),
      ..row.cells.map(cell => text(size: figure-size(block-data.rows), print(cell.text))),
    )).flatten(),
  )
  align(right, block(above: 0.6em, par(print(block-data.note))))
}

#let prose(block-data) = block(above: 1.4em, for paragraph in block-data.paragraphs {
  par(first-line-indent: (amount: 1em, all: true), linebreaks: linebreaks(paragraph), print(paragraph))
})

#let part(data) = {
  let label-width = 5.5em
  for (index, paragraph) in data.paragraphs.enumerate() {
    pad(left: 1em, par(hanging-indent: label-width, linebreaks: linebreaks(paragraph), {
      box(width: label-width, if index == 0 { text(font: gothic, weight: 700, size: 9.5pt, print(data.label)) })
      print(paragraph)
    }))
  }
}

#let entry(data) = {
  heading(level: 3, {
    print(data.heading.name)
    for figure in data.heading.figures { box(text(font: mincho, weight: 400, size: 9.5pt, print(figure))) }
  })
  for p in data.parts { part(p) }
}

// An entry stays on one page, unless it is longer than one. Measuring costs more than laying out, so it is kept for those that
// may be: a line holds at least 30 characters and at most 90 of half width, a page less than 43 lines.
#let half-width = regex("[\u{0}-\u{2ff}\u{ff61}-\u{ffdc}]")
#let width(pieces) = characters(pieces) + plain(pieces).replace(half-width, "").clusters().len()
#let texts(data) = (data.heading.name,) + data.parts.map(p => p.paragraphs).sum(default: ())
#let may-exceed-page(data) = texts(data).map(text => calc.ceil(characters(text) / 30)).sum() > 24
#let exceeds-page(data) = texts(data).map(text => calc.max(1, calc.floor(width(text) / 90))).sum() > 43

#let entries(block-data) = {
  if block-data.entries.len() == 0 { par(print(block-data.empty)) }
  for data in block-data.entries {
    let content = entry(data)
    let keep(breakable) = block(breakable: breakable, width: 100%, above: 1.5em, below: 1.5em, content)
    if exceeds-page(data) {
      keep(true)
    } else if may-exceed-page(data) {
      context keep(measure(width: body-width, content).height > body-height)
    } else { keep(false) }
  }
}

#let draw = (amountTable: amount-table, prose: prose, entries: entries)

// A long mark leaves room for the title.
#grid(
  columns: (1fr, if characters(doc.mark) > 16 { 40% } else { auto }),
  column-gutter: 1em,
  align: (left + horizon, right + horizon),
  heading(level: 1, print(doc.title)),
  block(stroke: 0.6pt, inset: (x: 8pt, y: 5pt), par(linebreaks: linebreaks(doc.mark), text(font: gothic, weight: 700, size: 10.5pt, print(doc.mark)))),
)
#for section in doc.sections {
  heading(level: 2, print(section.heading))
  for block-data in section.blocks { (draw.at(block-data.kind))(block-data) }
}
`;
