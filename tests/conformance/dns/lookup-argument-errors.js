'use strict';

const dns = require('dns');
const attempt = (f) => {
  try {
    console.log(typeof f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const nothing = () => {};
for (const lookup of [dns.lookup, dns.promises.lookup]) {
  for (const value of [5, {}, [], true, Symbol('s')]) attempt(() => lookup(value, {}, nothing));
  for (const value of [5, -1, 1.5, NaN]) attempt(() => lookup('127.0.0.1', value, nothing));
  for (const family of ['x', 5, {}]) attempt(() => lookup('127.0.0.1', { family }, nothing));
  for (const hints of [100, 'x', -1]) attempt(() => lookup('127.0.0.1', { hints }, nothing));
  for (const order of ['x', 5]) attempt(() => lookup('127.0.0.1', { order }, nothing));
  for (const verbatim of ['x', 5]) attempt(() => lookup('127.0.0.1', { verbatim }, nothing));
  for (const all of ['x', 5]) attempt(() => lookup('127.0.0.1', { all }, nothing));
  attempt(() => lookup('127.0.0.1', { family: null, hints: null, order: null, verbatim: null, all: null }, nothing));
}
for (const value of ['x', true]) attempt(() => dns.lookup('127.0.0.1', value, nothing));
for (const value of [undefined, null, {}, 4]) attempt(() => dns.lookup('127.0.0.1', value));
for (const value of [5, 'x', {}]) attempt(() => dns.lookup('127.0.0.1', {}, value));
attempt(() => dns.lookup());
attempt(() => dns.setDefaultResultOrder('x'));
attempt(() => dns.setDefaultResultOrder('ipv4first'));
console.log(dns.getDefaultResultOrder(), dns.promises.getDefaultResultOrder());
