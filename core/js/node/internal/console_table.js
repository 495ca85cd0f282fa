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
const { getStringWidth, inspect } = require('internal/util/inspect');

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
  if (types.isMap(data)) {
    const keys = [];
    const values = [];
    MapPrototypeForEach(data, (value, key) => {
      ArrayPrototypePush(keys, key);
      ArrayPrototypePush(values, value);
    });
    return numbered(keys, [[kKey, kValues], [rows(keys), rows(values)]]);
  }
  if (types.isSet(data)) {
    const values = [];
    SetPrototypeForEach(data, (value) => ArrayPrototypePush(values, value));
    return numbered(values, [[kValues], [rows(values)]]);
  }
  return ofObject(data, properties, options);
}

function ofObject(data, properties, options) {
  const columns = { __proto__: null };
  const order = [];
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
      if (columns[key] === undefined) {
        columns[key] = [];
        ArrayPrototypePush(order, key);
      }
      if (isPrimitive(item) || !ObjectPrototypeHasOwnProperty(item, key)) columns[key][i] = '';
      else columns[key][i] = show(options, item[key]);
    }
  }
  const heads = [kIndex, ...order];
  const cells = [indices, ...ArrayPrototypeMap(order, (key) => columns[key])];
  if (hasSingle) {
    ArrayPrototypePush(heads, kValues);
    ArrayPrototypePush(cells, single);
  }
  return boxed(heads, cells, indices.length);
}

function boxed(heads, columns) {
  const count = columns[0].length;
  const widths = ArrayPrototypeMap(heads, (head, c) => {
    let width = getStringWidth(head);
    for (let r = 0; r < count; r++) width = MathMax(width, getStringWidth(columns[c][r] ?? ''));
    return width + 2;
  });
  const bars = ArrayPrototypeMap(widths, (width) => StringPrototypeRepeat('─', width));
  const line = (left, middle, right) => `${left}${ArrayPrototypeJoin(bars, middle)}${right}`;
  const row = (cells) => `│${ArrayPrototypeJoin(ArrayPrototypeMap(cells, (cell, c) => padded(cell, widths[c])), '│')}│`;
  const lines = [line('┌', '┬', '┐'), row(heads), line('├', '┼', '┤')];
  for (let r = 0; r < count; r++) {
    ArrayPrototypePush(lines, row(ArrayPrototypeMap(columns, (column) => column[r] ?? '')));
  }
  ArrayPrototypePush(lines, line('└', '┴', '┘'));
  return ArrayPrototypeJoin(lines, '\n');
}

function padded(text, width) {
  return ` ${text}${StringPrototypeRepeat(' ', width - getStringWidth(text) - 1)}`;
}

module.exports = { tableOf };
