'use strict';

// The "+ actual - expected" comparison of two inspected values, line by line, as Node 20 words it.
// Lines that are equal are shown around differences only; "..." stands for what is left out.

const {
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeUnshift,
  MathMax,
} = primordials;

const kMostLines = 50;
const kShownTail = 3;
const kContext = 2;


// Takes the equal lines off the end of both lists. What is shown of them: the one next to the
// difference and the last three.
function takeTail(actual, expected) {
  const last = [];
  let next;
  let count = 0;
  while (actual.length > 0 && expected.length > 0 &&
         actual[actual.length - 1] === expected[expected.length - 1]) {
    const line = ArrayPrototypePop(actual);
    ArrayPrototypePop(expected);
    if (count++ < kShownTail) ArrayPrototypeUnshift(last, `  ${line}`);
    else next = `  ${line}`;
  }
  if (count > kShownTail + 1) ArrayPrototypeUnshift(last, '...');
  if (next !== undefined) ArrayPrototypeUnshift(last, next);
  return { lines: last, skipped: count > kShownTail + 1, count };
}

class Comparison {
  shown = [];  // lines to print
  missing = [];  // "-" lines, which follow the "+" lines of the same place
  printed = 0;
  skipped = false;
  lastDifference = -1;

  show(line) {
    ArrayPrototypePush(this.shown, line);
    this.printed++;
  }

  // Before a difference at `index`: two of the equal lines that led to it, after the two that follow
  // the previous difference. A single line between them is shown as well.
  lead(lines, index) {
    const hidden = index - this.lastDifference - 1 - 2 * kContext;
    this.lastDifference = index;
    let first = index - kContext - (hidden === 1 ? 1 : 0);
    if (hidden < 0) first -= hidden;
    if (hidden > 1) {
      ArrayPrototypePush(this.shown, '...');
      this.skipped = true;
    }
    for (; first < index; first++) this.show(`  ${lines[first]}`);
  }

  add(line) {
    this.show(`+ ${line}`);
  }

  remove(line) {
    ArrayPrototypePush(this.missing, `- ${line}`);
    this.printed++;
  }

  flushMissing() {
    const { missing, shown } = this;
    for (let i = 0; i < missing.length; i++) ArrayPrototypePush(shown, missing[i]);
    this.missing = [];
  }

  same(index, line) {
    this.flushMissing();
    if (index - this.lastDifference <= kContext) this.show(`  ${line}`);
  }
}

// { lines, skipped }, or undefined if the two are equal.
function compareLines(actualLines, expectedLines) {
  const tail = takeTail(actualLines, expectedLines);
  const count = MathMax(actualLines.length, expectedLines.length);
  if (count === 0) return undefined;
  const comparison = new Comparison();
  comparison.skipped = tail.skipped;
  for (let i = 0; i < count; i++) {
    if (expectedLines.length < i + 1) {
      comparison.lead(actualLines, i);
      comparison.add(actualLines[i]);
    } else if (actualLines.length < i + 1) {
      comparison.lead(expectedLines, i);
      comparison.remove(expectedLines[i]);
    } else {
      compareLine(comparison, i, actualLines, expectedLines[i]);
    }
    if (comparison.printed > kMostLines && i < count - 2) {
      ArrayPrototypePush(comparison.shown, '...');
      comparison.flushMissing();
      ArrayPrototypePush(comparison.shown, '...');
      return { lines: comparison.shown, skipped: true };
    }
  }
  comparison.flushMissing();
  for (let i = 0; i < tail.lines.length; i++) ArrayPrototypePush(comparison.shown, tail.lines[i]);
  return { lines: comparison.shown, skipped: comparison.skipped };
}

// A comma that only one side has says that an element follows, not that this one differs.
function compareLine(comparison, index, actualLines, expected) {
  const actual = actualLines[index];
  if (actual === expected) return comparison.same(index, actual);
  if (actual === `${expected},`) return comparison.same(index, actual);
  if (expected === `${actual},`) return comparison.same(index, expected);
  comparison.lead(actualLines, index);
  comparison.add(actual);
  comparison.remove(expected);
}

module.exports = { compareLines };
