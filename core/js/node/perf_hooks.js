'use strict';

// Source: Node.js documentation "Performance measurement APIs". All times are of the virtual clock.

const {
  ArrayPrototypeFilter,
  ArrayPrototypeForEach,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  MathCeil,
  Number,
  ObjectDefineProperty,
  ReflectApply,
  ReflectConstruct,
  SafeSet,
  SymbolToStringTag,
} = primordials;
const { epochMs, nowMs } = internalBinding('process');
const { EventTarget } = require('internal/event_target');
const { codes: { ERR_INVALID_ARG_VALUE, ERR_ILLEGAL_CONSTRUCTOR, ERR_MISSING_ARGS } } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateFunction, validateObject } = require('internal/validators');

const { utilizationOf } = require('internal/event_loop_utilization');

const ownUtilization = utilizationOf(() => undefined);
const timeOrigin = epochMs() - nowMs();

class PerformanceEntry {
  constructor(permission, name, entryType, startTime, duration, detail) {
    if (permission !== PerformanceEntry) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.name = name;
    this.entryType = entryType;
    this.startTime = startTime;
    this.duration = duration;
    if (detail !== undefined) this.detail = detail;
  }
  toJSON() {
    return { ...this };
  }
}

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = {}) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('name');
    super(PerformanceEntry, `${name}`, 'mark', options.startTime ?? nowMs(), 0, options.detail ?? null);
  }
}

class PerformanceMeasure extends PerformanceEntry {}

let timeline = [];
const observers = new SafeSet();

function record(entry) {
  ArrayPrototypePush(timeline, entry);
  ArrayPrototypeSort(timeline, (a, b) => a.startTime - b.startTime);
  for (const observer of observers) observer.offer(entry);
  return entry;
}

// The time of a mark's name, or a time itself.
function timeOf(value) {
  if (typeof value === 'number') return value;
  for (let i = timeline.length - 1; i >= 0; i--) {
    if (timeline[i].entryType === 'mark' && timeline[i].name === `${value}`) return timeline[i].startTime;
  }
  const { DOMException } = require('internal/domexception');
  throw new DOMException(`The "${value}" performance mark has not been set`, 'SyntaxError');
}

class Performance extends EventTarget {
  now() {
    return nowMs();
  }
  get timeOrigin() {
    return timeOrigin;
  }
  mark(name, options) {
    return record(new PerformanceMark(name, options));
  }
  measure(name, startOrOptions, endMark) {
    let start = 0;
    let end;
    let detail = null;
    if (typeof startOrOptions === 'object' && startOrOptions !== null) {
      detail = startOrOptions.detail ?? null;
      if (startOrOptions.start !== undefined) start = timeOf(startOrOptions.start);
      if (startOrOptions.end !== undefined) end = timeOf(startOrOptions.end);
      else if (startOrOptions.duration !== undefined) end = start + startOrOptions.duration;
    } else if (startOrOptions !== undefined) {
      start = timeOf(startOrOptions);
    }
    end ??= endMark === undefined ? nowMs() : timeOf(endMark);
    return record(new PerformanceMeasure(PerformanceEntry, `${name}`, 'measure', start, end - start, detail));
  }
  clearMarks(name) {
    clear('mark', name);
  }
  clearMeasures(name) {
    clear('measure', name);
  }
  getEntries() {
    return ArrayPrototypeSlice(timeline);
  }
  getEntriesByName(name, type) {
    return ArrayPrototypeFilter(timeline, (entry) =>
      entry.name === name && (type === undefined || entry.entryType === type));
  }
  getEntriesByType(type) {
    return ArrayPrototypeFilter(timeline, (entry) => entry.entryType === type);
  }
  eventLoopUtilization(util1, util2) {
    return ownUtilization(util1, util2);
  }
  timerify(fn) {
    validateFunction(fn, 'fn');
    return function timerified(...args) {
      const start = nowMs();
      const result = new.target ? ReflectConstruct(fn, args, fn) : ReflectApply(fn, this, args);
      record(new PerformanceEntry(PerformanceEntry, fn.name, 'function', start, nowMs() - start, args));
      return result;
    };
  }
  toJSON() {
    return { timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }
  [customInspectSymbol](depth, options, inspect) {
    if (depth < 0) return this;
    return `Performance ${inspect({ timeOrigin }, options)}`;
  }
}
ObjectDefineProperty(Performance.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, value: 'Performance',
});

function clear(type, name) {
  timeline = ArrayPrototypeFilter(timeline, (entry) =>
    entry.entryType !== type || (name !== undefined && entry.name !== `${name}`));
}

class PerformanceObserverEntryList {
  #entries;
  constructor(entries) {
    this.#entries = entries;
  }
  getEntries() {
    return ArrayPrototypeSlice(this.#entries);
  }
  getEntriesByType(type) {
    return ArrayPrototypeFilter(this.#entries, (entry) => entry.entryType === type);
  }
  getEntriesByName(name, type) {
    return ArrayPrototypeFilter(this.#entries, (entry) =>
      entry.name === name && (type === undefined || entry.entryType === type));
  }
}

// Entries are handed over together, by an immediate, as Node does.
class PerformanceObserver {
  #callback;
  #types = new SafeSet();
  #pending = [];

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
  }
  static get supportedEntryTypes() {
    return ['function', 'mark', 'measure'];
  }
  observe(options) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw new ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    if (entryTypes !== undefined && type !== undefined) {
      throw new ERR_INVALID_ARG_VALUE('options.entryTypes', entryTypes, 'options.entryTypes can not set with options.type together');
    }
    ArrayPrototypeForEach(entryTypes ?? [type], (name) => this.#types.add(name));
    observers.add(this);
    if (type !== undefined && buffered) ArrayPrototypeForEach(timeline, (entry) => this.offer(entry));
  }
  disconnect() {
    observers.delete(this);
    this.#pending = [];
    this.#types.clear();
  }
  takeRecords() {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }
  offer(entry) {
    if (!this.#types.has(entry.entryType)) return;
    ArrayPrototypePush(this.#pending, entry);
    if (this.#pending.length === 1) require('timers').setImmediate(() => this.#deliver());
  }
  #deliver() {
    if (this.#pending.length === 0) return;
    ReflectApply(this.#callback, this, [new PerformanceObserverEntryList(this.takeRecords()), this]);
  }
}

// A histogram that is told its values. Source: the documentation's "Class: Histogram".
class Histogram {
  #values = [];
  record(value) {
    ArrayPrototypePush(this.#values, Number(value));
  }
  reset() {
    this.#values = [];
  }
  get count() { return this.#values.length; }
  get exceeds() { return 0; }
  get min() { return this.#values.length === 0 ? 9223372036854776000 : this.percentile(0); }
  get max() { return this.#values.length === 0 ? 0 : this.percentile(100); }
  get mean() {
    let sum = 0;
    for (let i = 0; i < this.#values.length; i++) sum += this.#values[i];
    return sum / this.#values.length;
  }
  get stddev() {
    const { mean } = this;
    let sum = 0;
    for (let i = 0; i < this.#values.length; i++) sum += (this.#values[i] - mean) ** 2;
    return (sum / this.#values.length) ** 0.5;
  }
  percentile(percent) {
    if (this.#values.length === 0) return 0;
    const sorted = ArrayPrototypeSort(ArrayPrototypeSlice(this.#values), (a, b) => a - b);
    const rank = MathCeil(percent / 100 * sorted.length);
    return sorted[rank === 0 ? 0 : rank - 1];
  }
}

// Samples how late a timer of the given resolution fires.
function monitorEventLoopDelay({ resolution = 10 } = {}) {
  const histogram = new Histogram();
  let timer = null;
  histogram.enable = () => {
    if (timer !== null) return false;
    let last = nowMs();
    timer = require('timers').setInterval(() => {
      const now = nowMs();
      histogram.record((now - last) * 1e6);
      last = now;
    }, resolution).unref();
    return true;
  };
  histogram.disable = () => {
    if (timer === null) return false;
    require('timers').clearInterval(timer);
    timer = null;
    return true;
  };
  return histogram;
}

module.exports = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  constants: { __proto__: null },
  createHistogram: () => new Histogram(),
  monitorEventLoopDelay,
  performance: new Performance(),
};
