'use strict';

// console.table: a value's rows and columns, and the box around them.

const {
  ArrayIsArray,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  MapPrototypeForEach,
  MathMax,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  SetPrototypeForEach,
  StringPrototypeRepeat,
} = primordials;
const types = internalBinding('types');
const { getStringWidth, inspect, remainingEntries } = require('internal/util/inspect');

const kIndex = '(index)';
const kIteration = '(iteration index)';
const kKey = 'Key';
const kValues = 'Values';

function show(options, value) {
  const depth = value !== null && typeof value === 'object' && !ArrayIsArray(value) &&
    ObjectKeys(value).length > 2 ? -1 : 0;
  return inspect(value, { ...options, maxArrayLength: 3, breakLength: Infinity, depth });
}

function isPrimitive(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

// The text of the table, or undefined for what is none.
function tableOf(data, properties, options) {
  const rows = (values) => ArrayPrototypeMap(values, (value) => show(options, value));
  const numbered = (values, header) => {
    const indices = ArrayPrototypeMap(values, (_, i) => `${i}`);
    return boxed([kIteration, ...header[0]], [indices, ...header[1]]);
  };
  const isMap = types.isMap(data);
  const isSet = types.isSet(data);
  if (!isMap && !isSet && !types.isMapIterator(data) && !types.isSetIterator(data))
    return ofObject(data, properties, options);
  const { items, paired } = entriesOf(data);
  if (!isMap && !(paired && types.isMapIterator(data))) return numbered(items, [[kValues], [rows(items)]]);
  const keys = everySecond(items, 0);
  return numbered(keys, [[kKey, kValues], [rows(keys), rows(everySecond(items, 1))]]);
}

// What a collection or an iterator of one holds; `paired`: keys and values in turn.
function entriesOf(data) {
  const items = [];
  if (types.isMap(data)) {
    MapPrototypeForEach(data, (value, key) => {
      ArrayPrototypePush(items, key);
      ArrayPrototypePush(items, value);
    });
    return { items, paired: true };
  }
  if (types.isSet(data)) {
    SetPrototypeForEach(data, (value) => { ArrayPrototypePush(items, value); });
    return { items, paired: false };
  }
  return remainingEntries(data);
}

function everySecond(items, first) {
  const result = [];
  for (let i = first; i < items.length; i += 2) ArrayPrototypePush(result, items[i]);
  return result;
}

function ofObject(data, properties, options) {
  const columns = { __proto__: null };
  const single = [];
  let hasSingle = false;
  const indices = ObjectKeys(data);
  for (let i = 0; i < indices.length; i++) {
    const item = data[indices[i]];
    if (isPrimitive(item) && properties === undefined) {
      hasSingle = true;
      single[i] = show(options, item);
      continue;
    }
    const keys = properties ?? ObjectKeys(item);
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k];
      columns[key] ??= [];
      if (isPrimitive(item) || !ObjectPrototypeHasOwnProperty(item, key)) columns[key][i] = '';
      else columns[key][i] = show(options, item[key]);
    }
  }
  const order = ObjectKeys(columns);  // numbers come first, as in the objects shown
  const heads = [kIndex, ...order];
  const cells = [indices, ...ArrayPrototypeMap(order, (key) => columns[key])];
  if (hasSingle) {
    ArrayPrototypePush(heads, kValues);
    ArrayPrototypePush(cells, single);
  }
  return boxed(heads, cells);
}

function boxed(heads, columns) {
  const count = columns[0].length;
  const widths = ArrayPrototypeMap(heads, (head, c) => {
    let width = getStringWidth(head);
    for (let r = 0; r < count; r++) width = MathMax(width, getStringWidth(columns[c][r] ?? ''));
    return width + 2;
  });
  const bars = ArrayPrototypeMap(widths, (width) => StringPrototypeRepeat('\u2500', width));
  const line = (left, middle, right) => `${left}${ArrayPrototypeJoin(bars, middle)}${right}`;
  const row = (cells) => `\u2502${ArrayPrototypeJoin(ArrayPrototypeMap(cells, (cell, c) => padded(cell, widths[c])), '\u2502')}\u2502`;
  const lines = [line('\u250c', '\u252c', '\u2510'), row(heads), line('\u251c', '\u253c', '\u2524')];
  for (let r = 0; r < count; r++) {
    ArrayPrototypePush(lines, row(ArrayPrototypeMap(columns, (column) => column[r] ?? '')));
  }
  ArrayPrototypePush(lines, line('\u2514', '\u2534', '\u2518'));
  return ArrayPrototypeJoin(lines, '\n');
}

function padded(text, width) {
  return ` ${text}${StringPrototypeRepeat(' ', width - getStringWidth(text) - 1)}`;
}

module.exports = { tableOf };
