'use strict';

// What dns.lookup() and its promised form are asked. Each function's errors come in the order Node has them.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { flags } = require('internal/dns/codes');
const { validateBoolean, validateNumber, validateOneOf, validateString } = require('internal/validators');

const kFamilies = [0, 4, 6];
// By the host's numbers.
const kOrders = ['verbatim', 'ipv4first', 'ipv6first'];

let defaultOrder = 'verbatim';
let isWarned = false;

function getDefaultResultOrder() {
  return defaultOrder;
}

function setDefaultResultOrder(value) {
  validateOneOf(value, 'dnsOrder', kOrders);
  defaultOrder = value;
}

function hintsOf(options) {
  const { hints } = options;
  if (hints === undefined || hints === null) return 0;
  validateNumber(hints, 'options.hints');
  const bits = hints >>> 0;
  if ((bits & ~(flags.ADDRCONFIG | flags.ALL | flags.V4MAPPED)) !== 0)
    throw new ERR_INVALID_ARG_VALUE('hints', bits);
  return bits;
}

function familyOf(options) {
  const { family } = options;
  if (family === undefined || family === null) return 0;
  if (family === 'IPv4') return 4;
  if (family === 'IPv6') return 6;
  validateOneOf(family, 'options.family', kFamilies);
  return family;
}

function orderOf(options) {
  const { order, verbatim } = options;
  let chosen = defaultOrder;
  if (verbatim !== undefined && verbatim !== null) {
    validateBoolean(verbatim, 'options.verbatim');
    chosen = verbatim ? 'verbatim' : 'ipv4first';
  }
  if (order !== undefined && order !== null) {
    validateOneOf(order, 'options.order', kOrders);
    chosen = order;
  }
  return chosen;
}

function checkHostname(hostname) {
  if (hostname) validateString(hostname, 'hostname');
}

// `options`: undefined, a family, or an object.
function lookupOptions(options) {
  const asked = { hints: 0, family: 0, all: false, order: defaultOrder };
  if (typeof options === 'number') {
    validateOneOf(options, 'family', kFamilies);
    asked.family = options;
  } else if (options !== undefined && typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else if (options) {
    asked.hints = hintsOf(options);
    asked.family = familyOf(options);
    if (options.all !== undefined && options.all !== null) {
      validateBoolean(options.all, 'options.all');
      asked.all = options.all;
    }
    asked.order = orderOf(options);
  }
  return asked;
}

function orderNumber(order) {
  return order === 'verbatim' ? 0 : order === 'ipv4first' ? 1 : 2;
}

// Once for the first.
function warnOfHostname(hostname) {
  if (isWarned) return;
  isWarned = true;
  process.emitWarning(
    `The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely ` +
    'for compatibility.', 'DeprecationWarning', 'DEP0118');
}

module.exports = {
  checkHostname,
  getDefaultResultOrder,
  lookupOptions,
  orderNumber,
  setDefaultResultOrder,
  warnOfHostname,
};
