// Choosing words of the text for a role: marked with the mouse, or by keys, one word or sign after the other.
// Places are counted in code points, as everywhere; a browser counts in UTF-16.
const WORD = /[\p{L}\p{N}]+(?:['’.,\-\u2010-\u2015][\p{L}\p{N}]+)*|\S/gu;
const LEAP = 10;

const passage = document.querySelector("[data-passage]");
const told = document.querySelector("[data-choosing]");

const points = (text) => [...text].length;

function nodesOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let at = 0; walker.nextNode(); at += walker.currentNode.data.length) found.push({ node: walker.currentNode, at });
  return found;
}

// Every word and sign of the passage: its paragraph, where it stands in that, and in the article.
function wordsOf(paragraph) {
  const text = paragraph.textContent;
  const nodes = nodesOf(paragraph);
  const start = Number(paragraph.dataset.start);
  const place = (at) => {
    const held = nodes.findLast((one) => one.at <= at);
    return { node: held.node, offset: at - held.at };
  };
  return [...text.matchAll(WORD)].map((found) => {
    const end = found.index + found[0].length;
    const from = start + points(text.slice(0, found.index));
    const last = place(end - 1);
    return {
      paragraph,
      from,
      to: from + points(found[0]),
      begin: place(found.index),
      end: { node: last.node, offset: last.offset + 1 },
      text: [found.index, end],
    };
  });
}

const words = passage ? [...passage.querySelectorAll("[data-start]")].flatMap(wordsOf) : [];
let choosing = null; // { role, pieces, anchor, head }

function rangeOf(first, last) {
  const range = document.createRange();
  range.setStart(words[first].begin.node, words[first].begin.offset);
  range.setEnd(words[last].end.node, words[last].end.offset);
  return range;
}

// The words from one to another, as one piece for each paragraph.
function piecesOf(first, last) {
  const pieces = [];
  for (const word of words.slice(first, last + 1)) {
    const piece = pieces.at(-1);
    if (piece?.paragraph === word.paragraph) Object.assign(piece, { to: word.to, end: word.text[1] });
    else pieces.push({ paragraph: word.paragraph, from: word.from, to: word.to, begin: word.text[0], end: word.text[1] });
  }
  return pieces;
}

const textOf = (piece) => piece.paragraph.textContent.slice(piece.begin, piece.end);
const spelled = (pieces) => pieces.map((piece) => `“${textOf(piece)}”`).join(" … ");

// The first and the last word that the mouse has marked; nothing if it marked none.
function marked() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const inside = words.flatMap((word, n) => {
    const begins = range.comparePoint(word.end.node, word.end.offset) > -1 && !(range.startContainer === word.end.node && range.startOffset === word.end.offset);
    const ends = range.comparePoint(word.begin.node, word.begin.offset) < 1 && !(range.endContainer === word.begin.node && range.endOffset === word.begin.offset);
    return begins && ends ? [n] : [];
  });
  return inside.length ? [inside[0], inside.at(-1)] : null;
}

function fill(role, pieces) {
  pieces.sort((one, other) => one.from - other.from);
  const field = document.getElementById(`f-${role}`);
  field.value = pieces.map(textOf).join("\n…\n");
  document.getElementById(`f-${role}-at`).value = pieces.map((piece) => `${piece.from}-${piece.to}`).join(", ");
  field.closest("details").open = true;
  document.getSelection().removeAllRanges();
  const save = field.form.querySelector("[data-save]");
  save.focus();
  told.textContent = `The ${role} is now ${spelled(pieces)}. Save the changes when all is right.`;
}

function show() {
  const [first, last] = [choosing.anchor, choosing.head].sort((one, other) => one - other);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(rangeOf(first, last));
  words[choosing.head].begin.node.parentElement.scrollIntoView({ block: "nearest" });
  const kept = choosing.pieces.length ? `${spelled(choosing.pieces)} and ` : "";
  told.textContent = `${choosing.role}: ${kept}${spelled(piecesOf(first, last))}`;
}

function begin(role) {
  const [place] = document.getElementById(`f-${role}-at`).value.split(",");
  const [from, to] = place.split("-").map(Number);
  const content = passage.querySelector(".content, .source, .cue");
  const near = content ? words.findIndex((word) => passage.contains(content) && content.contains(word.begin.node)) : 0;
  const anchor = words.findIndex((word) => word.to > from);
  const head = words.findLastIndex((word) => word.from < to);
  const known = place.trim() && anchor >= 0 && head >= anchor;
  choosing = { role, pieces: [], anchor: known ? anchor : Math.max(near, 0), head: known ? head : Math.max(near, 0) };
  passage.classList.add("chosen-from");
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
  show();
}

function leave() {
  choosing = null;
  passage.classList.remove("chosen-from");
}

function move(step, longer) {
  const to = Math.min(Math.max(choosing.head + step, 0), words.length - 1);
  choosing.head = to;
  if (!longer) choosing.anchor = to;
  show();
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -LEAP, ArrowDown: LEAP };

function keyed(event) {
  if (!choosing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, dialog")) return;
  const [first, last] = [choosing.anchor, choosing.head].sort((one, other) => one - other);
  if (event.key in STEPS) {
    move(STEPS[event.key], event.shiftKey);
  } else if (event.key === "+") {
    choosing.pieces.push(...piecesOf(first, last));
    move(1, false);
  } else if (event.key === "Enter") {
    const { role, pieces } = choosing;
    leave();
    fill(role, [...pieces, ...piecesOf(first, last)]);
  } else if (event.key === "Escape") {
    document.getSelection().removeAllRanges();
    told.textContent = "Nothing was changed.";
    leave();
  } else {
    if (event.key.length === 1 && event.key !== "?") leave(); // another key means something else
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("keydown", keyed, { capture: true });

for (const button of document.querySelectorAll("[data-choose]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault()); // the marked words stay marked
  button.addEventListener("click", () => {
    const held = choosing ? null : marked();
    leave();
    if (held) fill(button.dataset.choose, piecesOf(...held));
    else if (words.length) begin(button.dataset.choose);
  });
}
